import {
	type Group,
	get,
	LAST_FILE,
	patch,
	post,
	prepare,
	put,
	raw,
	remove,
	type Step,
	tidy
} from './case.ts';

const run = '/dags/paused_cleanup/dagRuns';
const makeRun = post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const pool = { name: 'NONCE_pool', slots: 1 };
const poolGone = tidy('/pools/NONCE_pool');
const mine = 'run_id=NONCE_run';
const last = (event: string) =>
	get(`/eventLogs?event=${event}&order_by=-id&limit=1`, { forgets: ['total_entries'] });

const dag = '/dags/hello_api';
const aRun = `${dag}/dagRuns/NONCE_run`;
const aTask = `${aRun}/taskInstances/say_bye`;

/** What callers leave in the event log. */
export const v2Log: Group = {
	name: 'v2-log',
	api: 'v2',
	cases: {
		...Object.fromEntries(
			(
				[
					['a run with its id', post(`${dag}/dagRuns?run_id=NONCE_run`, { dag_run_id: 7 })],
					['a deleted run', remove(aRun)],
					['a state of a run', patch(aRun, { state: 'failed' })],
					['a masked run', patch(`${aRun}?update_mask=note`, { note: 'n' })],
					['a cleared run', post(`${aRun}/clear`, { dry_run: false })],
					['a run cleared on trial', post(`${aRun}/clear`, {})],
					['a listed form', post(`${aRun}/taskInstances/list`, {})],
					['a set task', patch(aTask, { new_state: 'success' })],
					['a set part', patch(`${aTask}/3`, { new_state: 'success' })],
					['a task set on trial', patch(`${aTask}/dry_run`, { new_state: 'success' })],
					['a set group', patch(`${aRun}/taskGroupInstances/g`, { new_state: 'success' })],
					['an XCom', post(`${aTask}/xcomEntries`, { key: 'k', value: 'v' })],
					['a changed XCom', patch(`${aTask}/xcomEntries/k`, { value: { password: 'Zk9-un' } })],
					['a deleted XCom', remove(`${aTask}/xcomEntries/k`)],
					['an answer', patch(`${aTask}/-1/hitlDetails`, { chosen_options: ['Approve'] })],
					['a read', get(aRun)],
					['what a viewer may not', patch(aRun, { state: 'failed' }, { as: 'viewer' })],
					['what nobody may', patch(aRun, { state: 'failed' }, { as: 'nobody' })],
					['what a user does', patch(aRun, { state: 'failed' }, { as: 'user' })],
					['a query', patch(`${aRun}?token=Zk9-unlikely&a=b`, { note: 'n' })],
					['a list for a form', patch(aRun, [1])],
					['a broken form', patch(aRun, raw('{'))],
					['a secret', patch(aRun, { note: 'n', conf: { api_key: 'Zk9-unlikely' } })]
				] as [string, Step][]
			).map(([says, step]) => [`${says} in the log`, [step, get(`/eventLogs?${mine}`)]])
		),
		...Object.fromEntries(
			(
				[
					['patch_dag', patch(dag, { is_paused: false })],
					['patch_dag', patch(`${dag}?update_mask=is_paused`, { is_paused: false, token: 'q' })],
					['patch_dags', patch('/dags?dag_id_pattern=NONCE', { is_paused: true })],
					['trigger_dag_run', post(`${dag}/dagRuns`, { conf: { token: 'Zk9-unlikely' } })],
					['trigger_dag_run', post(`${dag}/dagRuns?logical_date=2026-01-12T00:00:00Z`, { a: 1 })],
					['bulk_dag_runs', patch(`${dag}/dagRuns`, { actions: [] })],
					['clear_dag_runs', post(`${dag}/clearDagRuns`, { dag_run_ids: ['NONCE'] })],
					['clear_dag_run_partitions', post(`${dag}/clearPartitions`, { keys: ['NONCE'] })],
					[
						'post_clear_task_instances',
						post(`${dag}/clearTaskInstances`, { dry_run: false, task_ids: ['a', ['b', 1]] })
					],
					['delete_dag_asset_queued_events', remove(`${dag}/assets/queuedEvents`)],
					['delete_dag_asset_queued_event', remove(`${dag}/assets/999999/queuedEvents`)],
					['create_backfill', post('/backfills', { dag_id: 'hello_api', from_date: 'x' })]
				] as [string, Step][]
			).map(([event, step], at) => [`${event} in the log, ${at + 1}`, [step, last(event)]])
		),
		'what was done to a DAG that is not there is hidden': [
			patch('/dags/NONCE_dag', { is_paused: true }),
			get('/eventLogs?dag_id=NONCE_dag'),
			get('/eventLogs?dag_id_pattern=NONCE')
		],
		'a backfill that is not there in the log': [
			put('/backfills/987654/pause'),
			get('/eventLogs?event=pause_backfill&order_by=-id&limit=1', { forgets: ['total_entries'] }),
			put('/backfills/987654/unpause'),
			last('unpause_backfill'),
			put('/backfills/987654/cancel'),
			last('cancel_backfill')
		],
		'events of an asset in the log': [
			post('/assets/events', { asset_id: 987654, extra: { password: 'Zk9-unlikely' } }),
			last('create_asset_event'),
			post('/assets/987654/materialize'),
			last('materialize_asset'),
			remove('/assets/987654/queuedEvents'),
			last('delete_asset_queued_events')
		],
		'what is refused of tasks is in the log too': [
			patch(aTask, { new_state: 'success' }, { as: 'viewer' }),
			get(`/eventLogs?${mine}`)
		],
		'what is refused of variables is in the log too': [
			post('/variables', { key: 'NONCE_key', value: 'v' }, { as: 'viewer' }),
			last('post_variable'),
			remove('/variables/NONCE_key', { as: 'viewer' }),
			last('delete_variable'),
			patch('/variables/NONCE_key', [1], { as: 'viewer' }),
			last('patch_variable')
		],
		'bulks in the log': [
			patch('/variables', {
				actions: [{ action: 'delete', entities: ['NONCE_key'], action_on_non_existence: 'skip' }]
			}),
			last('bulk_variables'),
			patch('/connections', {
				actions: [
					{
						action: 'update',
						entities: [{ connection_id: 'NONCE_conn', conn_type: 'x', extra: '{"a": 1}' }],
						action_on_non_existence: 'skip'
					}
				]
			}),
			last('bulk_connections'),
			patch('/pools', { actions: [] }),
			last('bulk_pools')
		],
		'a test of a connection in the log': [
			post('/connections/enqueue-test', {
				connection_id: 'NONCE_conn',
				conn_type: 'http',
				password: 'Wq7-unlikely'
			}),
			last('enqueue_connection_test')
		],
		'an extra that is no object in the log': [
			patch('/connections/NONCE_conn', { connection_id: 'NONCE_conn', extra: '[1]' }),
			last('patch_connection'),
			patch('/connections/NONCE_conn', { connection_id: 'NONCE_conn', extra: 'x' }),
			last('patch_connection'),
			patch('/connections/NONCE_conn', { connection_id: 'NONCE_conn', extra: { a: 1 } }),
			last('patch_connection')
		],
		'a favourite in the log': [
			post(`${dag}/favorite`),
			last('favorite_dag'),
			post(`${dag}/unfavorite`),
			last('unfavorite_dag')
		],
		'a file that is read again in the log': [
			prepare(get('/dags/documented')),
			put(`/parseDagFile/${LAST_FILE}`),
			last('reparse_dag_file')
		],
		'a file that is not there is not in the log': [
			put('/parseDagFile/NONCE'),
			get('/eventLogs?event=reparse_dag_file&after=2099-01-01T00:00:00Z')
		],
		'what a run leaves in the log': [
			makeRun,
			get(`/eventLogs?${mine}`),
			post(`${run}/NONCE_run/clear`, { dry_run: true }),
			post(`${run}/NONCE_run/clear`, { dry_run: false }),
			get(`/eventLogs?${mine}&order_by=-id`),
			remove(`${run}/NONCE_run`),
			get(`/eventLogs?${mine}&event=delete_dag_run`)
		],
		'what is refused is in the log too': [
			post(run, { dag_run_id: 'NONCE_run' }),
			last('trigger_dag_run'),
			remove(`${run}/NONCE_run`),
			get(`/eventLogs?${mine}&event=delete_dag_run`)
		],
		'what a pool leaves in the log': [
			post('/pools', pool),
			last('post_pool'),
			remove('/pools/NONCE_pool'),
			last('delete_pool'),
			poolGone
		],
		'what a variable leaves in the log': [
			post('/variables', { key: 'NONCE_key', value: 'plain', description: 'd' }),
			last('post_variable'),
			remove('/variables/NONCE_key'),
			last('delete_variable')
		],
		'what a connection leaves in the log': [
			post('/connections', {
				connection_id: 'NONCE_conn',
				conn_type: 'http',
				password: 'Wq7-unlikely',
				extra: '{"a": 1, "token": "Zk9-unlikely"}'
			}),
			last('post_connection'),
			remove('/connections/NONCE_conn'),
			last('delete_connection')
		]
	}
};
