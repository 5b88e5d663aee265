import { isLessonPassed, passedExercises } from './progress.ts';
import type { ProgressFile } from './progress-file.ts';

interface LessonOfClass {
	id: string;
	number: string;
	exercises: readonly { id: string }[];
}

/** One learner of a class: how many exercises of each lesson are solved, and when something was done last. */
export interface ClassRow {
	learner: string;
	lessons: { number: string; solved: number; all: number; isPassed: boolean }[];
	/** Attempts, hints and solutions together. */
	deeds: number;
	/** ISO 8601; absent when nothing was ever done. */
	lastAt?: string;
}

export function classRow(
	{ learner, events }: ProgressFile,
	lessons: readonly LessonOfClass[]
): ClassRow {
	const passed = passedExercises(events);
	const last = events.map(({ at }) => at).reduce((a, b) => (a > b ? a : b), '');
	return {
		learner,
		lessons: lessons.map((lesson) => ({
			number: lesson.number,
			solved: lesson.exercises.filter(({ id }) => passed.has(id)).length,
			all: lesson.exercises.length,
			isPassed: isLessonPassed(lesson, events)
		})),
		deeds: events.length,
		...(last === '' ? {} : { lastAt: last })
	};
}

/** The class as CSV for a spreadsheet; a name that begins like a formula is made harmless. @source RFC 4180 */
export function classCsv(
	rows: readonly ClassRow[],
	head: { learner: string; last: string }
): string {
	const numbers = rows[0]?.lessons.map(({ number }) => number) ?? [];
	const lines = [
		[head.learner, ...numbers, head.last],
		...rows.map(({ learner, lessons, lastAt = '' }) => [
			learner,
			...lessons.map(({ solved, all }) => `${solved}/${all}`),
			lastAt
		])
	];
	return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
	// What a spreadsheet would take for a formula or a date stays text.
	const safe = /^[=+\-@\t\r]|^\d+\/\d+$/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
