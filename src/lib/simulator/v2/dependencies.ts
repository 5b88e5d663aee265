import type { Resource } from '#lib/simulator/call.ts';
import { unmetDependencies } from '#lib/simulator/dependencies.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { notFound, ok } from './reply.ts';

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py `get_task_instance_dependencies` */
export const dependencies = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies': (
		world,
		{ param }
	) => {
		const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
		const instance = world.taskInstances.get(taskKey(dagId, runId, taskId));
		if (instance) return ok({ dependencies: unmetDependencies(world, instance) });
		return notFound(
			`The Task Instance with dag_id: \`${dagId}\`, run_id: \`${runId}\` and task_id: \`${taskId}\` was not found`
		);
	}
} satisfies Resource;
