import { createRun } from './actions/create-run.ts';
import { createWorld } from './create-world.ts';
import { advance } from './scheduler.ts';
import { taskKey, type Dag, type DagRun, type World } from './world.ts';

export const TEN = Date.UTC(2026, 10, 23, 10);

export function newWorld(seed = 1): World {
	return createWorld({ name: 'main', scenario: 'course', seed, nowMs: TEN });
}

export function trigger(world: World, dagId: string, runId = 'mine'): DagRun {
	return createRun(world, {
		dagId,
		runId,
		runType: 'manual',
		logicalDateMs: world.nowMs,
		runAfterMs: world.nowMs,
		triggeredBy: 'rest_api'
	});
}

/** Every different picture of a run on its way, ticked finely: `running: success/1 null/0`. */
export function pictures(world: World, run: DagRun, forMs: number): string[] {
	const seen: string[] = [];
	for (let passedMs = 0; passedMs <= forMs; passedMs += 50) {
		advance(world, world.nowMs + 50);
		const picture = pictureOf(world, run);
		if (picture !== seen.at(-1)) seen.push(picture);
	}
	return seen;
}

export function pictureOf(world: World, run: DagRun): string {
	const tasks = dagOf(world, run.dagId).tasks.map(({ taskId }) => {
		const instance = instanceOf(world, run, taskId);
		return `${instance.state ?? 'null'}/${instance.tryNumber}`;
	});
	return `${run.state}: ${tasks.join(' ')}`;
}

export function dagOf(world: World, dagId: string): Dag {
	const dag = world.dags.get(dagId);
	if (!dag) throw new Error(dagId);
	return dag;
}

export function instanceOf(world: World, run: DagRun, taskId: string) {
	const instance = world.taskInstances.get(taskKey(run.dagId, run.runId, taskId));
	if (!instance) throw new Error(taskId);
	return instance;
}
