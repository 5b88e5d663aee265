import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#lib/simulator/world.ts';
import { compareLast } from './compare.ts';
import type { SolutionStep } from './lesson.ts';

const solution: SolutionStep[] = [
	{
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'nightly_sales' },
		body: { dag_run_id: 'mine', conf: { region: 'apac' } }
	},
	{ operation: 'GET /dags', query: { limit: '2' } }
];

const entry = (more: Partial<JournalEntry>): JournalEntry => ({
	atMs: 0,
	method: 'POST',
	path: '/api/v2/dags/nightly_sales/dagRuns',
	operation: 'POST /dags/{dag_id}/dagRuns',
	params: { dag_id: 'nightly_sales' },
	status: 200,
	body: '{"dag_run_id": "mine", "conf": {"region": "apac"}}',
	...more
});

describe('the last request beside the solution', () => {
	test.each<[string, Partial<JournalEntry>, [string, string | undefined, string | undefined][]]>([
		['nothing', {}, []],
		[
			'another DAG',
			{ params: { dag_id: 'hello_api' } },
			[['path.dag_id', 'hello_api', 'nightly_sales']]
		],
		[
			'a field that is wrong and one that is missing',
			{ body: '{"conf": {"region": "emea"}}' },
			[
				['body.dag_run_id', undefined, '"mine"'],
				['body.conf.region', '"emea"', '"apac"']
			]
		],
		[
			'one too many',
			{ body: '{"dag_run_id": "mine", "conf": {"region": "apac"}, "note": "x"}' },
			[['body.note', '"x"', undefined]]
		],
		[
			'no JSON',
			{ body: '{dag' },
			[['body', '{dag', '{"dag_run_id":"mine","conf":{"region":"apac"}}']]
		],
		[
			'a limit',
			{ method: 'GET', operation: 'GET /dags', query: 'limit=5', body: '', params: {} },
			[['query.limit', '5', '2']]
		],
		[
			'another operation',
			{ method: 'GET', operation: 'GET /pools', path: '/api/v2/pools', params: {} },
			[['operation', 'GET /pools', 'POST /dags/{dag_id}/dagRuns']]
		]
	])('differs in %s', (_, more, expected) => {
		const { body, ...rest } = entry(more);
		const sent = body === '' ? rest : { ...rest, ...(body === undefined ? {} : { body }) };

		expect(
			compareLast({ solution }, [sent])?.map(({ what, sent, expected }) => [what, sent, expected])
		).toEqual(expected);
	});

	test('is the step that is not done yet, once another operation was sent', () => {
		const other = entry({ method: 'GET', operation: 'GET /pools', path: '/api/v2/pools' });

		expect(compareLast({ solution }, [entry({}), other])).toEqual([
			{ what: 'operation', sent: 'GET /pools', expected: 'GET /dags' }
		]);
	});

	test('is nothing without a request, or but a log-in', () => {
		const login = entry({ path: '/auth/token', operation: 'POST /auth/token' });

		expect(compareLast({ solution }, [])).toBeUndefined();
		expect(compareLast({ solution }, [login])).toBeUndefined();
	});

	test('tells of the caller', () => {
		const steps: SolutionStep[] = [
			{ operation: 'GET /dags', as: { name: 'viewer', password: 'viewer' } }
		];
		const { body: _, ...asked } = entry({ operation: 'GET /dags', params: {}, user: 'admin' });

		expect(compareLast({ solution: steps }, [asked])).toEqual([
			{ what: 'caller', sent: 'admin', expected: 'viewer' }
		]);
	});
});
