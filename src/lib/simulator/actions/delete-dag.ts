import { openInstances, runsOfDag } from '#lib/simulator/past/past.ts';
import { deleteRun } from './delete-run.ts';
import type { World } from '#lib/simulator/world.ts';

export const hasRunningTasks = (world: World, dagId: string) =>
	[...openInstances(world)].some(
		(instance) => instance.dagId === dagId && instance.state === 'running'
	);

/**
 * Removes a DAG and its runs. A real one comes back when its file is parsed again; here the file is gone
 * with it.
 * @source airflow/api/common/delete_dag.py
 */
export function deleteDag(world: World, dagId: string): void {
	for (const run of [...runsOfDag(world, dagId)]) deleteRun(world, run);
	world.dags.delete(dagId);
}
