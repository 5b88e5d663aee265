import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { plainOptions, type SnippetAuth, type SnippetOptions } from '#lib/snippets/target.ts';
import { NASTY, NASTY_BODIES, NASTY_HEADERS, NASTY_MARKS, TYPED_BODIES } from './nasty.ts';
import { secrets } from './run-snippets.ts';

export interface WireCase {
	title: string;
	operation: Operation;
	draft: RequestDraft;
	auth: SnippetAuth;
	api: 'v1' | 'v2';
	options: SnippetOptions;
}

const AUTHS: SnippetAuth[] = [
	{ kind: 'none' },
	{ kind: 'basic', username: 'admin' },
	{ kind: 'bearer' },
	{ kind: 'basic', username: `o'ne "$HOME" !x` },
	{ kind: 'basic' }
];

const OPTIONS: Partial<SnippetOptions>[] = [
	{},
	{ flags: 'long', lines: 'many' },
	{ lines: 'one', checksErrors: true },
	{ jq: `.dags[]? | "it's \\(.dag_id)"` },
	{ flags: 'long', checksErrors: true, jq: '-1 as $x | $x' },
	{ checksErrors: true, lines: 'many' },
	{ secret: '' }
];

/**
 * Every operation of both APIs with example values, nasty values in every place that takes any, and as many random
 * ones as asked for.
 */
export function wireCases(randomCount: number, seed: number): WireCase[] {
	const apis = (['2.11.2', '3.3.2'] as const).map((version) =>
		describe(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')))
	);
	const cases = [
		...apis.flatMap((api) => api.operations.map((operation) => exampleCase(api, operation))),
		...apis.flatMap(nastyCases),
		...apis.flatMap((api, i) => randomCases(api, Math.ceil(randomCount / 2), seed + i))
	];
	// Two lists of lengths without a common factor: every credential meets every option.
	return cases.map((wireCase, i) => {
		const auth = AUTHS[i % AUTHS.length] as SnippetAuth;
		const options = { ...plainOptions, ...OPTIONS[i % OPTIONS.length] };
		return { ...wireCase, auth, options: withSecret(options, auth) };
	});
}

// Written out, the secret is the same that the variables hold.
function withSecret({ secret, ...options }: SnippetOptions, { kind }: SnippetAuth): SnippetOptions {
	if (secret === undefined || kind === 'none') return options;
	return {
		...options,
		secret: kind === 'basic' ? secrets.AIRFLOW_PASSWORD : secrets.AIRFLOW_TOKEN
	};
}

type Untold = Omit<WireCase, 'auth' | 'options'>;

function exampleCase(api: ApiDescription, operation: Operation): Untold {
	const named = (place: string, value: (name: string) => unknown) =>
		Object.fromEntries(
			operation.parameters.filter((one) => one.in === place).map(({ name }) => [name, value(name)])
		);
	const draft: RequestDraft = {
		operation: operation.key,
		path: named('path', (name) => `my ${name}`) as Record<string, string>,
		query: named('query', () => ['a b', 'c&d']) as Record<string, string[]>,
		headers: named('header', () => 'application/json') as Record<string, string>,
		...(operation.body ? { body: exampleBody(operation, api) } : {})
	};
	return { title: operation.key, operation, draft, api: api.api as 'v1' | 'v2' };
}

function nastyCases(api: ApiDescription): Untold[] {
	const { get, post, patch, of } = placesIn(api);
	return [
		...NASTY.map((value) =>
			of(get, { path: { dag_id: value }, query: { state: [value, ''], order_by: [value] } })
		),
		...NASTY.map((value) =>
			of(get, { path: { dag_id: 'x' }, headers: { 'X-Note': value, Accept: '' } })
		),
		...NASTY.map((value) =>
			of(post, { path: { dag_id: 'x' }, body: value, contentType: 'text/plain' })
		),
		...NASTY.map((value) =>
			of(patch, { path: { pool_name: 'x' }, body: JSON.stringify({ [value]: value }) })
		),
		...NASTY_HEADERS.map((headers) => of(get, { path: { dag_id: 'x' }, headers })),
		...NASTY_BODIES.map((body) => of(post, { path: { dag_id: 'x' }, body })),
		...TYPED_BODIES.map(([contentType, body]) =>
			of(post, { path: { dag_id: 'x' }, body, contentType })
		)
	];
}

function randomCases(api: ApiDescription, count: number, seed: number): Untold[] {
	const { get, post, of } = placesIn(api);
	const text = fc.oneof(
		fc.constantFrom(...NASTY),
		fc.string({ unit: fc.constantFrom(...NASTY_MARKS), minLength: 1, maxLength: 16 }),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
	);
	const value = fc.string({ unit: fc.constantFrom(...NASTY_MARKS), maxLength: 16 });
	const name = fc.stringMatching(/^[!#$%&'*+.^_`|~\w-]{1,6}$/);
	const random = fc.tuple(
		text,
		fc.dictionary(text, fc.array(text, { minLength: 1, maxLength: 3 }), { maxKeys: 3 }),
		fc.dictionary(
			name.map((some) => `X${some}`),
			value,
			{ maxKeys: 2 }
		),
		fc.oneof(text, fc.json({ maxDepth: 3 })),
		fc.constantFrom('application/json', 'text/plain', 'application/x-ndjson')
	);
	return fc
		.sample(random, { numRuns: count, seed })
		.map(([path, query, headers, body, contentType], i) =>
			i % 3 === 0
				? of(get, { path: { dag_id: path }, query, headers })
				: of(post, { path: { dag_id: path }, query, headers, body, contentType })
		);
}

function placesIn(api: ApiDescription) {
	const find = (key: string) => api.operations.find((one) => one.key === key) as Operation;
	return {
		get: find('GET /dags/{dag_id}/dagRuns'),
		post: find('POST /dags/{dag_id}/dagRuns'),
		patch: find('PATCH /pools/{pool_name}'),
		of: (operation: Operation, draft: Partial<RequestDraft>): Untold => ({
			title: `${operation.key} ${JSON.stringify(draft).slice(0, 200)}`,
			operation,
			draft: { operation: operation.key, path: {}, query: {}, headers: {}, ...draft },
			api: api.api as 'v1' | 'v2'
		})
	};
}
