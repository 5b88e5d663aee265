import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as read } from '#lib/openapi/describe.ts';
import v1 from './operations.v1.json';
import v2 from './operations.v2.json';

interface Words {
	ru: string;
	en: string;
}

const MAX_LENGTH = 90;

const apis: { api: 'v1' | 'v2'; file: string; words: Record<string, Words> }[] = [
	{ api: 'v1', file: 'static/openapi/airflow-2.11.2.json', words: v1 },
	{ api: 'v2', file: 'static/openapi/airflow-3.3.2.json', words: v2 }
];

describe.each(apis)('the words for the operations of $api', ({ api, file, words }) => {
	const { operations } = read(JSON.parse(readFileSync(file, 'utf8')), api);
	const described = operations.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');
	const entries = Object.entries(words);

	it('cover every operation of the document and nothing else', () => {
		const keys = described.map(({ key }) => key).sort();
		expect(keys.length).toBeGreaterThan(90);
		expect(Object.keys(words).sort()).toEqual(keys);
	});

	it('are kept in the order of their keys', () => {
		expect(Object.keys(words)).toEqual(Object.keys(words).sort());
	});

	it.each(['ru', 'en'] as const)('differ from one operation to the next in %s', (language) => {
		const sentences = entries.map(([, word]) => word[language]);
		const repeated = sentences.filter((text, index) => sentences.indexOf(text) !== index);
		expect(repeated).toEqual([]);
	});

	it.each(entries)('say in one short line what %s does', (_key, { ru, en }) => {
		for (const text of [ru, en]) {
			expect(text).toBe(text.trim());
			expect(text).not.toBe('');
			expect(text).not.toMatch(/[.\n]$|\n/);
			expect(text.length).toBeLessThanOrEqual(MAX_LENGTH);
		}
		expect(ru).toMatch(/^\p{Script=Cyrillic}+(?:ть|ти|ться)(?![\p{L}-])/u);
		expect(en).toMatch(/^[A-Z][a-z]+(?![\w-])/);
		expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
	});

	it('call an operation deprecated exactly where the document does', () => {
		const deprecated = described.filter((operation) => operation.deprecated);
		const keys = deprecated.map(({ key }) => key).sort();
		expect(keysSaying(entries, 'en', 'deprecated')).toEqual(keys);
		expect(keysSaying(entries, 'ru', 'устарело')).toEqual(keys);
	});
});

function keysSaying(entries: [string, Words][], language: keyof Words, word: string): string[] {
	return entries.filter(([, words]) => words[language].includes(word)).map(([key]) => key);
}
