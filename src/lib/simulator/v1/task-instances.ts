import { setTaskState } from '#lib/simulator/actions/set-state.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { isExpanded } from '#lib/simulator/instance-lookup.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { runKey, type World } from '#lib/simulator/world.ts';
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
import { findInstance } from './tries.ts';

const RUN = '/dags/{dag_id}/dagRuns/{dag_run_id}';

export const patchBody: JsonSchema = {
	properties: {
		dry_run: { type: 'boolean' },
		new_state: { type: 'string', enum: ['success', 'failed', 'skipped'] }
	}
};
export const noteBody: JsonSchema = {
	required: ['note'],
	properties: { note: { type: 'string' } }
};

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
			const instance = findInstance(world, call, -1);
			if (instance) return ok(showTaskInstance(world, instance));
			return isMapped(world, call)
				? notFound('Task instance not found', IS_MAPPED)
				: notFound('Task instance not found');
		}
	}),
	[`PATCH ${RUN}/taskInstances/{task_id}`]: rule({
		role: 'user',
		query: {},
		body: patchBody,
		answer: (world, call) => patchInstance(world, call, -1)
	}),
	[`PATCH ${RUN}/taskInstances/{task_id}/setNote`]: rule({
		role: 'user',
		query: {},
		body: noteBody,
		answer: (world, call) => setNote(world, call, -1)
	})
} satisfies Resource;

const IS_MAPPED = 'Task instance is mapped, add the map_index value to the URL';

const isMapped = (world: World, { param }: V1Call) =>
	isExpanded(world, param('dag_id'), param('dag_run_id'), param('task_id'));

export function patchInstance(world: World, call: V1Call, mapIndex: number): Reply {
	const errors = formErrors(call.form, { dry_run: {}, new_state: { required: true } });
	if (errors) return badRequest(errors);
	const [dagId = '', taskId = '', runId = ''] = ['dag_id', 'task_id', 'dag_run_id'].map(call.param);
	const dag = world.dags.get(dagId);
	if (!dag) return notFound('DAG not found', `DAG ${pythonRepr(dagId)} not found`);
	if (!taskOf(dag, taskId)) {
		const detail = `Task ${pythonRepr(taskId)} not found in DAG ${pythonRepr(dagId)}`;
		return notFound('Task not found', detail);
	}
	const instance = findInstance(world, call, mapIndex);
	const run = world.runs.get(runKey(dagId, runId));
	if (!instance || !run) {
		const detail = `Task instance not found for task ${pythonRepr(taskId)} on DAG run with ID ${pythonRepr(runId)}`;
		return notFound('Not Found', detail);
	}
	if (call.form.dry_run !== false) return ok(showReference(world, instance));
	const state = call.form.new_state as 'success' | 'failed' | 'skipped';
	setTaskState(world, dag, { run, taskId, mapIndex, state });
	// Airflow shows a list through the schema of one: nothing comes out.
	return ok({});
}

export function setNote(world: World, call: V1Call, mapIndex: number): Reply {
	const errors = formErrors(call.form, { map_index: {}, note: { maxLength: 1000 } });
	if (errors) return badRequest(errors);
	const instance = findInstance(world, call, mapIndex);
	if (!instance) {
		const [dagId, runId, taskId] = ['dag_id', 'dag_run_id', 'task_id'].map(call.param);
		return notFound(
			`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}`
		);
	}
	instance.note = String(call.form.note);
	return ok(showTaskInstance(world, instance));
}
