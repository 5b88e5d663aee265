import { type Group, type Step, get, post, stateIs, tidy } from './case.ts';

/** The DAGs of the showcase with their tasks. */
const DAGS: Record<string, string[]> = {
	asset_orders: ['write_orders'],
	asset_prices: ['write_prices'],
	asset_report: ['report'],
	mapped_files: ['list_files', 'count_rows', 'sum_rows'],
	branch_by_size: ['choose', 'load.small', 'load.big', 'meet'],
	trigger_rules: ['good', 'bad', 'skipped', 'on_all_success', 'on_always'],
	sensor_waits: ['wait', 'go'],
	deferred_waits: ['wait', 'go'],
	backoff_import: ['fetch'],
	calls_hello: ['trigger_hello'],
	setup_teardown: ['make_cluster', 'use_cluster', 'remove_cluster'],
	january_history: ['copy'],
	documented: ['greet'],
	lost_pool: ['swim'],
	asks_a_human: ['approve', 'pick', 'done']
};

/** Every field that tasks can be sorted by. */
const FIELDS = [
	'task_id',
	'-task_id',
	'task_display_name',
	'owner',
	'start_date',
	'end_date',
	'trigger_rule',
	'-trigger_rule',
	'depends_on_past',
	'wait_for_downstream',
	'retries',
	'queue',
	'pool',
	'pool_slots',
	'retry_delay',
	'execution_timeout',
	'priority_weight',
	'weight_rule',
	'ui_color',
	'operator_name',
	'colour'
];

const run = (dagId: string) => `/dags/${dagId}/dagRuns/NONCE_run`;
const begin = (dagId: string) =>
	post(`/dags/${dagId}/dagRuns`, { dag_run_id: 'NONCE_run', logical_date: null });
const done = (dagId: string) => get(run(dagId), { until: stateIs('success', 'failed') });

/** A whole run: how it ended, its task instances, the tries of some. */
function whole(dagId: string, ...taskIds: string[]): Step[] {
	return [
		begin(dagId),
		done(dagId),
		get(`${run(dagId)}/taskInstances`),
		...taskIds.flatMap((taskId) => [
			get(`${run(dagId)}/taskInstances/${taskId}`),
			get(`${run(dagId)}/taskInstances/${taskId}/tries`)
		]),
		tidy(run(dagId))
	];
}

const described = Object.entries(DAGS).flatMap(([dagId, taskIds]): [string, Step[]][] => [
	[`${dagId}: the DAG`, [get(`/dags/${dagId}`)]],
	// It counts runs that are under way, and a human may keep one waiting for long.
	...(['asks_a_human', 'lost_pool'].includes(dagId)
		? []
		: ([[`${dagId}: its details`, [get(`/dags/${dagId}/details`)]]] as [string, Step[]][])),
	[`${dagId}: its tasks`, [get(`/dags/${dagId}/tasks`)]],
	...taskIds.map((taskId): [string, Step[]] => [
		`${dagId}: its task ${taskId}`,
		[get(`/dags/${dagId}/tasks/${taskId}`)]
	])
]);

export const v2Showcase: Group = {
	name: 'v2-showcase',
	api: 'v2',
	cases: {
		...Object.fromEntries(described),
		...Object.fromEntries(
			FIELDS.map((field) => [
				`tasks sorted by ${field}`,
				[get(`/dags/branch_by_size/tasks?order_by=${field}`)]
			])
		),
		'a run that writes an asset': whole('asset_orders', 'write_orders'),
		'a run of mapped tasks': whole('mapped_files', 'list_files'),
		'a mapped task of a run, part by part': [
			begin('mapped_files'),
			done('mapped_files'),
			get(`${run('mapped_files')}/taskInstances/count_rows`),
			get(`${run('mapped_files')}/taskInstances/count_rows/0`),
			get(`${run('mapped_files')}/taskInstances/count_rows/2`),
			get(`${run('mapped_files')}/taskInstances/count_rows/3`),
			get(`${run('mapped_files')}/taskInstances/count_rows/1/tries`),
			tidy(run('mapped_files'))
		],
		'a run that branches': whole('branch_by_size', 'choose', 'load.big', 'meet'),
		'a run of every trigger rule': whole('trigger_rules', 'skipped', 'on_all_success'),
		'a run of a sensor that looks again': whole('sensor_waits', 'wait'),
		'a run of a task that defers': whole('deferred_waits', 'wait'),
		'a run of a task that backs off': whole('backoff_import', 'fetch'),
		'a run that triggers another': whole('calls_hello', 'trigger_hello'),
		'a run with setup and teardown': whole('setup_teardown', 'remove_cluster'),
		'a run that reads its params': whole('documented', 'greet'),
		'a run whose pool is not there waits': [
			begin('lost_pool'),
			get(`${run('lost_pool')}/taskInstances/swim`, { until: stateIs('scheduled') }),
			get(run('lost_pool')),
			tidy(run('lost_pool'))
		],
		'a run that waits for a human': [
			begin('asks_a_human'),
			get(`${run('asks_a_human')}/taskInstances/approve`, { until: stateIs('awaiting_input') }),
			get(run('asks_a_human')),
			get(`${run('asks_a_human')}/taskInstances`),
			tidy(run('asks_a_human'))
		]
	}
};
