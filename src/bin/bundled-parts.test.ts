import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { npmParts, textsOf } from './bundled-parts.ts';

const { dependencies, devDependencies } = JSON.parse(
	readFileSync('package.json', 'utf8')
) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

test('every package that the site depends on is listed with its licence; tools of the workshop are not', () => {
	const parts = npmParts();
	const names = parts.map(({ name }) => name);

	for (const name of Object.keys(dependencies)) expect(names).toContain(name);
	for (const name of ['vitest', 'eslint', 'typescript']) {
		expect(Object.keys(devDependencies)).toContain(name);
		expect(names).not.toContain(name);
	}
	expect(parts.filter(({ licence }) => licence === '')).toEqual([]);
	expect(parts.find(({ name }) => name === 'marked')?.texts.join()).toMatch(/Permission is hereby/);
});

test('equal texts stand once, with all that they cover', () => {
	const part = (name: string, texts: string[]) => ({ name, version: '1', licence: 'MIT', texts });
	expect(textsOf([part('a', ['x', 'y']), part('b', ['x'])])).toEqual([
		{ of: ['a 1', 'b 1'], text: 'x' },
		{ of: ['a 1'], text: 'y' }
	]);
});
