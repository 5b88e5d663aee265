import Ajv from 'ajv';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as describeApi } from './describe.ts';
import { BODIES } from './example-bodies.ts';
import { bodySchema, exampleBody } from './example.ts';
import { prepare } from './prepare.ts';

const v1 = prepare(JSON.parse(readFileSync('static/openapi/airflow-2.11.2.json', 'utf8')));
const v2 = prepare(JSON.parse(readFileSync('static/openapi/airflow-3.3.2.json', 'utf8')));
const find = (api: typeof v1, key: string) =>
	api.operations.find((operation) => operation.key === key)!;

// The default export of a CommonJS module arrives wrapped.
const addFormats = formats as unknown as (ajv: Ajv) => Ajv;
const check = (schema: object, value: unknown) => {
	const ajv = addFormats(new Ajv({ strict: false, logger: false }));
	return ajv.validate(schema, value) ? null : ajv.errorsText();
};
const foreign = (schema: unknown, schemas = {}) =>
	describeApi({
		openapi: '3.1.0',
		info: {},
		paths: { '/x': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
		components: { schemas }
	});

describe.each([v1, v2])('the examples of $api', (api) => {
	const withBody = api.operations.filter(({ body }) => body);

	it('are hand-made for every operation that takes a body, and only for those', () => {
		expect(Object.keys(BODIES[api.api]).sort()).toEqual(withBody.map(({ key }) => key).sort());
	});

	it.each(withBody.map(({ key }) => [key]))('%s passes its schema', (key) => {
		const text = exampleBody(find(api, key), api);
		expect(text).toBe(JSON.stringify(JSON.parse(text), null, 2));
		expect(check(bodySchema(find(api, key), api)!, JSON.parse(text))).toBeNull();
	});

	it('have none where there is no body', () => {
		expect(exampleBody(find(api, 'GET /dags'), api)).toBe('');
		expect(bodySchema(find(api, 'GET /dags'), api)).toBeUndefined();
	});
});

it('trigger a v2 run with the logical date it must have', () => {
	expect(JSON.parse(exampleBody(find(v2, 'POST /dags/{dag_id}/dagRuns'), v2))).toHaveProperty(
		'logical_date',
		null
	);
});

describe('the schema of a body', () => {
	it.each<[typeof v1, string, unknown, string]>([
		[v1, 'POST /pools', { name: 'a', slots: 1, open_slots: 1 }, 'read-only field'],
		[
			v1,
			'POST /connections',
			{ connection_id: 'a', conn_type: 'b', nope: 1 },
			'unknown field beside allOf'
		],
		[v1, 'PATCH /dags/{dag_id}', { is_paused: 'yes' }, 'wrong type'],
		[v2, 'POST /dags/{dag_id}/dagRuns', { conf: {} }, 'missing field'],
		[v2, 'POST /pools', { name: 'a', slots: 1, nope: 1 }, 'unknown field'],
		[v2, 'PATCH /pools', { actions: [{ action: 'explode', entities: [] }] }, 'unknown action']
	])('refuses, for $api, in %s %j: %s', (api, key, value) => {
		expect(check(bodySchema(find(api, key), api)!, value)).not.toBeNull();
	});

	it('lets null through where the document says so', () => {
		const schema = bodySchema(find(v1, 'POST /pools'), v1)!;
		expect(check(schema, { name: 'a', slots: 1, description: null })).toBeNull();
	});

	it('points only at definitions it carries', () => {
		const schema = bodySchema(find(v2, 'PATCH /connections'), v2)!;
		const refs = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
		const carried = Object.keys(schema.definitions as object).map(
			(name) => `#/definitions/${name}`
		);
		expect(refs.length).toBeGreaterThan(3);
		expect(carried).toEqual(expect.arrayContaining(refs));
	});

	it('ends for schemas in circles, referenced or not', () => {
		const node: Record<string, unknown> = { type: 'object' };
		node.properties = { child: node };
		const loose = foreign(node);
		expect(check(bodySchema(loose.operations[0]!, loose)!, { child: {} })).toBeNull();

		const tree = { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } };
		const tied = foreign({ $ref: '#/components/schemas/Tree' }, { Tree: tree });
		expect(check(bodySchema(tied.operations[0]!, tied)!, { child: { child: 1 } })).not.toBeNull();
	});
});

describe('an example made from a schema', () => {
	it.each([
		[
			{
				type: 'object',
				properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } }
			},
			{ name: 'string' }
		],
		[{ properties: { a: { type: 'integer', minimum: 3 }, b: {} }, required: ['a'] }, { a: 3 }],
		[{ properties: { a: { type: 'string', format: 'date-time' } } }, { a: '2026-01-01T00:00:00Z' }],
		[
			{ properties: { a: { enum: [null, 'x'] }, b: { const: 1 }, c: { default: false } } },
			{ a: 'x', b: 1, c: false }
		],
		[{ type: 'array', items: { type: 'boolean' } }, [false]],
		[{ oneOf: [{ type: 'string', minLength: 8 }, { type: 'integer' }] }, 'stringxx']
	])('of %j is %j', (schema, expected) => {
		const api = foreign(schema);
		expect(JSON.parse(exampleBody(api.operations[0]!, api))).toEqual(expected);
	});

	it('ends for schemas in circles', () => {
		const tree = {
			type: 'object',
			properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } }
		};
		const api = foreign({ $ref: '#/components/schemas/Tree' }, { Tree: tree });
		expect(JSON.parse(exampleBody(api.operations[0]!, api))).toEqual({ children: [] });
	});
});
