import { type Group, get, patch, post, stateIs, tidy } from './case.ts';

const run = '/dags/mapped_files/dagRuns/NONCE_run';
const tasks = `${run}/taskInstances`;
const count = `${tasks}/count_rows`;
const begin = post('/dags/mapped_files/dagRuns', {
	dag_run_id: 'NONCE_run',
	logical_date: '2026-01-15T00:00:00Z'
});
const finished = [begin, get(run, { until: stateIs('success') })];
const gone = tidy(run);
const paused = '/dags/paused_cleanup/dagRuns/NONCE_run';
const cleanup = `${paused}/taskInstances/cleanup`;
const wait = [
	post('/dags/paused_cleanup/dagRuns', {
		dag_run_id: 'NONCE_run',
		logical_date: '2026-01-15T00:00:00Z'
	})
];
const waited = tidy(paused);

export const v1Mapped: Group = {
	name: 'v1-mapped',
	api: 'v1',
	cases: {
		'the parts of a mapped task, in every way': [
			...finished,
			get(tasks),
			get(count),
			get(`${count}/0`),
			get(`${count}/2`),
			get(`${count}/3`),
			get(`${count}/-1`),
			get(`${tasks}/list_files/0`),
			get(`${count}/listMapped`),
			get(`${count}/listMapped?limit=1&offset=1`),
			get(`${count}/listMapped?limit=0`),
			get(`${count}/listMapped?limit=-1&offset=2`),
			get(`${count}/listMapped?state=success&limit=1`),
			get(`${count}/listMapped?state=failed`),
			get(`${count}/listMapped?state=none,running`),
			get(`${count}/listMapped?pool=default_pool,other&queue=default&limit=1`),
			get(`${count}/listMapped?pool=other`),
			get(`${count}/listMapped?queue=other`),
			get(`${count}/listMapped?executor=LocalExecutor`),
			get(`${count}/listMapped?duration_gte=1000`),
			get(`${count}/listMapped?duration_lte=1000&limit=1`),
			get(`${count}/listMapped?start_date_gte=2026-01-15T00:00:00Z&limit=1`),
			get(`${count}/listMapped?end_date_lte=2026-01-15T00:00:00Z`),
			get(`${count}/listMapped?execution_date_gte=2026-01-15T00:00:00Z&limit=1`),
			get(`${count}/listMapped?execution_date_lte=2026-01-14T00:00:00Z`),
			get(`${count}/listMapped?order_by=-map_index&limit=2`),
			get(`${count}/listMapped?order_by=state&limit=2`),
			get(`${count}/listMapped?order_by=-state&limit=1`),
			get(`${count}/listMapped?order_by=map_index`),
			get(`${tasks}/list_files/listMapped`),
			gone
		],
		'tries, dependencies and logs of a part': [
			...finished,
			get(`${count}/1/tries`),
			get(`${count}/1/tries/1`),
			get(`${count}/1/tries/2`),
			get(`${count}/7/tries`),
			get(`${count}/7/tries/1`),
			get(`${count}/tries`),
			get(`${count}/tries/1`),
			get(`${count}/1/dependencies`),
			get(`${count}/7/dependencies`),
			get(`${count}/dependencies`),
			get(`${count}/1/tries?limit=0&order_by=anything`),
			gone
		],
		'a part is noted, failed and cleared': [
			...finished,
			patch(`${count}/1/setNote`, { note: 'the second' }),
			patch(`${count}/1/setNote`, { note: 'changed' }, { as: 'user' }),
			patch(`${count}/setNote`, { note: 'which?' }),
			patch(`${count}/7/setNote`, { note: 'none' }),
			patch(`${count}/1`, { dry_run: true, new_state: 'failed' }),
			get(`${count}/1`),
			patch(`${count}/1`, { dry_run: false, new_state: 'failed' }),
			get(`${count}/1`),
			get(`${count}/0`),
			patch(`${count}/1`, { dry_run: false, new_state: 'failed' }),
			patch(count, { dry_run: false, new_state: 'failed' }),
			patch(`${count}/7`, { dry_run: false, new_state: 'failed' }),
			post('/dags/mapped_files/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				task_ids: ['count_rows']
			}),
			post('/dags/mapped_files/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				task_ids: ['count_rows'],
				only_failed: false
			}),
			post('/dags/mapped_files/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				task_ids: ['count_rows'],
				only_failed: false,
				include_downstream: true,
				include_upstream: true
			}),
			post('/dags/mapped_files/updateTaskInstancesState', {
				task_id: 'count_rows',
				dag_run_id: 'NONCE_run',
				new_state: 'skipped',
				include_upstream: false,
				include_downstream: false,
				include_future: false,
				include_past: false
			}),
			post('/dags/mapped_files/updateTaskInstancesState', {
				task_id: 'list_files',
				dag_run_id: 'NONCE_run',
				new_state: 'skipped',
				include_upstream: false,
				include_downstream: true,
				include_future: false,
				include_past: false
			}),
			gone
		],
		'parts of an unknown DAG': [get('/dags/NONCE_dag/dagRuns/x/taskInstances/y/listMapped')],
		'parts of an unknown task': [get(`${tasks}/NONCE_task/listMapped`)],
		'parts of a task that is not mapped': [get(`${tasks}/list_files/listMapped`)],
		'parts of a mapped task in an unknown run': [get(`${count}/listMapped`)],
		'parts by an unknown state': [get(`${count}/listMapped?state=asleep`)],
		'parts by a bad date': [get(`${count}/listMapped?start_date_gte=soon`)],
		'parts by a bad duration': [get(`${count}/listMapped?duration_gte=long`)],
		'parts by a bad limit': [get(`${count}/listMapped?limit=few`)],
		'parts by a negative offset': [get(`${count}/listMapped?offset=-1`)],
		'parts by an unknown order': [get(`${count}/listMapped?order_by=colour`)],
		'parts take no unknown parameter': [get(`${count}/listMapped?colour=red`)],
		'parts are not for nobody': [get(`${count}/listMapped`, { as: 'nobody' })],
		'parts may be seen by a viewer': [get(`${count}/listMapped`, { as: 'viewer' })],
		'a part of an unknown run': [get(`${count}/0`)],
		'a part by a word': [get(`${count}/first`)],
		'a part takes no parameter': [get(`${count}/0?colour=red`)],
		'a part’s tries by a word': [get(`${count}/first/tries`)],
		'a part’s try by a word': [get(`${count}/0/tries/first`)],
		'a part’s tries in an unknown run': [get(`${count}/0/tries`)],
		'a part’s try in an unknown run': [get(`${count}/0/tries/1`)],
		'a part’s dependencies in an unknown run': [get(`${count}/0/dependencies`)],
		'a part’s dependencies by a word': [get(`${count}/first/dependencies`)],
		'a part’s note by a word': [patch(`${count}/first/setNote`, { note: 'x' })],
		'a part’s note in an unknown run': [patch(`${count}/0/setNote`, { note: 'x' })],
		'a part’s note must be there': [patch(`${count}/0/setNote`, {})],
		'a part’s note must be text': [patch(`${count}/0/setNote`, { note: 5 })],
		'a part’s note may not be null': [patch(`${count}/0/setNote`, { note: null })],
		'a part’s note may not be too long': [patch(`${count}/0/setNote`, { note: 'x'.repeat(1001) })],
		'a part’s note takes no unknown key': [
			patch(`${count}/0/setNote`, { note: 'x', colour: 'red' })
		],
		'a part’s note is not for a viewer': [
			patch(`${count}/0/setNote`, { note: 'x' }, { as: 'viewer' })
		],
		'a part’s state in an unknown run': [patch(`${count}/0`, { new_state: 'failed' })],
		'a part’s state in an unknown DAG': [
			patch('/dags/NONCE_dag/dagRuns/x/taskInstances/y/0', { new_state: 'failed' })
		],
		'a part’s state of an unknown task': [patch(`${tasks}/NONCE_task/0`, { new_state: 'failed' })],
		'a part’s state must be there': [patch(`${count}/0`, {})],
		'a part’s state must be one of three': [patch(`${count}/0`, { new_state: 'running' })],
		'a part’s state takes no unknown key': [
			patch(`${count}/0`, { new_state: 'failed', colour: 'red' })
		],
		'a part’s state is not for a viewer': [
			patch(`${count}/0`, { new_state: 'failed' }, { as: 'viewer' })
		],
		'a task that is not mapped has no part': [
			...wait,
			get(`${cleanup}/0`),
			get(`${cleanup}/0/tries`),
			get(`${cleanup}/0/tries/0`),
			get(`${cleanup}/tries`),
			get(`${cleanup}/tries/0`),
			get(`${cleanup}/0/dependencies`),
			get(`${cleanup}/listMapped`),
			patch(`${cleanup}/0`, { new_state: 'failed' }),
			patch(`${cleanup}/0/setNote`, { note: 'x' }),
			waited
		]
	}
};
