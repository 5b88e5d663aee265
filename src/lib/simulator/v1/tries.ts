import type { Reply, Resource } from '#lib/simulator/call.ts';
import { taskKey, type TaskInstance, type TaskTry, type World } from '#lib/simulator/world.ts';
import { noSuchUrl, notFound, ok } from './reply.ts';
import type { QuerySpec } from './query.ts';
import { rule, type V1Call } from './rule.ts';
import { showAttempt } from './task-instance-shape.ts';

const TASK = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** The spec has them, the code does not look at them. */
const paging: QuerySpec = { limit: 'integer', offset: 'offset', order_by: 'string' };

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py `get_task_instance_tries` */
export const tries = {
	[`GET ${TASK}/tries`]: rule({
		role: 'viewer',
		query: paging,
		answer: (world, call) => listTries(world, call, -1)
	}),
	[`GET ${TASK}/{map_index}/tries`]: rule({
		role: 'viewer',
		query: paging,
		answer: (world, call) => withNumber(call, 'map_index', (at) => listTries(world, call, at))
	}),
	[`GET ${TASK}/tries/{task_try_number}`]: rule({
		role: 'viewer',
		query: {},
		answer: (world, call) => oneTry(world, call, -1)
	}),
	[`GET ${TASK}/{map_index}/tries/{task_try_number}`]: rule({
		role: 'viewer',
		query: {},
		answer: (world, call) => withNumber(call, 'map_index', (at) => oneTry(world, call, at))
	})
} satisfies Resource;

/** Flask takes only digits for a number in a path. */
export function withNumber(call: V1Call, name: string, answer: (value: number) => Reply): Reply {
	const text = call.param(name);
	return /^\d+$/.test(text) ? answer(Number(text)) : noSuchUrl();
}

/** What a path names. */
export function findInstance(world: World, { param }: V1Call, mapIndex: number) {
	const key = taskKey(param('dag_id'), param('dag_run_id'), param('task_id'), mapIndex);
	return world.taskInstances.get(key);
}

function listTries(world: World, call: V1Call, mapIndex: number): Reply {
	const instance = findInstance(world, call, mapIndex);
	const shown = instance ? triesOf(instance) : [];
	return ok({
		task_instances: shown.map((one) => instance && showAttempt(world, instance, one)),
		total_entries: shown.length
	});
}

function oneTry(world: World, call: V1Call, mapIndex: number): Reply {
	return withNumber(call, 'task_try_number', (wanted) => {
		const instance = findInstance(world, call, mapIndex);
		// The current try comes before one of the same number in the history.
		const one = instance && [...triesOf(instance, true)].reverse().find(isNumber(wanted));
		if (instance && one) return ok(showAttempt(world, instance, one));
		const [dagId, runId, taskId] = ['dag_id', 'dag_run_id', 'task_id'].map(call.param);
		return notFound(
			'Task instance not found',
			`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}, map_index=${mapIndex}, try_number=${wanted}.`
		);
	});
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
