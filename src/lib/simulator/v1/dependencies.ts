import type { Reply, Resource } from '#lib/simulator/call.ts';
import { unmetDependencies } from '#lib/simulator/dependencies.ts';
import type { World } from '#lib/simulator/world.ts';
import { notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import { findInstance } from './tries.ts';

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py `get_task_instance_dependencies` */
export const dependencies = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies': rule({
		role: 'viewer',
		query: {},
		answer: (world, call) => showDependencies(world, call, -1)
	})
} satisfies Resource;

export function showDependencies(world: World, call: V1Call, mapIndex: number): Reply {
	const instance = findInstance(world, call, mapIndex);
	if (instance) return ok({ dependencies: unmetDependencies(world, instance) });
	const [dagId, runId, taskId] = ['dag_id', 'dag_run_id', 'task_id'].map(call.param);
	return notFound(
		`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}`
	);
}
