import { beforeEach, describe, expect, test } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { clearTaskInstances } from './clear.ts';
import { createRun } from './create-run.ts';
import { deleteInstance } from './delete-instance.ts';
import { respond } from './respond.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9);
const key = taskKey('asks_a_human', 'one', 'approve');
let world: World;
let approve: TaskInstance;

beforeEach(() => {
	world = createWorld({
		name: 'main',
		scenario: 'showcase',
		seed: 1,
		nowMs: BORN_MS,
		timetable: 'trigger'
	});
	createRun(world, {
		dagId: 'asks_a_human',
		runId: 'one',
		runType: 'manual',
		runAfterMs: BORN_MS,
		triggeredBy: 'rest_api'
	});
	advance(world, BORN_MS + 60_000);
	approve = world.taskInstances.get(key) as TaskInstance;
});

describe('a task that asks a human', () => {
	test('waits, however long nobody answers', () => {
		advance(world, BORN_MS + 3_600_000);

		expect(approve.state).toBe('awaiting_input');
	});

	test('goes on with its run once somebody does', () => {
		respond(world, approve, { by: 'user', options: ['Approve'], params: {} });
		advance(world, world.nowMs + 60_000);

		expect(approve.state).toBe('success');
		const next = world.taskInstances.get(taskKey('asks_a_human', 'one', 'pick'));
		expect(next?.state).toBe('awaiting_input');
	});

	test('lets nothing follow when it is turned down', () => {
		respond(world, approve, { by: 'user', options: ['Reject'], params: {} });
		advance(world, world.nowMs + 60_000);

		const next = world.taskInstances.get(taskKey('asks_a_human', 'one', 'pick'));
		expect([approve.state, next?.state]).toEqual(['success', 'skipped']);
	});

	test('asks anew when it is cleared, and keeps the old answer with the old try', () => {
		respond(world, approve, { by: 'user', options: ['Approve'], params: {} });
		advance(world, world.nowMs + 60_000);
		clearTaskInstances(world, [approve], { resetDagRuns: true });
		advance(world, world.nowMs + 60_000);

		expect(world.humanQuestions.get(key)?.respondedMs).toBeUndefined();
		expect(world.humanQuestions.get(`${key}\n1`)?.chosenOptions).toEqual(['Approve']);
	});

	test('takes its question and its XComs along when it is deleted', () => {
		respond(world, approve, { by: 'user', options: ['Approve'], params: {} });
		advance(world, world.nowMs + 60_000);
		deleteInstance(world, approve);

		expect([...world.humanQuestions.keys()].filter((one) => one.startsWith(key))).toEqual([]);
		expect([...world.xcoms.keys()].filter((one) => one.startsWith(key))).toEqual([]);
		expect(world.taskInstances.has(key)).toBe(false);
	});
});
