import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import { openInstances } from '#lib/simulator/past/past.ts';
import { runKey, taskKey, type DagRun, type World } from '#lib/simulator/world.ts';

/** Removes a run with its task instances. */
export function deleteRun(world: World, { dagId, runId }: DagRun): void {
	world.runs.delete(runKey(dagId, runId));
	// Those that lie in an archive come out of it by being looked up.
	instancesOfRun(world, dagId, runId);
	for (const one of [...openInstances(world)]) {
		if (one.dagId !== dagId || one.runId !== runId) continue;
		world.taskInstances.delete(taskKey(dagId, runId, one.taskId, one.mapIndex));
	}
}
