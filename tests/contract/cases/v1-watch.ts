import { type Group, get, LAST_FILE, patch, post, prepare, put, remove, tidy } from './case.ts';

const run = '/dags/paused_cleanup/dagRuns';
const makeRun = prepare(
	post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-13T00:00:00Z' })
);
const runGone = tidy(`${run}/NONCE_run`);
const callers = ['op', 'user', 'viewer', 'nobody'] as const;
const text = { headers: { accept: 'text/plain' } };

/** The file's own text is only ours to write; that it defines the same DAGs is tested in Python. */
const code = (options: { as?: 'viewer' | 'nobody'; headers?: Record<string, string> } = {}) =>
	get(`/dagSources/${LAST_FILE}`, { ...options, forgets: ['content', 'text'] });
const file = prepare(get('/dags/hello_api'));
const accepting = (accept: string) => [file, code({ headers: { accept } })];

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
		...Object.fromEntries(
			[
				'text/plain',
				'application/json',
				'*/*',
				'text/*',
				'text/html',
				'application/json, text/plain',
				'text/plain;q=0.1, application/json',
				'text/html, */*;q=0.1'
			].map((accept) => [`a source as ${accept}`, accepting(accept)])
		),
		'a source and who may see it': [file, code({ as: 'viewer' }), code({ as: 'nobody' })],
		'a source takes no query': [file, get(`/dagSources/${LAST_FILE}?version_number=1`)],
		'a source is only read': [
			file,
			post(`/dagSources/${LAST_FILE}`, {}),
			remove(`/dagSources/${LAST_FILE}`)
		],
		'a file and who may have it read again': [
			file,
			put(`/parseDagFile/${LAST_FILE}`, undefined, { as: 'viewer' }),
			put(`/parseDagFile/${LAST_FILE}`, undefined, { as: 'nobody' }),
			put(`/parseDagFile/${LAST_FILE}`, undefined, { forgets: ['text'] })
		],
		'counts of one of several': [
			get('/dagStats?dag_ids=january_history,nothing'),
			get('/dagStats?dag_ids=january_history,%20documented'),
			get('/dagStats?dag_ids=january_history,january_history'),
			get('/dagStats?dag_ids=nothing&dag_ids=january_history'),
			get('/dagStats?dag_ids=january_history,')
		],
		'counts of a run that waits, then failed': [
			makeRun,
			get('/dagStats?dag_ids=paused_cleanup'),
			patch(`${run}/NONCE_run`, { state: 'failed' }),
			get('/dagStats?dag_ids=paused_cleanup'),
			runGone
		],
		'counts take nothing else': [get('/dagStats?dag_ids=hello_api&limit=1')],
		'import errors beyond the end': [
			get('/importErrors?limit=0'),
			get('/importErrors?limit=1000'),
			get('/importErrors?offset=100'),
			get('/importErrors?order_by=-filename'),
			get('/importErrors?order_by=')
		],
		'warnings page by page': [
			get('/dagWarnings?offset=1'),
			get('/dagWarnings?limit=1&order_by=-dag_id'),
			get('/dagWarnings?dag_id=lost_pool&warning_type=non-existent%20pool'),
			get('/dagWarnings?offset=-1'),
			get('/dagWarnings?limit=x'),
			get('/dagWarnings?colour=red')
		],
		'how well it is': [get('/health'), get('/health', { as: 'nobody' }), get('/health?a=b')],
		'which release it is': [get('/version'), get('/version', { as: 'nobody' })],
		'health is only read': [post('/health', {}), remove('/version')],
		'an unknown source': [get('/dagSources/NONCE'), get('/dagSources/NONCE', text)],
		'an unknown file is not read again': [put('/parseDagFile/NONCE')],
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
