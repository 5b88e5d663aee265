import type { RequestStep } from './lesson.ts';
import { clear, look, named, pause, RUN, send, trigger, type WhyCase } from './why.fixture.ts';

const slots = (count: number): RequestStep =>
	send('PATCH /pools/{pool_name}', {
		path: { pool_name: 'default_pool' },
		query: { update_mask: 'slots' },
		body: { name: 'default_pool', slots: count, include_deferred: false },
		thenWaitMs: 10_000
	});
/** Mistakes that show in what a run waits for, or came to. */
export const runCases: readonly WhyCase[] = [
	{
		name: 'a run waits as its DAG is paused',
		exercise: 'patterns.trigger-once',
		mistake: [pause('hello_api', true), named('hello_api', 'order-1871', { thenWaitMs: 60_000 })],
		says: /`order-1871` \(`hello_api`\) was accepted but stays queued: its DAG is paused/,
		mended: [pause('hello_api', false)]
	},
	{
		name: 'a run stands still as its DAG was paused on the way',
		exercise: 'patterns.trigger-once',
		mistake: [
			named('long_backup', 'order-1871', { thenWaitMs: 15_000 }),
			pause('long_backup', true, { thenWaitMs: 90_000 }),
			send('GET /dags')
		],
		says: /`order-1871` \(`long_backup`\) does not move on: its DAG is paused/,
		mended: [pause('long_backup', false)]
	},
	{
		name: 'a run waits as the scheduler is stopped',
		exercise: 'patterns.trigger-once',
		mistake: [
			{ control: { do: 'scheduler', isDown: true } },
			named('hello_api', 'order-1871', { thenWaitMs: 60_000 })
		],
		says: /`order-1871` \(`hello_api`\) stays queued: the scheduler is stopped/,
		mended: [{ control: { do: 'scheduler', isDown: false } }]
	},
	{
		name: 'a run is not due yet',
		exercise: 'patterns.trigger-once',
		mistake: [
			trigger('hello_api', {
				dag_run_id: 'order-1871',
				logical_date: null,
				run_after: '2026-11-24T00:00:00Z'
			})
		],
		says: /is queued until it is due: it does not begin before `2026-11-24T00:00:00\+00:00`/,
		mended: [send(`DELETE ${RUN}`, { path: { dag_id: 'hello_api', dag_run_id: 'order-1871' } })]
	},
	{
		name: 'a run waits for others of its DAG to end',
		exercise: 'patterns.trigger-once',
		mistake: [
			...Array.from({ length: 17 }, (_, at) => named('long_backup', `order-${at}`)),
			send('GET /dags', { thenWaitMs: 5_000 }),
			send('GET /dags')
		],
		says: /`order-16` \(`long_backup`\) waits in queued: 16 of this DAG are running already, and max_active_runs = 16/,
		mended: [send('GET /dags', { thenWaitMs: 200_000 }), send('GET /dags')]
	},
	{
		name: 'a task waits for room in a pool',
		exercise: 'patterns.trigger-once',
		mistake: [
			slots(0),
			named('hello_api', 'order-1871', { thenWaitMs: 20_000 }),
			send('GET /dags')
		],
		says: /`say_hello` of the run `order-1871` \(`hello_api`\) waits for room in the pool `default_pool`: 0 of 0 slots/,
		mended: [slots(128), send('GET /dags')]
	},
	{
		name: 'a task waits for its next try',
		exercise: 'patterns.wait-worked',
		mistake: [
			trigger('flaky_import', { dag_run_id: 'a' }, { thenWaitMs: 8_000 }),
			send('GET /dags')
		],
		says: /`fetch` of the run `a` \(`flaky_import`\) failed and waits for its next try/,
		mended: [send('GET /dags', { thenWaitMs: 600_000 }), send('GET /dags')]
	},
	{
		name: 'a run is not over',
		exercise: 'patterns.trigger-once',
		mistake: [named('hello_api', 'order-1871')],
		says: /`order-1871` \(`hello_api`\) is still queued/,
		mended: [send('GET /dags', { thenWaitMs: 60_000 }), send('GET /dags')]
	},
	{
		name: 'a run has ended and nobody asked',
		exercise: 'patterns.trigger-once',
		mistake: [named('hello_api', 'order-1871', { thenWaitMs: 60_000 }), send('GET /dags')],
		says: /`order-1871` \(`hello_api`\) has succeeded by now, but you have not asked/,
		mended: [look('hello_api', 'order-1871')]
	},
	{
		name: 'a task failed, and what stands below it did not begin',
		exercise: 'overview.clear-failed',
		mistake: [named('broken_export', 'export-1', { thenWaitMs: 60_000 }), send('GET /dags')],
		says: /`export-1` \(`broken_export`\) ended as failed: its task `export` failed, and `notify` did not even begin/,
		mended: [clear('broken_export', { dag_run_id: 'export-1', dry_run: false })]
	}
];
