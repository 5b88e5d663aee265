import { type Group, get, patch, post, put, remove, tidy } from './case.ts';

const callers = ['op', 'user', 'viewer', 'nobody'] as const;
const run = '/dags/paused_cleanup/dagRuns';
const makeRun = post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const runGone = tidy(`${run}/NONCE_run`);
const mine = 'run_id=NONCE_run';
const last = (event: string) =>
	get(`/eventLogs?event=api.${event}&order_by=-event_log_id&limit=1`, {
		forgets: ['total_entries']
	});

const text = { headers: { accept: 'text/plain' } };

export const v1Watch: Group = {
	name: 'v1-watch',
	api: 'v1',
	cases: {
		'the import errors': [get('/importErrors'), get('/importErrors/1')],
		...Object.fromEntries(
			['import_error_id', '-timestamp', 'filename', 'stack_trace', 'nothing'].map((order) => [
				`import errors by ${order}`,
				[get(`/importErrors?order_by=${order}`)]
			])
		),
		'import errors page by page': [
			get('/importErrors?limit=1'),
			get('/importErrors?offset=1'),
			get('/importErrors?limit=-1'),
			get('/importErrors?limit=x'),
			get('/importErrors?offset=-1'),
			get('/importErrors?colour=red')
		],
		'an unknown import error': [get('/importErrors/999999'), get('/importErrors/x')],
		'the warnings': [get('/dagWarnings')],
		...Object.fromEntries(
			['dag_id', '-timestamp', 'message', 'warning_type', 'nothing'].map((order) => [
				`warnings by ${order}`,
				[get(`/dagWarnings?order_by=${order}`)]
			])
		),
		'warnings that fit': [
			get('/dagWarnings?warning_type=non-existent%20pool'),
			get('/dagWarnings?warning_type=nothing'),
			get('/dagWarnings?dag_id=lost_pool'),
			get('/dagWarnings?dag_id=nothing'),
			get('/dagWarnings?limit=0'),
			get('/dagWarnings?limit=-1')
		],
		'counts of runs': [get('/dagStats?dag_ids=january_history'), get('/dagStats?dag_ids=nothing')],
		'counts need DAGs': [get('/dagStats'), get('/dagStats?dag_ids=')],
		'the plugins': [get('/plugins'), get('/plugins?limit=-1'), get('/plugins?limit=x')],
		'the providers': [get('/providers'), get('/providers?limit=1')],
		'the configuration is not shown': [
			get('/config'),
			get('/config?section=core'),
			get('/config?section=nothing'),
			get('/config', text),
			get('/config/section/core/option/executor'),
			get('/config/section/nothing/option/nothing')
		],
		'an unknown source': [get('/dagSources/NONCE'), get('/dagSources/NONCE', text)],
		'an unknown file is not read again': [put('/parseDagFile/NONCE')],
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
		],
		...Object.fromEntries(
			callers.map((as) => [
				`what a ${as} may see`,
				[
					get('/importErrors?limit=1&offset=1', { as }),
					get('/importErrors/999999', { as }),
					get('/dagWarnings?dag_id=nothing', { as }),
					get('/dagStats?dag_ids=nothing', { as }),
					get('/dagSources/NONCE', { as }),
					get('/eventLogs?run_id=nothing', { as }),
					get('/eventLogs/999999999', { as }),
					get('/plugins', { as }),
					get('/providers', { as }),
					get('/config', { as }),
					get('/config/section/core/option/executor', { as }),
					put('/parseDagFile/NONCE', undefined, { as })
				]
			])
		)
	}
};
