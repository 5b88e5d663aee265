import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { unmetDependencies } from '#lib/simulator/dependencies.ts';
import type { World } from '#lib/simulator/world.ts';
import { optional } from './model.ts';
import { operation } from './operation.ts';
import { integer } from './readers.ts';
import { notFound, ok } from './reply.ts';
import { instanceOf, namesOf } from './task-instances.ts';

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py `get_task_instance_dependencies` */
export const dependencies = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies': operation(
		{ query: { map_index: optional(integer(), -1) } },
		(world, call, { query }) => showDependencies(world, call, query.map_index)
	)
} satisfies Resource;

export function showDependencies(world: World, call: Call, index: number): Reply {
	const instance = instanceOf(world, call, index);
	if (instance) return ok({ dependencies: unmetDependencies(world, instance) });
	const [dag, run, task] = namesOf(call);
	// A stray comma in Airflow makes a tuple of this message.
	return notFound([
		`The Task Instance with dag_id: ${dag}, run_id: ${run}, task_id: ${task} ` +
			`and map_index: \`${index}\` was not found`
	]);
}
