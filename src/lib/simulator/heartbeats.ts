import type { Job } from './world-tables.ts';
import type { World } from './world.ts';

/** Every process beats so often. */
const BEAT_MS = 5_000;

/** A scheduler that was not heard of for so long is taken for dead. @source `scheduler_health_check_threshold` */
const THRESHOLD_MS = 30_000;

/** When a process of the machine was last heard of. */
export function heartbeatMs(world: World, { jobType }: Pick<Job, 'jobType'>): number {
	const down = jobType === 'SchedulerJob' ? world.schedulerDownSinceMs : undefined;
	const untilMs = Math.min(world.nowMs, down ?? Infinity);
	return world.bornMs + Math.floor(Math.max(0, untilMs - world.bornMs) / BEAT_MS) * BEAT_MS;
}

export const isAlive = (world: World, job: Pick<Job, 'jobType'>): boolean =>
	world.nowMs - heartbeatMs(world, job) < THRESHOLD_MS;

/** What a health check says of one process: its state and its latest beat. */
export function health(world: World, jobType: Job['jobType']) {
	const runs = world.jobs.length === 0 || world.jobs.some((job) => job.jobType === jobType);
	if (!runs) return { status: null, beatMs: undefined };
	const status = isAlive(world, { jobType }) ? 'healthy' : 'unhealthy';
	return { status, beatMs: heartbeatMs(world, { jobType }) };
}
