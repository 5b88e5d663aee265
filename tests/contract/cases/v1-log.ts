import {
	type Group,
	get,
	patch,
	post,
	prepare,
	put,
	remove,
	stateIs,
	type Step,
	tidy
} from './case.ts';

const run = '/dags/paused_cleanup/dagRuns';
const makeRun = post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const runGone = tidy(`${run}/NONCE_run`);
const mine = 'run_id=NONCE_run';
const last = (event: string) =>
	get(`/eventLogs?event=api.${event}&order_by=-event_log_id&limit=1`, {
		forgets: ['total_entries']
	});

/** What an operation on a DAG that is not there leaves: nobody else writes of it. */
const unknown = '/dags/NONCE_dag';
const ofUnknown = get('/eventLogs?dag_id=NONCE_dag');
const leaves = (...steps: Step[]) => [...steps, ofUnknown];
const aRun = `${unknown}/dagRuns/NONCE_run`;

/** Waits until the run is over, then reads what it left. */
const story = (dag: string, state: string, narrow: string): Step[] => [
	post(`/dags/${dag}/dagRuns`, { dag_run_id: 'NONCE_run' }, { forgets: [] }),
	prepare(get(`/dags/${dag}/dagRuns/NONCE_run`, { until: stateIs(state) })),
	get(`/eventLogs?${mine}${narrow}`),
	tidy(`/dags/${dag}/dagRuns/NONCE_run`)
];

/** The event log: what callers and tasks leave there, and how it is read. */
export const v1Log: Group = {
	name: 'v1-log',
	api: 'v1',
	cases: {
		...Object.fromEntries(
			(
				[
					['a DAG', patch(unknown, { is_paused: true })],
					['a masked DAG', patch(`${unknown}?update_mask=is_paused`, { is_paused: true })],
					['a deleted DAG', remove(unknown)],
					['a started run', post(`${unknown}/dagRuns`, { conf: { token: 'Zk9-unlikely', a: 1 } })],
					['a run with its id', post(`${unknown}/dagRuns`, { dag_run_id: 'NONCE_run' })],
					[
						'a run with a date',
						post(`${unknown}/dagRuns`, { logical_date: '2026-01-12T00:00:00Z' })
					],
					['a deleted run', remove(aRun)],
					['a state of a run', patch(aRun, { state: 'failed' })],
					['a cleared run', post(`${aRun}/clear`, { dry_run: false })],
					['a run cleared on trial', post(`${aRun}/clear`, {})],
					['a note of a run', patch(`${aRun}/setNote`, { note: 'look' })],
					['cleared tasks', post(`${unknown}/clearTaskInstances`, { task_ids: ['a', 'b'] })],
					[
						'set tasks',
						post(`${unknown}/updateTaskInstancesState`, {
							task_id: 'cleanup',
							dag_run_id: 'NONCE_run',
							new_state: 'success'
						})
					],
					['a set task', patch(`${aRun}/taskInstances/t`, { new_state: 'success' })],
					['a set part', patch(`${aRun}/taskInstances/t/3`, { new_state: 'success' })],
					['a note of a task', patch(`${aRun}/taskInstances/t/setNote`, { note: 'look' })],
					['a note of a part', patch(`${aRun}/taskInstances/t/2/setNote`, { note: 'look' })],
					['queued events', remove(`${unknown}/datasets/queuedEvent`)],
					['a queued event', remove(`${unknown}/datasets/queuedEvent/s3%3A%2F%2Fnothing`)],
					['a read', get(unknown)],
					['a form that is refused', patch(unknown, { is_paused: 'x' })],
					['what a viewer may not', patch(unknown, { is_paused: true }, { as: 'viewer' })],
					['what nobody may', patch(unknown, { is_paused: true }, { as: 'nobody' })],
					['what a user does', patch(unknown, { is_paused: true }, { as: 'user' })]
				] as [string, Step][]
			).map(([says, step]) => [`${says} in the log`, leaves(step)])
		),
		'events of a dataset in the log': [
			post('/datasets/events', { dataset_uri: 's3://NONCE', extra: { password: 'Zk9-unlikely' } }),
			last('create_dataset_event'),
			remove('/datasets/queuedEvent/s3%3A%2F%2FNONCE'),
			last('delete_dataset_queued_events')
		],
		'an empty body in the log': [patch('/variables/NONCE_key', {}), last('variable.edit')],
		'a deletion with a body in the log': [
			{ ...post('/variables/NONCE_key', { why: 'so' }), method: 'DELETE' },
			last('variable.delete')
		],
		'a value before its key is not hidden': [
			post('/variables', { value: 'Hq3-unlikely', key: 'NONCE_password' }),
			last('variable.create'),
			tidy('/variables/NONCE_password')
		],
		'an extra that is a list breaks the log': [
			post('/connections', { connection_id: 'NONCE_conn', conn_type: 'http', extra: '[1]' }),
			get('/connections/NONCE_conn'),
			patch('/connections/NONCE_conn', { extra: '5' })
		],
		'names that Airflow 3 hides': [
			patch('/connections/NONCE_conn', {
				extra: '{"dsn": "q", "bearer": "q", "api_key": "Zk9-unlikely", "webhook_url": "q"}'
			}),
			last('connection.edit')
		],
		'what tasks leave in the log': story('hello_api', 'success', ''),
		'what a task leaves in the log': story('hello_api', 'success', '&task_id=say_bye'),
		'what a try leaves in the log': story('flaky_import', 'success', '&task_id=fetch&try_number=1'),
		'what the last try leaves in the log': story('flaky_import', 'success', '&try_number=2'),
		'what a failure leaves in the log': story('broken_export', 'failed', ''),
		'what a part leaves in the log': story('mapped_files', 'success', '&map_index=1'),
		'what tasks that are no parts leave': story('mapped_files', 'success', '&map_index=-1'),
		'what looking again leaves in the log': story('sensor_waits', 'success', '&task_id=wait'),
		'what deferring leaves in the log': story('deferred_waits', 'success', '&task_id=wait'),
		'what skipping leaves in the log': story('branch_by_size', 'success', '&event=skipped'),
		'what only failed is found': story('broken_export', 'failed', '&event=failed'),
		'what starts is found': story('hello_api', 'success', '&included_events=running,failed'),
		'what is left out is not found': story('hello_api', 'success', '&excluded_events=running'),
		'a file that is read again is not in the log': [
			put('/parseDagFile/NONCE'),
			get('/eventLogs?event=api.reparse_dag_file')
		],
		'what a run leaves in the log': [
			makeRun,
			last('post_dag_run'),
			post(`${run}/NONCE_run/clear`, { dry_run: false }),
			patch(`${run}/NONCE_run`, { state: 'failed' }),
			patch(`${run}/NONCE_run/setNote`, { note: 'look' }),
			get(`/eventLogs?${mine}`),
			remove(`${run}/NONCE_run`),
			get(`/eventLogs?${mine}&order_by=-event_log_id`)
		],
		'what a pool leaves in the log': [
			post('/pools', { name: 'NONCE_pool', slots: 1 }),
			last('post_pool'),
			patch('/pools/NONCE_pool?update_mask=slots', { slots: 2 }),
			last('patch_pool'),
			remove('/pools/NONCE_pool'),
			last('delete_pool')
		],
		'what a variable leaves in the log': [
			post('/variables', { key: 'NONCE_key', value: 'plain' }),
			last('variable.create'),
			patch('/variables/NONCE_key', { key: 'NONCE_key', value: 'other' }),
			last('variable.edit'),
			remove('/variables/NONCE_key'),
			last('variable.delete')
		],
		'what a secret variable leaves in the log': [
			post('/variables', { key: 'NONCE_password', value: 'Hq3-unlikely' }),
			last('variable.create'),
			tidy('/variables/NONCE_password')
		],
		'what a connection leaves in the log': [
			post('/connections', {
				connection_id: 'NONCE_conn',
				conn_type: 'http',
				password: 'Wq7-unlikely',
				extra: '{"a": 1, "token": "Zk9-unlikely"}'
			}),
			last('connection.create'),
			patch('/connections/NONCE_conn', { host: 'h', extra: 'no json' }),
			last('connection.edit'),
			remove('/connections/NONCE_conn'),
			last('connection.delete')
		],
		'what a DAG leaves in the log': [
			patch('/dags/NONCE_dag', { is_paused: true }),
			last('patch_dag'),
			patch('/dags?dag_id_pattern=NONCE', { is_paused: true }),
			last('patch_dags')
		],
		'what is refused for its form is not in the log': [
			post('/pools', { name: 'NONCE_pool', slots: 'x' }),
			get('/eventLogs?event=api.post_pool&after=2099-01-01T00:00:00Z')
		],
		'the log narrowed down': [
			makeRun,
			post(`${run}/NONCE_run/clear`, { dry_run: true }),
			...[
				'dag_id=paused_cleanup',
				'owner=admin',
				'owner=nobody',
				'event=api.clear_dag_run',
				'task_id=nothing',
				'map_index=5',
				'try_number=5',
				'included_events=api.clear_dag_run,other',
				'included_events=nothing',
				'excluded_events=api.clear_dag_run',
				'before=2020-01-01T00:00:00Z',
				'after=2020-01-01T00:00:00Z',
				'after=2099-01-01T00:00:00Z'
			].map((narrow) => get(`/eventLogs?${mine}&${narrow}`)),
			runGone
		],
		...Object.fromEntries(
			[
				'when',
				'-event_log_id',
				'dag_id',
				'task_id',
				'run_id',
				'event',
				'execution_date',
				'owner',
				'extra',
				'dttm',
				'nothing'
			].map((order) => [
				`the log by ${order}`,
				[get(`/eventLogs?run_id=nothing&order_by=${order}`)]
			])
		),
		'the log asked wrongly': [
			get('/eventLogs?limit=x'),
			get('/eventLogs?limit=-1'),
			get('/eventLogs?map_index=x'),
			get('/eventLogs?before=yesterday'),
			get('/eventLogs/999999999'),
			get('/eventLogs/x')
		]
	}
};
