import { describe, expect, it } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { grade } from './grade.ts';
import type { SolutionStep } from './lesson.ts';
import { mutantsOf } from './mutants.ts';
import { inWorld } from './run-name.ts';
import { SURVIVORS } from './survivors.ts';
import { rehearse } from './rehearse.ts';
import { variantsOf } from './twin.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const SEEDS = [2, 7];

const isCreation = (step: SolutionStep) =>
	'operation' in step && step.operation.startsWith('POST ');

/** Whether the step names something that is called otherwise in each learner's world. */
const isNamedByWorld = (step: SolutionStep) => JSON.stringify(step).includes('{latest run of ');

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

describe('an answer learnt by heart', () => {
	const LATER_MS = START_MS + 3 * 86_400_000;
	const varying = variants.filter(({ solution }) => solution.some((step) => isNamedByWorld(step)));

	it.each(varying)('does not solve $id in $api in a world of another day', (exercise) => {
		const born = rehearse(exercise, [], START_MS);
		const learnt = exercise.solution.map((step) => inWorld(step, born));
		expect(grade(exercise, rehearse(exercise, learnt, START_MS)).isPassed).toBe(true);
		expect(grade(exercise, rehearse(exercise, learnt, LATER_MS)).isPassed).toBe(false);
		expect(grade(exercise, rehearse(exercise, exercise.solution, LATER_MS)).isPassed).toBe(true);
	});

	it('has exercises to be tried on', () => {
		expect(varying.length).toBeGreaterThan(3);
	});
});
