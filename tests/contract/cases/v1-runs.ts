import { get, type Group, isUnderWay, patch, post, raw, remove, stateIs, tidy } from './case.ts';

const paused = '/dags/paused_cleanup/dagRuns';
const run = `${paused}/NONCE_run`;
const trigger = (body: object = {}) => post(paused, { dag_run_id: 'NONCE_run', ...body });
const gone = tidy(run);

export const v1Runs: Group = {
	name: 'v1-runs',
	api: 'v1',
	cases: {
		'a run of a paused DAG stays queued': [
			trigger(),
			get(run),
			get(`${run}/taskInstances`),
			get(`${paused}?state=queued`),
			remove(run),
			get(run)
		],
		'a run takes conf and a note': [
			trigger({ conf: { b: [1, 'two', null], a: { deep: true } }, note: 'by hand' }),
			get(run),
			gone
		],
		'a run takes a logical date': [
			trigger({ logical_date: '2026-01-05T06:07:08Z' }),
			get(`${run}?fields=dag_run_id,logical_date,data_interval_start`),
			gone
		],
		'a logical date keeps its microseconds and turns to UTC': [
			trigger({ logical_date: '2026-01-05T06:07:08.123456+02:00' }),
			gone
		],
		'execution_date is another word for it': [
			trigger({ execution_date: '2026-01-05T06:07:08+00:00' }),
			gone
		],
		'the two words may not disagree': [
			trigger({
				execution_date: '2026-01-05T06:07:08+00:00',
				logical_date: '2026-01-06T06:07:08+00:00'
			}),
			gone
		],
		'a run id is made from the logical date': [
			post(paused, { logical_date: '2026-01-07T00:00:00Z' }),
			remove(`${paused}/manual__2026-01-07T00:00:00+00:00`)
		],
		'a run id is made from now when nothing is said': [
			post(paused, {}),
			get(`${paused}/LAST_RUN`),
			remove(`${paused}/LAST_RUN`)
		],
		'the same id is taken': [trigger(), trigger(), gone],
		'the same logical date is taken': [
			trigger({ logical_date: '2026-01-08T00:00:00Z' }),
			post(paused, { dag_run_id: 'NONCE_other', logical_date: '2026-01-08T00:00:00Z' }),
			gone,
			tidy(`${paused}/NONCE_other`)
		],
		'a data interval of one’s own': [
			trigger({
				data_interval_start: '2026-01-01T00:00:00Z',
				data_interval_end: '2026-01-02T00:00:00Z'
			}),
			gone
		],
		'half a data interval is refused': [
			trigger({ data_interval_start: '2026-01-01T00:00:00Z' }),
			gone
		],
		'a date without a zone is refused': [trigger({ logical_date: '2026-01-05T06:07:08' }), gone],
		'a date that is none is refused': [trigger({ logical_date: 'yesterday' }), gone],
		'a null logical date is refused': [trigger({ logical_date: null }), gone],
		'conf must be an object': [trigger({ conf: 'region=emea' }), gone],
		'conf may not be a list': [trigger({ conf: [] }), gone],
		'a null conf': [trigger({ conf: null }), gone],
		'an unknown key is refused': [trigger({ colour: 'red' }), gone],
		'a state cannot be given': [trigger({ state: 'success' }), gone],
		'a read-only field is refused': [trigger({ start_date: '2026-01-05T06:07:08Z' }), gone],
		'a number for an id is refused': [post(paused, { dag_run_id: 5 })],
		'a null id is refused': [post(paused, { dag_run_id: null, conf: { n: 'NONCE' }, note: 5 })],
		'an id of letters that are not allowed': [post(paused, { dag_run_id: 'NONCE run/1' })],
		'an id that looks scheduled is refused': [
			post(paused, { dag_run_id: 'scheduled__2026-01-05T06:07:08+00:00' })
		],
		'no body at all is refused': [post(paused, undefined)],
		'broken JSON is refused': [post(paused, raw('{"conf": {]'))],
		'an unknown DAG cannot run': [post('/dags/NONCE_dag/dagRuns', {})],
		'a user may trigger': [post(paused, { dag_run_id: 'NONCE_run' }, { as: 'user' }), gone],
		'params are checked: a value outside the list': [
			post('/dags/nightly_sales/dagRuns', { conf: { region: 'mars' } })
		],
		'params are checked: a wrong type': [
			post('/dags/nightly_sales/dagRuns', { conf: { limit: 'many' } })
		],
		'params are checked: out of bounds': [
			post('/dags/nightly_sales/dagRuns', { conf: { limit: 0 } })
		],
		'an unknown run': [get(`${paused}/NONCE_run`)],
		'a run of an unknown DAG': [get('/dags/NONCE_dag/dagRuns/NONCE_run')],
		'runs of an unknown DAG': [get('/dags/NONCE_dag/dagRuns')],
		'an unknown run cannot be deleted': [remove(run)],
		'runs can be listed, sorted, cut and filtered': [
			trigger({ logical_date: '2026-01-09T00:00:00Z' }),
			post(paused, { dag_run_id: 'NONCE_second', logical_date: '2026-01-11T00:00:00Z' }),
			post(paused, { dag_run_id: 'NONCE_third', logical_date: '2026-01-10T00:00:00Z' }),
			get(`${paused}?fields=dag_run_id`),
			get(`${paused}?order_by=execution_date&fields=dag_run_id`),
			get(`${paused}?order_by=-execution_date&fields=dag_run_id,total_entries`),
			get(`${paused}?order_by=-dag_run_id&limit=1&offset=1`),
			get(`${paused}?execution_date_gte=2026-01-10T00:00:00Z&fields=dag_run_id`),
			get(
				`${paused}?execution_date_gte=2026-01-10T00:00:00%2B00:00&execution_date_lte=2026-01-10T12:00:00Z&fields=dag_run_id`
			),
			get(`${paused}?state=success`),
			get(`${paused}?state=queued&state=running&fields=dag_run_id,state`),
			get('/dags/~/dagRuns?state=queued&fields=dag_id,dag_run_id'),
			post('/dags/~/dagRuns/list', { dag_ids: ['paused_cleanup'], page_limit: 2 }),
			post('/dags/~/dagRuns/list', { states: ['queued'], order_by: '-execution_date' }),
			post('/dags/~/dagRuns/list', { dag_ids: ['NONCE_dag'] }),
			gone,
			tidy(`${paused}/NONCE_second`),
			tidy(`${paused}/NONCE_third`)
		],
		'runs sort by no unknown field': [get(`${paused}?order_by=colour`)],
		'runs are filtered by no bad date': [get(`${paused}?execution_date_gte=yesterday`)],
		'an unknown state in the filter': [get(`${paused}?state=sleeping`)],
		'a limit over the maximum is cut to it': [get(`${paused}?limit=1000`)],
		'an unknown query parameter for runs': [get(`${paused}?colour=red`)],
		'a batch refuses an unknown key': [post('/dags/~/dagRuns/list', { colour: 'red' })],
		'a batch refuses a wrong type': [post('/dags/~/dagRuns/list', { dag_ids: 'hello_api' })],
		'a batch refuses an order it does not know': [
			post('/dags/~/dagRuns/list', { order_by: 'colour' })
		],
		'a batch refuses a negative page': [post('/dags/~/dagRuns/list', { page_limit: -1 })],
		'a note can be set, changed and is kept': [
			trigger(),
			patch(`${run}/setNote`, { note: 'first' }),
			patch(`${run}/setNote`, { note: 'second' }),
			get(run),
			gone
		],
		'a note must be text': [trigger(), patch(`${run}/setNote`, { note: 5 }), gone],
		'a note is needed': [trigger(), patch(`${run}/setNote`, {}), gone],
		'a note may have 1000 letters, not more': [
			trigger(),
			patch(`${run}/setNote`, { note: 'x'.repeat(1001) }),
			gone
		],
		'a note for an unknown run': [patch(`${run}/setNote`, { note: 'first' })],
		'a queued run can be set to success': [
			trigger(),
			patch(run, { state: 'success' }),
			get(`${run}/taskInstances`),
			gone
		],
		'a queued run can be set to failed': [
			trigger(),
			patch(run, { state: 'failed' }),
			get(`${run}/taskInstances`),
			gone
		],
		'a finished run can be queued again': [
			trigger(),
			patch(run, { state: 'success' }),
			patch(run, { state: 'queued' }),
			gone
		],
		'a run cannot be set to running': [trigger(), patch(run, { state: 'running' }), gone],
		'a run cannot be set to nonsense': [trigger(), patch(run, { state: 'asleep' }), gone],
		'a run’s state is needed': [trigger(), patch(run, {}), gone],
		'a run’s state must be text': [trigger(), patch(run, { state: 1 }), gone],
		'a run takes no other change': [trigger(), patch(run, { state: 'success', note: 'x' }), gone],
		'an unknown run has no state to set': [patch(run, { state: 'success' })],
		'clearing an unknown run': [post(`${run}/clear`, { dry_run: true })],
		'clearing a run asks for nothing by default': [
			trigger(),
			patch(run, { state: 'success' }),
			post(`${run}/clear`, {}),
			post(`${run}/clear`, { dry_run: false }),
			get(`${run}/taskInstances`),
			gone
		],
		'clearing a run refuses a wrong type': [
			trigger(),
			post(`${run}/clear`, { dry_run: 'no' }),
			gone
		],
		'clearing a run refuses an unknown key': [
			trigger(),
			post(`${run}/clear`, { only_failed: true }),
			gone
		],
		'a run goes from queued to success, and its tasks with it': [
			post('/dags/hello_api/dagRuns', { dag_run_id: 'NONCE_run', conf: { who: 'you' } }),
			get('/dags/hello_api/dagRuns/NONCE_run', { until: stateIs('success') }),
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances'),
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances/say_hello'),
			tidy('/dags/hello_api/dagRuns/NONCE_run')
		],
		'a run whose task fails is failed, and what follows did not run': [
			post('/dags/broken_export/dagRuns', { dag_run_id: 'NONCE_run' }),
			get('/dags/broken_export/dagRuns/NONCE_run', { until: stateIs('failed') }),
			get('/dags/broken_export/dagRuns/NONCE_run/taskInstances'),
			tidy('/dags/broken_export/dagRuns/NONCE_run')
		],
		'a task that fails once is tried again': [
			post('/dags/flaky_import/dagRuns', { dag_run_id: 'NONCE_run' }),
			get('/dags/flaky_import/dagRuns/NONCE_run/taskInstances/fetch', {
				until: stateIs('up_for_retry')
			}),
			get('/dags/flaky_import/dagRuns/NONCE_run', { until: stateIs('success') }),
			get('/dags/flaky_import/dagRuns/NONCE_run/taskInstances/fetch'),
			get('/dags/flaky_import/dagRuns/NONCE_run/taskInstances/fetch/tries'),
			tidy('/dags/flaky_import/dagRuns/NONCE_run')
		],
		'a DAG with params runs with what it is given': [
			post('/dags/nightly_sales/dagRuns', {
				dag_run_id: 'NONCE_run',
				conf: { region: 'apac', limit: 5 }
			}),
			get('/dags/nightly_sales/dagRuns/NONCE_run', { until: stateIs('success') }),
			get('/dags/nightly_sales/dagRuns/NONCE_run/taskInstances'),
			tidy('/dags/nightly_sales/dagRuns/NONCE_run')
		],
		'a running run can be failed': [
			post('/dags/long_backup/dagRuns', { dag_run_id: 'NONCE_run' }),
			get('/dags/long_backup/dagRuns/NONCE_run/taskInstances/dump', {
				until: isUnderWay
			}),
			get('/dags/long_backup/dagRuns/NONCE_run'),
			patch('/dags/long_backup/dagRuns/NONCE_run', { state: 'failed' }),
			get('/dags/long_backup/dagRuns/NONCE_run/taskInstances'),
			tidy('/dags/long_backup/dagRuns/NONCE_run')
		]
	}
};
