import { beforeEach, describe, expect, test } from 'vitest';
import { Lab } from './caller.fixture.ts';

let lab: Lab;
beforeEach(() => {
	lab = new Lab();
});

const RUNS = '/dags/hello_api/dagRuns';

describe('a triggered run', () => {
	test('is queued at once and succeeds as time passes', () => {
		const first = lab.call(`POST ${RUNS}`, { logical_date: null, conf: { a: 1 } }).body as {
			dag_run_id: string;
		};
		expect(first).toMatchObject({
			dag_run_id: 'manual__2026-11-23T12:00:00.020000+00:00',
			state: 'queued',
			logical_date: null,
			data_interval_start: null,
			run_after: '2026-11-23T12:00:00.020000Z',
			triggered_by: 'rest_api',
			triggering_user_name: 'admin',
			conf: { a: 1 }
		});
		lab.nowMs += 60_000;

		expect(lab.call(`GET ${RUNS}/${first.dag_run_id}`).body).toMatchObject({ state: 'success' });
		expect(lab.call(`GET ${RUNS}/${first.dag_run_id}/wait?interval=1`).body).toBe(
			'{"state": "success"}\n'
		);
	});

	test('is answered in the zone it was asked in and kept in UTC', () => {
		const body = { dag_run_id: 'r', logical_date: '2026-02-03T04:05:06.123456+02:00' };

		expect(lab.call(`POST ${RUNS}`, body).body).toMatchObject({
			logical_date: '2026-02-03T04:05:06.123456+02:00'
		});
		expect(lab.call(`GET ${RUNS}/r`).body).toMatchObject({
			logical_date: '2026-02-03T02:05:06.123456Z',
			data_interval_end: '2026-02-03T02:05:06.123456Z'
		});
	});

	test('collides by id and by logical date', () => {
		const body = { dag_run_id: 'r', logical_date: '2026-02-03T04:05:06Z' };
		lab.call(`POST ${RUNS}`, body);

		for (const again of [
			{ ...body, logical_date: null },
			{ ...body, dag_run_id: 's' }
		]) {
			expect(lab.call(`POST ${RUNS}`, again)).toMatchObject({
				status: 409,
				body: { detail: { reason: 'Unique constraint violation', statement: 'hidden' } }
			});
		}
	});

	test.each([
		['hello_api', { dag_run_id: 'scheduled__x' }, /reserved for scheduled runs$/],
		['hello_api', { dag_run_id: 'a b' }, /^The run_id provided 'a b' does not match regex/],
		['nightly_sales', { conf: { region: 'mars' } }, /^Invalid input for param region: 'mars' is/],
		[
			'nightly_sales',
			{ conf: { limit: 0 } },
			/0 is less than the minimum of 1\n\nFailed validating/
		],
		['hello_api', { partition_key: 'k' }, /is not a partitioned Dag/]
	])('of %s with %j is refused', (dagId, body, detail) => {
		const reply = lab.call(`POST /dags/${dagId}/dagRuns`, { logical_date: null, ...body });

		expect(reply).toMatchObject({
			status: 400,
			body: { detail: expect.stringMatching(detail) as string }
		});
	});

	test('is cleared only when it is not a dry run, and cannot be deleted while it runs', () => {
		lab.call(`POST ${RUNS}`, { dag_run_id: 'r', logical_date: null });
		lab.nowMs += 60_000;
		lab.call(`POST ${RUNS}/r/clear`, {});
		expect(lab.call(`GET ${RUNS}/r`).body).toMatchObject({ state: 'success' });

		expect(lab.call(`POST ${RUNS}/r/clear`, { dry_run: false }).body).toMatchObject({
			state: 'queued',
			start_date: null
		});
		lab.nowMs += 1_000;
		expect(lab.call(`DELETE ${RUNS}/r`).status).toBe(409);
		lab.nowMs += 60_000;
		expect(lab.call(`DELETE ${RUNS}/r`).status).toBe(204);
		expect(lab.call(`GET ${RUNS}/r/taskInstances`).status).toBe(404);
	});
});

describe('task instances', () => {
	test('of a DAG that fails once show two tries', () => {
		lab.call('POST /dags/flaky_import/dagRuns', { dag_run_id: 'r', logical_date: null });
		lab.nowMs += 60_000;

		const path = '/dags/flaky_import/dagRuns/r/taskInstances/fetch';
		const { task_instances: tries } = lab.call(`GET ${path}/tries`).body as {
			task_instances: { try_number: number; state: string }[];
		};
		expect(tries.map(({ try_number, state }) => [try_number, state])).toEqual([
			[1, 'failed'],
			[2, 'success']
		]);
		expect(lab.call(`GET ${path}/logs/2`).status).toBe(200);
		expect(lab.call(`GET ${path}/logs/3`)).toMatchObject({
			status: 404,
			body: { detail: 'TaskInstance not found' }
		});
	});

	test('change their state once, and not in a dry run', () => {
		lab.call(`POST ${RUNS}`, { dag_run_id: 'r', logical_date: null });
		lab.nowMs += 60_000;
		const path = `${RUNS}/r/taskInstances/say_bye`;

		expect(lab.call(`PATCH ${path}/dry_run`, { new_state: 'failed' }).body).toMatchObject({
			task_instances: [{ task_id: 'say_bye', state: 'success' }]
		});
		expect(lab.call(`PATCH ${path}`, { new_state: 'FAILED', note: 'n' }).body).toMatchObject({
			task_instances: [{ state: 'failed', note: 'n' }],
			total_entries: 1
		});
		expect(lab.call(`PATCH ${path}`, { new_state: 'failed' })).toMatchObject({
			status: 409,
			body: { detail: 'Task id say_bye is already in failed state' }
		});
	});
});

describe('pools and variables', () => {
	test('a pool lives: created, taken, changed whole or by mask, deleted', () => {
		expect(lab.call('POST /pools', { name: 'a/b', slots: 3 }).status).toBe(201);
		expect(lab.call('POST /pools', { name: 'a/b', slots: 3 }).status).toBe(409);
		expect(lab.call('PATCH /pools/a%2Fb', { slots: 4 }).status).toBe(422);
		const whole = { pool: 'a/b', slots: 5, include_deferred: true };
		expect(lab.call('PATCH /pools/a%2Fb?update_mask=slots', whole).body).toMatchObject({
			slots: 5,
			include_deferred: false,
			open_slots: 5
		});
		expect(lab.call('DELETE /pools/a%2Fb').status).toBe(204);
	});

	test('a refused change leaves the world as it was', () => {
		lab.call('PATCH /pools/default_pool', { slots: 4 });

		expect(lab.world.pools.get('default_pool')?.slots).toBe(128);
	});

	test.each([
		['plain', 'text', 'text'],
		['number', 12, '12'],
		['list', { a: [1, 'ü'] }, '{"a": [1, "\\u00fc"]}'],
		['my_password', 'secret', '***'],
		['nested', '{"password":"x","b":1}', '{"password": "***", "b": 1}']
	])('the variable %s shows %j as %s', (key, value, shown) => {
		expect(lab.call('POST /variables', { key, value })).toMatchObject({
			status: 201,
			body: { key, value: shown, is_encrypted: true }
		});
	});
});

describe('pools in bulk', () => {
	const create = (...names: string[]) => ({
		action: 'create',
		entities: names.map((name) => ({ name, slots: 2 }))
	});
	test.each([
		[
			[create('a', 'default_pool')],
			{
				create: {
					success: [],
					errors: [
						{
							error: "The pools with these pool names: {'default_pool'} already exist.",
							status_code: 409
						}
					]
				},
				update: null,
				delete: null
			}
		],
		[
			[create('a'), { action: 'delete', entities: ['a'] }],
			{
				create: { success: ['a'], errors: [] },
				update: null,
				delete: { success: ['a'], errors: [] }
			}
		],
		[
			[{ action: 'delete', entities: ['no'], action_on_non_existence: 'skip' }],
			{ create: null, update: null, delete: { success: [], errors: [] } }
		]
	])('%j', (actions, body) => {
		expect(lab.call('PATCH /pools', { actions })).toMatchObject({ status: 200, body });
	});

	test('an update that lacks a field undoes the whole request', () => {
		const update = { action: 'update', entities: [{ name: 'a', slots: 3 }] };

		expect(lab.call('PATCH /pools', { actions: [create('a'), update] }).status).toBe(422);
		expect(lab.world.pools.has('a')).toBe(false);
	});
});
