import { type Group, get, patch, post, remove, stateIs, tidy } from './case.ts';

const run = '/dags/mapped_files/dagRuns/NONCE_run';
const tasks = `${run}/taskInstances`;
const count = `${tasks}/count_rows`;
const finished = [
	post('/dags/mapped_files/dagRuns', {
		dag_run_id: 'NONCE_run',
		logical_date: '2026-01-19T00:00:00Z'
	}),
	get(run, { until: stateIs('success') })
];
const gone = tidy(run);
const clear = (form: object) =>
	post('/dags/mapped_files/clearTaskInstances', {
		dag_run_id: 'NONCE_run',
		only_failed: false,
		...form
	});

export const v2Mapped: Group = {
	name: 'v2-mapped',
	api: 'v2',
	cases: {
		'the parts of a mapped task, in every way': [
			...finished,
			get(tasks),
			get(count),
			get(`${count}/0`),
			get(`${count}/3`),
			get(`${count}/-1`),
			get(`${tasks}/list_files/0`),
			get(`${tasks}/list_files/-1`),
			get(`${count}/listMapped`),
			get(`${count}/listMapped?limit=1&offset=1`),
			get(`${count}/listMapped?limit=0`),
			get(`${count}/listMapped?state=success&limit=1`),
			get(`${count}/listMapped?state=failed&state=none`),
			get(`${count}/listMapped?pool=default_pool&queue=default&limit=1`),
			get(`${count}/listMapped?pool=other`),
			get(`${count}/listMapped?pool_name_pattern=DEFAULT&limit=1`),
			get(`${count}/listMapped?pool_name_prefix_pattern=other`),
			get(`${count}/listMapped?queue_name_pattern=none`),
			get(`${count}/listMapped?executor=LocalExecutor`),
			get(`${count}/listMapped?version_number=1&try_number=1&limit=1`),
			get(`${count}/listMapped?version_number=2`),
			get(`${count}/listMapped?try_number=2&try_number=3`),
			get(`${count}/listMapped?operator=_PythonDecoratedOperator&limit=1`),
			get(`${count}/listMapped?operator_name_pattern=task&limit=1`),
			get(`${count}/listMapped?operator_name_pattern=Python`),
			get(`${count}/listMapped?operator_name_prefix_pattern=@task&limit=1`),
			get(`${count}/listMapped?map_index=1&map_index=2`),
			get(`${count}/listMapped?rendered_map_index_pattern=2`),
			get(`${count}/listMapped?rendered_map_index_prefix_pattern=1`),
			get(`${count}/listMapped?duration_gte=1000`),
			get(`${count}/listMapped?start_date_gte=2026-01-19T00:00:00Z&limit=1`),
			get(`${count}/listMapped?end_date_lt=2026-01-19T00:00:00Z`),
			get(`${count}/listMapped?logical_date_lte=2026-01-19T00:00:00Z&limit=1`),
			get(`${count}/listMapped?updated_at_lt=2026-01-19T00:00:00Z`),
			get(`${count}/listMapped?order_by=-map_index`),
			get(`${count}/listMapped?order_by=-rendered_map_index&limit=1`),
			get(`${count}/listMapped?order_by=state&order_by=-map_index&limit=1`),
			get(`${count}/listMapped?order_by=operator&limit=1`),
			get(`${tasks}?map_index=1`),
			get(`${tasks}?order_by=-map_index&limit=2`),
			get(`${tasks}?rendered_map_index_pattern=1`),
			get(`${tasks}/list_files/listMapped`),
			gone
		],
		'tries, dependencies and states of a part': [
			...finished,
			get(`${count}/1/tries`),
			get(`${count}/1/tries/1`),
			get(`${count}/1/tries/2`),
			get(`${count}/7/tries`),
			get(`${count}/tries?map_index=1`),
			get(`${count}/tries/1?map_index=1`),
			get(`${count}/tries`),
			get(`${count}/1/dependencies`),
			get(`${count}/7/dependencies`),
			get(`${count}/dependencies?map_index=2`),
			get(`${count}/dependencies`),
			remove(`${count}/state-store?map_index=1`),
			remove(`${count}/state-store`),
			remove(`${count}/state-store?all_map_indices=true`),
			gone
		],
		'a part is noted and failed': [
			...finished,
			patch(`${count}/1`, { note: 'the second' }),
			patch(count, { note: 'all of them' }),
			patch(`${count}/1/dry_run`, { new_state: 'failed' }),
			patch(`${count}/dry_run`, { new_state: 'failed' }),
			patch(`${count}/1`, { new_state: 'failed' }),
			patch(`${count}/1`, { new_state: 'failed' }),
			get(`${count}/listMapped?state=failed`),
			patch(count, { new_state: 'failed' }),
			get(`${count}/listMapped?state=failed&order_by=-map_index&limit=2`),
			patch(count, { new_state: 'failed' }),
			patch(`${count}/7`, { new_state: 'failed' }),
			patch(`${count}/7/dry_run`, { new_state: 'failed' }),
			gone
		],
		'parts are cleared': [
			...finished,
			clear({ task_ids: ['count_rows'] }),
			clear({ task_ids: [['count_rows', 1]] }),
			clear({ task_ids: [['count_rows', 1], 'list_files'] }),
			clear({ task_ids: [['count_rows', 1], 'count_rows'] }),
			clear({ task_ids: [['count_rows', 1]], include_downstream: true }),
			clear({ task_ids: [['count_rows', 7]] }),
			clear({ task_ids: [['sum_rows', -1]] }),
			clear({ task_ids: ['list_files'], include_downstream: true }),
			gone
		],
		'a part is deleted': [
			...finished,
			remove(`${tasks}/count_rows`),
			remove(`${tasks}/count_rows?map_index=1`, { as: 'viewer' }),
			remove(`${tasks}/count_rows?map_index=1`),
			remove(`${tasks}/count_rows?map_index=1`),
			get(`${count}/listMapped`),
			get(`${tasks}/~/xcomEntries`),
			remove(`${tasks}/sum_rows`, { as: 'user' }),
			get(`${tasks}/sum_rows`),
			gone
		],
		'parts in bulk': [
			...finished,
			patch(tasks, {
				actions: [
					{
						action: 'update',
						entities: [{ task_id: 'count_rows', map_index: 1, new_state: 'failed', note: 'one' }]
					}
				]
			}),
			patch(tasks, {
				actions: [{ action: 'update', entities: [{ task_id: 'count_rows', note: 'all' }] }]
			}),
			get(`${count}/1`),
			patch(tasks, {
				actions: [
					{ action: 'delete', entities: [{ task_id: 'count_rows', map_index: 0 }] },
					{ action: 'delete', entities: ['count_rows'] }
				]
			}),
			get(tasks),
			gone
		],
		'parts of an unknown DAG': [get('/dags/NONCE_dag/dagRuns/x/taskInstances/y/listMapped')],
		'parts of an unknown task': [get(`${tasks}/NONCE_task/listMapped`)],
		'parts of a task that is not mapped': [get(`${tasks}/list_files/listMapped`)],
		'parts of a mapped task in an unknown run': [get(`${count}/listMapped`)],
		'parts by an unknown state': [get(`${count}/listMapped?state=asleep`)],
		'parts by a bad date': [get(`${count}/listMapped?start_date_gte=soon`)],
		'parts by a bad number': [get(`${count}/listMapped?map_index=x&try_number=y`)],
		'parts by an unknown order': [get(`${count}/listMapped?order_by=colour`)],
		'parts by a negative limit': [get(`${count}/listMapped?limit=-1`)],
		'parts are not for nobody': [get(`${count}/listMapped`, { as: 'nobody' })],
		'a part by a word': [get(`${count}/first`)],
		'a part of an unknown run': [get(`${count}/0`)],
		'a part’s dependencies in an unknown run': [get(`${count}/0/dependencies`)],
		'a part’s dependencies by a word': [get(`${count}/first/dependencies`)],
		'a part’s tries in an unknown run': [get(`${count}/0/tries`)],
		'a part’s try in an unknown run': [get(`${count}/0/tries/1`)],
		'a part’s try by a word': [get(`${count}/0/tries/first`)],
		'a part’s state in an unknown run': [patch(`${count}/0`, { new_state: 'failed' })],
		'a part’s state must be one of three': [patch(`${count}/0`, { new_state: 'running' })],
		'a part’s state by a word': [patch(`${count}/first`, { new_state: 'failed' })]
	}
};
