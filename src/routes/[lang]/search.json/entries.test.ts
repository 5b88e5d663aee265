import { describe, expect, test } from 'vitest';
import type { Language } from '#lib/course/lesson.ts';
import { createSiteSearch } from '#lib/course/site-search.ts';
import { searchEntries } from './entries.ts';

const ASKED: Record<Language, [query: string, href: string][]> = {
	ru: [
		['терминал', 'terminal/'],
		['командная строка', 'terminal/'],
		['bash', 'terminal/'],
		['Python в браузере', 'python/'],
		['pyodide', 'python/'],
		['питон', 'python/'],
		['пультовая', 'server/']
	],
	en: [
		['terminal', 'terminal/'],
		['shell', 'terminal/'],
		['console', 'terminal/'],
		['python', 'python/'],
		['python program', 'python/'],
		['control room', 'server/']
	]
};

describe.each(['ru', 'en'] as const)('the search in %s', (language) => {
	test.each(ASKED[language])('finds for «%s» the page %s', async (query, href) => {
		const search = createSiteSearch(await searchEntries(language));

		expect(search(query).find(({ kind }) => kind === 'page')?.href).toBe(href);
	});

	test('has no two entries of one title for one place', async () => {
		const keys = (await searchEntries(language)).map(({ href, title }) => `${href} ${title}`);

		expect(new Set(keys).size).toBe(keys.length);
	});
});
