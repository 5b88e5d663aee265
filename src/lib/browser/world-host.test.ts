import 'fake-indexeddb/auto';
import { getResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { broughtUp } from '#lib/simulator/timeline/life.ts';
import { worldHandlers } from './world-handlers.ts';
import { createWorldHost, type WorldChange } from './world-host.ts';
import { keepInIndexedDb, keepInMemory, worldsDatabase, type WorldKeep } from './world-keep.ts';

const SITE = 'https://lab.example/some/lab';
const WALL_MS = Date.UTC(2026, 10, 23);

let databases = 0;
const freshDatabase = () => worldsDatabase(`/test-${databases++}`);

function open(keep: WorldKeep, clock = { ms: WALL_MS }) {
	const changes: WorldChange[] = [];
	const host = createWorldHost({
		basePath: '/some/lab',
		keep,
		wallMs: () => clock.ms,
		announce: (change) => void changes.push(change)
	});
	const call = (path: string, init?: RequestInit) => host(new Request(`${SITE}${path}`, init));
	const pathsAsked = async (world = 'main') =>
		((await keep.read(world))?.life.world.journal ?? []).map(({ path }) => path);
	return { host, call, changes, pathsAsked };
}

const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) });

describe('a world', () => {
	test('keeps all of 100 changes that two hosts make at the same time', async () => {
		const database = freshDatabase();
		const [worker, page] = [
			keepInIndexedDb(database, broughtUp),
			keepInIndexedDb(database, broughtUp)
		].map((keep) => open(keep)) as [ReturnType<typeof open>, ReturnType<typeof open>];
		const numbers = Array.from({ length: 100 }, (_, index) => index);

		await Promise.all(
			numbers.map((n) => (n % 2 ? worker : page).call(`/airflow/main/api/v2/n${n}`, post({})))
		);

		expect(new Set(await worker.pathsAsked())).toEqual(
			new Set(numbers.map((n) => `/api/v2/n${n}`))
		);
	});

	test('is there again after its host was killed', async () => {
		const database = freshDatabase();
		await open(keepInIndexedDb(database, broughtUp)).call('/airflow/main/api/v2/dags');

		const reopened = open(keepInIndexedDb(database, broughtUp));
		await reopened.call('/airflow/main/api/v2/pools');

		expect(await reopened.pathsAsked()).toEqual(['/api/v2/dags', '/api/v2/pools']);
	});

	test('is written before the reply leaves', async () => {
		const keep = keepInMemory();
		let letWrite = () => {};
		const written = new Promise<void>((done) => (letWrite = done));
		const slow: WorldKeep = {
			...keep,
			change: async (name, step) => {
				const result = await keep.change(name, step);
				await written;
				return result;
			}
		};
		let isAnswered = false;

		const reply = open(slow).call('/airflow/main/api/v2/dags');
		void reply.then(() => (isAnswered = true));
		await new Promise((turn) => setImmediate(turn));
		expect(isAnswered).toBe(false);
		letWrite();

		expect((await reply).status).toBeGreaterThanOrEqual(200);
	});

	test('that cannot be written is not answered as if it had been', async () => {
		const full: WorldKeep = {
			...keepInMemory(),
			change: () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
		};

		expect((await open(full).call('/airflow/main/api/v2/dags')).status).toBe(507);
	});

	test('shares nothing with a world of another name', async () => {
		const { call, pathsAsked } = open(keepInMemory());
		await call('/airflow/one/api/v2/dags');

		expect(await pathsAsked('one')).toHaveLength(1);
		expect(await pathsAsked('two')).toHaveLength(0);
	});

	test('sees the path as it was sent, and its query', async () => {
		const keep = keepInMemory();
		const { call } = open(keep);
		await call('/airflow/main/api/v2/dags/a%2Fb?limit=1&limit=2');

		const entry = (await keep.read('main'))?.life.world.journal.at(-1);
		expect(entry).toMatchObject({ path: '/api/v2/dags/a%2Fb', params: { limit: '1,2' } });
	});

	test.each([
		'/airflow/Main/api/v2/dags',
		'/airflow/a_b/',
		`/airflow/${'a'.repeat(41)}/`,
		'/airflow/'
	])('has a proper name: %s is 404', async (path) => {
		const response = await open(keepInMemory()).call(path);

		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({ title: 'No such world' });
	});

	test('tells the pages of each change, and whether it only read', async () => {
		const { call, changes } = open(keepInMemory());
		await call('/airflow/main/api/v2/dags');
		await call('/airflow/main/api/v2/pools', post({}));
		await call('/airflow/main/_lab/world');

		expect(changes).toEqual([
			{ world: 'main', isReading: true },
			{ world: 'main', isReading: false }
		]);
	});
});

describe('the control calls', () => {
	test('move virtual time ahead, and it goes on from there', async () => {
		const clock = { ms: WALL_MS };
		const { call } = open(keepInMemory(), clock);
		await call('/airflow/main/_lab/advance', post({ ms: 3_600_000 }));
		clock.ms += 5000;

		const world = (await (await call('/airflow/main/_lab/world')).json()) as { nowMs: number };
		expect(world.nowMs).toBe(WALL_MS + 3_605_000);
	});

	test('start a world over, with what it had unless told otherwise', async () => {
		const { call, pathsAsked } = open(keepInMemory());
		await call('/airflow/main/_lab/reset', post({ seed: 7 }));
		await call('/airflow/main/api/v2/dags');

		const reply = await call('/airflow/main/_lab/reset', { method: 'POST' });

		expect(await reply.json()).toMatchObject({ world: 'main', scenario: 'course', seed: 7 });
		expect(await pathsAsked()).toEqual([]);
	});

	test.each([
		['POST', '/_lab/advance', '{"ms":-1}', 400],
		['POST', '/_lab/advance', '{"ms":"1"}', 400],
		['POST', '/_lab/advance', 'no json', 400],
		['POST', '/_lab/reset', '{"scenario":"nowhere"}', 400],
		['GET', '/_lab/world', undefined, 404],
		['GET', '/_lab/else', undefined, 404]
	])('%s %s %s is refused and makes no world', async (method, path, body, status) => {
		const { call, pathsAsked } = open(keepInMemory());
		const response = await call(`/airflow/main${path}`, { method, ...(body ? { body } : {}) });

		expect(response.status).toBe(status);
		expect(await pathsAsked()).toEqual([]);
	});
});

test('a wall clock that was set back does not stop the world', async () => {
	const clock = { ms: WALL_MS };
	const keep = keepInMemory();
	const { call } = open(keep, clock);
	await call('/airflow/main/api/v2/dags');
	clock.ms -= 86_400_000;
	await call('/airflow/main/api/v2/dags');
	clock.ms += 4000;
	await call('/airflow/main/api/v2/dags');

	expect((await keep.read('main'))?.life.world.nowMs).toBe(WALL_MS + 4000);
});

test.each([
	['/airflow/', true],
	['/airflow/main/api/v2/dags?a=1', true],
	['/airflow/main/api/v2/dags/%E0%A4%A', true],
	['/elsewhere/main/api', false]
])('MSW hands %s to the host: %s', async (path, isOurs) => {
	const { host } = open(keepInMemory());
	const reply = await getResponse(worldHandlers(host), new Request(`${SITE}${path}`));

	expect(reply !== undefined).toBe(isOurs);
});
