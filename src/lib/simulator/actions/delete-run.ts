import { runKey, type DagRun, type World } from '#lib/simulator/world.ts';

/** Removes a run with its task instances. */
export function deleteRun(world: World, run: DagRun): void {
	world.runs.delete(runKey(run.dagId, run.runId));
	for (const [key, instance] of world.taskInstances) {
		if (instance.dagId === run.dagId && instance.runId === run.runId) {
			world.taskInstances.delete(key);
		}
	}
}
