import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { blockOf, blocksThatRun } from './blocks.ts';

describe('a fence', () => {
	test.each([
		['bash', '', 'curl x/api/v1/dags', { language: 'bash', api: 'v1', needs: '', exitCode: 0 }],
		['bash', ' v2', 'curl x/api/v1/dags', { api: 'v2' }],
		['python', ' v1 exit=3', 'x', { api: 'v1', exitCode: 3 }],
		['bash', ' needs=A=b needs="C=$(echo "x y)', 'x', { needs: 'A=b\nC=$(echo ' }],
		['bash', ' needs="run=$(a | b \'c d\')"', 'x', { needs: "run=$(a | b 'c d')" }]
	])('%s%s', (name, words, code, expected) => {
		expect(blockOf(name, words, code)).toMatchObject(expected);
	});

	test.each([
		['json', '', '{}'],
		['bash', ' shown', 'npm start'],
		['bash', ' shown v1 transcript', '$ x']
	])('%s%s is only read', (name, words, code) => {
		expect(blockOf(name, words, code)).toBeUndefined();
	});
});

test.each(syllabus.map(({ id }) => id))('%s runs the same blocks in both languages', (id) => {
	const [ru, en] = ['ru', 'en'].map((language) =>
		blocksThatRun(readFileSync(`src/lessons/${id}/${language}.md`, 'utf8')).map(
			({ code: _, ...rest }) => rest
		)
	);

	expect(en).toEqual(ru);
	expect(ru?.length).toBeGreaterThan(0);
});
