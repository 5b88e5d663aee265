import { describe, expect, it } from 'vitest';
import { flatten, resolve } from './resolve.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
	Text: { type: 'string', maxLength: 5 },
	Alias: ref('Text'),
	Loop: ref('Loop'),
	Ping: { allOf: [ref('Pong')] },
	Pong: { allOf: [ref('Ping')], title: 'kept' },
	'a/b c': { type: 'integer' },
	Base: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }
};

describe('resolve', () => {
	it.each([
		['a plain schema', { type: 'null' }, { type: 'null' }],
		['a chain of references', ref('Alias'), { type: 'string', maxLength: 5 }],
		[
			'keywords beside a reference',
			{ ...ref('Text'), maxLength: 9 },
			{ type: 'string', maxLength: 9 }
		],
		['a circle', ref('Loop'), {}],
		['a reference to nowhere', ref('Missing'), {}],
		['an escaped name', ref('a~1b%20c'), { type: 'integer' }],
		['a boolean', true, {}]
	])('follows %s', (_, schema, expected) => {
		expect(resolve(schema, schemas)).toEqual(expected);
	});
});

describe('flatten', () => {
	it.each([
		[
			'anyOf null',
			{ anyOf: [ref('Text'), { type: 'null' }], default: 'x' },
			{ type: 'string', maxLength: 5, default: 'x' },
			true
		],
		['a type list', { type: ['integer', 'null'] }, { type: 'integer' }, true],
		[
			'oneOf of two',
			{ oneOf: [{ type: 'string' }, { type: 'integer' }] },
			{ oneOf: [{ type: 'string' }, { type: 'integer' }] },
			false
		],
		[
			'anyOf of two and null',
			{ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
			{ anyOf: [{ type: 'string' }, { type: 'integer' }] },
			true
		],
		['a circle of allOf', ref('Ping'), { title: 'kept' }, false]
	])('takes %s apart', (_, schema, expected, nullable) => {
		expect(flatten(schema, schemas)).toEqual({ schema: expected, nullable });
	});

	it('merges the properties and required names of allOf', () => {
		const schema = {
			allOf: [ref('Base'), { properties: { b: { type: 'integer' } }, required: ['b'] }]
		};
		expect(flatten(schema, schemas).schema).toEqual({
			type: 'object',
			properties: { a: { type: 'string' }, b: { type: 'integer' } },
			required: ['a', 'b']
		});
	});
});
