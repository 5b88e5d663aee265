import {
	Archive,
	START_LAG_MS,
	type PastDag,
	type Shape,
	type Step
} from '#lib/simulator/past/archive.ts';
import { hashOf } from '#lib/simulator/random.ts';
import type { Task, World } from '#lib/simulator/world.ts';
import { kindTasks, type HugeDag } from './huge-dags.ts';

export const RUNS_EACH = 10;
const DAY_MS = 86_400_000;
const TICK_MS = 500;

/** How fast runs went, and how: one in sixteen failed, one in eight had to try something again. */
const PACES = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3];
const FATES = ['fine', 'again', 'fine', 'fine', 'broken', 'fine', 'again', 'fine'] as const;
type Fate = (typeof FATES)[number];
const SHAPES_EACH = PACES.length * FATES.length;
/** No run of the past takes longer: all are over when the world begins. */
export const LONGEST_RUN_MS = 7 * 60_000;

/**
 * The last ten runs of each DAG. With the same seed and birth they are the same.
 * @param dues when the latest run of each DAG was due: `duesBefore`
 * @param firstId of the oldest run
 */
export function hugePast(
	world: Pick<World, 'seed' | 'bornMs' | 'timetable'>,
	dags: readonly HugeDag[],
	dues: Float64Array,
	firstId: number
): Archive {
	// The scheduler makes a run at its first tick after the run's time, which is a whole second.
	const lagMs = world.bornMs % TICK_MS;
	const size = dags.length * RUNS_EACH;
	// A number that sorts by time, then by DAG: seconds and DAGs share its digits.
	const keys = new Float64Array(size);
	for (const [number, one] of dags.entries()) {
		const dueMs = dues[number] ?? 0;
		const everyMs = one.rhythm?.everyMs ?? DAY_MS;
		for (let back = 0; back < RUNS_EACH; back++) {
			keys[number * RUNS_EACH + back] = ((dueMs - back * everyMs) / 1000) * dags.length + number;
		}
	}
	keys.sort();
	const isV1 = world.timetable !== 'trigger';
	const columns = {
		dag: new Uint16Array(size),
		shape: new Uint16Array(size),
		runAfterMs: new Float64Array(size),
		logicalMs: new Float64Array(size)
	};
	const seed = hashOf(`${world.seed} past`);
	for (let run = 0; run < size; run++) {
		const number = (keys[run] ?? 0) % dags.length;
		const runAfterMs = (((keys[run] ?? 0) - number) / dags.length) * 1000;
		const { kind, rhythm } = dags[number] as HugeDag;
		columns.dag[run] = number;
		columns.runAfterMs[run] = runAfterMs;
		columns.logicalMs[run] = runAfterMs - (isV1 ? (rhythm?.everyMs ?? 0) : 0);
		columns.shape[run] =
			kind * SHAPES_EACH + (mixed(seed ^ Math.imul(run, 0x9e3779b1)) % SHAPES_EACH);
	}
	const pastDags: PastDag[] = dags.map(({ dag: { dagId, tasks }, rhythm }) => ({
		dagId,
		tasks,
		isScheduled: rhythm !== undefined
	}));
	const shapes = kindTasks.flatMap((tasks) =>
		FATES.flatMap((fate, at) => PACES.map((pace) => shapeOf(tasks, pace, fate, at)))
	);
	return new Archive({ seed: world.seed, firstId, lagMs, dags: pastDags, shapes, columns });
}

/** When the latest run of each DAG was due before a time, milliseconds. */
export const duesBefore = (
	world: Pick<World, 'seed'>,
	dags: readonly HugeDag[],
	beforeMs: number
): Float64Array => Float64Array.from(dags, (one) => dueBefore(world, one, beforeMs));

/** The runs of a paused DAG ended some days ago. */
function dueBefore(
	{ seed }: Pick<World, 'seed'>,
	{ dag: { dagId, isPaused }, rhythm }: HugeDag,
	beforeMs: number
): number {
	const hash = hashOf(`${seed} ${dagId}`);
	const untilMs = isPaused ? beforeMs - (1 + (hash % 20)) * DAY_MS : beforeMs;
	const everyMs = rhythm?.everyMs ?? DAY_MS;
	// People do not press the button on the minute.
	const phaseMs = rhythm?.phaseMs ?? (hash % 1440) * 60_000 + (1 + (hash % 59)) * 1000;
	return Math.floor((untilMs - 1 - phaseMs) / everyMs) * everyMs + phaseMs;
}

/** A task begins when those before it are done, at the scheduler's next tick. */
function shapeOf(tasks: readonly Task[], pace: number, fate: Fate, at: number): Shape {
	const unlucky = fate === 'fine' ? -1 : (at * 5 + tasks.length) % tasks.length;
	const steps: Step[] = [];
	const byId = new Map<string, Step>();
	for (const [place, task] of tasks.entries()) {
		const above = task.upstream.map((id) => byId.get(id)).filter((one) => one !== undefined);
		const readyMs = Math.max(0, ...above.map(({ endMs }) => endMs));
		const isOver = above.some(({ state }) => state !== 'success');
		const step = isOver
			? closed(task, tick(readyMs))
			: stepOf(task, tick(readyMs), pace, place === unlucky ? fate : 'fine');
		steps.push(step);
		byId.set(task.taskId, step);
	}
	const hasFailed = steps.some(({ state }) => state !== 'success');
	const lastsMs = tick(Math.max(...steps.map(({ endMs }) => endMs)));
	return { state: hasFailed ? 'failed' : 'success', steps, lastsMs };
}

const tick = (ms: number) => (Math.floor(ms / TICK_MS) + 1) * TICK_MS;

const closed = (task: Task, atMs: number): Step => ({
	state: 'upstream_failed',
	tryNumber: 0,
	maxTries: task.retries,
	startMs: atMs,
	endMs: atMs,
	failures: []
});

function stepOf(task: Task, readyMs: number, pace: number, fate: Fate): Step {
	const lastsMs = Math.round(task.durationMs * pace) + (hashOf(`${task.taskId} ${pace}`) % 1000);
	const fails = fate === 'broken' ? task.retries + 1 : fate === 'again' ? 1 : 0;
	const failures: [number, number][] = [];
	let [scheduledMs, tries] = [readyMs, 1];
	const begins = () => scheduledMs + START_LAG_MS + 312;
	const most = Math.max(task.failsTries, fails);
	while (tries <= Math.min(most, task.retries)) {
		failures.push([begins(), begins() + lastsMs]);
		scheduledMs = tick(begins() + lastsMs + task.retryDelayMs);
		tries++;
	}
	return {
		state: fate === 'broken' ? 'failed' : 'success',
		tryNumber: tries,
		maxTries: task.retries,
		scheduledMs,
		queuedMs: scheduledMs + START_LAG_MS,
		startMs: begins(),
		endMs: begins() + lastsMs,
		failures
	};
}

/** Spreads near numbers far apart. */
function mixed(number: number): number {
	let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
