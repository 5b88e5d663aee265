import type { RequestStep, SolutionStep } from './lesson.ts';

/** A solution with one thing wrong. */
export interface Mutant {
	/** `step 2 as nobody`. */
	name: string;
	steps: SolutionStep[];
}

const VERBS: Readonly<Record<string, string>> = {
	GET: 'DELETE',
	POST: 'GET',
	PATCH: 'GET',
	PUT: 'GET',
	DELETE: 'GET'
};

/** Solutions that must not pass: a step left out, an id that is none, another verb, nobody's credentials, no body. */
export function mutantsOf(solution: readonly SolutionStep[]): Mutant[] {
	return solution.flatMap((step, index) => {
		const name = `step ${index + 1}`;
		const instead = (what: string, ...steps: SolutionStep[]): Mutant => ({
			name: `${name} ${what}`,
			steps: [...solution.slice(0, index), ...steps, ...solution.slice(index + 1)]
		});
		const dropped = instead('left out');
		if (!('operation' in step)) return [dropped];
		return [dropped, ...wrongs(step).map(([what, wrong]) => instead(what, wrong))];
	});
}

function wrongs(step: RequestStep): [what: string, step: RequestStep][] {
	const [verb = '', path = ''] = step.operation.split(' ');
	const isLogin = path.startsWith('/auth/');
	const ids = Object.keys(step.path ?? {}).filter((name) => step.path?.[name] !== '~');
	return [
		[`as ${VERBS[verb] ?? verb}`, { ...step, operation: `${VERBS[verb] ?? verb} ${path}` }],
		...ids.map((id): [string, RequestStep] => [
			`with another ${id}`,
			{ ...step, path: { ...step.path, [id]: 'no_such_thing' } }
		]),
		...(isLogin || step.as === 'nobody'
			? []
			: [['as nobody', { ...step, as: 'nobody' }] as [string, RequestStep]]),
		...(step.body === undefined
			? []
			: [['without its body', { ...step, body: {} }] as [string, RequestStep]])
	];
}
