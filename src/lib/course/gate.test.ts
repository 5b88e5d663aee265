import { describe, expect, it } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { grade } from './grade.ts';
import type { SolutionStep } from './lesson.ts';
import { mutantsOf } from './mutants.ts';
import { SURVIVORS } from './survivors.ts';
import { rehearse } from './rehearse.ts';
import { variantsOf } from './twin.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const SEEDS = [2, 7];

const variants = syllabus.flatMap(({ exercises }) => exercises.flatMap(variantsOf));

describe.each(variants)('the exercise $id in $api', (exercise) => {
	const graded = (name: string, steps: SolutionStep[]) => ({
		name,
		...grade(exercise, rehearse(exercise, steps, START_MS))
	});
	const mutants = mutantsOf(exercise.solution).map(({ name, steps }) => graded(name, steps));
	const wrong = exercise.wrong.map(({ name, steps }) => graded(name, steps));

	it('does not pass with a mistake in the solution, or it is said why', () => {
		const passing = mutants.filter(({ isPassed }) => isPassed).map(({ name }) => name);
		const excused = SURVIVORS.flatMap(({ exercise: id, api = exercise.api, mutants }) =>
			id === exercise.id && api === exercise.api ? mutants : []
		);
		expect(passing.toSorted()).toEqual(excused.toSorted());
	});

	it('has no check that stays true whatever one does wrong', () => {
		const mistakes = [...mutants, ...wrong];
		const idle = exercise.checks.filter((_, at) =>
			mistakes.every(({ checks }) => checks[at]?.passes)
		);
		expect(idle.map(({ says }) => says.en)).toEqual([]);
	});

	it.each(SEEDS)('is solved in the world of seed %i', (seed) => {
		const { checks } = grade(exercise, rehearse(exercise, exercise.solution, START_MS, seed));
		expect(checks.filter(({ passes }) => !passes).map(({ says }) => says.en)).toEqual([]);
	});
});
