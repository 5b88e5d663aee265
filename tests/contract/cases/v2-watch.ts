import { type Group, get, post, put, remove, tidy } from './case.ts';

const callers = ['op', 'user', 'viewer', 'nobody'] as const;
const run = '/dags/paused_cleanup/dagRuns';
const makeRun = post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const runGone = tidy(`${run}/NONCE_run`);
const pool = { name: 'NONCE_pool', slots: 1 };
const poolGone = tidy('/pools/NONCE_pool');
const mine = 'run_id=NONCE_run';
const last = (event: string) =>
	get(`/eventLogs?event=${event}&order_by=-id&limit=1`, { forgets: ['total_entries'] });

/** Sent as `accept`, to be answered in another form. */
const text = { headers: { accept: 'text/plain' } };
const html = { headers: { accept: 'text/html' } };

export const v2Watch: Group = {
	name: 'v2-watch',
	api: 'v2',
	cases: {
		'the import errors': [get('/importErrors'), get('/importErrors/1')],
		...Object.fromEntries(
			[
				'id',
				'-timestamp',
				'filename',
				'bundle_name',
				'stacktrace',
				'import_error_id',
				'nothing'
			].map((order) => [`import errors by ${order}`, [get(`/importErrors?order_by=${order}`)]])
		),
		'import errors of a file': [
			get('/importErrors?filename=windsock_broken.py'),
			get('/importErrors?filename=nothing.py'),
			get('/importErrors?filename_pattern=broken'),
			get('/importErrors?filename_prefix_pattern=windsock'),
			get('/importErrors?bundle_name=dags-folder'),
			get('/importErrors?bundle_name=nothing')
		],
		'import errors page by page': [
			get('/importErrors?limit=0'),
			get('/importErrors?offset=1'),
			get('/importErrors?limit=-1'),
			get('/importErrors?limit=x')
		],
		'an unknown import error': [get('/importErrors/999999'), get('/importErrors/x')],
		'the warnings': [get('/dagWarnings')],
		...Object.fromEntries(
			['dag_id', '-timestamp', 'message', 'warning_type', 'nothing'].map((order) => [
				`warnings by ${order}`,
				[get(`/dagWarnings?order_by=${order}`)]
			])
		),
		'warnings of a kind': [
			get('/dagWarnings?warning_type=non-existent%20pool'),
			get('/dagWarnings?warning_type=nothing'),
			get('/dagWarnings?dag_id=lost_pool')
		],
		'counts of runs': [get('/dagStats?dag_ids=january_history'), get('/dagStats?dag_ids=nothing')],
		'counts of runs of several': [
			makeRun,
			get('/dagStats?dag_ids=january_history&dag_ids=paused_cleanup'),
			runGone
		],
		'the tags': [get('/dagTags'), get('/dagTags?order_by=-name')],
		'tags that fit': [
			get('/dagTags?tag_name_pattern=et'),
			get('/dagTags?tag_name_pattern=e%25l'),
			get('/dagTags?tag_name_prefix_pattern=s'),
			get('/dagTags?tag_name_pattern=nothing'),
			get('/dagTags?limit=2&offset=1'),
			get('/dagTags?order_by=nothing')
		],
		'the versions of a DAG': [
			get('/dags/hello_api/dagVersions'),
			get('/dags/hello_api/dagVersions/1'),
			get('/dags/hello_api/dagVersions/2'),
			get('/dags/hello_api/dagVersions/x'),
			get('/dags/documented/dagVersions')
		],
		...Object.fromEntries(
			['version_number', '-id', 'bundle_name', 'bundle_version', 'created_at'].map((order) => [
				`versions by ${order}`,
				[get(`/dags/hello_api/dagVersions?order_by=${order}`)]
			])
		),
		'versions that fit': [
			get('/dags/hello_api/dagVersions?version_number=1'),
			get('/dags/hello_api/dagVersions?version_number=2'),
			get('/dags/hello_api/dagVersions?version_number=x'),
			get('/dags/hello_api/dagVersions?bundle_name=dags-folder'),
			get('/dags/hello_api/dagVersions?bundle_name=nothing'),
			get('/dags/hello_api/dagVersions?bundle_version=nothing'),
			get('/dags/~/dagVersions?limit=0')
		],
		'versions of an unknown DAG': [
			get('/dags/NONCE_dag/dagVersions'),
			get('/dags/NONCE_dag/dagVersions/1')
		],
		'the source of an unknown DAG': [
			get('/dagSources/NONCE_dag'),
			get('/dagSources/NONCE_dag?version_number=3'),
			get('/dagSources/hello_api?version_number=9'),
			get('/dagSources/hello_api?version_number=x')
		],
		'a source in a form that is none': [get('/dagSources/hello_api', html)],
		'an unknown file is not read again': [put('/parseDagFile/NONCE')],
		'the plugins': [get('/plugins'), get('/plugins/importErrors'), get('/plugins?limit=x')],
		'the providers': [
			get('/providers'),
			get('/providers?limit=2&offset=1'),
			get('/providers?offset=-1')
		],
		'the configuration is not shown': [
			get('/config'),
			get('/config?section=core'),
			get('/config?section=nothing'),
			get('/config', text),
			get('/config', html),
			get('/config/section/core/option/executor'),
			get('/config/section/nothing/option/nothing'),
			get('/config/section/core/option/executor', html)
		],
		'a log elsewhere': [
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/1`),
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/0`),
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/x`)
		],
		'jobs that fit nothing': [
			get('/jobs?job_type=Nothing'),
			get('/jobs?job_state=nothing'),
			get('/jobs?hostname=nothing'),
			get('/jobs?executor_class=nothing'),
			get('/jobs?order_by=nothing'),
			get('/jobs?is_alive=perhaps'),
			get('/jobs?start_date_gte=2099-01-01T00:00:00Z'),
			get('/jobs?limit=x')
		],
		'the jobs of a kind': [
			get('/jobs?job_type=SchedulerJob'),
			get('/jobs?job_type=TriggererJob&is_alive=true'),
			get('/jobs?job_type=DagProcessorJob&is_alive=false')
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
		],
		'the log narrowed down': [
			makeRun,
			...[
				'dag_id=paused_cleanup',
				'owner=admin',
				'owner=nobody',
				'event_pattern=trigger',
				'event_prefix_pattern=trigger',
				'run_id_pattern=NONCE',
				'run_id_prefix_pattern=NONCE',
				'owner_pattern=adm',
				'dag_id_pattern=clean',
				'task_id=nothing',
				'task_id_pattern=nothing',
				'map_index=0',
				'try_number=1',
				'included_events=trigger_dag_run',
				'included_events=nothing',
				'excluded_events=trigger_dag_run',
				'included_events=trigger_dag_run&included_events=other',
				'before=2020-01-01T00:00:00Z',
				'after=2020-01-01T00:00:00Z',
				'after=2099-01-01T00:00:00Z'
			].map((narrow) => get(`/eventLogs?${mine}&${narrow}`)),
			runGone
		],
		...Object.fromEntries(
			[
				'when',
				'-dttm',
				'event_log_id',
				'dag_id',
				'task_id',
				'run_id',
				'event',
				'logical_date',
				'owner',
				'extra',
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
					get('/importErrors?limit=0', { as }),
					get('/dagWarnings', { as }),
					get('/dagStats?dag_ids=nothing', { as }),
					get('/dagTags?limit=1', { as }),
					get('/dags/hello_api/dagVersions/2', { as }),
					get('/dagSources/NONCE_dag', { as }),
					get('/eventLogs?run_id=nothing', { as }),
					get('/jobs?job_type=Nothing', { as }),
					get('/plugins', { as }),
					get('/providers?limit=1', { as }),
					get('/config', { as }),
					put('/parseDagFile/NONCE', undefined, { as })
				]
			])
		)
	}
};
