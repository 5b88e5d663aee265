import { openRuns } from '#lib/simulator/past/past.ts';
import type { DagRun, JournalEntry, World } from '#lib/simulator/world.ts';
import type { Exercise, InBoth, RequestStep } from './lesson.ts';

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
	const stands = (entry: JournalEntry, at: number) =>
		isRefused(entry) && !isOver(entry, asked.slice(at + 1)) && !isAskedFor(exercise, world, entry);
	const change = asked.findLast((entry, at) => isChange(entry) && stands(entry, at));
	const look = asked.findLast((entry, at) => !isChange(entry) && stands(entry, at));
	const sight: Sight = { exercise, world, asked, refusal: change ?? look, runs, solution };
	return change && look ? [sight, { ...sight, refusal: look }] : [sight];
}

export const isRefused = ({ status, blocked }: JournalEntry): boolean =>
	status >= 400 || status === 0 || blocked !== undefined;

export const isTaken = (entry: JournalEntry): boolean => !isRefused(entry) && entry.status < 300;

/** Whether an operation, if it is carried out, changes something. */
export const isWriting = (operation: string): boolean =>
	!/^(GET|HEAD|OPTIONS) |^\w+ \/auth\/|\/(list|dry_run)$/.test(operation);

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a body that is a JSON object; undefined when it is none, or was not kept. */
export function fieldsOf({
	body
}: Pick<JournalEntry, 'body'>): Record<string, unknown> | undefined {
	if (body === undefined) return undefined;
	try {
		const value: unknown = JSON.parse(body);
		return isObject(value) ? value : undefined;
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}

/** As code in a sentence, no longer than a line. */
export function code(text: string): string {
	const plain = text.replaceAll('`', "'");
	return `\`${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}\``;
}
const LONGEST = 160;

export const requestOf = ({ method, path }: JournalEntry): string => code(`${method} ${path}`);

const isChange = ({ method, path }: JournalEntry) => isWriting(`${method} ${path}`);

/** Somebody asked again since, or did otherwise what was refused. */
function isOver(entry: JournalEntry, later: readonly JournalEntry[]): boolean {
	const { operation, method, path } = entry;
	return later.some((next) => {
		if (next.method === method && next.path === path) return true;
		if (operation === undefined) return next.method === method && isTaken(next);
		if (next.operation === operation) return true;
		if (next.operation === undefined || !isTaken(next)) return false;
		const areWrites = isWriting(operation) && isWriting(next.operation);
		if (!areWrites || subjectOf(operation) !== subjectOf(next.operation)) return false;
		const [one, other] = [thingOf(entry), thingOf(next)];
		return one === undefined || other === undefined || one === other;
	});
}

/** The name of what a request is about, where it tells. */
function thingOf({ operation = '', params, body }: JournalEntry): string | undefined {
	const param = /\{(\w+)\}$/.exec(operation)?.[1];
	if (param !== undefined) return params[param];
	const fields = fieldsOf(body === undefined ? {} : { body }) ?? {};
	const name = NAMES.map((field) => fields[field]).find((value) => typeof value === 'string');
	return typeof name === 'string' ? name : undefined;
}
const NAMES = ['dag_run_id', 'name', 'key', 'connection_id', 'username'];

/** `dagRuns` of `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}`. */
export const subjectOf = (operation: string) =>
	operation.split('/').findLast((word) => !word.startsWith('{'));

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
