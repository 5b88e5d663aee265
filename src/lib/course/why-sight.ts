import { openRuns } from '#lib/simulator/past/past.ts';
import type { DagRun, JournalEntry, World } from '#lib/simulator/world.ts';
import type { Exercise, InBoth, RequestStep } from './lesson.ts';
import { isChange, isOver, isRefused } from './why-entry.ts';

/** What rules look at: the world, and what was done in it. */
export interface Sight {
	exercise: Exercise;
	world: World;
	/** Requests to the API and logins, oldest first; preflights only when they kept an answer back. */
	asked: readonly JournalEntry[];
	/** A refusal that nothing has mended since and that the exercise does not ask for. */
	refusal: JournalEntry | undefined;
	/** Of each DAG the newest run that somebody asked for or cleared here, newest first. */
	runs: readonly DagRun[];
	/** Requests of the solution but for logins; none in an exercise that an instructor composed. */
	solution: readonly RequestStep[];
}

/** One cause that can be told for certain. */
export interface Rule {
	/** An advice that holds this has told it already. */
	heard: RegExp;
	/** What to say when the world shows this cause; undefined when it does not. */
	sees(sight: Sight): InBoth | undefined;
}

/** Told already by whatever named mistake an exercise finds. */
export const ANY_ADVICE = /./;

/**
 * What the world of an exercise shows, once for each refusal that is worth telling, a refused change first;
 * empty when nothing was done in it yet.
 */
export function sightsOf(exercise: Exercise, world: World): Sight[] {
	const asked = world.journal.filter(({ method, blocked }) => method !== 'OPTIONS' || blocked);
	const runs = newestRuns(world);
	const isUntouched = asked.length === 0 && runs.length === 0 && world.cfg === (exercise.cfg ?? '');
	if (isUntouched) return [];
	const solution = exercise.solution.filter(
		(step): step is RequestStep => 'operation' in step && !step.operation.includes(' /auth/')
	);
	const standing = asked.filter(
		(entry, at) =>
			isRefused(entry) && !isOver(entry, asked.slice(at + 1)) && !isAskedFor(exercise, world, entry)
	);
	const newest = standing.toReversed();
	const refusals = [...newest.filter(isChange), ...newest.filter((entry) => !isChange(entry))];
	const sight: Sight = { exercise, world, asked, refusal: undefined, runs, solution };
	return refusals.length === 0 ? [sight] : refusals.map((refusal) => ({ ...sight, refusal }));
}

/** Without it a check that passes would not: the learner was to see just that. */
function isAskedFor(exercise: Exercise, world: World, entry: JournalEntry): boolean {
	const without = { ...world, journal: world.journal.filter((one) => one !== entry) };
	return exercise.checks.some(({ passes }) => passes({ world }) && !passes({ world: without }));
}

function newestRuns(world: World): DagRun[] {
	const newest = new Map<string, DagRun>();
	for (const run of openRuns(world)) {
		const isOwn = run.runType === 'manual' || run.runType === 'backfill' || run.clearNumber > 0;
		if (!isOwn || sinceMs(run) <= world.bornMs) continue;
		const other = newest.get(run.dagId);
		if (!other || sinceMs(run) >= sinceMs(other)) newest.set(run.dagId, run);
	}
	return [...newest.values()].sort((a, b) => sinceMs(b) - sinceMs(a) || b.id - a.id);
}

/** When it was last put into the queue, virtual milliseconds. */
const sinceMs = ({ queuedAtMs, startMs }: DagRun) => queuedAtMs ?? startMs ?? 0;
