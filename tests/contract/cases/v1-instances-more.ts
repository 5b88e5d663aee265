import { type Group, get, patch, post, raw, stateIs, tidy } from './case.ts';

const at = '2026-01-16T00:00:00Z';
const paused = '/dags/paused_cleanup/dagRuns/NONCE_run';
const cleanup = `${paused}/taskInstances/cleanup`;
const begin = post('/dags/paused_cleanup/dagRuns', { dag_run_id: 'NONCE_run', logical_date: at });
const gone = tidy(paused);
const list = '/dags/~/dagRuns/~/taskInstances/list';
const clear = (dag: string, form: object) =>
	post(`/dags/${dag}/clearTaskInstances`, { dag_run_id: 'NONCE_run', only_failed: false, ...form });
const set = (dag: string, form: object) =>
	post(`/dags/${dag}/updateTaskInstancesState`, {
		dag_run_id: 'NONCE_run',
		include_upstream: false,
		include_downstream: false,
		include_future: false,
		include_past: false,
		...form
	});
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

export const v1InstancesMore: Group = {
	name: 'v1-instances-more',
	api: 'v1',
	cases: {
		'instances are chosen by what they are': [
			begin,
			get(`${paused}/taskInstances?pool=default_pool&queue=default&state=none`),
			get(`${paused}/taskInstances?state=none,success`),
			get(`${paused}/taskInstances?state=success&state=failed`),
			get(`${paused}/taskInstances?pool=other`),
			get(`${paused}/taskInstances?queue=other,default`),
			get(`${paused}/taskInstances?executor=`),
			get(`${paused}/taskInstances?execution_date_gte=${at}&execution_date_lte=${at}`),
			get(`${paused}/taskInstances?execution_date_gte=2026-01-17T00:00:00Z`),
			get(`${paused}/taskInstances?start_date_gte=${at}`),
			get(`${paused}/taskInstances?end_date_lte=2030-01-01T00:00:00Z`),
			get(`${paused}/taskInstances?duration_gte=0`),
			get(`${paused}/taskInstances?limit=0`),
			get(`${paused}/taskInstances?limit=-1`),
			get(`${paused}/taskInstances?offset=1`),
			get(`/dags/~/dagRuns/NONCE_run/taskInstances`),
			get(`/dags/paused_cleanup/dagRuns/~/taskInstances?execution_date_gte=${at}&limit=1`),
			gone
		],
		'instances by an empty state': [get(`${paused}/taskInstances?state=`)],
		'instances take no date without a zone': [
			get(`${paused}/taskInstances?start_date_gte=2026-01-16T00:00:00`)
		],
		'instances take no bad updated_at': [get(`${paused}/taskInstances?updated_at_gte=soon`)],
		'instances of an unknown DAG are none': [get(tasksOf('NONCE_dag'))],
		'instances may be seen by a viewer': [get(tasksOf('NONCE_dag'), { as: 'viewer' })],
		'instances are not for nobody': [get(tasksOf('NONCE_dag'), { as: 'nobody' })],
		'a batch chooses by what they are': [
			begin,
			post(list, { dag_run_ids: ['NONCE_run'] }),
			post(list, { dag_run_ids: ['NONCE_run'], dag_ids: ['paused_cleanup'] }),
			post(list, { dag_run_ids: ['NONCE_run'], dag_ids: ['hello_api'] }),
			post(list, { dag_run_ids: ['NONCE_run'], task_ids: ['cleanup'] }),
			post(list, { dag_run_ids: ['NONCE_run'], task_ids: ['other'] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: ['none'] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: [null] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: [] }),
			post(list, { dag_run_ids: ['NONCE_run'], state: ['success'] }),
			post(list, { dag_run_ids: ['NONCE_run'], pool: ['default_pool'], queue: ['default'] }),
			post(list, { dag_run_ids: ['NONCE_run'], pool: [] }),
			post(list, { dag_run_ids: ['NONCE_run'], executor: ['LocalExecutor'] }),
			post(list, { dag_run_ids: ['NONCE_run'], execution_date_gte: at, execution_date_lte: at }),
			post(list, { dag_run_ids: ['NONCE_run'], execution_date_gte: '2026-01-17T00:00:00Z' }),
			post(list, { dag_run_ids: ['NONCE_run'], duration_gte: 1 }),
			post(list, { dag_run_ids: ['NONCE_run'], page_limit: 1, page_offset: 1 }),
			post(list, { dag_run_ids: ['NONCE_run'] }, { as: 'viewer' }),
			gone
		],
		'a batch takes no limit below one': [post(list, { page_limit: 0 })],
		'a batch takes no negative offset': [post(list, { page_offset: -1 })],
		'a batch takes no word for a limit': [post(list, { page_limit: 'ten' })],
		'a batch takes no unknown state': [post(list, { state: ['asleep'] })],
		'a batch takes no bad date': [post(list, { start_date_gte: 'soon' })],
		'a batch takes no date without a zone': [post(list, { start_date_gte: '2026-01-16T00:00:00' })],
		'a batch takes no order': [post(list, { order_by: 'state' })],
		'a batch takes no bare text': [post(list, { dag_ids: 'hello_api' })],
		'a batch must be an object': [post(list, [])],
		'a batch must be JSON': [post(list, raw('{'))],
		'a batch needs a body': [post(list)],
		'a batch is not for nobody': [post(list, {}, { as: 'nobody' })],
		'a note is written, changed and read': [
			begin,
			patch(`${cleanup}/setNote`, { note: 'one' }),
			patch(`${cleanup}/setNote`, { note: '' }, { as: 'user' }),
			patch(`${cleanup}/setNote`, { note: 'two', map_index: -1 }),
			get(cleanup),
			patch(`${cleanup}/setNote`, { note: 'three' }, { as: 'viewer' }),
			patch(`${cleanup}/setNote`, { note: 'x'.repeat(1000) }),
			gone
		],
		'a note takes no unknown key': [patch(`${cleanup}/setNote`, { note: 'x', colour: 'red' })],
		'a note must be text': [patch(`${cleanup}/setNote`, { note: ['x'] })],
		'a note must be there': [patch(`${cleanup}/setNote`, {})],
		'a note may not be too long': [patch(`${cleanup}/setNote`, { note: 'x'.repeat(1001) })],
		'a note on nothing': [patch(`${cleanup}/setNote`, { note: 'x' })],
		'a state is set by hand': [
			begin,
			patch(cleanup, { new_state: 'success' }),
			patch(cleanup, { new_state: 'success', dry_run: false }),
			get(cleanup),
			patch(cleanup, { new_state: 'skipped', dry_run: false }),
			get(cleanup),
			get(`${cleanup}/tries`),
			get(`${cleanup}/dependencies`),
			gone
		],
		'a state in an unknown DAG': [
			patch('/dags/NONCE_dag/dagRuns/x/taskInstances/y', { new_state: 'success' })
		],
		'a state in an unknown run': [patch(cleanup, { new_state: 'success' })],
		'a state of an unknown task': [
			patch(`${paused}/taskInstances/NONCE_task`, { new_state: 'success' })
		],
		'a state takes no unknown key': [patch(cleanup, { new_state: 'success', colour: 'red' })],
		'dry_run must be a boolean': [patch(cleanup, { new_state: 'success', dry_run: 'no' })],
		'dependencies of a run that waits': [
			begin,
			get(`${cleanup}/dependencies`),
			get(`${cleanup}/dependencies?map_index=0`),
			get(`${cleanup}/dependencies`, { as: 'nobody' }),
			gone
		],
		'a clear takes needed setups along': [
			...finished('setup_teardown'),
			clear('setup_teardown', { task_ids: ['use_cluster'] }),
			clear('setup_teardown', { task_ids: ['make_cluster'] }),
			clear('setup_teardown', { task_ids: ['remove_cluster'] }),
			clear('setup_teardown', { task_ids: ['make_cluster'], include_downstream: true }),
			clear('setup_teardown', { task_ids: ['use_cluster'], include_upstream: true }),
			clear('setup_teardown', { task_ids: ['use_cluster', 'NONCE_task'] }),
			clear('setup_teardown', { task_ids: ['NONCE_task'] }),
			clear('setup_teardown', {}),
			tidied('setup_teardown')
		],
		'a change of state takes relatives along': [
			...finished('branch_by_size'),
			get(tasksOf('branch_by_size')),
			set('branch_by_size', { task_id: 'choose', new_state: 'failed', include_downstream: true }),
			set('branch_by_size', { task_id: 'meet', new_state: 'failed', include_upstream: true }),
			set('branch_by_size', { task_id: 'load.big', new_state: 'success', dry_run: false }),
			get(`${tasksOf('branch_by_size')}/load.big`),
			set('branch_by_size', { task_id: 'load.big', new_state: 'success' }),
			tidied('branch_by_size')
		],
		'a change of state revives what had failed after it': [
			...finished('broken_export'),
			set('broken_export', { task_id: 'export', new_state: 'success', dry_run: false }),
			get(`/dags/broken_export/dagRuns/NONCE_run`, { until: stateIs('success') }),
			get(tasksOf('broken_export')),
			tidied('broken_export')
		],
		'a change of state reaches into past and future': [
			...three,
			set('paused_cleanup', {
				dag_run_id: 'NONCE_b',
				task_id: 'cleanup',
				new_state: 'success'
			}),
			set('paused_cleanup', {
				dag_run_id: 'NONCE_b',
				task_id: 'cleanup',
				new_state: 'success',
				dry_run: false
			}),
			clear('paused_cleanup', { dag_run_id: 'NONCE_b' }),
			post('/dags/paused_cleanup/clearTaskInstances', {
				only_failed: false,
				start_date: '2026-01-01T00:00:01Z',
				end_date: '2026-01-01T00:00:02Z'
			}),
			post('/dags/paused_cleanup/clearTaskInstances', {
				only_failed: false,
				end_date: '2026-01-01T00:00:01Z'
			}),
			clear('paused_cleanup', { dag_run_id: 'NONCE_b', include_past: true }),
			...threeGone
		],
		'a change of state needs to know whether relatives count': [
			post('/dags/paused_cleanup/updateTaskInstancesState', {
				task_id: 'cleanup',
				dag_run_id: 'NONCE_run',
				new_state: 'success'
			})
		],
		'a change of state needs a run or a date': [
			set('paused_cleanup', { task_id: 'cleanup', new_state: 'success', execution_date: at })
		],
		'a change of state refuses an unknown key': [
			set('paused_cleanup', { task_id: 'cleanup', new_state: 'success', colour: 'red' })
		],
		'a change of state in an unknown run': [
			set('paused_cleanup', { task_id: 'cleanup', new_state: 'success' })
		],
		'a change of state is not for a viewer': [
			post('/dags/paused_cleanup/updateTaskInstancesState', {}, { as: 'viewer' })
		],
		'a clear is not for a viewer': [
			post('/dags/paused_cleanup/clearTaskInstances', {}, { as: 'viewer' })
		],
		'a clear is not for nobody': [
			post('/dags/paused_cleanup/clearTaskInstances', {}, { as: 'nobody' })
		],
		'a clear takes no empty list': [clear('paused_cleanup', { task_ids: [] })],
		'a clear takes no pairs': [clear('paused_cleanup', { task_ids: [['cleanup', 0]] })],
		'a clear takes no end before its start': [
			post('/dags/paused_cleanup/clearTaskInstances', {
				start_date: '2026-01-16T00:00:00Z',
				end_date: '2026-01-15T00:00:00Z'
			})
		],
		'tries of an unknown task are none': [get(`${cleanup}/tries`)],
		'tries take no unknown parameter': [get(`${cleanup}/tries?colour=red`)],
		'a try by a word': [get(`${cleanup}/tries/first`)],
		'an unknown try': [get(`${cleanup}/tries/1`)],
		'a sensor that waits without a worker': [
			post('/dags/deferred_waits/dagRuns', { dag_run_id: 'NONCE_run', logical_date: at }),
			get(`/dags/deferred_waits/dagRuns/NONCE_run`, { until: stateIs('success') }),
			get(tasksOf('deferred_waits')),
			tidied('deferred_waits')
		],
		'each trigger rule has its say': [
			...finished('trigger_rules'),
			get(tasksOf('trigger_rules')),
			get(`${tasksOf('trigger_rules')}?state=skipped`),
			get(`${tasksOf('trigger_rules')}?state=upstream_failed,failed`),
			clear('trigger_rules', { only_failed: true }),
			clear('trigger_rules', { task_ids: ['bad'], include_downstream: true }),
			tidied('trigger_rules')
		]
	}
};
