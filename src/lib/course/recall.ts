import { inOrder, type ProgressEvent } from './progress.ts';

/** After so many days a question comes back, once recalled, twice, three times; then it is known. */
export const INTERVALS_DAYS = [1, 3, 7] as const;

const DAY_MS = 86_400_000;

/** How far a learner has come with a question. */
export interface Recall {
	/** How many times in a row it was recalled. */
	streak: number;
	/** When it is to be asked again, ms; Infinity = it is known. */
	dueMs: number;
}

/** What is known of each question that was ever answered. A wrong answer starts it over. */
export function recalls(events: readonly ProgressEvent[]): Map<string, Recall> {
	const found = new Map<string, Recall>();
	for (const { kind, exercise, at } of inOrder(events)) {
		if (kind !== 'recalled' && kind !== 'forgotten') continue;
		const before = found.get(exercise);
		const atMs = Date.parse(at);
		// Answered again before its day, it proves nothing new.
		if (kind === 'recalled' && before && before.streak > 0 && atMs < before.dueMs) continue;
		const streak = kind === 'recalled' ? (before?.streak ?? 0) + 1 : 0;
		const days = kind === 'recalled' ? INTERVALS_DAYS[streak - 1] : INTERVALS_DAYS[0];
		found.set(exercise, { streak, dueMs: days === undefined ? Infinity : atMs + days * DAY_MS });
	}
	return found;
}

/** Questions that were answered before and are to be asked again now, the longest due first. */
export function dueQuestions(events: readonly ProgressEvent[], nowMs: number): string[] {
	return [...recalls(events)]
		.filter(([, { dueMs }]) => dueMs <= nowMs)
		.sort(([, a], [, b]) => a.dueMs - b.dueMs)
		.map(([id]) => id);
}
