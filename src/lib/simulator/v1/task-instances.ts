import { setTaskState } from '#lib/simulator/actions/set-state.ts';
import type { Resource } from '#lib/simulator/call.ts';
import { runKey, taskKey, type World } from '#lib/simulator/world.ts';
import { formErrors } from './form.ts';
import { badRequest, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import {
	listTaskInstances,
	listTaskInstancesBody,
	listTaskInstancesByForm,
	taskInstancesQuery
} from './task-instance-lists.ts';
import { showReference, showTaskInstance } from './task-instance-shape.ts';

const RUN = '/dags/{dag_id}/dagRuns/{dag_run_id}';

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py */
export const taskInstances = {
	[`GET ${RUN}/taskInstances`]: rule({
		role: 'viewer',
		query: taskInstancesQuery,
		answer: listTaskInstances
	}),
	'POST /dags/~/dagRuns/~/taskInstances/list': rule({
		role: 'viewer',
		body: listTaskInstancesBody,
		answer: listTaskInstancesByForm
	}),
	[`GET ${RUN}/taskInstances/{task_id}`]: rule({
		role: 'viewer',
		query: {},
		answer(world, call) {
			const instance = findInstance(world, call);
			return instance ? ok(showTaskInstance(world, instance)) : notFound('Task instance not found');
		}
	}),
	[`PATCH ${RUN}/taskInstances/{task_id}`]: rule({
		role: 'user',
		query: {},
		body: {
			properties: {
				dry_run: { type: 'boolean' },
				new_state: { type: 'string', enum: ['success', 'failed', 'skipped'] }
			}
		},
		answer(world, call) {
			const errors = formErrors(call.form, { dry_run: {}, new_state: { required: true } });
			if (errors) return badRequest(errors);
			const [dagId, taskId, runId] = ['dag_id', 'task_id', 'dag_run_id'].map(call.param);
			const dag = world.dags.get(dagId ?? '');
			if (!dag) return notFound('DAG not found', `DAG '${dagId}' not found`);
			if (!dag.tasks.some((task) => task.taskId === taskId)) {
				return notFound('Task not found', `Task '${taskId}' not found in DAG '${dagId}'`);
			}
			const instance = findInstance(world, call);
			const run = world.runs.get(runKey(dagId ?? '', runId ?? ''));
			if (!instance || !run) {
				const detail = `Task instance not found for task '${taskId}' on DAG run with ID '${runId}'`;
				return notFound('Not Found', detail);
			}
			if (call.form.dry_run !== false) return ok(showReference(world, instance));
			const state = call.form.new_state as 'success' | 'failed' | 'skipped';
			setTaskState(world, dag, { run, taskId: instance.taskId, state });
			// Airflow shows a list through the schema of one: nothing comes out.
			return ok({});
		}
	}),
	[`PATCH ${RUN}/taskInstances/{task_id}/setNote`]: rule({
		role: 'user',
		query: {},
		body: { required: ['note'], properties: { note: { type: 'string' } } },
		answer(world, call) {
			const errors = formErrors(call.form, { map_index: {}, note: { maxLength: 1000 } });
			if (errors) return badRequest(errors);
			const instance = findInstance(world, call);
			if (!instance) {
				const [dagId, runId, taskId] = ['dag_id', 'dag_run_id', 'task_id'].map(call.param);
				return notFound(
					`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}`
				);
			}
			instance.note = String(call.form.note);
			return ok(showTaskInstance(world, instance));
		}
	})
} satisfies Resource;

function findInstance(world: World, { param }: V1Call) {
	return world.taskInstances.get(taskKey(param('dag_id'), param('dag_run_id'), param('task_id')));
}
