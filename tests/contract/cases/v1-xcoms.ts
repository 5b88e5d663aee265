import { type Group, get, post, remove, stateIs, tidy } from './case.ts';

const run = (dag: string) => `/dags/${dag}/dagRuns/NONCE_run`;
const finished = (dag: string) => [
	post(`/dags/${dag}/dagRuns`, { dag_run_id: 'NONCE_run', logical_date: '2026-01-14T00:00:00Z' }),
	get(run(dag), { until: stateIs('success', 'failed') })
];
const of = (dag: string, task: string) => `${run(dag)}/taskInstances/${task}/xcomEntries`;
const links = (dag: string, task: string) => `${run(dag)}/taskInstances/${task}/links`;
const nowhere = '/dags/NONCE_dag/dagRuns/NONCE_run/taskInstances/NONCE_task';
const all = '/dags/~/dagRuns/NONCE_run/taskInstances/~/xcomEntries';

export const v1XComs: Group = {
	name: 'v1-xcoms',
	api: 'v1',
	cases: {
		'what Bash tasks printed': [
			...finished('hello_api'),
			get(of('hello_api', '~')),
			get(of('hello_api', 'say_hello')),
			get(`${of('hello_api', 'say_hello')}/return_value`),
			get(`${of('hello_api', 'say_hello')}/return_value?stringify=false`),
			get(`${of('hello_api', 'say_hello')}/return_value?stringify=true`),
			get(`${of('hello_api', 'say_hello')}/return_value?deserialize=true`),
			get(`${of('hello_api', 'say_hello')}/return_value?map_index=0`),
			get(`${of('hello_api', 'say_hello')}/return_value`, { as: 'viewer' }),
			get(`${of('hello_api', 'say_hello')}/return_value`, { as: 'nobody' }),
			get(`${of('hello_api', 'say_hello')}/other`),
			get(`${of('hello_api', '~')}/return_value`),
			get(all),
			get(`${all}?limit=1`),
			get(`${all}?limit=1&offset=1`),
			get(`${all}?offset=5`),
			get(`${all}?xcom_key=return_value`),
			get(`${all}?xcom_key=other`),
			get(`${all}?map_index=-1`),
			get(`${all}?map_index=0`),
			tidy(run('hello_api'))
		],
		'what the parts of a mapped task returned': [
			...finished('mapped_files'),
			get(of('mapped_files', '~')),
			get(`${of('mapped_files', '~')}?map_index=1`),
			get(`${of('mapped_files', 'count_rows')}?limit=2`),
			get(`${of('mapped_files', 'list_files')}/return_value`),
			get(`${of('mapped_files', 'list_files')}/return_value?stringify=false`),
			get(`${of('mapped_files', 'count_rows')}/return_value`),
			get(`${of('mapped_files', 'count_rows')}/return_value?map_index=1`),
			get(`${of('mapped_files', 'count_rows')}/return_value?map_index=2&stringify=false`),
			get(`${of('mapped_files', 'sum_rows')}/return_value`),
			get(`${of('mapped_files', 'sum_rows')}/return_value?stringify=false`),
			get(links('mapped_files', 'list_files')),
			get(links('mapped_files', 'count_rows')),
			get(`${links('mapped_files', 'count_rows')}?map_index=1`),
			tidy(run('mapped_files'))
		],
		'what a branch keeps for those it leaves aside': [
			...finished('branch_by_size'),
			get(of('branch_by_size', '~')),
			get(`${of('branch_by_size', 'choose')}/skipmixin_key`),
			get(`${of('branch_by_size', 'choose')}/skipmixin_key?stringify=false`),
			get(`${of('branch_by_size', 'choose')}/return_value`),
			get(of('branch_by_size', 'load.big')),
			tidy(run('branch_by_size'))
		],
		'a paused run has no XComs': [
			post('/dags/paused_cleanup/dagRuns', { dag_run_id: 'NONCE_run' }),
			get(of('paused_cleanup', 'cleanup')),
			get(`${of('paused_cleanup', 'cleanup')}/return_value`),
			get(links('paused_cleanup', 'cleanup')),
			get(links('paused_cleanup', 'cleanup'), { as: 'viewer' }),
			get(links('paused_cleanup', 'cleanup'), { as: 'nobody' }),
			get(links('paused_cleanup', 'NONCE_task')),
			get(`${links('paused_cleanup', 'cleanup')}?map_index=0`),
			get(`${links('paused_cleanup', 'cleanup')}?map_index=-1`),
			tidy(run('paused_cleanup'))
		],
		'XComs of an unknown DAG are none': [get(`${nowhere}/xcomEntries`)],
		'an XCom of an unknown DAG': [get(`${nowhere}/xcomEntries/return_value`)],
		'XComs of an unknown run are none': [
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances/~/xcomEntries')
		],
		'XComs take a limit of nothing for the most': [get(`${all}?limit=0`)],
		'XComs take no negative limit': [get(`${all}?limit=-1`)],
		'XComs take no word for a limit': [get(`${all}?limit=ten`)],
		'XComs take no negative offset': [get(`${all}?offset=-1`)],
		'XComs take no word for a map index': [get(`${all}?map_index=first`)],
		'XComs take any map index': [get(`${all}?map_index=-7`)],
		'XComs take no order': [get(`${all}?order_by=key`)],
		'XComs take no pattern': [get(`${all}?xcom_key_pattern=ret`)],
		'XComs are not for nobody': [get(all, { as: 'nobody' })],
		'XComs may be seen by a viewer': [get(all, { as: 'viewer' })],
		'XComs cannot be made here': [post(`${nowhere}/xcomEntries`, { key: 'a', value: 1 })],
		'an XCom cannot be deleted here': [remove(`${nowhere}/xcomEntries/a`)],
		'an XCom takes no word for a map index': [get(`${nowhere}/xcomEntries/a?map_index=x`)],
		'an XCom takes true or false for deserialize': [
			get(`${nowhere}/xcomEntries/a?deserialize=perhaps`)
		],
		'an XCom takes true or false for stringify': [get(`${nowhere}/xcomEntries/a?stringify=1`)],
		'an XCom takes no limit': [get(`${nowhere}/xcomEntries/a?limit=1`)],
		'deserializing comes before finding': [get(`${nowhere}/xcomEntries/a?deserialize=true`)],
		'links of an unknown DAG': [get(`${nowhere}/links`)],
		'links of an unknown task': [get(links('hello_api', 'NONCE_task'))],
		'links of an unknown run': [get(links('hello_api', 'say_hello'))],
		'links of an operator that has some, in an unknown run': [
			get(links('calls_hello', 'trigger_hello'))
		],
		'links take no word for a map index': [get(`${nowhere}/links?map_index=x`)],
		'links take no try': [get(`${nowhere}/links?try_number=1`)]
	}
};
