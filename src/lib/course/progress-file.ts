import { EVENT_KINDS, inOrder, passedExercises, type ProgressEvent } from './progress.ts';

/** What a file of progress holds beside its events. */
export interface ProgressFile {
	/** As the learner wants to be called; may be empty. */
	learner: string;
	events: ProgressEvent[];
}

/** Why a text is no file of progress; `values` fill the sentence. */
export interface ProgressFileIssue {
	id: 'no-json' | 'another-file' | 'newer' | 'bad-event' | 'too-many';
	values?: Record<string, string>;
}

const FORMAT = 'windsock-progress';
const VERSION = 1;
const MOST_EVENTS = 100_000;
const LONGEST_NAME = 80;

/** The learner's progress as a file; {@link readProgressFile} the other way round. */
export function writeProgressFile({ learner, events }: ProgressFile): string {
	return `${JSON.stringify({ format: FORMAT, version: VERSION, learner, events: inOrder(events) }, undefined, '\t')}\n`;
}

/** Reads a file of progress, a stranger's perhaps: every field is checked, and nothing else is taken. */
export function readProgressFile(text: string): ProgressFile | { issue: ProgressFileIssue } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { issue: { id: 'no-json', values: { why: (error as Error).message } } };
	}
	if (!isRecord(value) || value.format !== FORMAT || !Array.isArray(value.events))
		return { issue: { id: 'another-file' } };
	if (value.version !== VERSION)
		return { issue: { id: 'newer', values: { version: String(value.version).slice(0, 20) } } };
	if (value.events.length > MOST_EVENTS)
		return { issue: { id: 'too-many', values: { n: String(value.events.length) } } };

	const events: ProgressEvent[] = [];
	for (const [index, one] of (value.events as unknown[]).entries()) {
		const event = eventOf(one);
		if (!event) return { issue: { id: 'bad-event', values: { n: String(index + 1) } } };
		events.push(event);
	}
	const learner = typeof value.learner === 'string' ? value.learner.slice(0, LONGEST_NAME) : '';
	return { learner, events };
}

/** What taking over a file would change: only what is not here yet counts, so a second time changes nothing. */
export function whatIsNew(mine: readonly ProgressEvent[], theirs: readonly ProgressEvent[]) {
	const events = freshOf(theirs, mine);
	const [before, after] = [passedExercises(mine), passedExercises([...mine, ...events])];
	return {
		events,
		gained: [...after].filter((id) => !before.has(id)),
		lost: [...before].filter((id) => !after.has(id))
	};
}

/** Those of `events` that are not among the known ones. */
export function freshOf(
	events: readonly ProgressEvent[],
	known: readonly ProgressEvent[]
): ProgressEvent[] {
	const ids = new Set(known.map(({ id }) => id));
	return events.filter(({ id }) => !ids.has(id));
}

function eventOf(value: unknown): ProgressEvent | undefined {
	if (!isRecord(value)) return undefined;
	const { id, at, exercise, kind, via } = value;
	const isWhole =
		isShortText(id) && isShortText(exercise) && isShortText(at) && !Number.isNaN(Date.parse(at));
	const known = EVENT_KINDS.find((one) => one === kind);
	if (!isWhole || !known) return undefined;
	return { id, at, exercise, kind: known, ...(isShortText(via) ? { via } : {}) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isShortText = (value: unknown): value is string =>
	typeof value === 'string' && value !== '' && value.length <= 200;
