import { describe, expect, test } from 'vitest';
import {
	dagOf,
	instanceOf,
	newWorld,
	pictureOf,
	pictures,
	trigger
} from '#lib/simulator/life.fixture.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { clearTaskInstances, selectForClear } from './clear.ts';
import { setRunState, setTaskState } from './set-state.ts';

describe('changes by hand', () => {
	test('a clear with reset runs the failed part again and allows one more try', () => {
		const world = newWorld();
		const run = trigger(world, 'broken_export');
		advance(world, world.nowMs + 60_000);
		const failed = selectForClear(world, dagOf(world, 'broken_export'), {
			runId: 'mine',
			onlyFailed: true
		});
		clearTaskInstances(world, failed, { resetDagRuns: true });
		expect(pictureOf(world, run)).toBe('queued: success/1 null/1 null/0');
		expect(run.startMs).toBeUndefined();

		advance(world, world.nowMs + 60_000);
		expect(pictureOf(world, run)).toBe('failed: success/1 failed/2 upstream_failed/0');
		expect(instanceOf(world, run, 'export')).toMatchObject({
			maxTries: 1,
			history: [{ tryNumber: 1, state: 'failed' }]
		});
	});

	test('a clear without reset leaves a finished run finished', () => {
		const world = newWorld();
		const run = trigger(world, 'broken_export');
		advance(world, world.nowMs + 60_000);
		const all = selectForClear(world, dagOf(world, 'broken_export'), { runId: 'mine' });
		clearTaskInstances(world, all, { resetDagRuns: false });
		advance(world, world.nowMs + 60_000);
		expect(pictureOf(world, run)).toBe('failed: null/1 null/1 null/0');
	});

	test('a running task that is cleared restarts and gets another try even without retries', () => {
		const world = newWorld();
		const run = trigger(world, 'long_backup');
		advance(world, world.nowMs + 10_000);
		clearTaskInstances(world, [instanceOf(world, run, 'dump')], { resetDagRuns: true });
		const states = pictures(world, run, 20_000).map((picture) => picture.split(' ')[1]);
		expect(states).toEqual([
			'restarting/1',
			'up_for_retry/1',
			'scheduled/2',
			'queued/2',
			'running/2'
		]);
	});

	test.each([
		['success', 'success: success/1 success/0 success/0'],
		['failed', 'failed: failed/1 skipped/0 skipped/0']
	] as const)('a running run that is set to %s', (state, picture) => {
		const world = newWorld();
		const run = trigger(world, 'long_backup');
		advance(world, world.nowMs + 10_000);
		setRunState(world, run, state);
		expect(pictureOf(world, run)).toBe(picture);
		advance(world, world.nowMs + 300_000);
		expect(pictureOf(world, run)).toBe(picture);
	});

	test('a failed task that is set to success lets the tasks after it run', () => {
		const world = newWorld();
		const run = trigger(world, 'broken_export');
		advance(world, world.nowMs + 60_000);
		setTaskState(world, dagOf(world, 'broken_export'), { run, taskId: 'export', state: 'success' });
		expect(pictureOf(world, run)).toBe('queued: success/1 success/1 null/0');
		advance(world, world.nowMs + 60_000);
		expect(pictureOf(world, run)).toBe('success: success/1 success/1 success/1');
	});
});
