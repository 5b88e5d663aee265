import type { Reply, Resource } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { taskKey, type TaskInstance, type TaskTry, type World } from '#lib/simulator/world.ts';
import { PythonFloat } from './json.ts';
import { noSuchUrl, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import { durationOf, showTaskInstance } from './task-instance-shape.ts';

const TASK = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py `get_task_instance_tries` */
export const tries = {
	[`GET ${TASK}/tries`]: rule({
		role: 'viewer',
		query: {},
		answer(world, call) {
			const instance = findInstance(world, call, -1);
			const shown = instance ? triesOf(instance) : [];
			return ok({
				task_instances: shown.map((one) => instance && showTry(world, instance, one)),
				total_entries: shown.length
			});
		}
	}),
	[`GET ${TASK}/tries/{task_try_number}`]: rule({ role: 'viewer', query: {}, answer: oneTry }),
	[`GET ${TASK}/{map_index}`]: rule({
		role: 'viewer',
		query: {},
		answer(world, call) {
			// Flask takes only digits for a number in a path.
			if (!/^\d+$/.test(call.param('map_index'))) return noSuchUrl();
			const instance = findInstance(world, call, Number(call.param('map_index')));
			return instance ? ok(showTaskInstance(world, instance)) : notFound('Task instance not found');
		}
	})
} satisfies Resource;

function oneTry(world: World, call: V1Call): Reply {
	const wanted = call.param('task_try_number');
	if (!/^\d+$/.test(wanted)) return noSuchUrl();
	const instance = findInstance(world, call, -1);
	// The current try comes before one of the same number in the history.
	const one = instance && [...triesOf(instance, true)].reverse().find(isNumber(Number(wanted)));
	if (instance && one) return ok(showTry(world, instance, one));
	const [dagId, runId, taskId] = ['dag_id', 'dag_run_id', 'task_id'].map(call.param);
	return notFound(
		'Task instance not found',
		`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}, map_index=-1, try_number=${wanted}.`
	);
}

const isNumber = (tryNumber: number) => (one: TaskTry) => one.tryNumber === tryNumber;

/** The history, then the current try, unless it is in the history already as one that waits for a retry. */
function triesOf(instance: TaskInstance, always = false): TaskTry[] {
	const { tryNumber, maxTries, state, queuedMs, startMs, endMs } = instance;
	if (state === 'up_for_retry' && !always) return instance.history;
	const current: TaskTry = {
		tryNumber,
		maxTries,
		...(state === undefined ? {} : { state }),
		...(queuedMs === undefined ? {} : { queuedMs }),
		...(startMs === undefined ? {} : { startMs }),
		...(endMs === undefined ? {} : { endMs })
	};
	return [...instance.history, current];
}

/** @source airflow/api_connexion/schemas/task_instance_schema.py `TaskInstanceHistorySchema` */
function showTry(world: World, instance: TaskInstance, one: TaskTry): Record<string, unknown> {
	const shown = showTaskInstance(world, instance);
	for (const absent of [
		'execution_date',
		'note',
		'rendered_fields',
		'rendered_map_index',
		'sla_miss',
		'trigger',
		'triggerer_job'
	]) {
		delete shown[absent];
	}
	const seconds = durationOf(one);
	return {
		...shown,
		duration: seconds === undefined ? null : new PythonFloat(seconds),
		end_date: isoUtc(one.endMs),
		max_tries: one.maxTries ?? instance.maxTries,
		queued_when: isoUtc(one.queuedMs),
		start_date: isoUtc(one.startMs),
		state: one.state ?? null,
		try_number: one.tryNumber
	};
}

function findInstance(world: World, { param }: V1Call, mapIndex: number) {
	const key = taskKey(param('dag_id'), param('dag_run_id'), param('task_id'), mapIndex);
	return world.taskInstances.get(key);
}
