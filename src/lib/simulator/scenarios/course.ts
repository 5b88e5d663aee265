import type { Scenario } from '#lib/simulator/create-world.ts';
import { chain, dag, task } from './dag-facts.ts';

/**
 * Six DAGs that behave differently: the same as tests/contract/airflow/dags/windsock_course.py, which
 * the contract tests hold against this.
 */
export const course: Scenario = {
	dags: [
		dag({
			dagId: 'broken_export',
			description: 'Its second task always fails',
			owner: 'data',
			tags: ['etl'],
			tasks: chain([
				{ taskId: 'prepare', bashCommand: 'echo prepared', durationMs: 2_000 },
				{
					taskId: 'export',
					bashCommand: 'echo no space left on device; exit 1',
					durationMs: 2_000,
					failsTries: Infinity
				},
				{ taskId: 'notify', bashCommand: 'echo sent', durationMs: 2_000 }
			])
		}),
		dag({
			dagId: 'flaky_import',
			description: 'Fails once, then succeeds',
			owner: 'data',
			tags: ['etl'],
			tasks: chain([
				{
					taskId: 'fetch',
					bashCommand: 'test "{{ ti.try_number }}" -gt 1',
					durationMs: 3_000,
					retries: 2,
					failsTries: 1
				},
				{ taskId: 'store', bashCommand: 'echo stored', durationMs: 1_000, retries: 2 }
			])
		}),
		dag({
			dagId: 'hello_api',
			description: 'Two short tasks that succeed',
			tags: ['course', 'quickstart'],
			tasks: chain([
				{ taskId: 'say_hello', bashCommand: 'echo hello; sleep 1', durationMs: 2_000 },
				{ taskId: 'say_bye', bashCommand: 'echo bye', durationMs: 1_000 }
			])
		}),
		dag({
			dagId: 'long_backup',
			description: 'A backup that takes minutes',
			owner: 'platform',
			tags: ['ops'],
			tasks: chain([
				{ taskId: 'dump', bashCommand: 'sleep 60', durationMs: 60_000 },
				{ taskId: 'upload', bashCommand: 'sleep 30', durationMs: 30_000 },
				{ taskId: 'verify', bashCommand: 'sleep 5', durationMs: 5_000 }
			])
		}),
		dag({
			dagId: 'nightly_sales',
			description: 'Sales report by region',
			owner: 'data',
			tags: ['etl', 'sales'],
			schedule: '0 3 * * *',
			params: {
				region: {
					value: 'emea',
					description: 'Region to report',
					schema: { type: 'string', enum: ['emea', 'apac', 'amer'] }
				},
				limit: { value: 100, schema: { type: 'integer', minimum: 1, maximum: 10000 } }
			},
			tasks: [
				task({
					taskId: 'extract',
					bashCommand: 'echo {{ params.region }}; sleep 1',
					durationMs: 4_000
				}),
				task({
					taskId: 'transform',
					bashCommand: 'sleep 1',
					durationMs: 4_000,
					upstream: ['extract']
				}),
				task({
					taskId: 'load_warehouse',
					bashCommand: 'sleep 1',
					durationMs: 4_000,
					upstream: ['transform']
				}),
				task({
					taskId: 'load_report',
					bashCommand: 'sleep 1',
					durationMs: 4_000,
					upstream: ['transform']
				}),
				task({
					taskId: 'notify',
					bashCommand: 'echo done',
					durationMs: 4_000,
					upstream: ['load_warehouse', 'load_report']
				})
			]
		}),
		dag({
			dagId: 'paused_cleanup',
			description: 'Weekly cleanup, paused',
			owner: 'platform',
			tags: ['ops'],
			schedule: '@weekly',
			isPaused: true,
			tasks: [task({ taskId: 'cleanup', bashCommand: 'echo cleaned', durationMs: 2_000 })]
		})
	],
	pools: [
		{ name: 'default_pool', slots: 128, description: 'Default pool', includeDeferred: false }
	],
	variables: [],
	users: [
		{ username: 'admin', password: 'admin', role: 'admin' },
		{ username: 'op', password: 'op', role: 'op' },
		{ username: 'user', password: 'user', role: 'user' },
		{ username: 'viewer', password: 'viewer', role: 'viewer' }
	]
};
