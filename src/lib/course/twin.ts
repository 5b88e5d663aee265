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
	const { step, hints, ...own } = twin;
	return {
		...shared,
		solution: translated(shared.solution, step),
		...own,
		hints: shared.hints.map((hint, place) => hints?.[place] ?? hint),
		wrong: wrongAnswers(shared.wrong, twin),
		api,
		world: `${shared.world}-${api}`,
		isTwin: true
	};
}

/** A request of v1 as v2 wants it: a trigger says that it is for no date, a note is a field like any other. */
export function asInV2(step: RequestStep): RequestStep {
	const { operation, path = {}, body } = step;
	if (operation === TRIGGER)
		return { ...step, body: { logical_date: null, ...(body as object | undefined) } };
	if (operation.includes('{task_try_number}')) {
		const { task_try_number: tryNumber = '', ...others } = path;
		const renamed = operation.replace('{task_try_number}', '{try_number}');
		return { ...step, operation: renamed, path: { ...others, try_number: tryNumber } };
	}
	return { ...step, operation: operation.replace(/\/setNote$/, '') };
}

/** A request of v2 as v1 wants it: no date is said by leaving it out, as null is refused; notes go their own way. */
export function asInV1(step: RequestStep): RequestStep {
	const { operation, body } = step;
	if (operation === TRIGGER && body !== undefined) {
		const { logical_date: date, ...others } = body as Record<string, unknown>;
		return { ...step, body: date === null ? others : { logical_date: date, ...others } };
	}
	const isNote = operation.startsWith('PATCH') && Object.keys(body ?? {}).join() === 'note';
	return isNote ? { ...step, operation: `${operation}/setNote` } : step;
}

const otherThan = (api: Api): Api => (api === 'v1' ? 'v2' : 'v1');

const translated = (steps: readonly SolutionStep[], step: Twin['step']): SolutionStep[] =>
	steps.map((one) => ('operation' in one && step ? step(one) : one));

/** The first that matches is the one that speaks: the twin's own, which know more, then the shared in their order. */
function wrongAnswers(shared: readonly WrongAnswer[], { step, wrong = {} }: Twin): WrongAnswer[] {
	const names = new Set(shared.map(({ name }) => name));
	const added = Object.entries(wrong).flatMap(([name, own]) => {
		if (own === null || names.has(name)) return [];
		const { steps, says, matches } = own;
		if (!steps || !says || !matches)
			throw new LabError('bad-twin', `The wrong answer ${name} is in no exercise and not whole`);
		return [{ name, steps, says, matches }];
	});
	const kept = shared.flatMap((answer) => {
		const own = wrong[answer.name];
		if (own === null) return [];
		return [{ ...answer, steps: translated(answer.steps, step), ...own }];
	});
	return [...added, ...kept];
}
