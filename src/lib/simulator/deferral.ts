import { taskOf } from './dag-plan.ts';
import type { Job } from './world-tables.ts';
import { runKey, type TaskInstance, type World } from './world.ts';

export interface Deferral {
	createdMs: number;
	/** When the trigger fires. */
	momentMs: number;
}

/** What a deferred instance waits for; undefined for any other. */
export function deferralOf(world: World, instance: TaskInstance): Deferral | undefined {
	if (instance.state !== 'deferred') return undefined;
	const { deferMs = 0 } = taskOf(world.dags.get(instance.dagId), instance.taskId) ?? {};
	const dueMs = instance.dueMs ?? world.nowMs;
	// A sensor for a time span counts from the end of the run's interval.
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	const fromMs = run?.dataIntervalEndMs ?? run?.runAfterMs ?? dueMs - deferMs;
	return { createdMs: dueMs - deferMs, momentMs: fromMs + deferMs };
}

export const triggererOf = (world: World): Job | undefined =>
	world.jobs.find(({ jobType }) => jobType === 'TriggererJob');
