import {
	get,
	type Group,
	patch,
	post,
	prepare,
	raw,
	remove,
	stateIs,
	type Step,
	tidy
} from './case.ts';

const paused = '/dags/paused_cleanup/dagRuns';
const run = `${paused}/NONCE_run`;
const created = (name: string, body: object = {}) =>
	prepare(post(paused, { dag_run_id: `NONCE_${name}`, ...body }));
const three = [
	created('a', { logical_date: '2026-01-15T09:00:00Z', conf: { n: 1 } }),
	created('b', { logical_date: '2026-01-16T08:00:00Z', conf: { n: 0 }, note: 'second' }),
	created('c', { logical_date: '2026-01-17T07:00:00.123456Z' })
];
const away = ['a', 'b', 'c'].map((name) => tidy(`${paused}/NONCE_${name}`));
/** Days of these cases’ own. */
const DAYS = 'execution_date_gte=2026-01-15T00:00:00Z&execution_date_lte=2026-01-17T23:00:00Z';
const among = (...queries: string[]): Step[] => [
	...three,
	...queries.map((query) => get(`${paused}?${DAYS}&${query}`)),
	...away
];
const days = {
	execution_date_gte: '2026-01-15T00:00:00Z',
	execution_date_lte: '2026-01-17T23:00:00Z'
};
const batch = (body: object, options: object = {}) =>
	post('/dags/~/dagRuns/list', { dag_ids: ['paused_cleanup'], ...days, ...body }, options);
const inBatch = (...bodies: object[]): Step[] => [
	...three,
	...bodies.map((body) => batch(body)),
	...away
];
const trigger = (body: object) => post(paused, { dag_run_id: 'NONCE_run', ...body });
const gone = tidy(run);

export const v1RunsMore: Group = {
	name: 'v1-runs-more',
	api: 'v1',
	cases: {
		'runs by execution date': among(
			'fields=dag_run_id',
			'execution_date_lte=2026-01-16T08:00:00Z&fields=dag_run_id',
			'execution_date_gte=2026-01-16T10:00:00%2B02:00&fields=dag_run_id',
			'execution_date_gte=2026-01-17T07:00:00.123456Z&fields=dag_run_id',
			'execution_date_gte=2026-01-17T07:00:00.123457Z&fields=dag_run_id'
		),
		'runs that have not begun fit no date of their course': among(
			'start_date_gte=2020-01-01T00:00:00Z',
			'start_date_lte=2120-01-01T00:00:00Z',
			'end_date_gte=2020-01-01T00:00:00Z',
			'end_date_lte=2120-01-01T00:00:00Z'
		),
		'runs by the time of their change': among(
			'updated_at_gte=2026-02-01T00:00:00Z&fields=dag_run_id',
			'updated_at_lte=2026-02-01T00:00:00Z',
			'updated_at_gte=2026-02-01T00:00:00Z&updated_at_lte=2126-01-01T00:00:00Z&fields=dag_run_id'
		),
		'runs by state': among(
			'state=queued&fields=dag_run_id',
			'state=queued,success&fields=dag_run_id',
			'state=success&state=failed',
			'state='
		),
		'runs in many orders': among(
			'order_by=-id&fields=dag_run_id',
			'order_by=execution_date&fields=dag_run_id',
			'order_by=-execution_date&fields=dag_run_id',
			'order_by=dag_run_id&fields=dag_run_id',
			'order_by=-dag_run_id&fields=dag_run_id,dag_id',
			'order_by=state&fields=dag_run_id',
			'order_by=dag_id&fields=dag_run_id',
			'order_by=start_date&fields=dag_run_id',
			'order_by=-end_date&fields=dag_run_id',
			'order_by=updated_at&fields=dag_run_id',
			'order_by=-external_trigger&fields=dag_run_id',
			'order_by=conf&fields=dag_run_id'
		),
		'runs sort by other names for fields': [
			get(`${paused}?order_by=run_id`),
			get(`${paused}?order_by=logical_date`),
			get(`${paused}?order_by=run_type`),
			get(`${paused}?order_by=--id&limit=1&execution_date_gte=2125-01-01T00:00:00Z`)
		],
		'pages of runs': among(
			'limit=1&fields=dag_run_id',
			'limit=1&offset=2&fields=dag_run_id',
			'limit=0&fields=dag_run_id',
			'offset=7'
		),
		'chosen fields of runs': among(
			'fields=conf,note,run_type&limit=1',
			'fields=dag_run_id&fields=state&limit=1',
			'fields=colour'
		),
		'runs of all DAGs': [
			...three,
			get(`/dags/~/dagRuns?${DAYS}&fields=dag_id,dag_run_id`),
			get(`/dags/~/dagRuns?${DAYS}&state=success`),
			get(`/dags/~/dagRuns?${DAYS}&order_by=-execution_date&limit=1`),
			...away
		],
		'bad queries of runs': [
			get(`${paused}?limit=x`),
			get(`${paused}?limit=-1`),
			get(`${paused}?offset=-1`),
			get(`${paused}?start_date_gte=2026-01-01`),
			get(`${paused}?end_date_lte=2026-01-01T00:00:00`),
			get(`${paused}?updated_at_gte=soon`)
		],
		'who may see runs': [
			get(`${paused}?${DAYS}&fields=dag_run_id`, { as: 'user' }),
			get(paused, { as: 'nobody' }),
			get(run, { as: 'user' }),
			get(run, { as: 'nobody' })
		],

		'a batch by dates': inBatch(
			{ execution_date_lte: '2026-01-15T09:00:00Z' },
			{ start_date_gte: '2020-01-01T00:00:00Z' },
			{ end_date_lte: '2120-01-01T00:00:00Z' }
		),
		'a batch by the time of its change': inBatch({ updated_at_gte: '2026-02-01T00:00:00Z' }),
		'a batch by states': inBatch(
			{ states: ['queued'], page_limit: 1 },
			{ states: ['success'] },
			{ states: [], page_limit: 1 }
		),
		'a batch by DAGs': inBatch(
			{ dag_ids: ['NONCE_dag'] },
			{ dag_ids: [], page_limit: 1 },
			{ dag_ids: ['hello_api', 'paused_cleanup'], page_limit: 1 }
		),
		'a batch in many orders': inBatch(
			{ order_by: '-id', page_limit: 1 },
			{ order_by: 'execution_date', page_limit: 1 },
			{ order_by: '-dag_run_id', page_limit: 1 },
			{ order_by: 'dag_id', page_limit: 1 },
			{ order_by: 'state', page_limit: 1 },
			{ order_by: '-start_date', page_limit: 1 },
			{ order_by: 'end_date', page_limit: 1 },
			{ order_by: 'external_trigger', page_limit: 1 },
			{ order_by: 'conf', page_limit: 1 }
		),
		'a batch sorts by no other': [
			batch({ order_by: 'updated_at' }),
			batch({ order_by: '' }),
			batch({ order_by: 'run_id' })
		],
		'pages of a batch': inBatch(
			{ page_limit: 1, page_offset: 1 },
			{ page_offset: 9 },
			{ page_limit: 1000, page_offset: 2 }
		),
		'faults of a batch': [
			batch({ page_limit: 0 }),
			batch({ page_offset: -1 }),
			batch({ page_limit: 'x' }),
			batch({ states: 'queued' }),
			batch({ states: [1] }),
			batch({ dag_ids: null }),
			batch({ start_date_gte: 'soon' }),
			batch({ end_date_lte: '2026-01-01' }),
			batch({ order_by: 5 }),
			batch({ order_by: null }),
			post('/dags/~/dagRuns/list', []),
			post('/dags/~/dagRuns/list'),
			post('/dags/~/dagRuns/list', raw('{')),
			post('/dags/hello_api/dagRuns/list', {})
		],
		'who may ask for a batch': [batch({}, { as: 'user' }), batch({}, { as: 'nobody' })],

		'chosen fields of a run': [
			created('run', { logical_date: '2025-03-09T00:00:00Z' }),
			get(`${run}?fields=state,conf`),
			get(`${run}?fields=state&fields=note`),
			get(`${run}?fields=colour`),
			get(`${run}?x=1`),
			gone
		],
		'ids that look otherwise made are refused': [
			...['backfill', 'dataset_triggered'].map((type) =>
				post(paused, { dag_run_id: `${type}__NONCE` })
			),
			post(paused, { dag_run_id: 'manual__NONCE', logical_date: '2025-03-10T00:00:00Z' }),
			tidy(`${paused}/manual__NONCE`)
		],
		'an empty id': [
			post(paused, { dag_run_id: '', logical_date: '2025-03-11T00:00:00Z' }),
			remove(`${paused}/LAST_RUN`)
		],
		'the interval of a scheduled DAG is inferred': [
			post('/dags/nightly_sales/dagRuns', {
				dag_run_id: 'NONCE_run',
				logical_date: '2025-03-12T12:00:00Z'
			}),
			prepare(
				get('/dags/nightly_sales/dagRuns/NONCE_run', { until: stateIs('success', 'failed') })
			),
			tidy('/dags/nightly_sales/dagRuns/NONCE_run')
		],
		'an interval with a null end': [
			trigger({ data_interval_start: '2026-01-01T00:00:00Z', data_interval_end: null }),
			gone
		],
		'faults of a trigger': [
			trigger({ logical_date: 5 }),
			trigger({ data_interval_start: 'soon', data_interval_end: 'later' }),
			trigger({ note: 'x'.repeat(1001), colour: 'red' }),
			trigger({ note: 5 }),
			trigger({ external_trigger: true }),
			post(paused, []),
			post(paused, raw('a=1'), { headers: { 'content-type': 'text/plain' } }),
			post(`${paused}?x=1`, {})
		],
		'a null note': [trigger({ note: null, logical_date: '2025-03-13T00:00:00Z' }), gone],
		'a viewer may change nothing': [
			created('run', { logical_date: '2025-03-14T00:00:00Z' }),
			post(paused, {}, { as: 'viewer' }),
			patch(run, { state: 'success' }, { as: 'viewer' }),
			patch(`${run}/setNote`, { note: 'x' }, { as: 'viewer' }),
			post(`${run}/clear`, {}, { as: 'viewer' }),
			remove(run, { as: 'viewer' }),
			remove(run, { as: 'nobody' }),
			remove(run, { as: 'user' })
		],
		'states by hand': [
			created('run', { logical_date: '2025-03-15T00:00:00Z' }),
			patch(run, { state: 'queued' }),
			patch(run, { state: 'failed' }),
			patch(run, { state: 'success' }),
			patch(run, {}),
			patch(run, { state: null }),
			patch(run, { state: 'success', colour: 'red' }),
			patch(run, []),
			patch(run),
			patch(`${run}?x=1`, { state: 'success' }),
			gone
		],
		'notes by hand': [
			created('run', { logical_date: '2025-03-16T00:00:00Z', note: 'first' }),
			patch(`${run}/setNote`, { note: '' }),
			patch(`${run}/setNote`, { note: null }),
			patch(`${run}/setNote`, { note: 'x', colour: 'red' }),
			patch(`${run}/setNote`, []),
			patch(`${paused}/NONCE_z/setNote`, { note: 'x' }),
			get(run),
			gone
		],
		'a run before its DAG’s start has no tasks': [
			created('run', { logical_date: '2025-03-17T00:00:00Z' }),
			get(`${run}/taskInstances`),
			patch(run, { state: 'success' }),
			post(`${run}/clear`, { dry_run: false }),
			gone
		],
		'clearing by hand': [
			created('run', { logical_date: '2026-01-18T00:00:00Z' }),
			patch(run, { state: 'success' }),
			post(`${run}/clear`, {}),
			post(`${run}/clear`, { dry_run: true }),
			post(`${run}/clear`, { dry_run: false }),
			get(`${run}/taskInstances`),
			post(`${run}/clear`, { dry_run: 'x' }),
			post(`${run}/clear`, { colour: 'red' }),
			post(`${run}/clear`),
			gone
		],
		'a running run is deleted all the same': [
			prepare(post('/dags/long_backup/dagRuns', { dag_run_id: 'NONCE_run' })),
			prepare(get('/dags/long_backup/dagRuns/NONCE_run', { until: stateIs('running') })),
			remove('/dags/long_backup/dagRuns/NONCE_run'),
			get('/dags/long_backup/dagRuns/NONCE_run')
		],
		'removing with a query': [remove(`${run}?x=1`), remove('/dags/NONCE_dag/dagRuns/NONCE_run')]
	}
};
