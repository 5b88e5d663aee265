import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import type { SnippetAuth } from '#lib/snippets/target.ts';

export interface WireCase {
	title: string;
	operation: Operation;
	draft: RequestDraft;
	auth: SnippetAuth;
	api: 'v1' | 'v2';
}

/** Text that breaks generators: quoting, globbing, encoding, numbers, Python's words, injected commands. */
const NASTY = [
	`it's "quoted" \\ and \\n`,
	`'; touch CANARY; '`,
	'$(touch CANARY) `touch CANARY` $HOME ${PATH}',
	'x: true, y: null, "z": false',
	'[1-3]{a,b}[]',
	'@/etc/hostname',
	'-d --help',
	'_; touch CANARY',
	'/../..//./%2e%2e',
	'?a=&b#c&quot;',
	'+ %20 %zz 100%',
	'2026-11-22T10:00:00+00:00',
	'продажи ☃ 🎏 é',
	'a\nb\r\nc\td',
	'!! !history ^x^y',
	'\'\'\'"""\\',
	"__import__('os').system('touch CANARY')",
	'\u00a0\u200b\u202e\u2028\ufeff',
	'\ud83d',
	' '
] as const;

const NASTY_BODIES = [
	'',
	' ',
	'{}',
	'[]',
	'null',
	'true',
	'0',
	'""',
	'{"a": 1}',
	'{"a":1}',
	'{"a": 12345678901234567890123, "b": -0, "c": 1.0, "d": 1.50, "e": 1e3, "f": 1.5, "g": 0.00001}',
	'{"a": 1.5, "b": -7, "c": 0.5, "d": 100.0, "e": -0.0001}',
	'{"a": 1, "a": 2}',
	'{"2": 1, "1": 2, "__proto__": {"x": null}}',
	'{"a": "\\ud83d", "b": "\\u0441", "c": "\\/", "d": "\\u007f", "e": "\\"\\\\\\n\\t\\b\\f"}',
	'{"a": "\\u0441\\ud83c\\udf8f", "x: true, y": [true, false, null, "null"]}',
	`{"deep": ${'['.repeat(300)}${']'.repeat(300)}}`,
	'{"empty": {}, "list": [], "nested": {"list": [{"a": [1, 2, {"b": "a long enough text to wrap this"}]}]}}',
	'{\n  "conf": {\n    "name": "it\'s"\n  }\n}\n',
	'{"a":\r\n1}',
	'not json {',
	`"${'x'.repeat(100_000)}"`
];

const AUTHS: SnippetAuth[] = [
	{ kind: 'none' },
	{ kind: 'basic', username: 'admin' },
	{ kind: 'bearer' },
	{ kind: 'basic', username: `o'ne "$HOME" !x` },
	{ kind: 'basic' }
];

/** Every operation of both APIs with example values, and nasty values in every place that takes any. */
export function wireCases(): WireCase[] {
	const apis = (['2.11.2', '3.3.2'] as const).map((version) =>
		describe(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')))
	);
	const plain = apis.flatMap((api) =>
		api.operations.map((operation) => exampleCase(api, operation))
	);
	return [...plain, ...apis.flatMap(nastyCases)].map((wireCase, i) => ({
		...wireCase,
		auth: AUTHS[i % AUTHS.length] as SnippetAuth
	}));
}

type Untold = Omit<WireCase, 'auth'>;

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
	const find = (key: string) => api.operations.find((one) => one.key === key) as Operation;
	const get = find('GET /dags/{dag_id}/dagRuns');
	const post = find('POST /dags/{dag_id}/dagRuns');
	const patch = find('PATCH /pools/{pool_name}');
	const of = (operation: Operation, draft: Partial<RequestDraft>): Untold => ({
		title: `${operation.key} ${JSON.stringify(draft).slice(0, 200)}`,
		operation,
		draft: { operation: operation.key, path: {}, query: {}, headers: {}, ...draft },
		api: api.api as 'v1' | 'v2'
	});

	const text = fc.oneof(
		fc.constantFrom(...NASTY),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
	);
	const random = fc.sample(fc.tuple(text, text, text, fc.json({ maxDepth: 3 })), {
		numRuns: 40,
		seed: 20
	});
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
		...NASTY_BODIES.map((body) => of(post, { path: { dag_id: 'x' }, body })),
		...random.map(([path, query, body, json], i) =>
			of(post, {
				path: { dag_id: path },
				query: { q: [query] },
				// NUL cannot be an argument of a command; the target says so and is tested for it beside its code.
				body: i % 2 ? json : body.replaceAll('\0', '')
			})
		)
	];
}
