import { describe, expect, test } from 'vitest';
import { createWorldHost } from './world-host.ts';
import { keepInMemory } from './world-keep.ts';
import type { ProgramAnswer, ProgramRequest } from './world-exchange.ts';

function open() {
	let wallMs = Date.UTC(2026, 10, 23);
	const keep = keepInMemory();
	const host = createWorldHost({
		basePath: '',
		keep,
		wallMs: () => wallMs,
		announce: () => undefined,
		wait: async (ms) => void (wallMs += ms)
	});
	const lab = async (call: string, asks?: unknown) => {
		const init = asks === undefined ? {} : { method: 'POST', body: JSON.stringify(asks) };
		const response = await host(new Request(`https://lab.example/airflow/main/_lab/${call}`, init));
		return { status: response.status, body: (await response.json()) as unknown };
	};
	const exchange = async (method: string, target: string, more: Partial<ProgramRequest> = {}) => {
		const asks = { method, url: `http://localhost:8080${target}`, headers: [], ...more };
		return (await lab('exchange', asks)).body as ProgramAnswer;
	};
	return { lab, exchange, keep, pass: (ms: number) => (wallMs += ms) };
}

const admin: ProgramRequest['headers'] = [['Authorization', `Basic ${btoa('admin:admin')}`]];

describe('an exchange with a program in the page', () => {
	test('carries headers that a browser may not set, and the target as it was written', async () => {
		const { exchange, keep } = open();
		const answer = await exchange('GET', '/api/v1/dags/hello%5fapi?x=%zz#cut', {
			headers: [...admin, ['Host', 'other'], ['Cookie', 'a=b'], ['Referer', 'http://x']]
		});

		expect(answer.kind).toBe('answer');
		const entry = (await keep.read('main'))?.life.world.journal.at(-1);
		expect(entry).toMatchObject({ path: '/api/v1/dags/hello%5fapi', query: 'x=%zz' });
	});

	test('has the head that gunicorn gives Airflow 2', async () => {
		const answer = await open().exchange('GET', '/api/v1/dags/no_such', { headers: admin });
		if (answer.kind !== 'answer') throw new Error(answer.why);

		expect(answer.reason).toBe('NOT FOUND');
		expect(answer.headers.slice(0, 5)).toEqual([
			['Server', 'gunicorn'],
			['Date', 'Mon, 23 Nov 2026 00:00:00 GMT'],
			['Connection', 'close'],
			['Content-Type', 'application/problem+json'],
			['Content-Length', `${new TextEncoder().encode(answer.body).length}`]
		]);
	});

	test('has the head that uvicorn gives Airflow 3', async () => {
		const answer = await open().exchange('GET', '/api/v2/version');
		if (answer.kind !== 'answer') throw new Error(answer.why);

		expect(answer.reason).toBe('OK');
		expect(answer.headers.map(([name]) => name)).toEqual([
			'date',
			'server',
			'content-length',
			'content-type',
			'vary'
		]);
	});

	test('waits for what is told piece by piece, and gives it whole', async () => {
		const { exchange } = open();
		const login = await exchange('POST', '/auth/token', {
			headers: [['Content-Type', 'application/json']],
			body: '{"username":"admin","password":"admin"}'
		});
		if (login.kind !== 'answer') throw new Error(login.why);
		const { access_token } = JSON.parse(login.body) as { access_token: string };
		const headers: ProgramRequest['headers'] = [
			['Authorization', `Bearer ${access_token}`],
			['Content-Type', 'application/json']
		];
		await exchange('POST', '/api/v2/dags/hello_api/dagRuns', {
			headers,
			body: '{"dag_run_id":"mine","logical_date":null}'
		});
		const told = await exchange('GET', '/api/v2/dags/hello_api/dagRuns/mine/wait?interval=5', {
			headers
		});
		if (told.kind !== 'answer') throw new Error(told.why);
		const lines = told.body.trim().split('\n');

		expect(lines.length).toBeGreaterThan(1);
		expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ state: 'success' });
	});

	test('says that the connection broke where a fault breaks it', async () => {
		const { lab, exchange } = open();
		await lab('faults', { faults: [{ kind: 'drop', times: 1 }] });

		expect(await exchange('GET', '/api/v2/version')).toEqual({ kind: 'none', why: 'reset' });
		expect(await exchange('GET', '/api/v2/version')).toMatchObject({ status: 200 });
	});

	test.each([
		[{}],
		[{ method: 'GET', url: 'nowhere', headers: [] }],
		[{ method: 'GET', url: 'http://x/', headers: [['a']] }]
	])('is refused when it is no request: %j', async (asks) => {
		expect((await open().lab('exchange', asks)).status).toBe(400);
	});

	test('runs airflow on the machine, and tells its time', async () => {
		const { lab, pass } = open();
		const run = {
			line: '2',
			argv: ['pools', 'set', 'etl', '3', 'x'],
			env: {},
			files: {},
			stdin: ''
		};
		const { body } = await lab('program', run);
		pass(2_000);

		expect(body).toMatchObject({ exitCode: 0, files: {} });
		expect((await lab('now')).body).toEqual({ nowMs: Date.UTC(2026, 10, 23) + 2_000 });
		expect((await lab('program', { ...run, line: '4' })).status).toBe(400);
	});
});
