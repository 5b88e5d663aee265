import { expect, test } from 'vitest';
import type { Handler } from './call.ts';
import { createRouter } from './router.ts';

const answer: Handler = () => ({ status: 200, headers: {} });
const router = createRouter(
	[
		{
			'GET /dags': answer,
			'GET /dags/{dag_id}': answer,
			'PATCH /dags/{dag_id}': answer,
			'POST /dags/~/dagRuns/list': answer,
			'GET /dags/{dag_id}/dagRuns/{dag_run_id}': answer,
			'DELETE /variables/{variable_key}': answer
		}
	],
	['variable_key']
);

test.each([
	['GET', '/dags', 'GET /dags', {}],
	['GET', '/dags/a%20b', 'GET /dags/{dag_id}', { dag_id: 'a b' }],
	['POST', '/dags/~/dagRuns/list', 'POST /dags/~/dagRuns/list', {}],
	[
		'GET',
		'/dags/~/dagRuns/list',
		'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
		{ dag_id: '~', dag_run_id: 'list' }
	],
	[
		'GET',
		'/dags/d/dagRuns/manual__2026-11-23T03:00:00%2B00:00',
		'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
		{ dag_id: 'd', dag_run_id: 'manual__2026-11-23T03:00:00+00:00' }
	],
	['DELETE', '/variables/a%2Fb/c', 'DELETE /variables/{variable_key}', { variable_key: 'a/b/c' }]
])('%s %s is %s', (method, path, key, params) => {
	expect(router.find(method, path)).toMatchObject({ key, params });
});

test('a path that has other methods names them', () => {
	expect(router.find('PUT', '/dags/a')).toEqual({ allowed: ['GET', 'PATCH'] });
});

test.each(['/', '/dags/', '/dags/a%2Fb', '/dags/a/', '/variables/', '/nope'])(
	'%s is nothing',
	(path) => {
		expect(router.find('GET', path)).toBeUndefined();
	}
);
