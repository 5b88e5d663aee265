import { type Group, get, patch, post, put, raw, remove, stateIs, tidy } from './case.ts';

const run = '/dags/paused_cleanup/dagRuns/NONCE_run';
const cleanup = `${run}/taskInstances/cleanup`;
const entries = `${cleanup}/xcomEntries`;
const begin = post('/dags/paused_cleanup/dagRuns', {
	dag_run_id: 'NONCE_run',
	logical_date: '2026-01-18T00:00:00Z'
});
const gone = tidy(run);
const all = '/dags/~/dagRuns/~/taskInstances/~/xcomEntries';
const ours = 'run_id_pattern=NONCE';
const links = (dag: string, task: string) =>
	`/dags/${dag}/dagRuns/NONCE_run/taskInstances/${task}/links`;
const finished = (dag: string) => [
	post(`/dags/${dag}/dagRuns`, { dag_run_id: 'NONCE_run', logical_date: '2026-01-18T00:00:00Z' }),
	get(`/dags/${dag}/dagRuns/NONCE_run`, { until: stateIs('success', 'failed') })
];
const values: Record<string, unknown> = {
	'a text': 'one',
	'an empty text': '',
	'a number': 5,
	'a fraction': 2.5,
	'a truth': true,
	'a null': null,
	'a list': [1, 'two', null, { three: false }],
	'an object': { a: { b: ['c'] } },
	'JSON in a text': '{"a": [1, null]}',
	'a list in a text': '[1, 2]',
	'a number in a text': '5'
};

export const v2XComs: Group = {
	name: 'v2-xcoms',
	api: 'v2',
	cases: {
		...Object.fromEntries(
			Object.entries(values).map(([what, value]) => [
				`an XCom holds ${what}`,
				[
					begin,
					post(entries, { key: 'k', value }),
					get(`${entries}/k`),
					get(`${entries}/k?stringify=true`),
					get(`${entries}/k?deserialize=true`),
					get(`${entries}/k?deserialize=true&stringify=true`),
					gone
				]
			])
		),
		'an XCom is made, changed and deleted': [
			begin,
			get(entries),
			post(entries, { key: 'k', value: 'one' }),
			post(entries, { key: 'k', value: 'two' }),
			get(entries),
			patch(`${entries}/k`, { value: 'three' }),
			get(`${entries}/k`),
			patch(`${entries}/k`, { value: 'three', map_index: 0 }),
			get(`${entries}/k?map_index=0`),
			remove(`${entries}/k?map_index=0`),
			remove(`${entries}/k`),
			remove(`${entries}/k`),
			get(`${entries}/k`),
			gone
		],
		'an XCom is for a user, not for a viewer': [
			begin,
			post(entries, { key: 'k', value: 'one' }, { as: 'viewer' }),
			post(entries, { key: 'k', value: 'one' }, { as: 'user' }),
			get(`${entries}/k`, { as: 'viewer' }),
			get(entries, { as: 'viewer' }),
			patch(`${entries}/k`, { value: 'two' }, { as: 'viewer' }),
			patch(`${entries}/k`, { value: 'two' }, { as: 'user' }),
			remove(`${entries}/k`, { as: 'viewer' }),
			remove(`${entries}/k`, { as: 'user' }),
			gone
		],
		'XComs are not for nobody': [get(entries, { as: 'nobody' })],
		'an XCom is not for nobody': [get(`${entries}/k`, { as: 'nobody' })],
		'an XCom of a part that is not there': [
			begin,
			post(entries, { key: 'k', value: 1, map_index: 3 }),
			gone
		],
		'an XCom needs a key': [begin, post(entries, { value: 1 }), gone],
		'an XCom needs a value': [begin, post(entries, { key: 'k' }), gone],
		'an XCom needs a body': [begin, post(entries), gone],
		'an XCom’s key must be text': [begin, post(entries, { key: 5, value: 1 }), gone],
		'an XCom’s map index must be a number': [
			begin,
			post(entries, { key: 'k', value: 1, map_index: 'x' }),
			gone
		],
		'an XCom takes no unknown key': [
			begin,
			post(entries, { key: 'k', value: 1, colour: 'red' }),
			gone
		],
		'an XCom must be an object': [begin, post(entries, [1]), gone],
		'an XCom must be JSON': [begin, post(entries, raw('{')), gone],
		'an XCom takes no reserved key': [
			begin,
			post(entries, { key: 'k', value: { __classname__: 'a', __data__: 1 } }),
			post(entries, { key: 'k', value: [{ a: { __type: 'x' } }] }),
			post(entries, { key: 'k', value: '{"__var": 1}' }),
			gone
		],
		'an XCom in an unknown DAG': [
			post('/dags/NONCE_dag/dagRuns/x/taskInstances/y/xcomEntries', { key: 'k', value: 1 })
		],
		'an XCom of an unknown task': [
			post('/dags/hello_api/dagRuns/x/taskInstances/y/xcomEntries', { key: 'k', value: 1 })
		],
		'an XCom in an unknown run': [post(entries, { key: 'k', value: 1 })],
		'an unknown XCom does not change': [patch(`${entries}/k`, { value: 1 })],
		'a change of an XCom needs a value': [patch(`${entries}/k`, {})],
		'a change of an XCom takes no key': [patch(`${entries}/k`, { key: 'k', value: 1 })],
		'an unknown XCom': [get(`${entries}/k`)],
		'an XCom takes no map index below minus one': [get(`${entries}/k?map_index=-2`)],
		'an XCom takes no word for a map index': [get(`${entries}/k?map_index=x`)],
		'an XCom takes true or false': [get(`${entries}/k?deserialize=perhaps&stringify=perhaps`)],
		'a deletion takes no word for a map index': [remove(`${entries}/k?map_index=x`)],
		'an XCom is not put': [put(`${entries}/k`, { value: 1 })],
		'XComs are sorted, cut and found': [
			begin,
			post(entries, { key: 'alpha', value: 1 }),
			post(entries, { key: 'beta', value: 2 }),
			post(entries, { key: 'gamma', value: 3 }),
			get(entries),
			get(`${entries}?limit=1&offset=1`),
			get(`${entries}?order_by=-key`),
			get(`${entries}?order_by=key&limit=1`),
			get(`${entries}?order_by=-timestamp&limit=1`),
			get(`${entries}?order_by=-map_index&order_by=-key&limit=1`),
			get(`${entries}?xcom_key=beta`),
			get(`${entries}?xcom_key_pattern=A_PHA`),
			get(`${entries}?xcom_key_pattern=alp|gam`),
			get(`${entries}?xcom_key_prefix_pattern=be`),
			get(`${entries}?map_index=-1&limit=1`),
			get(`${entries}?map_index=0`),
			get(`${entries}?map_index_filter=-1&limit=1`),
			get(`${entries}?map_index_filter=7`),
			get(`${all}?${ours}&limit=1`),
			get(`${all}?${ours}&task_id_pattern=CLEAN&limit=1`),
			get(`${all}?${ours}&task_id_prefix_pattern=none`),
			get(`${all}?${ours}&dag_display_name_pattern=cleanup&limit=1`),
			get(`${all}?${ours}&dag_display_name_prefix_pattern=hello`),
			get(`${all}?run_id_prefix_pattern=NONCE&limit=1`),
			get(`${all}?${ours}&logical_date_gte=2026-01-18T00:00:00Z&limit=1`),
			get(`${all}?${ours}&logical_date_gt=2026-01-18T00:00:00Z`),
			get(`${all}?${ours}&run_after_lt=2026-01-01T00:00:00Z`),
			get(`/dags/paused_cleanup/dagRuns/NONCE_run/taskInstances/~/xcomEntries?limit=1`),
			get(`/dags/~/dagRuns/NONCE_run/taskInstances/cleanup/xcomEntries?limit=1`),
			get(`/dags/hello_api/dagRuns/NONCE_run/taskInstances/~/xcomEntries`),
			gone
		],
		'XComs of an unknown DAG are none': [
			get('/dags/NONCE_dag/dagRuns/~/taskInstances/~/xcomEntries')
		],
		'XComs take no unknown order': [get(`${entries}?order_by=colour`)],
		'XComs take no order by value': [get(`${entries}?order_by=value`)],
		'XComs take no negative limit': [get(`${entries}?limit=-1`)],
		'XComs take no negative offset': [get(`${entries}?offset=-1`)],
		'XComs take no map index below minus one': [get(`${entries}?map_index=-2`)],
		'XComs take no bad date': [get(`${entries}?logical_date_gte=soon`)],
		'XComs pass over an unknown parameter': [get(`${entries}?colour=red`)],
		'what the parts of a mapped task returned': [
			...finished('mapped_files'),
			get('/dags/mapped_files/dagRuns/NONCE_run/taskInstances/~/xcomEntries'),
			get(
				'/dags/mapped_files/dagRuns/NONCE_run/taskInstances/count_rows/xcomEntries/return_value?map_index=1'
			),
			get(
				'/dags/mapped_files/dagRuns/NONCE_run/taskInstances/count_rows/xcomEntries/return_value?map_index=1&stringify=true'
			),
			get('/dags/mapped_files/dagRuns/NONCE_run/taskInstances/count_rows/xcomEntries/return_value'),
			get(
				'/dags/mapped_files/dagRuns/NONCE_run/taskInstances/list_files/xcomEntries/return_value?stringify=true&deserialize=true'
			),
			get(`${links('mapped_files', 'count_rows')}?map_index=1`),
			get(links('mapped_files', 'count_rows')),
			get(links('mapped_files', 'list_files')),
			get(`${links('mapped_files', 'list_files')}?try_number=1`),
			get(`${links('mapped_files', 'list_files')}?try_number=2`),
			tidy('/dags/mapped_files/dagRuns/NONCE_run')
		],
		'what Bash printed': [
			...finished('hello_api'),
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances/~/xcomEntries'),
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances/say_bye/xcomEntries/return_value'),
			tidy('/dags/hello_api/dagRuns/NONCE_run')
		],
		'links of a run that waits': [
			begin,
			get(links('paused_cleanup', 'cleanup')),
			get(`${links('paused_cleanup', 'cleanup')}?try_number=0`),
			get(`${links('paused_cleanup', 'cleanup')}?try_number=1`),
			get(links('paused_cleanup', 'cleanup'), { as: 'viewer' }),
			gone
		],
		'links of an unknown instance': [get(links('hello_api', 'say_hello'))],
		'links of an unknown DAG': [get(links('NONCE_dag', 'x'))],
		'links take no word for a map index': [get(`${links('hello_api', 'x')}?map_index=x`)],
		'links take no word for a try': [get(`${links('hello_api', 'x')}?try_number=x`)],
		'links are not for nobody': [get(links('hello_api', 'x'), { as: 'nobody' })]
	}
};
