/** One thing a learner did. Events are only ever added, so tabs cannot lose each other's. */
export interface ProgressEvent {
	/** A uuid. */
	id: string;
	/** ISO 8601, UTC. */
	at: string;
	/** The exercise's stable id. */
	exercise: string;
	kind: 'solved' | 'attempt' | 'hint' | 'reset';
	/** Where it was done: `playground`, `shell`, `python`. */
	via?: string;
}

/** Exercises that count as passed: solved, and not put back to the start since. */
export function passedExercises(events: readonly ProgressEvent[]): Set<string> {
	const passed = new Set<string>();
	for (const { exercise, kind } of inOrder(events)) {
		if (kind === 'solved') passed.add(exercise);
		if (kind === 'reset') passed.delete(exercise);
	}
	return passed;
}

/** Events by time; storage gives them by id. */
export const inOrder = (events: readonly ProgressEvent[]): ProgressEvent[] =>
	[...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
