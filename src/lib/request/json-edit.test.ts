import { describe, expect, it } from 'vitest';
import { isJsonObject, numberText, readAt, writeAt } from './json-edit.ts';

const body = '{"name":"etl","slots":4,"conf":{"id":12345678901234567890}}';

describe('editing JSON text', () => {
	it('changes one value and keeps the digits of the others', () => {
		expect(writeAt(body, ['name'], '"x"')).toBe(
			'{\n  "name": "x",\n  "slots": 4,\n  "conf": {\n    "id": 12345678901234567890\n  }\n}'
		);
	});

	it.each([
		[['slots'], '4'],
		[['conf', 'id'], '12345678901234567890'],
		[['conf', 'none'], undefined],
		[['name', 'deeper'], undefined]
	])('reads %j as %j', (path, value) => {
		expect(readAt(body, path)).toBe(value);
	});

	it('takes a key out, and the object that it leaves empty', () => {
		expect(writeAt('{"a":{"b":1},"c":2}', ['a', 'b'], undefined)).toBe('{\n  "c": 2\n}');
	});

	it('starts an object from nothing', () => {
		expect(writeAt('', ['a', 'b'], 'true')).toBe('{\n  "a": {\n    "b": true\n  }\n}');
	});

	it.each([
		['{}', true],
		['', true],
		['[1]', false],
		['{"a":', false],
		['12', false]
	])('%j can be shown as a form: %s', (text, can) => {
		expect(isJsonObject(text)).toBe(can);
	});

	it.each([
		['12345678901234567890', '12345678901234567890'],
		['1.50', '1.50'],
		['012', undefined],
		['abc', undefined]
	])('takes %j as the number %j', (text, number) => {
		expect(numberText(text)).toBe(number);
	});
});
