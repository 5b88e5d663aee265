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

const isCreation = (step: SolutionStep) =>
	'operation' in step && step.operation.startsWith('POST ');

const variants = syllabus.flatMap(({ exercises }) => exercises.flatMap(variantsOf));

describe.each(variants)('the exercise $id in $api', (exercise) => {
	const graded = (name: string, steps: SolutionStep[], again?: SolutionStep) => {
		const world = rehearse(exercise, steps, START_MS);
		const refused = world.journal.filter(({ status }) => status >= 400).length;
		return { name, again, refused, ...grade(exercise, world) };
	};
	const solved = graded('solution', exercise.solution);
	const mutants = mutantsOf(exercise.solution).map((one) => graded(one.name, one.steps, one.again));
	const wrong = exercise.wrong.map(({ name, steps }) => graded(name, steps));

	it('does not pass with a mistake in the solution, or it is said why', () => {
		// To do again what sets a state, or what is refused the second time, is how one retries: no mistake.
		const isRetry = ({ again, refused }: (typeof mutants)[number]) =>
			again !== undefined && (!isCreation(again) || refused > solved.refused);
		const passing = mutants
			.filter((mutant) => mutant.isPassed && !isRetry(mutant))
			.map(({ name }) => name);
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
