import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyFields, parameterField, type FieldModel } from './field.ts';
import type { Parameter, Schema } from './operation.ts';
import { prepare } from './prepare.ts';

const v1 = prepare(JSON.parse(readFileSync('static/openapi/airflow-2.11.2.json', 'utf8')));
const v2 = prepare(JSON.parse(readFileSync('static/openapi/airflow-3.3.2.json', 'utf8')));
const find = (api: typeof v1, key: string) =>
	api.operations.find((operation) => operation.key === key)!;
const body = (api: typeof v1, key: string) =>
	Object.fromEntries(bodyFields(find(api, key), api.schemas).map((field) => [field.name, field]));
const ofSchema = (schema: Schema, schemas: Record<string, Schema> = {}): FieldModel => {
	const parameter: Parameter = {
		name: 'p',
		in: 'query',
		style: 'form',
		explode: true,
		required: false,
		deprecated: false,
		schema
	};
	return parameterField(parameter, schemas);
};

describe('the kind of a field', () => {
	it.each<[Schema, FieldModel['kind']]>([
		[{ type: 'string' }, 'text'],
		[{ type: 'string', format: 'password' }, 'text'],
		[{ type: 'string', format: 'date-time' }, 'date-time'],
		[{ type: 'string', format: 'datetime' }, 'date-time'],
		[{ type: 'string', format: 'date' }, 'date'],
		[{ type: ['integer', 'null'] }, 'integer'],
		[{ type: 'number' }, 'number'],
		[{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, 'boolean'],
		[{ type: 'boolean', enum: [true] }, 'boolean'],
		[{ enum: ['a', null] }, 'enum'],
		[{ const: 'a' }, 'enum'],
		[{ type: 'array', items: {} }, 'list'],
		[{ properties: { a: {} } }, 'object'],
		[{ anyOf: [{ type: 'integer' }, { type: 'number' }] }, 'number'],
		[{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, 'text'],
		[{}, 'text'],
		[true, 'text']
	])('of %j is %s', (schema, kind) => {
		expect(ofSchema(schema).kind).toBe(kind);
	});

	it('of a body without fixed shape is json', () => {
		expect(body(v2, 'POST /dags/{dag_id}/dagRuns').conf).toMatchObject({
			kind: 'json',
			nullable: true
		});
		expect(body(v2, 'POST /variables').value).toMatchObject({ kind: 'json', required: true });
	});
});

it('keeps limits, the default and the choices', () => {
	expect(
		ofSchema({ type: 'integer', exclusiveMinimum: 0, maximum: 100, default: 50 })
	).toMatchObject({
		minimum: 1,
		maximum: 100,
		defaultValue: 50
	});
	expect(ofSchema({ type: 'string', minLength: 1, maxLength: 9, pattern: '^a' })).toMatchObject({
		minLength: 1,
		maxLength: 9,
		pattern: '^a'
	});
	expect(ofSchema({ enum: ['a', 2, null] }).enumValues).toEqual(['a', '2']);
});

it('ends a schema that holds itself', () => {
	const schemas = {
		Tree: {
			type: 'object',
			properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } }
		}
	};
	const tree = ofSchema({ $ref: '#/components/schemas/Tree' }, schemas);
	expect(tree.fields?.[0]).toMatchObject({ kind: 'list', items: { kind: 'json' } });
});

describe('the body of an Airflow operation', () => {
	it('marks what the server sets as read-only', () => {
		const pool = body(v1, 'POST /pools');
		expect(pool.open_slots?.readOnly).toBe(true);
		expect(pool.slots).toMatchObject({ kind: 'integer', readOnly: false });
	});

	it('merges allOf, as v1 connections need', () => {
		expect(Object.keys(body(v1, 'POST /connections'))).toEqual(
			expect.arrayContaining(['connection_id', 'conn_type', 'password', 'extra'])
		);
	});

	it('knows the key that a v2 trigger must have, null or not', () => {
		expect(body(v2, 'POST /dags/{dag_id}/dagRuns').logical_date).toMatchObject({
			kind: 'date-time',
			required: true,
			nullable: true
		});
	});

	it('goes into lists of objects', () => {
		expect(body(v1, 'POST /users').roles).toMatchObject({
			kind: 'list',
			items: { kind: 'object', fields: [{ name: 'name', kind: 'text' }] }
		});
	});

	it('is no fields where there is no body', () => {
		expect(bodyFields(find(v2, 'GET /dags'), v2.schemas)).toEqual([]);
	});
});
