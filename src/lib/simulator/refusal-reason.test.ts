import { expect, test } from 'vitest';
import { answer } from './airflow.ts';
import { createWorld } from './create-world.ts';

const BORN = Date.UTC(2026, 10, 23, 9);

function refusal(path: string, body?: unknown, method = 'POST') {
	const world = createWorld({ name: 'test', scenario: 'course', seed: 1, nowMs: BORN });
	const text = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));
	const ask = (at: string, verb: string, sent: string, headers: Record<string, string>) =>
		answer(world, { method: verb, path: at, query: '', headers, body: sent }, BORN + 1000);
	const json = { 'content-type': 'application/json' };
	const login = ask('/auth/token', 'POST', text({ username: 'admin', password: 'admin' }), json);
	const { access_token: token } = login.body as { access_token: string };
	const authorization = path.startsWith('/api/v1')
		? `Basic ${btoa('admin:admin')}`
		: `Bearer ${token}`;
	ask(path, method, text(body), { ...json, authorization });
	return world.journal.at(-1);
}

test('the journal keeps why v2 refused, and of what was sent only the places', () => {
	const entry = refusal('/api/v2/pools', { name: 'etl', slots: 'many' });
	expect(entry?.reason).toEqual({ issues: [{ at: 'body.slots', type: 'int_parsing' }] });
});

test('the journal keeps why v1 refused', () => {
	const entry = refusal('/api/v1/dags/none', undefined, 'GET');
	expect(entry?.reason).toEqual({ detail: 'The DAG with dag_id: none was not found' });
});

test('the words of a refusal are not kept when the request held a secret', () => {
	const entry = refusal('/api/v1/connections', {
		connection_id: 'crm',
		conn_type: 'http',
		password: ['hunter2']
	});
	expect(entry?.status).toBe(400);
	expect(JSON.stringify(entry)).not.toContain('hunter2');
	expect(entry?.reason).toBeUndefined();
});

test('an answer that is no refusal has no reason', () => {
	expect(refusal('/api/v2/pools', { name: 'etl', slots: 2 })).not.toHaveProperty('reason');
});
