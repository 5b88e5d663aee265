import { describe, expect, test } from 'vitest';
import { createBackfill, cancelBackfill } from '#lib/simulator/actions/create-backfill.ts';
import { dagOf, newWorld, trigger } from '#lib/simulator/life.fixture.ts';
import { waitLines } from './wait.ts';

describe('waiting for a run', () => {
	test('tells each look until the end, and leaves the world as it was', () => {
		const world = newWorld();
		const run = trigger(world, 'hello_api');
		const nowMs = world.nowMs;
		const states = waitLines(world, run, 500, []).map(({ state }) => state);
		expect(states[0]).toBe('queued');
		expect(states).toContain('running');
		expect(states.at(-1)).toBe('success');
		expect(new Set(states.slice(0, -1)).has('success')).toBe(false);
		expect([run.state, world.nowMs]).toEqual(['queued', nowMs]);
	});

	test('is given up when the run would wait for ever', () => {
		const world = newWorld();
		dagOf(world, 'hello_api').isPaused = true;
		const lines = waitLines(world, trigger(world, 'hello_api'), 60_000, []);
		expect(lines.length).toBeLessThanOrEqual(2_000);
		expect(lines.every(({ state }) => state === 'queued')).toBe(true);
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
