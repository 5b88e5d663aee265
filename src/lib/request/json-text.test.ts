import { describe, expect, it } from 'vitest';
import { prettyJson } from './json-text.ts';

describe('prettyJson', () => {
	it.each([
		['{"a":12345678901234567890}', '{\n  "a": 12345678901234567890\n}'],
		['{"a":1.0,"a":1e3}', '{\n  "a": 1.0,\n  "a": 1e3\n}'],
		['[]', '[]'],
		['{"a":[],"b":{}}', '{\n  "a": [],\n  "b": {}\n}'],
		['"x: {1, 2}"', '"x: {1, 2}"'],
		['{"a":"\\"}{"}', '{\n  "a": "\\"}{"\n}'],
		['[1,[2,3]]', '[\n  1,\n  [\n    2,\n    3\n  ]\n]']
	])('lays %s out and changes no token', (text, pretty) => {
		expect(prettyJson(text)).toBe(pretty);
	});

	it('leaves text alone that is not JSON', () => {
		expect(prettyJson('{"a":1}\n{"a":2}')).toBe('{"a":1}\n{"a":2}');
	});
});
