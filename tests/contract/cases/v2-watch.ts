import {
	type Caller,
	type Group,
	get,
	LAST_FILE,
	post,
	prepare,
	put,
	remove,
	tidy
} from './case.ts';

const callers = ['op', 'user', 'viewer', 'nobody'] as const;
const run = '/dags/paused_cleanup/dagRuns';
const makeRun = post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const runGone = tidy(`${run}/NONCE_run`);
/** The file's own text is only ours to write; that it defines the same DAGs is tested in Python. */
const code = (more = '', accept = 'application/json', as: 'admin' | Caller = 'admin') =>
	get(`/dagSources/hello_api${more}`, { as, headers: { accept }, forgets: ['content', 'text'] });

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
		...Object.fromEntries(
			[
				'text/plain',
				'*/*',
				'text/*',
				'application/json, text/plain',
				'text/plain;q=0.1, application/json',
				'text/html, */*;q=0.1'
			].map((accept) => [`a source as ${accept}`, [code('', accept)]])
		),
		'a source of a version': [
			code('?version_number=1'),
			code('?version_number=1', 'text/plain'),
			code('?version_number=2', 'text/plain'),
			code('?version_number=')
		],
		'a source and who may see it': (['op', 'user', 'viewer', 'nobody'] as const).map((as) =>
			code('', 'application/json', as)
		),
		'a source is only read': [post('/dagSources/hello_api', {}), remove('/dagSources/hello_api')],
		'a file and who may have it read again': [
			prepare(get('/dags/documented')),
			put(`/parseDagFile/${LAST_FILE}`, undefined, { as: 'viewer' }),
			put(`/parseDagFile/${LAST_FILE}`, undefined, { as: 'nobody' })
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
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/x`),
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/1?map_index=x`),
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/1?map_index=3`),
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/1`, { as: 'viewer' }),
			get(`${run}/NONCE_run/taskInstances/cleanup/externalLogUrl/1`, { as: 'nobody' })
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
		...Object.fromEntries(
			[
				'id',
				'-dag_id',
				'state',
				'job_type',
				'start_date',
				'-end_date',
				'latest_heartbeat',
				'executor_class',
				'hostname',
				'unixname'
			].map((order) => [
				`jobs by ${order}`,
				[get(`/jobs?job_type=SchedulerJob&job_state=running&order_by=${order}`)]
			])
		),
		'jobs narrowed down': [
			'job_state=running',
			'job_state=success',
			'is_alive=true',
			'is_alive=false',
			'start_date_lte=2020-01-01T00:00:00Z',
			'end_date_gte=2020-01-01T00:00:00Z',
			'end_date_lt=2020-01-01T00:00:00Z',
			'limit=0',
			'limit=1&offset=0'
		].map((narrow) => get(`/jobs?job_type=TriggererJob&job_state=running&${narrow}`)),
		'how well it is': [
			get('/monitor/health'),
			get('/monitor/health', { as: 'nobody' }),
			get('/version'),
			get('/version', { as: 'nobody' })
		],
		'the jobs of a kind': [
			get('/jobs?job_type=SchedulerJob'),
			get('/jobs?job_type=TriggererJob&is_alive=true'),
			get('/jobs?job_type=DagProcessorJob&is_alive=false')
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
