import { readFileSync } from 'node:fs';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation, Parameter } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { plainOptions, type SnippetAuth } from '#lib/snippets/target.ts';
import type { WireCase } from './cases.ts';
import { NASTY, NASTY_BODIES } from './nasty.ts';

/** Requests of one API with values of the right types: every operation, and nasty text wherever text may stand. */
export function clientCases(api: 'v1' | 'v2'): WireCase[] {
	const version = api === 'v1' ? '2.11.2' : '3.3.2';
	const spec = describe(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')));
	const drafts = [...spec.operations.flatMap((one) => examples(spec, one)), ...nasty(spec)];
	return drafts.map(({ operation, draft }, i) => ({
		title: `${operation.key} ${JSON.stringify(draft).slice(0, 200)}`,
		operation,
		draft,
		api,
		auth: AUTHS[i % AUTHS.length] as SnippetAuth,
		options: { ...plainOptions, ...(i % 2 ? { checksErrors: true } : {}) }
	}));
}

const AUTHS: SnippetAuth[] = [
	{ kind: 'basic', username: 'admin' },
	{ kind: 'bearer' },
	{ kind: 'none' },
	{ kind: 'basic' },
	{ kind: 'basic', username: 'админ' }
];

type Typed = Pick<WireCase, 'operation' | 'draft'>;

function examples(spec: ApiDescription, operation: Operation): Typed[] {
	const placed = (place: string) => operation.parameters.filter((one) => one.in === place);
	const values = (place: string) =>
		Object.fromEntries(placed(place).map((one) => [one.name, valueFor(one)]));
	const draft: RequestDraft = {
		operation: operation.key,
		path: values('path'),
		query: {},
		headers: {},
		...(operation.body ? { body: exampleBody(operation, spec) } : {})
	};
	const query = Object.fromEntries(placed('query').map((one) => [one.name, [valueFor(one)]]));
	return [
		{ operation, draft },
		{ operation, draft: { ...draft, query, headers: values('header') } }
	];
}

function valueFor({ name, schema }: Parameter): string {
	const { type, format, enum: words } = flat(schema);
	if (words?.[0] !== undefined) return String(words[0]);
	if (format === 'date-time') return '2026-01-02T03:04:05.5Z';
	if (format === 'date') return '2026-01-02';
	if (type === 'integer') return '3';
	if (type === 'number') return '1.5';
	if (type === 'boolean') return 'true';
	return name === 'accept' || name === 'Accept' ? 'application/json' : `my ${name}/+é`;
}

interface Flat {
	type?: unknown;
	format?: string;
	enum?: unknown[];
}

// The first alternative that is not null; of a list, its members.
function flat(schema: unknown): Flat {
	const { anyOf, oneOf, items, ...own } = (schema ?? {}) as Record<string, unknown>;
	const some = (anyOf ?? oneOf) as Flat[] | undefined;
	if (some) return flat(some.find(({ type }) => type !== 'null'));
	return items === undefined ? own : flat(items);
}

function nasty(spec: ApiDescription): Typed[] {
	const find = (key: string) => spec.operations.find((one) => one.key === key) as Operation;
	const of = (key: string, draft: Partial<RequestDraft>): Typed => ({
		operation: find(key),
		draft: { operation: key, path: {}, query: {}, headers: {}, ...draft }
	});
	const trigger = 'POST /dags/{dag_id}/dagRuns';
	const path = { dag_id: 'etl' };
	const sent = (body: object) => ({ path, body: JSON.stringify(body, undefined, 2) });
	const escape = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
	return [
		...NASTY.map((text) => of('GET /dags/{dag_id}/dagRuns', { path: { dag_id: text } })),
		...NASTY.map((text) =>
			of('GET /dags', { query: { dag_id_pattern: [text], tags: [text, 'b', ''], limit: ['7'] } })
		),
		...NASTY.map((text) => of('GET /dags', { headers: { 'X-Note': text } })),
		...NASTY.map(escape).flatMap((text) => [
			of(trigger, sent({ dag_run_id: text, note: text, conf: { [text]: [text, { [text]: 1 }] } })),
			of(trigger, sent({ conf: {}, [text]: text }))
		]),
		...NASTY_BODIES.map((body) => of(trigger, { path, body })),
		...NASTY_BODIES.map((conf) => of(trigger, { path, body: `{"conf": {"a": ${conf}}}` })),
		of(trigger, sent({ dag_run_id: null, logical_date: null, note: null, conf: {} })),
		of(trigger, sent({ logical_date: '2026-02-30T00:00:00Z' })),
		of(trigger, sent({ logical_date: '2026-02-28T00:00:00.123456+05:30', note: 'x' })),
		of(trigger, sent({ class: 1, async: 2, self: 3, _x: 4, 'a b': 5 })),
		of(trigger, { ...sent({ note: 'é' }), contentType: 'application/json; charset=utf-8' }),
		of('PATCH /pools/{pool_name}', {
			path: { pool_name: 'p' },
			body: '{"name": "p", "slots": 2, "description": null}'
		})
	];
}
