import type { Caller, RequestStep, SolutionStep } from './lesson.ts';

/** A solution with one thing wrong. */
export interface Mutant {
	/** `step 2 as nobody`. */
	name: string;
	steps: SolutionStep[];
	/** The step that is done twice, where that is the mistake. */
	again?: SolutionStep;
}

const VERBS: Readonly<Record<string, string>> = {
	GET: 'DELETE',
	POST: 'GET',
	PATCH: 'GET',
	PUT: 'GET',
	DELETE: 'GET'
};

const STRANGER: Caller = { authorization: 'Basic c3RyYW5nZXI6d3Jvbmc=' };

/**
 * Solutions that must not pass: a step left out, done twice or after the next one, an id that is none, another verb,
 * nobody's or a stranger's credentials, another media type, no body, and each field of it and of the query left at its
 * default.
 */
export function mutantsOf(solution: readonly SolutionStep[]): Mutant[] {
	return solution.flatMap((step, index) => {
		const name = `step ${index + 1}`;
		const instead = (what: string, ...steps: SolutionStep[]): Mutant => ({
			name: `${name} ${what}`,
			steps: [...solution.slice(0, index), ...steps, ...solution.slice(index + 1)]
		});
		const next = solution[index + 1];
		const after = [...solution.slice(0, index), ...(next ? [next] : []), step];
		const late = {
			name: `${name} after the next`,
			steps: [...after, ...solution.slice(index + 2)]
		};
		const isRead = 'operation' in step && step.operation.startsWith('GET ');
		return [
			instead('left out'),
			...(next ? [late] : []),
			...(isRead ? [] : [{ ...instead('done twice', step, step), again: step }]),
			...('operation' in step ? wrongs(step) : []).map(([what, wrong]) => instead(what, wrong))
		];
	});
}

function wrongs(step: RequestStep): [what: string, step: RequestStep][] {
	const [verb = '', path = ''] = step.operation.split(' ');
	const isLogin = path.startsWith('/auth/');
	const ids = Object.keys(step.path ?? {}).filter((name) => step.path?.[name] !== '~');
	const { body, query } = step;
	const callers: [string, RequestStep][] = [
		['as nobody', { ...step, as: 'nobody' }],
		['as a stranger', { ...step, as: STRANGER }]
	];
	const bodies: [string, RequestStep][] = [
		['without its body', { ...step, body: {} }],
		['as plain text', { ...step, contentType: 'text/plain' }]
	];
	return [
		[`as ${VERBS[verb] ?? verb}`, { ...step, operation: `${VERBS[verb] ?? verb} ${path}` }],
		...ids.map((id): [string, RequestStep] => [
			`with another ${id}`,
			{ ...step, path: { ...step.path, [id]: 'no_such_thing' } }
		]),
		...(isLogin || step.as === 'nobody' ? [] : callers),
		...(body === undefined ? [] : bodies),
		// Of one field alone nothing would be left, which is `without its body`.
		...(fieldsOf(body).length > 1 ? lacking(body) : []).map(
			([name, rest]): [string, RequestStep] => [`without ${name}`, { ...step, body: rest }]
		),
		...lacking(query).map(([name, rest]): [string, RequestStep] => [
			`without ${name}`,
			{ ...step, query: rest as Record<string, string> }
		])
	];
}

/** What is left of an object without each of its fields. */
const lacking = (value: unknown): [name: string, rest: Record<string, unknown>][] =>
	fieldsOf(value).map(([name]) => [
		name,
		Object.fromEntries(fieldsOf(value).filter(([one]) => one !== name))
	]);

const fieldsOf = (value: unknown): [string, unknown][] =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
