import { describe, expect, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Exchange, Send } from '#lib/request/exchange.ts';
import { grade } from '#lib/course/grade.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { OwnJudge } from './own-judge.svelte.ts';
import { Servers } from './servers.svelte.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const URL_OF_OWN = 'https://airflow.example.org/team';
const exercise = syllabus
	.flatMap(({ exercises }) => exercises)
	.find(({ id }) => id === 'cli.trigger-worked');
if (!exercise) throw new Error('no such exercise');

function judgeOf(sendTo?: Send) {
	const world = createWorld({ name: 'own', scenario: 'course', seed: 1, nowMs: START_MS });
	let nowMs = START_MS;
	const send = sendTo ?? sendIn(world, () => (nowMs += 100));
	const servers = new Servers({ send, simulatorUrl: () => '', remember: () => undefined });
	const login = { auth: 'basic', username: 'admin', password: 'admin' } as const;
	servers.change({ baseUrl: URL_OF_OWN, api: 'v1', ...login });
	servers.choose('own');
	const judge = new OwnJudge(exercise!, servers, {
		send,
		diagnose: () => Promise.resolve({ id: 'unreachable' }),
		nowMs: () => nowMs
	});
	return { judge, world, send };
}

const sendIn =
	(world: World, nowMs: () => number): Send =>
	({ method, url, headers, body = '' }) => {
		const { pathname, search } = new URL(url);
		const path = pathname.slice('/team'.length);
		const request = { method, path, query: search.slice(1), body };
		const reply = answer(world, { ...request, headers: lower(headers) }, nowMs());
		return Promise.resolve(exchangeOf(reply.status, reply.body));
	};

const lower = (headers: readonly (readonly [string, string])[]) =>
	Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

const exchangeOf = (status: number, body: unknown): Exchange => ({
	...{ status, statusText: '', headers: [], elapsedMs: 1, sizeBytes: 1 },
	text: typeof body === 'string' ? body : JSON.stringify(body ?? '')
});

describe('the judge of exercises on one’s own Airflow', () => {
	test('begins with what is there, and counts what comes after', async () => {
		const { judge, send } = judgeOf();
		expect(judge.world).toBeUndefined();
		await judge.choose();
		expect(judge.hasBegun).toBe(false);
		expect(judge.missing).toEqual([]);

		const request = {
			method: 'POST',
			url: `${URL_OF_OWN}/api/v1/dags/hello_api/dagRuns`,
			headers: [
				['authorization', `Basic ${btoa('admin:admin')}`],
				['content-type', 'application/json']
			] as const,
			body: JSON.stringify({ dag_run_id: 'deploy-184', conf: { commit: '9f1c2e7' } })
		};
		const got = await send(request, { signal: new AbortController().signal });
		expect(got.status).toBe(200);
		judge.heard('POST /dags/{dag_id}/dagRuns', { dag_id: 'hello_api' }, request, got);
		await judge.look();

		expect(judge.hasBegun).toBe(true);
		expect(judge.isUnderWay).toBe(true);
		expect(judge.world?.journal).toMatchObject([
			{ path: '/api/v1/dags/hello_api/dagRuns', status: 200, user: 'admin' }
		]);
		expect(JSON.stringify(judge.world?.journal)).not.toContain('Basic');
		expect(judge.world && grade(exercise, judge.world).checks[0]?.passes).toBe(true);

		await judge.begin();
		expect(judge.leftovers).toEqual(['deploy-184']);
		expect(judge.hasBegun).toBe(false);
	});

	test('names the DAGs that the server lacks', async () => {
		const { judge, world } = judgeOf();
		world.dags.delete('hello_api');
		await judge.choose();
		expect(judge.missing).toEqual(['hello_api']);
	});

	test('says that the server refused to be looked at', async () => {
		const { judge } = judgeOf(() => Promise.resolve(exchangeOf(403, {})));
		await judge.choose();
		expect(judge.world).toBeUndefined();
		expect(judge.trouble).toEqual({ kind: 'refused', path: '/dags/hello_api', status: 403 });
	});

	test('finds out why there is no answer', async () => {
		const { judge } = judgeOf(() => Promise.reject(new TypeError('Failed to fetch')));
		await judge.choose();
		expect(judge.trouble).toEqual({ kind: 'silent', trouble: { id: 'unreachable' } });
	});

	test('tells nothing of a look that was given up', async () => {
		const refusals: (() => void)[] = [];
		const { judge } = judgeOf(
			() => new Promise((_, fail) => refusals.push(() => fail(new TypeError('Failed to fetch'))))
		);
		const given = judge.choose();
		// The first path is asked for once the credentials are there.
		await Promise.resolve();
		judge.leave();
		for (const refuse of refusals) refuse();
		await given;
		expect(refusals).toHaveLength(1);
		expect(judge.trouble).toBeUndefined();
	});

	test('forgets everything when the simulator is chosen again', async () => {
		const { judge } = judgeOf();
		await judge.choose();
		judge.leave();
		expect([judge.isChosen, judge.world]).toEqual([false, undefined]);
	});
});
