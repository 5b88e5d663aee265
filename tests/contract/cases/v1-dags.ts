import { type Group, get, patch, post, remove } from './case.ts';

export const v1Dags: Group = {
	name: 'v1-dags',
	api: 'v1',
	cases: {
		'health needs no credentials': [get('/health', { as: 'nobody' })],
		'version needs no credentials': [get('/version', { as: 'nobody' })],
		'an unknown route is not found': [get('/nonsense')],
		'a method the route lacks is not allowed': [post('/version', {})],
		'all DAGs are listed': [get('/dags')],
		'a viewer sees them too': [get('/dags?limit=2', { as: 'viewer' })],
		'limit and offset cut the list': [get('/dags?limit=2&offset=3')],
		'an offset past the end gives an empty list': [get('/dags?offset=100')],
		'limit 0 means the usual limit': [get('/dags?limit=0&fields=dag_id')],
		'a negative limit is refused': [get('/dags?limit=-1')],
		'a limit that is no number is refused': [get('/dags?limit=ten')],
		'a negative offset is refused': [get('/dags?offset=-1')],
		'order_by sorts': [get('/dags?order_by=-dag_id&fields=dag_id')],
		'order_by refuses a field it cannot sort by': [get('/dags?order_by=colour')],
		'order_by refuses a real field that is not on its list': [get('/dags?order_by=description')],
		'fields leaves only those': [get('/dags?fields=dag_id,is_paused')],
		'an unknown name in fields is refused': [get('/dags?fields=dag_id,colour')],
		'an unknown name in fields goes unseen when nothing is found': [
			get('/dags?fields=colour&dag_id_pattern=no_such_dag')
		],
		'tags filter by any of them': [get('/dags?tags=ops,sales&fields=dag_id')],
		'paused filters': [get('/dags?paused=true&fields=dag_id,is_paused')],
		'paused must be a boolean': [get('/dags?paused=maybe')],
		'only_active=false also lists the inactive': [get('/dags?only_active=false&fields=dag_id')],
		'dag_id_pattern finds a part, whatever its case': [
			get('/dags?dag_id_pattern=SALES&fields=dag_id')
		],
		'an unknown query parameter is refused': [get('/dags?colour=red')],
		'one DAG': [get('/dags/hello_api')],
		'a scheduled DAG tells its next run': [get('/dags/nightly_sales')],
		'a paused DAG': [get('/dags/paused_cleanup')],
		'fields of one DAG': [get('/dags/hello_api?fields=dag_id,owners')],
		'an unknown DAG is not found': [get('/dags/NONCE_dag')],
		'an id with a space is not found': [get('/dags/no%20such')],
		'details of a DAG': [get('/dags/hello_api/details')],
		'details show params and schedule': [get('/dags/nightly_sales/details')],
		'details of an unknown DAG': [get('/dags/NONCE_dag/details')],
		'details of a paused DAG': [get('/dags/paused_cleanup/details')],
		'pausing and waking a DAG': [
			patch('/dags/broken_export', { is_paused: true }),
			get('/dags/broken_export?fields=dag_id,is_paused'),
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
		'is_paused must be a boolean': [patch('/dags/broken_export', { is_paused: 'yes' })],
		'is_paused may not be null': [patch('/dags/broken_export', { is_paused: null })],
		'an empty change changes nothing': [patch('/dags/broken_export', {})],
		'an unknown key is refused': [
			patch('/dags/broken_export', { is_paused: false, colour: 'red' })
		],
		'pausing an unknown DAG': [patch('/dags/NONCE_dag', { is_paused: true })],
		'many DAGs are paused by pattern': [
			patch('/dags?dag_id_pattern=broken&update_mask=is_paused', { is_paused: true }),
			patch('/dags?dag_id_pattern=broken', { is_paused: false })
		],
		'pausing many needs a pattern': [patch('/dags', { is_paused: false })],
		'an unknown DAG cannot be deleted': [remove('/dags/NONCE_dag')],
		'a viewer may not delete a DAG': [remove('/dags/long_backup', { as: 'viewer' })],
		'a user may delete only what there is': [remove('/dags/NONCE_dag', { as: 'user' })],
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
