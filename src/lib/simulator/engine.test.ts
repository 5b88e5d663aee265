import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRun } from './actions/create-run.ts';
import { touch } from './agenda.ts';
import { createWorld } from './create-world.ts';
import { advance, nextEventMs } from './scheduler.ts';
import { sha1Number } from './sha1.ts';
import { taskKey, type DagRun, type World } from './world.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9, 30);
const birth = (timetable: 'data_interval' | 'trigger') =>
	createWorld({ name: 'main', scenario: 'showcase', seed: 4, nowMs: BORN_MS, timetable });

function trigger(world: World, dagId: string, runId = 'mine'): DagRun {
	const run = createRun(world, {
		dagId,
		runId,
		runType: 'manual',
		logicalDateMs: world.nowMs,
		dataIntervalStartMs: world.nowMs,
		dataIntervalEndMs: world.nowMs,
		runAfterMs: world.nowMs,
		triggeredBy: 'rest_api'
	});
	touch(world);
	return run;
}

const statesOf = (world: World, { dagId, runId }: DagRun) =>
	Object.fromEntries(
		[...world.taskInstances.values()]
			.filter((one) => one.dagId === dagId && one.runId === runId)
			.map((one) => [
				one.mapIndex < 0 ? one.taskId : `${one.taskId}[${one.mapIndex}]`,
				`${one.state ?? 'none'}/${one.tryNumber}`
			])
	);

function lived(dagId: string, forMs = 120_000, timetable: 'data_interval' | 'trigger' = 'trigger') {
	const world = birth(timetable);
	const run = trigger(world, dagId);
	advance(world, world.nowMs + forMs);
	return { world, run, states: statesOf(world, run) };
}

describe('what real Airflows do with the showcase', () => {
	test.each<[string, DagRun['state'], Record<string, string>]>([
		[
			'mapped_files',
			'success',
			{
				list_files: 'success/1',
				'count_rows[0]': 'success/1',
				sum_rows: 'success/1',
				'count_rows[1]': 'success/1',
				'count_rows[2]': 'success/1'
			}
		],
		[
			'branch_by_size',
			'success',
			{ choose: 'success/1', 'load.small': 'success/1', 'load.big': 'skipped/0', meet: 'success/1' }
		],
		[
			'trigger_rules',
			'failed',
			{
				good: 'success/1',
				bad: 'failed/1',
				skipped: 'skipped/1',
				on_all_success: 'upstream_failed/0',
				on_all_failed: 'skipped/0',
				on_all_done: 'success/1',
				on_one_success: 'success/1',
				on_one_failed: 'success/1',
				on_one_done: 'success/1',
				on_none_failed: 'upstream_failed/0',
				on_none_skipped: 'skipped/0',
				on_always: 'success/1'
			}
		],
		['sensor_waits', 'success', { wait: 'success/1', go: 'success/1' }],
		['deferred_waits', 'success', { wait: 'success/1', go: 'success/1' }],
		['backoff_import', 'success', { fetch: 'success/3' }],
		['calls_hello', 'success', { trigger_hello: 'success/1' }],
		['documented', 'success', { greet: 'success/1' }],
		['lost_pool', 'running', { swim: 'scheduled/1' }],
		['asks_a_human', 'running', { approve: 'awaiting_input/1', pick: 'none/0', done: 'none/0' }]
	])('%s ends as %s', (dagId, state, expected) => {
		const { run, states } = lived(dagId);
		expect([run.state, states]).toEqual([state, expected]);
	});

	test('both assets together make one run of the DAG that waits for them', () => {
		const world = birth('trigger');
		trigger(world, 'asset_orders');
		advance(world, world.nowMs + 30_000);
		expect(world.queuedAssetEvents).toMatchObject([{ dagId: 'asset_report', assetId: 1 }]);
		trigger(world, 'asset_prices');
		advance(world, world.nowMs + 60_000);

		const made = [...world.runs.values()].filter((run) => run.dagId === 'asset_report');
		expect(made).toMatchObject([{ runType: 'asset_triggered', state: 'success' }]);
		expect(made[0]?.consumedAssetEvents).toEqual(world.assetEvents.map((event) => event.id));
		expect(world.queuedAssetEvents).toEqual([]);
	});

	test('an answer of a human lets the run go on', () => {
		const { world, run } = lived('asks_a_human');
		for (const taskId of ['approve', 'pick']) {
			const question = world.humanQuestions.get(taskKey('asks_a_human', 'mine', taskId));
			if (!question) throw new Error(taskId);
			Object.assign(question, {
				respondedMs: world.nowMs,
				chosenOptions: [taskId === 'approve' ? 'Approve' : 'Oslo']
			});
			touch(world);
			advance(world, world.nowMs + 60_000);
		}
		expect(run.state).toBe('success');
	});

	test.each(['data_interval', 'trigger'] as const)(
		'history is made up one run after the other, up to its end (%s)',
		(timetable) => {
			const runs = [...birth(timetable).runs.values()].filter(
				(run) => run.dagId === 'january_history'
			);
			expect(runs.map((run) => [run.runId.slice(11, 21), run.state])).toEqual([
				['2026-01-01', 'success'],
				['2026-01-02', 'success'],
				['2026-01-03', 'success']
			]);
			expect(runs[1]?.startMs).toBeGreaterThan(runs[0]?.endMs ?? Infinity);
		}
	);
});

describe('asking often or seldom', () => {
	const dagIds = [...birth('trigger').dags.keys()].filter((id) => id !== 'paused_cleanup');

	test('gives the same world, whatever runs', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(
				fc.constantFrom('data_interval' as const, 'trigger' as const),
				fc.array(fc.constantFrom(...dagIds), { minLength: 1, maxLength: 6 }),
				fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 30 }),
				fc.boolean(),
				(timetable, chosen, steps, isForgetful) => {
					const [often, seldom] = [birth(timetable), birth(timetable)];
					for (const world of [often, seldom]) {
						chosen
							.filter((dagId) => world.dags.has(dagId))
							.forEach((dagId, at) => trigger(world, dagId, `run_${at}`));
					}
					for (const step of steps) {
						advance(often, often.nowMs + step);
						// A clone, a reload and a write of nothing all lose what the scheduler had in mind.
						if (isForgetful) touch(often);
					}
					const endMs = BORN_MS + 400_000;
					advance(often, endMs);
					advance(seldom, endMs);
					expect(often).toEqual(seldom);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('nothing happens before the next event, and something at it', () => {
		const world = birth('trigger');
		trigger(world, 'hello_api');
		for (let steps = 0; steps < 10; steps++) {
			const atMs = nextEventMs(world);
			const before = JSON.stringify([...world.taskInstances.values()]);
			advance(world, atMs - 1);
			expect(JSON.stringify([...world.taskInstances.values()])).toBe(before);
			advance(world, atMs);
		}
		expect([...world.runs.values()].at(-1)?.state).not.toBe('queued');
	});
});

test('a hash is the one that Python makes', () => {
	expect(sha1Number('abc').toString(16)).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
	expect(sha1Number('a'.repeat(200)).toString(16).padStart(40, '0')).toBe(
		'e61cfffe0d9195a525fc6cf06ca2d77119c24a40'
	);
});
