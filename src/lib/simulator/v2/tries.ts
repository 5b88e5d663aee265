import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import type { TaskTry, World } from '#lib/simulator/world.ts';
import { optional, required } from './model.ts';
import { operation } from './operation.ts';
import { integer } from './readers.ts';
import { notFound, ok } from './reply.ts';
import { tryShape } from './task-instance-shape.ts';
import { instanceOf, namesOf } from './task-instances.ts';

const INSTANCES = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances';
const mapIndex = { map_index: optional(integer(), -1) };
const mapIndexPath = { map_index: required(integer()) };
const tryPath = { task_try_number: required(integer()) };

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py `get_task_instance_tries` */
export const tries = {
	[`GET ${INSTANCES}/{task_id}/tries`]: operation({ query: mapIndex }, (world, call, { query }) =>
		listTries(world, call, query.map_index)
	),
	[`GET ${INSTANCES}/{task_id}/{map_index}/tries`]: operation(
		{ path: mapIndexPath },
		(world, call, { path }) => listTries(world, call, path.map_index)
	),
	[`GET ${INSTANCES}/{task_id}/tries/{task_try_number}`]: operation(
		{ path: tryPath, query: mapIndex },
		(world, call, { path, query }) => oneTry(world, call, query.map_index, path.task_try_number)
	),
	[`GET ${INSTANCES}/{task_id}/{map_index}/tries/{task_try_number}`]: operation(
		{ path: { ...mapIndexPath, ...tryPath } },
		(world, call, { path }) => oneTry(world, call, path.map_index, path.task_try_number)
	)
} satisfies Resource;

/** A try that waits for its retry is in the history already. */
function listTries(world: World, call: Call, index: number): Reply {
	const found = instanceOf(world, call, index);
	if (!found) {
		const [dag, run, task] = namesOf(call);
		return notFound(
			`The Task Instance with dag_id: ${dag}, run_id: ${run}, task_id: ${task} and ` +
				`map_index: \`${index}\` was not found`
		);
	}
	const attempts: TaskTry[] = [
		...found.history,
		...(found.state === 'up_for_retry' ? [] : [found])
	];
	const shapes = attempts.map((attempt) => tryShape(world, found, attempt));
	return ok({ task_instances: shapes, total_entries: shapes.length });
}

function oneTry(world: World, call: Call, index: number, number: number): Reply {
	const found = instanceOf(world, call, index);
	const attempts: TaskTry[] = found ? [found, ...found.history] : [];
	const attempt = attempts.find(({ tryNumber }) => tryNumber === number);
	if (found && attempt) return ok(tryShape(world, found, attempt));
	const [dag, run, task] = namesOf(call);
	return notFound(
		`The Task Instance with dag_id: ${dag}, run_id: ${run}, task_id: ${task}, ` +
			`try_number: \`${number}\` and map_index: \`${index}\` was not found`
	);
}
