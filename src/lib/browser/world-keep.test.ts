import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { ServerRequest } from '#lib/simulator/call.ts';
import { broughtUp, present } from '#lib/simulator/timeline/life.ts';
import { keepInIndexedDb, SNAPSHOT_EVERY, worldsDatabase } from './world-keep.ts';
import { stepsOf } from './world-steps.ts';

const WALL_MS = Date.UTC(2026, 10, 23);
let databases = 0;
const freshDatabase = () => worldsDatabase(`/keep-${databases++}`);

const trigger = (runId: string): ServerRequest => ({
	method: 'POST',
	path: '/api/v1/dags/hello_api/dagRuns',
	query: '',
	headers: { authorization: `Basic ${btoa('admin:admin')}`, 'content-type': 'application/json' },
	body: JSON.stringify({ dag_run_id: runId })
});

const open = (database: string) => keepInIndexedDb(database, broughtUp);
const ask = (keep: ReturnType<typeof open>, request: ServerRequest, wallMs = WALL_MS) =>
	keep.change('main', stepsOf('main', wallMs).ask(request));
async function runsIn(keep: ReturnType<typeof open>) {
	const kept = await keep.read('main');
	return [...(kept?.life.world.runs.values() ?? [])].map(({ runId }) => runId);
}

describe('worlds in IndexedDB', () => {
	test('killed between any two requests, come back the same', async () => {
		const database = freshDatabase();
		const steady = open(freshDatabase());
		for (let n = 0; n < SNAPSHOT_EVERY + 5; n++) {
			// Each request meets a worker that has just been started.
			await ask(open(database), trigger(`run${n}`), WALL_MS + n * 1_000);
			await ask(steady, trigger(`run${n}`), WALL_MS + n * 1_000);
		}

		const [killed, whole] = [await open(database).read('main'), await steady.read('main')];
		expect(killed?.life.world).toEqual(whole?.life.world);
	});

	test('written by two in turns, lose and double nothing', async () => {
		const database = freshDatabase();
		const [worker, page] = [open(database), open(database)];
		const names = Array.from({ length: 40 }, (_, n) => `run${n}`);
		await Promise.all(names.map((name, n) => ask(n % 2 ? worker : page, trigger(name))));

		const mine = (ids: string[]) => ids.filter((id) => id.startsWith('run')).sort();
		expect(mine(await runsIn(worker))).toEqual([...names].sort());
		expect(await runsIn(page)).toEqual(await runsIn(worker));
	});

	test('that one undoes, the other has undone too', async () => {
		const database = freshDatabase();
		const [worker, page] = [open(database), open(database)];
		await ask(worker, trigger('first'));
		await ask(page, trigger('second'));
		await page.rewrite('main', stepsOf('main', WALL_MS).undo());
		await ask(worker, trigger('third'));

		const ids = await runsIn(page);
		expect(ids.slice(-2)).toEqual(['first', 'third']);
		expect(await runsIn(worker)).toEqual(ids);
	});

	test('that could not be written are as they were before', async () => {
		const database = freshDatabase();
		const keep = open(database);
		await ask(keep, trigger('first'));
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const failed = ask(keep, trigger('second'));
		await expect(failed).rejects.toThrow('full');
		IDBObjectStore.prototype.put = put;

		expect(await runsIn(keep)).not.toContain('second');
		expect((await ask(keep, trigger('second'))).status).toBe(200);
	});

	test('go on at the rate and from the time they were given, whoever looks', async () => {
		const database = freshDatabase();
		const keep = open(database);
		await keep.change('main', stepsOf('main', WALL_MS).pace(100));
		await keep.change('main', stepsOf('main', WALL_MS + 1_000).jump(5_000));

		const kept = await open(database).read('main');
		expect(kept && present(kept.life, WALL_MS + 2_000).nowMs).toBe(WALL_MS + 205_000);
	});
});
