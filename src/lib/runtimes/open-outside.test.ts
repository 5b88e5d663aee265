import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '#lib/request/draft.ts';
import { openOutside, type OutsidePorts, type OutsideTarget } from './open-outside.ts';
import type { OutRequest } from './outside.ts';

const SIMULATOR: OutsideTarget = { kind: 'simulator', line: '3', skipsWaits: () => false };
const OWN: OutsideTarget = {
	kind: 'own',
	baseUrl: 'https://airflow.example/lab',
	authorization: ['Authorization', 'Bearer mine'],
	token: 'mine'
};

function open(target: OutsideTarget, more: Partial<OutsidePorts> = {}) {
	const calls: [string, unknown][] = [];
	const sent: HttpRequest[] = [];
	const outside = openOutside(target, {
		lab: async (call, asks) => {
			calls.push([call, asks]);
			return call === 'now' ? { nowMs: 7 } : { kind: 'answer' };
		},
		send: async (request) => {
			sent.push(request);
			const text = '{"pools": [], "total_entries": 0}';
			const headers: [string, string][] = [['content-type', 'application/json']];
			return { status: 200, statusText: 'OK', headers, text, elapsedMs: 1, sizeBytes: 1 };
		},
		diagnose: async () => 'CORS',
		confirm: async () => true,
		wait: async (ms) => void calls.push(['wait', ms]),
		wallMs: () => 5,
		...more
	});
	const ask = (url: string, request: Partial<OutRequest> = {}) =>
		outside.exchange({ method: 'GET', headers: [], ...request, url });
	return { outside, ask, calls, sent };
}

describe('whom programs reach', () => {
	test.each([
		[SIMULATOR, 'http://localhost:8080/api/v2/dags', 'answer'],
		[SIMULATOR, 'http://127.0.0.1:8080/', 'answer'],
		[SIMULATOR, 'http://localhost:8081/', 'refused'],
		[SIMULATOR, 'http://localhost/', 'refused'],
		[SIMULATOR, 'https://localhost:8080/', 'tls'],
		[SIMULATOR, 'https://airflow.example/', 'dns'],
		[OWN, 'https://airflow.example/lab/api/v2/dags', 'answer'],
		[OWN, 'http://airflow.example/lab', 'refused'],
		[OWN, 'http://airflow.example:443/lab', 'reset'],
		[OWN, 'https://airflow.example:8443/', 'refused'],
		[OWN, 'https://evil.example/?t=mine', 'dns'],
		[OWN, 'http://localhost:8080/', 'refused']
	])('with %o, %s: %s', async (target, url, expected) => {
		const { ask, calls, sent } = open(target);
		const answer = await ask(url);

		expect(answer.kind === 'answer' ? 'answer' : answer.why).toBe(expected);
		expect(calls.length + sent.length).toBe(expected === 'answer' ? 1 : 0);
	});
});

describe("the learner's own server", () => {
	test('gets the credentials of its connection, unless the request has some', async () => {
		const { ask, sent } = open(OWN);
		await ask('https://airflow.example/lab/api/v2/dags');
		await ask('https://airflow.example/lab/api/v2/dags', {
			headers: [['authorization', 'Basic x']]
		});

		expect(sent.map(({ headers }) => headers)).toEqual([
			[['Authorization', 'Bearer mine']],
			[['authorization', 'Basic x']]
		]);
	});

	test('is asked for no change that the learner did not allow', async () => {
		const asked: string[] = [];
		const { ask, sent } = open(OWN, {
			confirm: async ({ method }) => {
				asked.push(method);
				return false;
			}
		});
		const url = 'https://airflow.example/lab/api/v2/pools';

		expect(await ask(url, { method: 'POST', body: '{}' })).toEqual({ kind: 'none', why: 'denied' });
		expect(await ask(url)).toMatchObject({ status: 200 });
		expect(asked).toEqual(['POST']);
		expect(sent).toHaveLength(1);
	});

	test('says why the browser gave no answer', async () => {
		const { ask } = open(OWN, { send: () => Promise.reject(new TypeError('Failed to fetch')) });

		expect(await ask('https://airflow.example/lab/')).toEqual({
			kind: 'none',
			why: 'browser',
			detail: 'CORS'
		});
	});

	test('is reached by airflowctl with the token of the connection', async () => {
		const { outside, sent } = open(OWN);
		const env = { HOME: '/home/learner', PWD: '/home/learner' };
		const run = { program: 'airflowctl', env, files: {}, stdin: '' } as const;
		const outcome = await outside.program({ ...run, argv: ['pools', 'list', '-o', 'json'] });

		expect(outcome).toMatchObject({ exitCode: 0, stdout: '[]\n', files: {} });
		expect(sent[0]).toMatchObject({ method: 'GET' });
		expect(sent[0]?.url).toMatch(/^https:\/\/airflow\.example\/lab\/api\/v2\/pools/);
		expect(sent[0]?.headers).toContainEqual(['authorization', 'Bearer mine']);
	});

	test('has no machine here for airflow', async () => {
		const run = {
			program: 'airflow',
			argv: ['dags', 'list'],
			env: {},
			files: {},
			stdin: ''
		} as const;

		expect(await open(OWN).outside.program(run)).toMatchObject({ exitCode: 127, stdout: '' });
	});
});

describe('time', () => {
	test("is the simulator's; a skipped wait moves its clock", async () => {
		const { outside, calls } = open({ ...SIMULATOR, skipsWaits: () => true });
		await outside.sleep(60_000);

		expect(await outside.nowMs()).toBe(7);
		expect(calls).toEqual([
			['advance', { ms: 60_000 }],
			['wait', 150],
			['now', undefined]
		]);
	});

	test('is really waited for otherwise', async () => {
		const { outside, calls } = open(SIMULATOR);
		await outside.sleep(60_000);

		expect(calls).toEqual([['wait', 60_000]]);
	});
});

test('airflow is given the files that the command names', async () => {
	const { outside, calls } = open(SIMULATOR);
	const files = { '/h/a.json': 'A', '/h/b.json': 'B', '/h/sub/c.json': 'C' };
	const env = { PWD: '/h' };
	await outside.program({
		program: 'airflow',
		argv: ['pools', 'import', './b.json'],
		env,
		files,
		stdin: ''
	});

	const [, asks] = calls[0] ?? [];
	expect((asks as { files: Record<string, string> }).files).toMatchObject({ '/h/b.json': 'B' });
	expect(JSON.stringify(asks)).not.toMatch(/"A"|"C"/);
});
