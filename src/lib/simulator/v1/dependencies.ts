import type { Resource } from '#lib/simulator/call.ts';
import { unmetDependencies } from '#lib/simulator/dependencies.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py `get_task_instance_dependencies` */
export const dependencies = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
			const instance = world.taskInstances.get(taskKey(dagId, runId, taskId));
			return instance
				? ok({ dependencies: unmetDependencies(world, instance) })
				: notFound(
						`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}`
					);
		}
	})
} satisfies Resource;
