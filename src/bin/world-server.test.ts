import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { serveWorld, type WorldServer } from './world-server.ts';

let served: WorldServer | undefined;
afterEach(() => served?.close());

/** A server whose wall clock runs a hundred times as fast as ours. */
async function serve() {
	const beganMs = Date.now();
	const beginning = { scenario: 'course', seed: 1, timetable: 'trigger' } as const;
	served = await serveWorld({
		port: 0,
		host: '127.0.0.1',
		beginning,
		api: 'v2',
		wallMs: () => beganMs + (Date.now() - beganMs) * 100,
		wait: (ms) => sleep(ms / 100)
	});
	const root = `http://127.0.0.1:${served.port}`;
	const call = async (method: string, path: string, body?: unknown, token = '') =>
		fetch(root + path, {
			method,
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
	const login = await call('POST', '/auth/token', { username: 'admin', password: 'admin' });
	const { access_token: token } = (await login.json()) as { access_token: string };
	return (method: string, path: string, body?: unknown) => call(method, path, body, token);
}

const RUNS = '/api/v2/dags/hello_api/dagRuns';

test('a wait for a run comes over HTTP in pieces, as time passes', async () => {
	const call = await serve();
	await call('POST', RUNS, { dag_run_id: 'watched', logical_date: null });

	const response = await call('GET', `${RUNS}/watched/wait?interval=1`);
	const pieces: string[] = [];
	for await (const piece of response.body ?? []) pieces.push(new TextDecoder().decode(piece));

	expect(pieces.length).toBeGreaterThan(1);
	const lines = pieces.join('').trim().split('\n');
	expect(lines).toContain('{"state": "running"}');
	expect(lines.at(-1)).toBe('{"state": "success"}');
});

test('a caller who hangs up half-way leaves a server that goes on answering', async () => {
	const call = await serve();
	await call('PATCH', '/api/v2/dags/hello_api', { is_paused: true });
	await call('POST', RUNS, { dag_run_id: 'stuck', logical_date: null });

	const response = await call('GET', `${RUNS}/stuck/wait?interval=1`);
	const reader = response.body?.getReader();
	await reader?.read();
	await reader?.cancel();

	const again = await call('GET', `${RUNS}/stuck`);
	expect(await again.json()).toMatchObject({ state: 'queued' });
});

test('an answer to HEAD has no body to wait for', async () => {
	const call = await serve();

	const response = await call('HEAD', '/api/v2/version');
	expect(await response.text()).toBe('');
});

test('a server of API v2 says that v1 is gone', async () => {
	const call = await serve();
	const [asked, sent] = [
		await call('GET', '/api/v1/dags'),
		await call('POST', '/api/v1/pools', {})
	];

	expect([asked.status, sent.status]).toEqual([404, 405]);
	expect(await asked.json()).toEqual({ error: expect.stringContaining('/api/v2') as string });
});
