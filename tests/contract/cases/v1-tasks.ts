import { type Group, get, patch, post, stateIs, tidy } from './case.ts';

const paused = '/dags/paused_cleanup/dagRuns';
const run = `${paused}/NONCE_run`;
const tasks = `${run}/taskInstances`;
const clear = '/dags/paused_cleanup/clearTaskInstances';
const begin = post(paused, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const finish = patch(run, { state: 'success' });
const gone = tidy(run);

const failed = '/dags/broken_export/dagRuns/NONCE_run';
const fail = [
	post('/dags/broken_export/dagRuns', { dag_run_id: 'NONCE_run' }),
	get(failed, { until: stateIs('failed') })
];

export const v1Tasks: Group = {
	name: 'v1-tasks',
	api: 'v1',
	cases: {
		'task instances of an unknown run': [get(tasks)],
		'task instances of an unknown DAG': [get('/dags/NONCE_dag/dagRuns/~/taskInstances')],
		'a task instance of an unknown run': [get(`${tasks}/cleanup`)],
		'an unknown task of a run': [begin, get(`${tasks}/NONCE_task`), gone],
		'one task instance of a queued run': [begin, get(`${tasks}/cleanup`), gone],
		'a task instance by map index': [begin, get(`${tasks}/cleanup/0`), gone],
		'task instances are filtered': [
			begin,
			finish,
			get(`${tasks}?state=success`),
			get(`${tasks}?state=failed`),
			get(`${tasks}?state=none`),
			get(`${tasks}?pool=default_pool&queue=default`),
			get(`${tasks}?pool=other`),
			get(`${tasks}?limit=1&offset=1`),
			get('/dags/paused_cleanup/dagRuns/~/taskInstances?state=success'),
			get(
				'/dags/~/dagRuns/~/taskInstances?execution_date_gte=2026-01-12T00:00:00Z&execution_date_lte=2026-01-12T00:00:00Z'
			),
			post('/dags/~/dagRuns/~/taskInstances/list', {
				dag_ids: ['paused_cleanup'],
				state: ['success']
			}),
			post('/dags/~/dagRuns/~/taskInstances/list', {
				dag_ids: ['paused_cleanup'],
				state: ['failed']
			}),
			gone
		],
		'task instances by an unknown state': [begin, get(`${tasks}?state=asleep`), gone],
		'task instances by an unknown parameter': [get(`${tasks}?colour=red`)],
		'task instances by a bad duration': [begin, get(`${tasks}?duration_gte=long`), gone],
		'a batch of task instances refuses an unknown key': [
			post('/dags/~/dagRuns/~/taskInstances/list', { colour: 'red' })
		],
		'a batch of task instances refuses a wrong type': [
			post('/dags/~/dagRuns/~/taskInstances/list', { dag_ids: 'hello_api' })
		],
		'a task instance’s state: a dry run by default': [
			begin,
			finish,
			patch(`${tasks}/cleanup`, { new_state: 'failed' }),
			get(`${tasks}/cleanup`),
			patch(`${tasks}/cleanup`, { new_state: 'failed', dry_run: false }),
			get(`${tasks}/cleanup`),
			gone
		],
		'a task instance refuses an unknown state': [
			begin,
			patch(`${tasks}/cleanup`, { new_state: 'asleep', dry_run: false }),
			gone
		],
		'a task instance refuses an unknown key': [
			begin,
			patch(`${tasks}/cleanup`, { new_state: 'failed', colour: 'red' }),
			gone
		],
		'a note on a task instance': [
			begin,
			patch(`${tasks}/cleanup/setNote`, { note: 'look here' }),
			get(`${tasks}/cleanup`),
			gone
		],
		'clearing is a dry run by default': [
			begin,
			finish,
			post(clear, { dag_run_id: 'NONCE_run', only_failed: false }),
			get(tasks),
			gone
		],
		'clearing only the failed leaves a success alone': [
			begin,
			finish,
			post(clear, { dag_run_id: 'NONCE_run', dry_run: false }),
			gone
		],
		'clearing for good empties the state and leaves the run as it was': [
			begin,
			finish,
			post(clear, { dag_run_id: 'NONCE_run', only_failed: false, dry_run: false }),
			get(tasks),
			get(run),
			gone
		],
		'clearing with reset_dag_runs queues the run': [
			begin,
			finish,
			post(clear, {
				dag_run_id: 'NONCE_run',
				only_failed: false,
				dry_run: false,
				reset_dag_runs: true
			}),
			get(run),
			gone
		],
		'clearing by dates': [
			begin,
			finish,
			post(clear, {
				start_date: '2026-01-12T00:00:00Z',
				end_date: '2026-01-12T00:00:00Z',
				only_failed: false
			}),
			gone
		],
		'clearing takes a run or dates, not both': [
			begin,
			post(clear, { dag_run_id: 'NONCE_run', start_date: '2026-01-12T00:00:00Z' }),
			gone
		],
		'clearing takes only_failed or only_running, not both': [
			post(clear, { only_failed: true, only_running: true })
		],
		'clearing an unknown run': [post(clear, { dag_run_id: 'NONCE_run' })],
		'clearing in an unknown DAG': [post('/dags/NONCE_dag/clearTaskInstances', {})],
		'clearing an unknown task': [
			begin,
			finish,
			post(clear, { dag_run_id: 'NONCE_run', task_ids: ['NONCE_task'], only_failed: false }),
			gone
		],
		'clearing refuses a wrong type': [post(clear, { dry_run: 'no' })],
		'clearing refuses text for a list': [post(clear, { task_ids: 'cleanup' })],
		'clearing refuses an unknown key': [post(clear, { colour: 'red' })],
		'clearing refuses a date without a zone': [post(clear, { start_date: '2026-01-12T00:00:00' })],
		'clearing refuses a bad date': [post(clear, { start_date: 'yesterday' })],
		'clearing needs a body': [post(clear, undefined)],
		'a failed task is cleared with what follows, and runs again': [
			...fail,
			post('/dags/broken_export/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				task_ids: ['export']
			}),
			post('/dags/broken_export/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				task_ids: ['export'],
				include_downstream: true,
				include_upstream: true,
				only_failed: false
			}),
			post('/dags/broken_export/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				dry_run: false,
				reset_dag_runs: true
			}),
			get(failed, { until: stateIs('failed') }),
			get(`${failed}/taskInstances`),
			get(`${failed}/taskInstances/export/tries`),
			get(`${failed}/taskInstances/export/tries/1`),
			get(`${failed}/taskInstances/export/tries/9`),
			tidy(failed)
		],
		'setting a state can take what follows along': [
			...fail,
			post('/dags/broken_export/updateTaskInstancesState', {
				dag_run_id: 'NONCE_run',
				task_id: 'export',
				new_state: 'success',
				include_downstream: true,
				include_upstream: false,
				include_future: false,
				include_past: false,
				dry_run: true
			}),
			get(`${failed}/taskInstances/export/dependencies`),
			tidy(failed)
		],
		'a cleared success runs to success again': [
			post('/dags/hello_api/dagRuns', { dag_run_id: 'NONCE_run' }),
			get('/dags/hello_api/dagRuns/NONCE_run', { until: stateIs('success') }),
			post('/dags/hello_api/dagRuns/NONCE_run/clear', { dry_run: true }),
			post('/dags/hello_api/dagRuns/NONCE_run/clear', { dry_run: false }),
			get('/dags/hello_api/dagRuns/NONCE_run', { until: stateIs('success') }),
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances'),
			tidy('/dags/hello_api/dagRuns/NONCE_run')
		]
	}
};
