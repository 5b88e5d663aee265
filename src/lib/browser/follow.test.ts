import { expect, test } from 'vitest';
import { createWorldHost } from './world-host.ts';
import { keepInMemory } from './world-keep.ts';

const ROOT = 'https://lab.example/airflow/main';
const WAIT = `${ROOT}/api/v2/dags/hello_api/dagRuns/watched/wait?interval=1`;

/** A host whose waiting moves its wall clock, and the run `watched` in its world. */
async function hostWithRun(hear: (ms: number) => void = () => undefined) {
	let wallMs = Date.UTC(2026, 10, 23, 9);
	const host = createWorldHost({
		basePath: '',
		keep: keepInMemory(),
		wallMs: () => wallMs,
		announce: () => undefined,
		wait(ms) {
			hear(ms);
			wallMs += ms;
			return Promise.resolve();
		}
	});
	const call = (method: string, url: string, token = '', body?: unknown) =>
		host(
			new Request(url, {
				method,
				headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			})
		);
	const admin = { username: 'admin', password: 'admin' };
	const login = await call('POST', `${ROOT}/auth/token`, '', admin);
	const { access_token: token } = (await login.json()) as { access_token: string };
	await call('POST', `${ROOT}/api/v2/dags/hello_api/dagRuns`, token, {
		dag_run_id: 'watched',
		logical_date: null
	});
	return { ask: (method: string, url = WAIT) => call(method, url, token) };
}

test('a wait for a run is said line by line, each when its time has come', async () => {
	const { ask } = await hostWithRun();
	const response = await ask('GET');

	expect(response.status).toBe(200);
	const lines = (await response.text()).trim().split('\n');
	expect(lines[0]).toBe('{"state": "queued"}');
	expect(lines).toContain('{"state": "running"}');
	expect(lines.at(-1)).toBe('{"state": "success"}');
});

test('whoever reads no further is waited for no longer', async () => {
	const naps: number[] = [];
	const { ask } = await hostWithRun((ms) => void naps.push(ms));
	const response = await ask('GET');
	const reader = response.body?.getReader();

	const first = await reader?.read();
	expect(new TextDecoder().decode(first?.value)).toBe('{"state": "queued"}\n');
	expect(naps).toEqual([]);
	await reader?.cancel();
	await new Promise((done) => setImmediate(done));
	expect(naps).toEqual([]);
});

test('a run that goes away meanwhile breaks the answer off', async () => {
	const { ask } = await hostWithRun();
	const response = await ask('GET');
	await ask('DELETE', `${ROOT}/api/v2/dags/hello_api/dagRuns/watched`);

	await expect(response.text()).rejects.toThrow('no more');
});
