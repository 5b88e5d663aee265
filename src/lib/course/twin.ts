import { LabError } from '#lib/lab-error.ts';
import type { Exercise, RequestStep, SolutionStep, Twin, WrongAnswer } from './lesson.ts';

type Api = Exercise['api'];

const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

/** The APIs that an exercise can be done in, the older first. */
export const apisOf = ({ api, twin }: Exercise): Api[] => (twin ? ['v1', 'v2'] : [api]);

/** An exercise once for each API it can be done in, beginning with the one it was written for. */
export const variantsOf = (exercise: Exercise): Exercise[] => [
	exercise,
	...(exercise.twin ? [asApi(exercise, otherThan(exercise.api))] : [])
];

/**
 * The exercise in one API: under the same id, in a world of its own.
 * @throws LabError `no-twin` when it is not for that API
 */
export function asApi(exercise: Exercise, api: Api): Exercise {
	if (api === exercise.api) return exercise;
	// Each API has commands of its own.
	const { twin, programs: _, ...shared } = exercise;
	if (!twin) throw new LabError('no-twin', `The exercise ${exercise.id} is not for API ${api}`);
	const { step, ...own } = twin;
	return {
		...shared,
		solution: translated(shared.solution, step),
		...own,
		wrong: wrongAnswers(shared.wrong, twin),
		api,
		world: `${shared.world}-${api}`,
		isTwin: true
	};
}

/** For twins in v2: a trigger must say that it is for no date. */
export const dated = (step: RequestStep): RequestStep =>
	step.operation === TRIGGER
		? { ...step, body: { logical_date: null, ...(step.body as object | undefined) } }
		: step;

/** For twins in v1, where no date is said by leaving it out: null is refused. */
export function undated(step: RequestStep): RequestStep {
	if (step.operation !== TRIGGER || step.body === undefined) return step;
	const { logical_date: date, ...body } = step.body as Record<string, unknown>;
	return { ...step, body: date === null ? body : { logical_date: date, ...body } };
}

const otherThan = (api: Api): Api => (api === 'v1' ? 'v2' : 'v1');

const translated = (steps: readonly SolutionStep[], step: Twin['step']): SolutionStep[] =>
	steps.map((one) => ('operation' in one && step ? step(one) : one));

/** Shared ones keep their order, which decides whose advice is given; those of the twin alone come after. */
function wrongAnswers(shared: readonly WrongAnswer[], { step, wrong = {} }: Twin): WrongAnswer[] {
	const kept = shared.flatMap((answer) => {
		const own = wrong[answer.name];
		if (own === null) return [];
		return [{ ...answer, steps: translated(answer.steps, step), ...own }];
	});
	const names = new Set(shared.map(({ name }) => name));
	const added = Object.entries(wrong).flatMap(([name, own]) => {
		if (own === null || names.has(name)) return [];
		const { steps, says, matches } = own;
		if (!steps || !says || !matches)
			throw new LabError('bad-twin', `The wrong answer ${name} is in no exercise and not whole`);
		return [{ name, steps, says, matches }];
	});
	return [...kept, ...added];
}
