import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from './prepare.ts';
import { toRows } from './rows.ts';
import { createSearch } from './search.ts';

const rowsOf = (version: string) =>
	toRows(prepare(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8'))));
const noWords = () => '';
const firstKeys = (version: string, text: string, count = 1) =>
	createSearch(
		rowsOf(version),
		noWords
	)(text)
		.slice(0, count)
		.map(({ key }) => key);

describe.each(['2.11.2', '3.3.2'])('the search over %s', (version) => {
	it.each([
		['trigger dag', 'POST /dags/{dag_id}/dagRuns'],
		['cleer task', 'POST /dags/{dag_id}/clearTaskInstances'],
		['get_dags', 'GET /dags'],
		['/dags', 'GET /dags'],
		['GET /dags/{dag_id}/dagRuns', 'GET /dags/{dag_id}/dagRuns'],
		['delete variable', 'DELETE /variables/{variable_key}'],
		['запустить даг', 'POST /dags/{dag_id}/dagRuns'],
		['удалить пул', 'DELETE /pools/{pool_name}']
	])('%s finds %s first', (text, key) => {
		expect(firstKeys(version, text)).toEqual([key]);
	});

	it.each(['poolz', 'poo', 'пулы', 'Pools'])('%s finds pools', (text) => {
		const keys = firstKeys(version, text, 4);
		expect(keys).toHaveLength(4);
		expect(keys.filter((key) => key.includes('/pools'))).toHaveLength(4);
	});

	it('finds an operation by the name of a field', () => {
		expect(firstKeys(version, 'include_deferred', 9)).toContain('POST /pools');
	});

	it('shows everything for an empty text and nothing for nonsense', () => {
		expect(createSearch(rowsOf(version), noWords)('  ')).toHaveLength(rowsOf(version).length);
		expect(firstKeys(version, 'qqqqwwww')).toEqual([]);
	});
});

it('finds words of the summary, whichever е is typed', () => {
	const search = createSearch(rowsOf('3.3.2'), (key) =>
		key === 'GET /jobs' ? 'Ещё один планировщик' : ''
	);
	expect(search('еще планировщек').map(({ key }) => key)).toEqual(['GET /jobs']);
});
