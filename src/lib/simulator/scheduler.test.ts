import { describe, expect, test } from 'vitest';
import { touch } from './agenda.ts';
import { createWorld } from './create-world.ts';
import { dagOf, instanceOf, newWorld, pictureOf, pictures, TEN, trigger } from './life.fixture.ts';
import { advance } from './scheduler.ts';
import { runKey, type World } from './world.ts';

describe('the life of a run', () => {
	test('hello_api goes from queued through running to success', () => {
		const world = newWorld();
		const run = trigger(world, 'hello_api');
		expect(pictureOf(world, run)).toBe('queued: null/0 null/0');
		expect(pictures(world, run, 20_000)).toEqual([
			'queued: null/0 null/0',
			'running: null/0 null/0',
			'running: scheduled/1 null/0',
			'running: queued/1 null/0',
			'running: running/1 null/0',
			'running: success/1 null/0',
			'running: success/1 scheduled/1',
			'running: success/1 queued/1',
			'running: success/1 running/1',
			'running: success/1 success/1',
			'success: success/1 success/1'
		]);
	});

	test('flaky_import fails once, waits for its delay, and succeeds on the second try', () => {
		const world = newWorld();
		const run = trigger(world, 'flaky_import');
		const fetched = pictures(world, run, 40_000).map((picture) => picture.split(' ')[1]);
		expect([...new Set(fetched)]).toEqual([
			'null/0',
			'scheduled/1',
			'queued/1',
			'running/1',
			'up_for_retry/1',
			'scheduled/2',
			'queued/2',
			'running/2',
			'success/2'
		]);
		expect(run.state).toBe('success');
		const { history, startMs = 0, maxTries } = instanceOf(world, run, 'fetch');
		expect(history).toMatchObject([{ tryNumber: 1, state: 'failed' }]);
		expect(startMs - (history[0]?.endMs ?? 0)).toBeGreaterThanOrEqual(5_000);
		expect(maxTries).toBe(2);
	});

	test('broken_export fails, and what comes after it is upstream_failed without a try', () => {
		const world = newWorld();
		const run = trigger(world, 'broken_export');
		advance(world, world.nowMs + 60_000);
		expect(pictureOf(world, run)).toBe('failed: success/1 failed/1 upstream_failed/0');
		expect(run.endMs).toBeGreaterThan(run.startMs ?? Infinity);
	});

	test('a run of a paused DAG stays queued until the DAG is unpaused', () => {
		const world = newWorld();
		const run = trigger(world, 'paused_cleanup');
		advance(world, world.nowMs + 3_600_000);
		expect(pictureOf(world, run)).toBe('queued: null/0');

		dagOf(world, 'paused_cleanup').isPaused = false;
		touch(world);
		advance(world, world.nowMs + 30_000);
		expect(pictureOf(world, run)).toBe('success: success/1');
	});

	test('no more than max_active_runs run at once', () => {
		const world = newWorld();
		dagOf(world, 'long_backup').maxActiveRuns = 1;
		const [first, second] = [
			trigger(world, 'long_backup', 'a'),
			trigger(world, 'long_backup', 'b')
		];
		advance(world, world.nowMs + 60_000);
		expect([first.state, second.state]).toEqual(['running', 'queued']);
		advance(world, world.nowMs + 120_000);
		expect([first.state, second.state]).toEqual(['success', 'running']);
	});

	test('a full pool holds tasks back, and the heavier one goes first', () => {
		const world = newWorld();
		const pool = world.pools.get('default_pool');
		if (pool) pool.slots = 1;
		const light = trigger(world, 'paused_cleanup');
		dagOf(world, 'paused_cleanup').isPaused = false;
		const heavy = trigger(world, 'long_backup');
		advance(world, world.nowMs + 10_000);
		expect(instanceOf(world, heavy, 'dump').state).toBe('running');
		expect(instanceOf(world, light, 'cleanup').state).toBe('scheduled');
	});
});

describe('the schedule', () => {
	test('a new world has the one run of the latest complete interval, finished', () => {
		expect([...newWorld().runs.values()]).toMatchObject([
			{
				runId: 'scheduled__2026-11-22T03:00:00+00:00',
				state: 'success',
				runAfterMs: Date.UTC(2026, 10, 23, 3)
			}
		]);
	});

	test('where crons are triggers, as in Airflow 3, the logical date is the moment itself', () => {
		const world = createWorld({
			name: 'main',
			scenario: 'course',
			seed: 1,
			nowMs: TEN,
			timetable: 'trigger'
		});
		expect([...world.runs.keys()]).toEqual([
			runKey('nightly_sales', 'scheduled__2026-11-23T03:00:00+00:00')
		]);
	});

	test('each night makes one more run', () => {
		const world = newWorld();
		advance(world, TEN + 2 * 86_400_000);
		expect([...world.runs.values()].map((run) => run.runId)).toEqual([
			'scheduled__2026-11-22T03:00:00+00:00',
			'scheduled__2026-11-23T03:00:00+00:00',
			'scheduled__2026-11-24T03:00:00+00:00'
		]);
	});

	test('unpausing makes up the latest interval only', () => {
		const world = newWorld();
		advance(world, TEN + 20 * 86_400_000);
		dagOf(world, 'paused_cleanup').isPaused = false;
		touch(world);
		advance(world, world.nowMs + 60_000);
		const weekly = [...world.runs.values()].filter((run) => run.dagId === 'paused_cleanup');
		expect(weekly.map((run) => run.runId)).toEqual(['scheduled__2026-12-06T00:00:00+00:00']);
	});

	test('a gap of years is bounded: only its last week is lived through', () => {
		const world = newWorld();
		advance(world, TEN + 1000 * 86_400_000);
		expect(world.runs.size).toBeLessThanOrEqual(9);
		expect(world.nowMs).toBe(TEN + 1000 * 86_400_000);
	});
});

describe('determinism', () => {
	function live(seed: number, stepMs: number): World {
		const world = newWorld(seed);
		for (const dagId of ['flaky_import', 'broken_export', 'nightly_sales']) trigger(world, dagId);
		for (let atMs = TEN; atMs < TEN + 60_000; atMs += stepMs) advance(world, atMs);
		advance(world, TEN + 60_000);
		return world;
	}

	test('same seed, log and time give the same world, however often it was asked', () => {
		expect(live(5, 7)).toEqual(live(5, 60_000));
		expect(live(5, 333)).toEqual(live(5, 60_000));
	});

	test('another seed gives other moments', () => {
		expect(live(6, 60_000)).not.toEqual(live(5, 60_000));
	});

	test('a world can be cloned as it is and goes on living the same life', () => {
		const world = live(5, 1_000);
		const copy = structuredClone(world);
		expect(copy).toEqual(world);
		advance(world, TEN + 86_400_000);
		advance(copy, TEN + 86_400_000);
		expect(copy).toEqual(world);
	});

	test('time does not run backwards', () => {
		const world = newWorld();
		advance(world, TEN - 5_000);
		expect(world.nowMs).toBe(TEN);
	});
});
