import { readFileSync } from 'node:fs';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '#lib/openapi/describe.ts';
import names from './names.json' with { type: 'json' };
import statuses from './statuses.json' with { type: 'json' };
import tags from './tags.json' with { type: 'json' };
import { nameText, statusText, tagText } from './words.ts';

const documents = ['2.11.2', '3.3.2'].map(
	(version) => JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')) as object
);
const descriptions = documents.map((document) => describe(document));
const MAX_LENGTH = 140;
/** What the site may have to explain: Airflow's own answers, and those of a proxy before it. */
const STATUSES = [
	200, 201, 202, 204, 307, 400, 401, 403, 404, 405, 406, 409, 415, 422, 429, 500, 502, 503, 504
];

suite('the words beside the facts', () => {
	it('explain every parameter and field that occurs more than twice', () => {
		const missing = [...countNames()]
			.filter(([name, count]) => count > 2 && !(name in names))
			.map(([name]) => name);
		expect(missing).toEqual([]);
	});

	it('explain every parameter, however rare', () => {
		const used = descriptions.flatMap(({ operations }) =>
			operations.flatMap(({ parameters }) => parameters.map(({ name }) => name))
		);
		expect(used.length).toBeGreaterThan(800);
		expect([...new Set(used)].filter((name) => !(name in names))).toEqual([]);
	});

	it('keep an override only beside the text that the other API gets', () => {
		const overrides = Object.keys(names).filter((name) => name.includes(':'));
		expect(overrides.filter((name) => !/^v[12]:/.test(name) || !(name.slice(3) in names))).toEqual([]);
	});

	it('are kept in the order of their names', () => {
		expect(Object.keys(names)).toEqual(Object.keys(names).sort());
	});

	it('name every tag', () => {
		const used = descriptions.flatMap(({ operations }) => operations.map(({ tag }) => tag));
		expect(used.filter((tag) => !(tag in tags))).toEqual([]);
	});

	it('explain every status that an operation declares', () => {
		const missing = descriptions.flatMap(({ api, operations }) =>
			operations.flatMap(({ responses }) =>
				responses
					.filter(({ status }) => /^\d+$/.test(status) && !statusText(api, Number(status), 'en'))
					.map(({ status }) => `${api} ${status}`)
			)
		);
		expect(missing).toEqual([]);
	});

	it.each(['v1', 'v2', 'other'] as const)('explain every status one meets, in %s', (api) => {
		const missing = STATUSES.filter((status) => !statusText(api, status, 'ru'));
		expect(missing).toEqual([]);
	});

	it.each(Object.entries({ ...names, ...tags, ...statuses }))('say %s in both languages', (key, text) => {
		expect(text.en).not.toMatch(/[а-яё]/i);
		expect(text.en.length).toBeGreaterThan(1);
		if (!['DAG', 'XCom'].includes(key)) expect(text.ru).toMatch(/[а-яё]/i);
	});

	it.each(Object.entries(names))('keep the text of %s to a line', (_, { ru, en }) => {
		expect(Math.max(ru.length, en.length)).toBeLessThanOrEqual(MAX_LENGTH);
		for (const text of [ru, en]) {
			expect(text).toBe(text.trim());
			expect(text).not.toMatch(/[.\n]$|\n/);
		}
	});

	it('prefer the text of the API itself', () => {
		expect(nameText('v1', 'limit', 'en')).toContain('100 by default');
		expect(nameText('v2', 'limit', 'en')).toContain('50 by default');
		expect(nameText('other', 'limit', 'en')).toBeUndefined();
		expect(tagText('No such tag', 'ru')).toBe('No such tag');
	});
});

/** In how many operations a parameter occurs, and in how many schemas a property, in both documents. */
function countNames(): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
	for (const { operations } of descriptions)
		for (const { parameters } of operations) for (const { name } of parameters) add(name);
	for (const document of documents) countProperties(document, add);
	return counts;
}

function countProperties(value: unknown, add: (name: string) => void) {
	if (typeof value !== 'object' || value === null) return;
	const { properties, type } = value as { properties?: object; type?: unknown };
	const isSchema = properties && (type === undefined || typeof type === 'string' || Array.isArray(type));
	if (isSchema) for (const name of Object.keys(properties)) add(name);
	for (const part of Object.values(value)) countProperties(part, add);
}
