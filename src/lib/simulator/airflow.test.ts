import { expect, test } from 'vitest';
import { answer } from './airflow.ts';
import { createWorld } from './create-world.ts';
import { JOURNAL_LENGTH } from './journal.ts';

const BORN = Date.UTC(2026, 10, 23, 10);
const newWorld = () => createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs: BORN });

const request = (method: string, path: string, body: unknown = undefined) => ({
	method,
	path,
	query: '',
	headers: { authorization: `Basic ${btoa('admin:admin')}`, 'content-type': 'application/json' },
	body: body === undefined ? '' : JSON.stringify(body)
});

test('a request is answered at its time and written into the journal', () => {
	const world = newWorld();
	answer(world, request('POST', '/api/v1/pools', { name: 'etl', slots: 4 }), BORN + 1_000);
	expect(world.pools.get('etl')?.slots).toBe(4);
	expect(world.journal).toEqual([
		{
			atMs: BORN + 1_000,
			method: 'POST',
			path: '/api/v1/pools',
			status: 200,
			operation: 'POST /pools',
			params: {},
			body: '{"name":"etl","slots":4}',
			user: 'admin'
		}
	]);
});

test('a refused request changes nothing but time, journal, event log and count of log-ins', () => {
	const world = newWorld();
	const before = structuredClone(world);
	const taken = { name: 'default_pool', slots: 1 };
	const reply = answer(world, request('POST', '/api/v1/pools', taken), BORN);
	const traces = { journal: [], eventLogs: [], users: new Map() };
	expect(reply.status).toBe(409);
	expect({ ...world, ...traces }).toEqual({ ...before, ...traces });
	expect(world.eventLogs.at(-1)?.event).toBe('api.post_pool');
});

test('the journal keeps no credentials', () => {
	const world = newWorld();
	const login = request('POST', '/auth/token');
	answer(world, { ...login, body: 'username=admin&password=hunter2' }, BORN);
	answer(world, request('POST', '/api/v1/connections', { password: 'hunter2' }), BORN);
	expect(JSON.stringify(world.journal)).not.toMatch(/hunter2|Basic|YWRtaW4/);
});

test('the journal is bounded', () => {
	const world = newWorld();
	for (let index = 0; index < JOURNAL_LENGTH + 5; index++) {
		answer(world, request('GET', '/api/v1/version'), BORN + index);
	}
	expect(world.journal).toHaveLength(JOURNAL_LENGTH);
	expect(world.journal[0]?.atMs).toBe(BORN + 5);
});
