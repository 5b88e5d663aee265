import { describe, expect, test } from 'vitest';
import { createBackfill, cancelBackfill } from '#lib/simulator/actions/create-backfill.ts';
import { dagOf, newWorld, trigger } from '#lib/simulator/life.fixture.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';
import { lookAtRun } from './wait.ts';

describe('waiting for a run', () => {
	const looks = (world: World, runId: string, results: string[] = []) =>
		lookAtRun(world, { dagId: 'hello_api', runId, intervalMs: 1000, results });

	test('tells the state as of now, and goes on until the run has ended', () => {
		const world = newWorld();
		const { runId } = trigger(world, 'hello_api');

		expect(looks(world, runId)).toEqual({ line: '{"state": "queued"}\n', isOver: false });
		advance(world, world.nowMs + 1500);
		expect(looks(world, runId)).toEqual({ line: '{"state": "running"}\n', isOver: false });
		advance(world, world.nowMs + 60_000);
		expect(looks(world, runId)).toEqual({ line: '{"state": "success"}\n', isOver: true });
	});

	test('tells at the end what the tasks asked for returned', () => {
		const world = newWorld();
		const { runId } = trigger(world, 'hello_api');
		advance(world, world.nowMs + 60_000);

		const { line } = looks(world, runId, ['say_hello', 'no_such_task']) ?? { line: '' };
		expect(JSON.parse(line)).toEqual({ state: 'success', results: { say_hello: 'hello' } });
	});

	test('has nothing to tell of a run that is gone', () => {
		expect(looks(newWorld(), 'never')).toBeUndefined();
	});
});

describe('a backfill', () => {
	const DAY_MS = 86_400_000;
	const make = (world = newWorld(), runBackwards = false) => {
		const dag = dagOf(world, 'nightly_sales');
		const fromMs = Date.UTC(2026, 0, 5);
		const plan = { dag, fromMs, toMs: fromMs + 2 * DAY_MS, reprocess: 'none' as const };
		const backfill = createBackfill(world, { ...plan, maxActiveRuns: 1, runBackwards });
		return { backfill, runs: [...world.runs.values()].filter((one) => one.backfillId) };
	};

	test('makes its runs from the first day on, or from the last', () => {
		const days = ({ runs }: ReturnType<typeof make>) =>
			runs.map(({ runId }) => runId.slice(10, 20));
		expect(days(make())).toEqual(['2026-01-05', '2026-01-06']);
		expect(days(make(newWorld(), true))).toEqual(['2026-01-06', '2026-01-05']);
	});

	test('that is cancelled fails what is queued and is over', () => {
		const world = newWorld();
		const { backfill, runs } = make(world);
		cancelBackfill(world, backfill);
		expect(runs.map(({ state }) => state)).toEqual(['failed', 'failed']);
		expect(backfill).toMatchObject({ isPaused: true, completedMs: world.nowMs });
	});
});
