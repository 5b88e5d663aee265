import { type Group, get, patch, post, raw, remove, stateIs, tidy } from './case.ts';

const at = '2026-01-22T00:00:00Z';
const paused = '/dags/paused_cleanup/dagRuns/NONCE_run';
const tasks = `${paused}/taskInstances`;
const cleanup = `${tasks}/cleanup`;
const begin = post('/dags/paused_cleanup/dagRuns', { dag_run_id: 'NONCE_run', logical_date: at });
const gone = tidy(paused);
const list = '/dags/~/dagRuns/~/taskInstances/list';
const clear = (dag: string, form: object) =>
	post(`/dags/${dag}/clearTaskInstances`, { dag_run_id: 'NONCE_run', only_failed: false, ...form });
const finished = (dag: string) => [
	post(`/dags/${dag}/dagRuns`, { dag_run_id: 'NONCE_run', logical_date: at }),
	get(`/dags/${dag}/dagRuns/NONCE_run`, { until: stateIs('success', 'failed') })
];
const tasksOf = (dag: string) => `/dags/${dag}/dagRuns/NONCE_run/taskInstances`;
const tidied = (dag: string) => tidy(`/dags/${dag}/dagRuns/NONCE_run`);
const three = ['a', 'b', 'c'].map((letter, day) =>
	post('/dags/paused_cleanup/dagRuns', {
		dag_run_id: `NONCE_${letter}`,
		logical_date: `2026-01-01T00:00:0${day + 1}Z`
	})
);
const threeGone = ['a', 'b', 'c'].map((letter) =>
	tidy(`/dags/paused_cleanup/dagRuns/NONCE_${letter}`)
);
const ofB = '/dags/paused_cleanup/dagRuns/NONCE_b/taskInstances/cleanup';
const inBulk = (...actions: unknown[]) => patch(tasks, { actions });
const everywhere = '/dags/~/dagRuns/~/taskInstances?run_id_pattern=NONCE';

export const v2InstancesMore: Group = {
	name: 'v2-instances-more',
	api: 'v2',
	cases: {
		'instances are chosen by what they are': [
			begin,
			get(`${tasks}?task_id=cleanup`),
			get(`${tasks}?task_id=other`),
			get(`${tasks}?task_display_name_pattern=C_EAN`),
			get(`${tasks}?task_display_name_pattern=x|clean`),
			get(`${tasks}?task_display_name_prefix_pattern=clean`),
			get(`${tasks}?task_display_name_prefix_pattern=lean`),
			get(`${everywhere}&dag_id_pattern=CLEANUP`),
			get(`${everywhere}&dag_id_pattern=hello`),
			get(`${everywhere}&dag_id_prefix_pattern=paused`),
			get('/dags/~/dagRuns/~/taskInstances?run_id_prefix_pattern=NONCE_r'),
			get(`${everywhere}&state=none`),
			get(`${everywhere}&state=success&state=failed`),
			get(`${everywhere}&pool=default_pool&pool=other`),
			get(`${everywhere}&pool_name_pattern=default`),
			get(`${everywhere}&pool_name_prefix_pattern=other`),
			get(`${everywhere}&queue=default`),
			get(`${everywhere}&queue_name_pattern=DEF`),
			get(`${everywhere}&queue_name_prefix_pattern=x`),
			get(`${everywhere}&executor=LocalExecutor`),
			get(`${everywhere}&version_number=1`),
			get(`${everywhere}&version_number=2`),
			get(`${everywhere}&try_number=0`),
			get(`${everywhere}&try_number=1`),
			get(`${everywhere}&operator=BashOperator`),
			get(`${everywhere}&operator=PythonOperator`),
			get(`${everywhere}&operator_name_pattern=bash`),
			get(`${everywhere}&operator_name_prefix_pattern=Bash`),
			get(`${everywhere}&map_index=-1`),
			get(`${everywhere}&map_index=0`),
			get(`${everywhere}&rendered_map_index_pattern=1`),
			get(`${everywhere}&rendered_map_index_prefix_pattern=-`),
			get(`${everywhere}&logical_date_gte=${at}&logical_date_lte=${at}`),
			get(`${everywhere}&logical_date_gt=${at}`),
			get(`${everywhere}&run_after_gte=${at}`),
			get(`${everywhere}&run_after_lt=${at}`),
			get(`${everywhere}&start_date_gte=${at}`),
			get(`${everywhere}&start_date_lt=${at}`),
			get(`${everywhere}&end_date_gt=${at}`),
			get(`${everywhere}&updated_at_gte=${at}`),
			get(`${everywhere}&updated_at_lt=${at}`),
			get(`${everywhere}&duration_gt=0`),
			gone
		],
		'instances are put in any order': [
			...three,
			...[
				'id',
				'-id',
				'state',
				'-state',
				'duration',
				'start_date',
				'-end_date',
				'map_index',
				'try_number',
				'-logical_date',
				'logical_date',
				'-run_after',
				'data_interval_start',
				'-data_interval_end',
				'rendered_map_index',
				'operator'
			].map((order) => get(`${everywhere}&order_by=${order}&limit=2`)),
			get(`${everywhere}&order_by=state&order_by=-logical_date&limit=1`),
			get(`${everywhere}&limit=1&offset=2`),
			get(`${everywhere}&limit=0`),
			...threeGone
		],
		'instances come page by page': [
			...three,
			get(`${everywhere}&cursor=&limit=5&order_by=logical_date`),
			get(`${everywhere}&cursor=&limit=0`),
			get(`${everywhere}&cursor=nonsense`),
			...threeGone
		],
		'instances take no unknown order': [get(`${everywhere}&order_by=task_id`)],
		'instances take no bad date': [get(`${everywhere}&start_date_gte=soon`)],
		'instances take no bad number': [get(`${everywhere}&duration_gte=long&map_index=x&limit=-1`)],
		'instances take no date without a zone': [
			get(`${everywhere}&start_date_gte=2026-01-22T00:00:00`)
		],
		'instances are not for nobody': [get(tasks, { as: 'nobody' })],
		'instances may be seen by a viewer': [get(tasks, { as: 'viewer' })],
		'a batch chooses by what they are': [
			begin,
			post(list, { dag_run_ids: ['NONCE_run'] }),
			post(list, { dag_run_ids: ['NONCE_run'], dag_ids: ['hello_api'] }),
			post(list, { dag_run_ids: ['NONCE_run'], dag_ids: [] }),
			post(list, { dag_run_ids: ['NONCE_run'], task_ids: ['cleanup'] }),
			post(list, { dag_run_ids: ['NONCE_run'], task_ids: ['other'] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: [null] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: ['success', null] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: ['success'] }),
			post(list, { dag_run_ids: ['NONCE_run'], pool: ['default_pool'], queue: ['default'] }),
			post(list, { dag_run_ids: ['NONCE_run'], pool: ['other'] }),
			post(list, { dag_run_ids: ['NONCE_run'], executor: ['LocalExecutor'] }),
			post(list, { dag_run_ids: ['NONCE_run'], logical_date_gte: at, logical_date_lte: at }),
			post(list, { dag_run_ids: ['NONCE_run'], logical_date_gt: at }),
			post(list, { dag_run_ids: ['NONCE_run'], run_after_lt: at }),
			post(list, { dag_run_ids: ['NONCE_run'], start_date_gte: at }),
			post(list, { dag_run_ids: ['NONCE_run'], end_date_lte: at }),
			post(list, { dag_run_ids: ['NONCE_run'], duration_gte: 1 }),
			post(list, { dag_run_ids: ['NONCE_run'], page_limit: 0 }),
			post(list, { dag_run_ids: ['NONCE_run'], page_limit: 1, page_offset: 1 }),
			post(list, { dag_run_ids: ['NONCE_run'], order_by: '-start_date' }, { as: 'viewer' }),
			gone
		],
		'a batch takes no state called none': [post(list, { state: ['none'] })],
		'a batch takes no negative limit': [post(list, { page_limit: -1, page_offset: -1 })],
		'a batch takes no unknown order': [post(list, { order_by: 'try_number' })],
		'a batch takes no date without a zone': [post(list, { end_date_lt: '2026-01-22T00:00:00' })],
		'a batch is of all DAGs': [post('/dags/hello_api/dagRuns/~/taskInstances/list', {})],
		'a batch needs a body': [post(list)],
		'a batch must be JSON': [post(list, raw('{'))],
		'a batch is not for nobody': [post(list, {}, { as: 'nobody' })],
		'a note is written, changed and taken away': [
			begin,
			patch(cleanup, { note: 'one' }),
			patch(cleanup, { note: null }),
			patch(`${cleanup}?update_mask=note`, { note: 'two' }, { as: 'user' }),
			patch(`${cleanup}?update_mask=note`, { note: null }),
			patch(cleanup, { note: 'three' }),
			patch(cleanup, { note: '' }),
			patch(cleanup, {}),
			patch(`${cleanup}?update_mask=colour`, { note: 'four' }),
			patch(`${cleanup}?update_mask=new_state`, { note: 'four' }),
			patch(`${cleanup}/dry_run`, { note: 'five' }),
			patch(cleanup, { note: 'x'.repeat(1000) }),
			patch(cleanup, { note: 'x' }, { as: 'viewer' }),
			gone
		],
		'a note may not be too long': [begin, patch(cleanup, { note: 'x'.repeat(1001) }), gone],
		'a note must be text': [begin, patch(cleanup, { note: 5 }), gone],
		'a state and a note at once': [
			begin,
			patch(cleanup, { new_state: 'SUCCESS', note: 'done' }),
			patch(cleanup, { new_state: 'success', note: 'again' }),
			get(cleanup),
			patch(`${cleanup}?update_mask=new_state`, { new_state: 'failed', note: 'no' }),
			patch(`${cleanup}?update_mask=note`, { new_state: 'skipped', note: 'yes' }),
			patch(`${cleanup}/dry_run?update_mask=note`, { new_state: 'skipped', note: 'dry' }),
			patch(`${cleanup}/-1`, { new_state: 'skipped' }),
			patch(`${cleanup}/0`, { new_state: 'skipped' }),
			get(`${cleanup}/tries`),
			get(`${cleanup}/dependencies`),
			gone
		],
		'a state may not be empty': [begin, patch(cleanup, { new_state: null }), gone],
		'a state must be text': [begin, patch(cleanup, { new_state: 5 }), gone],
		'a state needs a body': [begin, patch(cleanup), gone],
		'a state in an unknown DAG': [
			patch('/dags/NONCE_dag/dagRuns/x/taskInstances/y', { new_state: 'failed' })
		],
		'a state in an unknown run': [patch(cleanup, { new_state: 'failed' })],
		'dependencies of a run that waits': [
			begin,
			get(`${cleanup}/dependencies`),
			get(`${cleanup}/dependencies?map_index=0`),
			get(`${cleanup}/dependencies`, { as: 'nobody' }),
			gone
		],
		'an instance is deleted': [
			begin,
			remove(cleanup, { as: 'viewer' }),
			remove(`${cleanup}?map_index=0`),
			remove(`${cleanup}?map_index=x`),
			remove(cleanup, { as: 'user' }),
			remove(cleanup),
			get(cleanup),
			get(tasks),
			gone
		],
		'an unknown instance is not deleted': [remove(cleanup)],
		'deleting is not for nobody': [remove(cleanup, { as: 'nobody' })],
		'instances in bulk': [
			begin,
			inBulk({ action: 'update', entities: [{ task_id: 'cleanup', note: 'bulk' }] }),
			inBulk({
				action: 'update',
				entities: [{ task_id: 'cleanup', map_index: -1, new_state: 'success' }]
			}),
			inBulk({
				action: 'update',
				entities: [{ task_id: 'cleanup', new_state: 'success', note: 'stays' }]
			}),
			get(cleanup),
			inBulk({
				action: 'update',
				update_mask: ['note'],
				entities: [{ task_id: 'cleanup', new_state: 'failed', note: 'masked' }]
			}),
			inBulk({ action: 'update', entities: [{ task_id: 'other', new_state: 'failed' }] }),
			inBulk({ action: 'update', entities: [{ task_id: 'cleanup', map_index: 5, note: 'x' }] }),
			inBulk({
				action: 'update',
				action_on_non_existence: 'skip',
				entities: [{ task_id: 'other', note: 'x' }]
			}),
			inBulk({
				action: 'update',
				entities: [{ task_id: 'cleanup', dag_id: 'paused_cleanup', dag_run_id: 'NONCE_other' }]
			}),
			inBulk({ action: 'create', entities: [{ task_id: 'cleanup' }] }),
			inBulk({ action: 'delete', entities: ['other'] }),
			inBulk({ action: 'delete', entities: [{ task_id: 'other', map_index: 3 }] }),
			inBulk({ action: 'delete', action_on_non_existence: 'skip', entities: ['other'] }),
			inBulk(
				{ action: 'update', entities: [{ task_id: 'cleanup', note: 'last' }] },
				{ action: 'delete', entities: ['cleanup'] }
			),
			get(tasks),
			inBulk(),
			gone
		],
		'bulk names its runs where the path does not': [
			begin,
			patch('/dags/~/dagRuns/~/taskInstances', {
				actions: [{ action: 'update', entities: [{ task_id: 'cleanup', note: 'x' }] }]
			}),
			patch('/dags/~/dagRuns/~/taskInstances', {
				actions: [{ action: 'delete', entities: ['cleanup'] }]
			}),
			patch('/dags/~/dagRuns/~/taskInstances', {
				actions: [
					{
						action: 'update',
						entities: [
							{
								task_id: 'cleanup',
								dag_id: 'paused_cleanup',
								dag_run_id: 'NONCE_run',
								note: 'found'
							}
						]
					}
				]
			}),
			gone
		],
		'bulk is not for a viewer': [patch(tasks, { actions: [] }, { as: 'viewer' })],
		'bulk needs actions': [patch(tasks, {})],
		'bulk needs a list of actions': [patch(tasks, { actions: 'update' })],
		'bulk needs entities': [inBulk({ action: 'update' })],
		'bulk needs a list of entities': [inBulk({ action: 'delete', entities: 'cleanup' })],
		'bulk needs a task': [inBulk({ action: 'update', entities: [{ note: 'x' }] })],
		'bulk takes no unknown key': [
			inBulk({ action: 'update', entities: [{ task_id: 'cleanup', colour: 'red' }] })
		],
		'bulk takes no unknown state': [
			inBulk({ action: 'update', entities: [{ task_id: 'cleanup', new_state: 'running' }] })
		],
		'bulk takes no unknown rule for what is not there': [
			inBulk({ action: 'update', action_on_non_existence: 'cry', entities: [] })
		],
		'bulk deletes no numbers': [inBulk({ action: 'delete', entities: [5] })],
		'bulk takes no unknown action': [inBulk({ action: 'colour', entities: [] })],
		'bulk needs a body': [patch(tasks)],
		'a clear takes relatives along': [
			...finished('setup_teardown'),
			clear('setup_teardown', { task_ids: ['use_cluster'] }),
			clear('setup_teardown', { task_ids: ['make_cluster'] }),
			clear('setup_teardown', { task_ids: ['make_cluster'], include_downstream: true }),
			clear('setup_teardown', { task_ids: ['use_cluster'], include_upstream: true }),
			clear('setup_teardown', { task_ids: ['use_cluster'], include_downstream: true }),
			clear('setup_teardown', { task_ids: ['NONCE_task'] }),
			clear('setup_teardown', {}),
			patch(`${tasksOf('setup_teardown')}/make_cluster/dry_run`, {
				new_state: 'failed',
				include_downstream: true
			}),
			patch(`${tasksOf('setup_teardown')}/remove_cluster/dry_run`, {
				new_state: 'failed',
				include_upstream: true
			}),
			tidied('setup_teardown')
		],
		'a change of state revives what had failed after it': [
			...finished('broken_export'),
			patch(`${tasksOf('broken_export')}/export`, { new_state: 'success' }),
			get(`/dags/broken_export/dagRuns/NONCE_run`, { until: stateIs('success') }),
			get(tasksOf('broken_export')),
			get(`${tasksOf('broken_export')}/notify/tries`),
			tidied('broken_export')
		],
		'past and future are taken along': [
			...three,
			patch(`${ofB}/dry_run`, { new_state: 'success' }),
			patch(`${ofB}/-1/dry_run`, { new_state: 'success' }),
			clear('paused_cleanup', { dag_run_id: 'NONCE_b' }),
			clear('paused_cleanup', { dag_run_id: 'NONCE_b', task_ids: ['cleanup'] }),
			clear('paused_cleanup', { dag_run_id: 'NONCE_b', include_past: true }),
			post('/dags/paused_cleanup/clearTaskInstances', {
				only_failed: false,
				start_date: '2026-01-01T00:00:01Z',
				end_date: '2026-01-01T00:00:02Z'
			}),
			post('/dags/paused_cleanup/clearTaskInstances', {
				only_failed: false,
				end_date: '2026-01-01T00:00:01Z',
				task_ids: ['cleanup']
			}),
			...threeGone
		],
		'a clear with only_running': [
			begin,
			clear('paused_cleanup', { only_running: true }),
			clear('paused_cleanup', { prevent_running_task: true, dry_run: false }),
			clear('paused_cleanup', { run_on_latest_version: true, note: 'x' }),
			gone
		],
		'a clear takes no empty list': [clear('paused_cleanup', { task_ids: [] })],
		'a clear takes no end before its start': [
			post('/dags/paused_cleanup/clearTaskInstances', {
				start_date: '2026-01-22T00:00:00Z',
				end_date: '2026-01-21T00:00:00Z'
			})
		],
		'a clear takes texts and pairs': [clear('paused_cleanup', { task_ids: [5, ['cleanup', 'x']] })],
		'a clear’s note may not be too long': [clear('paused_cleanup', { note: 'x'.repeat(1001) })],
		'a clear is not for a viewer': [
			post('/dags/paused_cleanup/clearTaskInstances', {}, { as: 'viewer' })
		],
		'each trigger rule has its say': [
			...finished('trigger_rules'),
			get(tasksOf('trigger_rules')),
			get(`${tasksOf('trigger_rules')}?state=skipped&state=upstream_failed&order_by=state`),
			clear('trigger_rules', { only_failed: true }),
			clear('trigger_rules', { task_ids: ['bad'], include_downstream: true }),
			tidied('trigger_rules')
		],
		'what a branch leaves aside has no duration': [
			...finished('branch_by_size'),
			get(tasksOf('branch_by_size')),
			patch(`${tasksOf('branch_by_size')}/choose/dry_run`, {
				new_state: 'failed',
				include_downstream: true
			}),
			tidied('branch_by_size')
		]
	}
};
