import { describe, expect, test } from 'vitest';
import { createWorld } from './create-world.ts';
import { eventLogOf, logV1, logV2, type LoggedCall } from './event-log.ts';
import { advance } from './scheduler.ts';
import type { World } from './world.ts';

function worldOf(line: 'v1' | 'v2', scenario = 'course'): World {
	const timetable = line === 'v1' ? 'data_interval' : 'trigger';
	const nowMs = Date.UTC(2026, 4, 20, 9, 30);
	return createWorld({ name: 'main', scenario, seed: 1, nowMs, timetable });
}

const call = (facts: Partial<LoggedCall>): LoggedCall => ({
	method: 'POST',
	query: new URLSearchParams(),
	params: {},
	body: undefined,
	user: 'admin',
	...facts
});
const eventsOf = (world: World) => world.eventLogs.map(({ event }) => event);

describe('the event log', () => {
	test.each([
		['v1', ['cli_triggerer', 'cli_webserver', 'cli_scheduler']],
		['v2', ['cli_dag_processor', 'cli_triggerer', 'cli_api_server', 'cli_scheduler']]
	] as const)('of %s begins with the processes that came up', (line, started) => {
		expect(eventsOf(worldOf(line, 'empty'))).toEqual(started);
	});

	test.each([
		['v1', ['cli_task_run', 'running', 'cli_task_run', 'success']],
		['v2', ['running', 'success']]
	] as const)('of %s has what the try of a task does', (line, told) => {
		const world = worldOf(line);
		advance(world, world.nowMs + 60_000);
		const rows = world.eventLogs.filter(({ taskId }) => taskId === 'extract');

		expect(rows.map(({ event }) => event)).toEqual(told);
		expect(rows.every(({ dagId }) => dagId === 'nightly_sales')).toBe(true);
	});

	test('finds a row by its number', () => {
		const world = worldOf('v2');

		expect(eventLogOf(world, 2)?.event).toBe('cli_triggerer');
		expect(eventLogOf(world, 0)).toBeUndefined();
		expect(eventLogOf(world, 9_999_999)).toBeUndefined();
	});

	test.each<['v1' | 'v2', string, Record<string, unknown>, string]>([
		['v1', 'post_pool', { dsn: 'open', token: 'hidden' }, '{"dsn": "open", "token": "***"}'],
		['v2', 'post_pool', { dsn: 'x', n: 1 }, '{"dsn": "***", "n": 1, "method": "POST"}'],
		['v1', 'variable.create', { value: 'seen', key: 'password' }, 'seen'],
		['v1', 'variable.create', { key: 'password', value: 'hidden' }, '"***"'],
		['v2', 'post_variable', { key: 'colour', value: 'red' }, '"value": "***"'],
		['v1', 'connection.create', { extra: '{"a": 1}' }, '{"extra": {"a": 1}}'],
		['v2', 'post_connection', { extra: '{"a": 1}' }, '{"extra": {"a": "***"}, "method": "POST"}']
	])('of %s hides secrets of %s', (line, event, body, extra) => {
		const world = worldOf(line);
		(line === 'v1' ? logV1 : logV2)(world, event, call({ body }));

		expect(world.eventLogs.at(-1)?.extra).toContain(extra);
	});

	test('hides a password that is known from a connection', () => {
		const world = worldOf('v2');
		const known = { id: 1, connectionId: 'c', connType: 'http', password: 'Wq7-unlikely' };
		world.connections.set('c', known);
		logV2(world, 'post_pool', call({ body: { description: 'not Wq7-unlikely' } }));

		expect(world.eventLogs.at(-1)?.extra).toContain('"not ***"');
	});

	test('breaks in v1 over an extra that is a list, and writes nothing', () => {
		const world = worldOf('v1');
		const before = world.eventLogs.length;

		expect(logV1(world, 'connection.edit', call({ body: { extra: '[1]' } }))).toBe(false);
		expect(world.eventLogs).toHaveLength(before);
	});

	test('has nothing of a clearing on trial', () => {
		const world = worldOf('v2');
		const before = world.eventLogs.length;
		logV2(world, 'clear_dag_run', call({ body: {} }));

		expect(world.eventLogs).toHaveLength(before);
	});
});
