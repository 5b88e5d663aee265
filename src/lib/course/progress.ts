/** One thing a learner did. Events are only ever added, so tabs cannot lose each other's. */
export interface ProgressEvent {
	/** A uuid. */
	id: string;
	/** ISO 8601, UTC. */
	at: string;
	/** Whom it is about: the stable id of an exercise, a question or a lesson. */
	exercise: string;
	/**
	 * `recalled` and `forgotten` are answers to a question; `marked` and `unmarked` say that the learner counts a lesson
	 * as passed, or no more.
	 */
	kind: (typeof EVENT_KINDS)[number];
	/** Where it was done: `playground`, `shell`, `python`. */
	via?: string;
}

export const EVENT_KINDS = [
	'solved',
	'attempt',
	'hint',
	'reset',
	'recalled',
	'forgotten',
	'marked',
	'unmarked'
] as const;

/** Exercises that count as passed: solved, and not put back to the start since. */
export function passedExercises(events: readonly ProgressEvent[]): Set<string> {
	return foldOf(events, 'solved', 'reset');
}

/** Lessons that the learner has marked as passed, exercises or not. */
export function markedLessons(events: readonly ProgressEvent[]): Set<string> {
	return foldOf(events, 'marked', 'unmarked');
}

/** A lesson is passed when all its exercises are, or when the learner says so. */
export function isLessonPassed(
	{ id, exercises }: { id: string; exercises: readonly { id: string }[] },
	events: readonly ProgressEvent[]
): boolean {
	const passed = passedExercises(events);
	const isSolved = exercises.length > 0 && exercises.every((one) => passed.has(one.id));
	return isSolved || markedLessons(events).has(id);
}

/** Events by time; storage gives them by id. */
export const inOrder = (events: readonly ProgressEvent[]): ProgressEvent[] =>
	[...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

function foldOf(
	events: readonly ProgressEvent[],
	adds: ProgressEvent['kind'],
	takes: ProgressEvent['kind']
): Set<string> {
	const held = new Set<string>();
	for (const { exercise, kind } of inOrder(events)) {
		if (kind === adds) held.add(exercise);
		if (kind === takes) held.delete(exercise);
	}
	return held;
}
