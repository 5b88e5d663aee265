import type { Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { extraLinksOf } from '#lib/simulator/extra-links-of.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/extra_link_endpoint.py */
export const extraLinks = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/links': rule({
		role: 'viewer',
		query: { map_index: 'integer' },
		answer(world, { param, args }) {
			const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
			const dag = world.dags.get(dagId);
			if (!dag) return notFound('DAG not found', `DAG with ID = "${dagId}" not found`);
			if (!taskOf(dag, taskId)) {
				return notFound('Task not found', `Task with ID = "${taskId}" not found`);
			}
			const key = taskKey(dagId, runId, taskId, args.number('map_index') ?? -1);
			const instance = world.taskInstances.get(key);
			if (!instance) return notFound('DAG Run not found', `DAG Run with ID = "${runId}" not found`);
			return ok(extraLinksOf(world, instance));
		}
	})
} satisfies Resource;
