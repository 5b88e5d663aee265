import { type Group, get, patch, post, put, remove } from './case.ts';

export const v2Dags: Group = {
	name: 'v2-dags',
	api: 'v2',
	cases: {
		'health needs no credentials': [get('/monitor/health', { as: 'nobody' })],
		'version needs no credentials': [get('/version', { as: 'nobody' })],
		'an unknown route is not found': [get('/nonsense')],
		'an unknown route to write to': [post('/nonsense', {})],
		'a method the route lacks is not allowed': [post('/version', {})],
		'a method no route has': [put('/dags/hello_api', {})],
		'all DAGs are listed': [get('/dags')],
		'a viewer sees them too': [get('/dags?limit=2', { as: 'viewer' })],
		'limit and offset cut the list': [get('/dags?limit=2&offset=3')],
		'an offset past the end gives an empty list': [get('/dags?offset=100')],
		'limit 0 gives none': [get('/dags?limit=0')],
		'a limit over the maximum is cut to it': [get('/dags?limit=1000&dag_id_pattern=hello')],
		'a negative limit is refused': [get('/dags?limit=-1')],
		'a limit that is no number is refused': [get('/dags?limit=ten')],
		'a negative offset is refused': [get('/dags?offset=-1')],
		'two bad parameters are both named': [get('/dags?limit=ten&offset=-1')],
		'order_by sorts': [get('/dags?order_by=-dag_id&limit=2')],
		'order_by refuses a field it cannot sort by': [get('/dags?order_by=colour')],
		'order_by refuses a real field that is not on its list': [get('/dags?order_by=description')],
		'tags filter by any of them': [get('/dags?tags=ops&tags=sales')],
		'tags filter by all of them': [get('/dags?tags=etl&tags=sales&tags_match_mode=all')],
		'a match mode is any or all': [get('/dags?tags=etl&tags_match_mode=some')],
		'owners filter': [get('/dags?owners=platform')],
		'paused filters': [get('/dags?paused=true')],
		'paused must be a boolean': [get('/dags?paused=maybe')],
		'exclude_stale=false lists the stale too': [get('/dags?exclude_stale=false&limit=1')],
		'dag_id_pattern finds a part, whatever its case': [get('/dags?dag_id_pattern=SALES')],
		'dag_id_pattern finds nothing': [get('/dags?dag_id_pattern=NONCE')],
		'dag_id_pattern takes alternatives': [get('/dags?dag_id_pattern=hello|broken')],
		'a prefix finds the beginning': [get('/dags?dag_id_prefix_pattern=flaky')],
		'an unknown query parameter is passed over': [get('/dags?colour=red&limit=1')],
		'one DAG': [get('/dags/hello_api')],
		'a scheduled DAG tells its next run': [get('/dags/nightly_sales')],
		'a paused DAG': [get('/dags/paused_cleanup')],
		'an unknown DAG is not found': [get('/dags/NONCE_dag')],
		'details of a DAG': [get('/dags/hello_api/details')],
		'details show params and schedule': [get('/dags/nightly_sales/details')],
		'details of an unknown DAG': [get('/dags/NONCE_dag/details')],
		'details of a paused DAG': [get('/dags/paused_cleanup/details')],
		'pausing and waking a DAG': [
			patch('/dags/broken_export', { is_paused: true }),
			get('/dags/broken_export'),
			patch('/dags/broken_export?update_mask=is_paused', { is_paused: false })
		],
		'a user may pause a DAG': [patch('/dags/broken_export', { is_paused: false }, { as: 'user' })],
		'a viewer may not pause a DAG': [
			patch('/dags/broken_export', { is_paused: true }, { as: 'viewer' })
		],
		'a DAG takes no other change': [patch('/dags/broken_export', { description: 'mine' })],
		'update_mask may only name is_paused': [
			patch('/dags/broken_export?update_mask=description', { is_paused: false })
		],
		'is_paused must be a boolean': [patch('/dags/broken_export', { is_paused: 'perhaps' })],
		'is_paused may be a word for one': [patch('/dags/broken_export', { is_paused: 'no' })],
		'is_paused may not be null': [patch('/dags/broken_export', { is_paused: null })],
		'is_paused is needed': [patch('/dags/broken_export', {})],
		'an unknown key is refused': [
			patch('/dags/broken_export', { is_paused: false, colour: 'red' })
		],
		'pausing an unknown DAG': [patch('/dags/NONCE_dag', { is_paused: true })],
		'many DAGs are paused by pattern': [
			patch('/dags?dag_id_pattern=broken', { is_paused: true }),
			patch('/dags?dag_id_pattern=broken&update_mask=is_paused', { is_paused: false })
		],
		'pausing many without a pattern pauses none': [patch('/dags', { is_paused: true })],
		'pausing many by another mask': [
			patch('/dags?dag_id_pattern=broken&update_mask=tags', { is_paused: false })
		],
		'an unknown DAG cannot be deleted': [remove('/dags/NONCE_dag')],
		'a viewer may not delete a DAG': [remove('/dags/long_backup', { as: 'viewer' })],
		'a DAG can be a favourite': [
			post('/dags/hello_api/favorite'),
			get('/dags?is_favorite=true'),
			post('/dags/hello_api/favorite'),
			post('/dags/hello_api/unfavorite'),
			post('/dags/hello_api/unfavorite')
		],
		'an unknown DAG is no favourite': [post('/dags/NONCE_dag/favorite')],
		'the tasks of a DAG': [get('/dags/nightly_sales/tasks')],
		'tasks in the order asked': [get('/dags/hello_api/tasks?order_by=-task_id')],
		'tasks sort by no unknown field': [get('/dags/hello_api/tasks?order_by=colour')],
		'tasks of an unknown DAG': [get('/dags/NONCE_dag/tasks')],
		'one task': [get('/dags/hello_api/tasks/say_hello')],
		'a task with retries': [get('/dags/flaky_import/tasks/fetch')],
		'an unknown task': [get('/dags/hello_api/tasks/NONCE_task')],
		'a task of an unknown DAG': [get('/dags/NONCE_dag/tasks/say_hello')]
	}
};
