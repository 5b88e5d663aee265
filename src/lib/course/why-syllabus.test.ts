import { describe, expect, it, test } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { variantsOf } from './twin.ts';
import { grade, type Grade } from './grade.ts';
import type { Exercise } from './lesson.ts';
import { mutantsOf } from './mutants.ts';
import { rehearse } from './rehearse.ts';
import { whyNot } from './why.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
/** Of mistakes in a solution, those of which the lab has something to say; a step left out often shows nothing. */
const SHARE = 0.8;
const SHARE_OF_DONE = 0.9;

const exercises = syllabus.flatMap((lesson) => lesson.exercises.flatMap(variantsOf));

const worked = new Map<Exercise, ({ name: string } & Grade)[]>();

/** The grades of solutions with one thing wrong, worked out once. */
function mutantsIn(exercise: Exercise): ({ name: string } & Grade)[] {
	const known = worked.get(exercise);
	if (known) return known;
	const grades = mutantsOf(exercise.solution).map(({ name, steps }) => ({
		name,
		...grade(exercise, rehearse(exercise, steps, START_MS))
	}));
	worked.set(exercise, grades);
	return grades;
}

describe.each(exercises)('in the exercise $id in $api', (exercise) => {
	it('nothing is told untouched, nor when it is solved', () => {
		const whys = [[], exercise.solution].map(
			(steps) => grade(exercise, rehearse(exercise, steps, START_MS)).why
		);
		expect(whys).toEqual([[], []]);
	});

	it('each reason is told in both languages', () => {
		const wrong = exercise.wrong.map(({ steps }) =>
			whyNot(exercise, rehearse(exercise, steps, START_MS))
		);
		for (const { ru, en } of [...mutantsIn(exercise).map(({ why }) => why), ...wrong].flat()) {
			expect(ru).toMatch(/[а-яё]/);
			expect(en).not.toMatch(/[а-яё]/i);
			expect(`${ru}${en}`).not.toMatch(/undefined|\[object|``/);
		}
	});
});

test('most mistakes in a solution are told of', () => {
	const mistakes = exercises.flatMap((exercise) =>
		mutantsIn(exercise).flatMap(({ name, isPassed, advice, why }) => {
			const isDone = !name.endsWith('left out');
			return isPassed ? [] : [{ isDone, isTold: advice !== undefined || why.length > 0 }];
		})
	);
	const share = (some: typeof mistakes) => some.filter(({ isTold }) => isTold).length / some.length;
	expect(share(mistakes)).toBeGreaterThan(SHARE);
	expect(share(mistakes.filter(({ isDone }) => isDone))).toBeGreaterThan(SHARE_OF_DONE);
});

test('a reason does not repeat a named mistake', () => {
	const POINTS = [/\b[45]\d\d\b/g, /dry_run|dry run/g, /pause/g, /update_mask/g];
	for (const exercise of exercises)
		for (const { steps } of exercise.wrong) {
			const { advice, why } = grade(exercise, rehearse(exercise, steps, START_MS));
			expect(why.length).toBeLessThanOrEqual(2);
			for (const point of POINTS) {
				const heard = advice?.en.match(point) ?? [];
				for (const word of heard) expect(why.map(({ en }) => en).join(' ')).not.toContain(word);
			}
		}
});
