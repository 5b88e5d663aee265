import { readdirSync, readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import { bodyFields } from '#lib/openapi/field.ts';
import type { Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { migrate } from './migrate.ts';
import { migrateTexts } from './migrate.text.ts';

const FOLDER = 'static/openapi';

const specs = { v1: specOf('v1', 'airflow-2'), v2: specOf('v2', 'airflow-3') };

const draft = (operation: string, rest: Partial<RequestDraft> = {}): RequestDraft => ({
	operation,
	path: {},
	query: {},
	headers: {},
	...rest
});

const toV2 = (one: RequestDraft) => migrate(one, 'v1', specs.v2);
const toV1 = (one: RequestDraft) => migrate(one, 'v2', specs.v1);
const reasons = (result: ReturnType<typeof toV2>) => result.changes.map(({ id }) => id);

group.each(['v1', 'v2'] as const)('every operation of %s', (from) => {
	const other = specs[from === 'v1' ? 'v2' : 'v1'];

	test.each(specs[from].operations.map((one) => [one.key, one] as const))('%s', (_, operation) => {
		const { draft: moved, changes } = migrate(filled(operation, from), from, other);

		expect(changes.filter(({ id }) => !migrateTexts[id])).toEqual([]);
		expect(changes.length).toBeGreaterThan(0);
		if (!moved) return;
		const target = other.operations.find(({ key }) => key === moved.operation);
		const queries = target?.parameters.flatMap((one) => (one.in === 'query' ? one.name : []));
		expect(Object.keys(moved.query).filter((name) => !queries?.includes(name))).toEqual([]);
		if (!target?.body) return expect(moved.body).toBeUndefined();
		const fields = bodyFields(target, other.schemas).map(({ name }) => name);
		const sent = Object.keys(JSON.parse(moved.body ?? '{}') as object);
		expect(sent.filter((name) => !fields.includes(name))).toEqual([]);
	});
});

group('from v1 to v2', () => {
	test('a trigger needs its logical date, null unless said', () => {
		const moved = toV2(
			draft('POST /dags/{dag_id}/dagRuns', {
				path: { dag_id: 'etl' },
				body: '{"conf": {"big": 9007199254740993}}'
			})
		);
		expect(moved.draft?.body).toContain('9007199254740993');
		expect(JSON.parse(moved.draft?.body ?? '')).toMatchObject({ logical_date: null });
		expect(reasons(moved)).toContain('logical-date-required');
	});

	test('execution_date becomes logical_date, in body, query and order', () => {
		const body = '{"execution_date": "2026-01-01T00:00:00Z"}';
		const run = toV2(draft('POST /dags/{dag_id}/dagRuns', { path: { dag_id: 'etl' }, body }));
		expect(JSON.parse(run.draft?.body ?? '')).toEqual({ logical_date: '2026-01-01T00:00:00Z' });

		const query = { execution_date_gte: ['2026-01-01'], order_by: ['-execution_date'] };
		const list = toV2(draft('GET /dags/{dag_id}/dagRuns', { path: { dag_id: '~' }, query }));
		expect(list.draft?.query).toEqual({
			logical_date_gte: ['2026-01-01'],
			order_by: ['-logical_date'],
			limit: ['100']
		});
	});

	test('clearing keeps v1’s default for the run', () => {
		const body = '{"dry_run": false, "include_subdags": true}';
		const moved = toV2(draft('POST /dags/{dag_id}/clearTaskInstances', { body }));
		expect(JSON.parse(moved.draft?.body ?? '')).toEqual({ dry_run: false, reset_dag_runs: false });
	});

	test('marking a task rehearses at another address unless dry_run was false', () => {
		const key = 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';
		const marked = (body: string) => toV2(draft(key, { body })).draft;
		expect(marked('{"new_state": "success"}')?.operation).toBe(`${key}/dry_run`);
		expect(marked('{"new_state": "success", "dry_run": false}')).toMatchObject({
			operation: key,
			body: expect.not.stringContaining('dry_run') as string
		});
	});

	test('a task named in the body moves into the path', () => {
		const body = '{"dag_run_id": "r", "task_id": "t", "new_state": "failed", "dry_run": false}';
		const moved = toV2(
			draft('POST /dags/{dag_id}/updateTaskInstancesState', { path: { dag_id: 'd' }, body })
		);
		expect(moved.draft?.path).toEqual({ dag_id: 'd', dag_run_id: 'r', task_id: 't' });
		expect(JSON.parse(moved.draft?.body ?? '')).toEqual({ new_state: 'failed' });
		expect(moved.blanks).toEqual([]);
	});

	test('an asset’s number is a blank to fill in', () => {
		const moved = toV2(draft('GET /datasets/{uri}', { path: { uri: 's3://a/b' } }));
		expect(moved.draft?.path).toEqual({});
		expect(moved.blanks).toEqual(['asset_id']);
	});

	test('one field of a pool is sent as a whole pool with a mask', () => {
		const moved = toV2(
			draft('PATCH /pools/{pool_name}', {
				path: { pool_name: 'p' },
				body: '{"name": "p", "slots": 4}'
			})
		);
		expect(moved.draft?.query).toEqual({ update_mask: ['slots'] });
		expect(JSON.parse(moved.draft?.body ?? '')).toEqual({
			pool: 'p',
			slots: 4,
			include_deferred: false
		});
	});

	test('users have no twin, and why is said', () => {
		const moved = toV2(draft('GET /users'));
		expect(moved.draft).toBeUndefined();
		expect(reasons(moved)).toEqual(['people-of-the-auth-manager']);
	});
});

group('from v2 to v1', () => {
	test('a null logical date is left out', () => {
		const moved = toV1(draft('POST /dags/{dag_id}/dagRuns', { body: '{"logical_date": null}' }));
		expect(JSON.parse(moved.draft?.body ?? '')).toEqual({});
	});

	test('a note alone has its own address', () => {
		const key = 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}';
		const moved = toV1(draft(key, { body: '{"note": "seen"}' }));
		expect(moved.draft).toMatchObject({ operation: `${key}/setNote`, body: '{"note": "seen"}' });
	});

	test('neighbours are marked by the request that names the task in the body', () => {
		const moved = toV1(
			draft('PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}', {
				path: { dag_id: 'd', dag_run_id: 'r', task_id: 't' },
				body: '{"new_state": "success", "include_downstream": true}'
			})
		);
		expect(moved.draft?.operation).toBe('POST /dags/{dag_id}/updateTaskInstancesState');
		expect(JSON.parse(moved.draft?.body ?? '')).toEqual({
			task_id: 't',
			dag_run_id: 'r',
			new_state: 'success',
			include_upstream: false,
			include_downstream: true,
			include_future: false,
			include_past: false,
			dry_run: false
		});
	});

	test('a page keeps its length', () => {
		expect(toV1(draft('GET /dags')).draft?.query).toEqual({ limit: ['50'] });
	});

	test('a body that is no object is taken as it is', () => {
		const moved = toV1(draft('POST /pools', { body: '{"name": ' }));
		expect(moved.draft?.body).toBe('{"name": ');
	});
});

/** The operation with every path parameter and every query parameter given, and its example body. */
function filled(operation: Operation, api: 'v1' | 'v2'): RequestDraft {
	const named = (where: string) =>
		operation.parameters.filter((one) => one.in === where).map(({ name }) => name);
	return draft(operation.key, {
		path: Object.fromEntries(named('path').map((name) => [name, 'x'])),
		query: Object.fromEntries(named('query').map((name) => [name, ['1']])),
		...(operation.body ? { body: exampleBody(operation, specs[api]) } : {})
	});
}

function specOf(api: 'v1' | 'v2', line: string) {
	const name = readdirSync(FOLDER).find((file) => file.startsWith(line)) ?? '';
	return describe(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')), api);
}
