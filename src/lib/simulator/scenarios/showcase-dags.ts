import type { ScenarioDag } from '#lib/simulator/create-world.ts';
import { dag, task, type DagFacts, type TaskFacts } from './dag-facts.ts';
import { documented } from './documented-dag.ts';

const ORDERS = 's3://shop/orders';
const PRICES = 's3://shop/prices';

const RULES = [
	'all_success',
	'all_failed',
	'all_done',
	'one_success',
	'one_failed',
	'one_done',
	'none_failed',
	'none_skipped',
	'always'
];

/** One DAG for each thing that the course's leave out. */
export const showcaseDags: ScenarioDag[] = [
	shown({
		dagId: 'asset_orders',
		description: 'Writes an asset that others wait for',
		owner: 'shop',
		tasks: [echo('write_orders', 'orders', { outlets: [ORDERS] })]
	}),
	shown({
		dagId: 'asset_prices',
		description: 'Writes another one, and one by its alias',
		owner: 'shop',
		tasks: [echo('write_prices', 'prices', { outlets: [PRICES], outletAliases: ['latest_prices'] })]
	}),
	shown({
		dagId: 'asset_report',
		description: 'Runs when both assets are new',
		owner: 'shop',
		scheduleAssets: [ORDERS, PRICES],
		tasks: [echo('report', 'report')]
	}),
	shown({
		dagId: 'mapped_files',
		description: 'One task for each file of a list',
		tasks: [
			python('list_files', { returns: ['a.csv', 'b.csv', 'c.csv'] }),
			python('count_rows', {
				upstream: ['list_files'],
				expandsOver: { taskId: 'list_files', argument: 'file' },
				returns: ['a.csv', 'b.csv', 'c.csv'].map((file) => ({ file, rows: 50 }))
			}),
			python('sum_rows', { upstream: ['count_rows'], returns: 150 })
		]
	}),
	shown({
		dagId: 'branch_by_size',
		description: 'Takes one of two ways, in a group, and meets again',
		taskGroups: [{ groupId: 'load', tooltip: 'Two ways to load' }],
		tasks: [
			task({
				taskId: 'choose',
				operator: 'BranchPythonOperator',
				skipsTo: ['load.small'],
				returns: 'load.small'
			}),
			echo('load.small', 'small', { upstream: ['choose'], groupId: 'load' }),
			echo('load.big', 'big', { upstream: ['choose'], groupId: 'load' }),
			task({
				taskId: 'meet',
				operator: 'EmptyOperator',
				upstream: ['load.small', 'load.big'],
				triggerRule: 'none_failed_min_one_success',
				durationMs: 0
			})
		]
	}),
	shown({
		dagId: 'trigger_rules',
		description: 'One success, one failure, one skip, and what follows them',
		tasks: [
			echo('good', 'good'),
			task({ taskId: 'bad', bashCommand: 'echo bad; exit 1', failsTries: Infinity }),
			task({ taskId: 'skipped', operator: 'PythonOperator', skipsTo: 'self' }),
			...RULES.map((rule) =>
				echo(`on_${rule}`, rule, { triggerRule: rule, upstream: ['good', 'bad', 'skipped'] })
			)
		]
	}),
	shown({
		dagId: 'sensor_waits',
		description: 'Looks every few seconds whether it may go on',
		tasks: [
			task({ taskId: 'wait', operator: 'PythonSensor', rescheduleMs: 3_000, looks: 3 }),
			echo('go', 'go', { upstream: ['wait'] })
		]
	}),
	...(['v1', 'v2'] as const).map((face) =>
		shown({
			dagId: 'deferred_waits',
			onlyIn: face,
			description: 'Waits without a worker',
			tasks: [
				task({
					taskId: 'wait',
					operator: face === 'v1' ? 'TimeDeltaSensorAsync' : 'TimeDeltaSensor',
					deferMs: 5_000
				}),
				echo('go', 'go', { upstream: ['wait'] })
			]
		})
	),
	shown({
		dagId: 'backoff_import',
		description: 'Fails twice, each time waiting longer',
		defaultArgs: { retry_exponential_backoff: true },
		tasks: [
			task({
				taskId: 'fetch',
				bashCommand: 'test "{{ ti.try_number }}" -gt 2',
				retries: 3,
				retryDelayMs: 1_000,
				retryExponentialBackoff: true,
				failsTries: 2
			})
		]
	}),
	shown({
		dagId: 'calls_hello',
		description: 'Triggers another DAG',
		tasks: [
			task({
				taskId: 'trigger_hello',
				operator: 'TriggerDagRunOperator',
				triggersDag: { dagId: 'hello_api', conf: { from: 'calls_hello' } }
			})
		]
	}),
	shown({
		dagId: 'setup_teardown',
		description: 'Makes a cluster, uses it, removes it',
		tasks: [
			echo('make_cluster', 'made', { isSetup: true }),
			echo('use_cluster', 'used', { upstream: ['make_cluster'] }),
			echo('remove_cluster', 'removed', {
				upstream: ['use_cluster', 'make_cluster'],
				isTeardown: true,
				triggerRule: 'all_done_setup_success'
			})
		]
	}),
	shown({
		dagId: 'january_history',
		description: 'Three days of January, one after the other',
		schedule: '@daily',
		catchup: true,
		endDateMs: Date.UTC(2026, 0, 3),
		maxActiveRuns: 1,
		tasks: [echo('copy', '{{ ds }}')]
	}),
	shown(documented),
	shown({
		dagId: 'lost_pool',
		description: 'Its task names a pool that is not there',
		tasks: [echo('swim', 'swum', { pool: 'no_such_pool' })]
	}),
	shown({
		dagId: 'asks_a_human',
		onlyIn: 'v2',
		description: 'Stops until somebody answers',
		tasks: [
			task({
				taskId: 'approve',
				operator: 'ApprovalOperator',
				asksHuman: {
					subject: 'Release 1.0?',
					body: 'It is *ready*.',
					options: ['Approve', 'Reject'],
					multiple: false,
					params: {}
				}
			}),
			task({
				taskId: 'pick',
				operator: 'HITLOperator',
				upstream: ['approve'],
				asksHuman: {
					subject: 'Which cities?',
					options: ['Berlin', 'Oslo', 'Rome'],
					multiple: true,
					params: { reason: { value: '', schema: { type: 'string' } } }
				}
			}),
			echo('done', 'done', { upstream: ['pick'] })
		]
	})
];

function shown(facts: DagFacts): ScenarioDag {
	return dag({
		owner: 'showcase',
		tags: ['showcase'],
		fileloc: '/opt/airflow/dags/windsock_showcase.py',
		relativeFileloc: 'windsock_showcase.py',
		...facts
	});
}

function echo(taskId: string, words: string, facts: Partial<TaskFacts> = {}) {
	return task({ taskId, bashCommand: `echo ${words}`, ...facts });
}

function python(taskId: string, facts: Partial<TaskFacts>) {
	return task({ taskId, operator: '_PythonDecoratedOperator', ...facts });
}
