import { get, type Group, keep, post, prepare, put, raw, remove, type Step } from './case.ts';

const sales = '/dags/nightly_sales/dagRuns';
const RANGE = { dag_id: 'nightly_sales', from_date: '2026-01-20', to_date: '2026-01-22' };
const DAYS = ['2026-01-20', '2026-01-21'];
const runOf = (day: string) => `${sales}/backfill__${day}T03:00:00+00:00`;

const create = (body: object = {}, options: object = {}) =>
	post('/backfills', { ...RANGE, ...body }, options);
const created = (body: object = {}) => keep('BACKFILL', create(body));
const dryRun = (body: object = {}, options: object = {}) =>
	post('/backfills/dry_run', { ...RANGE, ...body }, options);
const BACKFILL = '/backfills/BACKFILL';
const cancel = prepare(put(`${BACKFILL}/cancel`));

const isOver = (body: unknown) => ['success', 'failed'].includes((body as { state: string }).state);
const isCompleted = (body: unknown) =>
	(body as { completed_at: string | null }).completed_at !== null;

/** Whatever was made for these days is over and gone. */
const gone = (days: readonly string[] = DAYS): Step[] =>
	days.flatMap((day) => [prepare(get(runOf(day), { until: isOver })), prepare(remove(runOf(day)))]);
const absent = DAYS.map((day) => prepare(remove(runOf(day))));

export const v2Backfills: Group = {
	name: 'v2-backfills',
	api: 'v2',
	cases: {
		'a backfill makes the runs of its days and ends with them': [
			...absent,
			created({ dag_run_conf: { limit: 5 } }),
			...DAYS.map((day) => get(runOf(day), { until: isOver })),
			get(BACKFILL, { until: isCompleted }),
			put(`${BACKFILL}/pause`),
			put(`${BACKFILL}/unpause`),
			put(`${BACKFILL}/cancel`),
			...gone()
		],
		'a paused backfill, gone on with and ended': [
			...absent,
			created({ max_active_runs: 1, from_date: '2026-01-20T00:00:00+02:00' }),
			put(`${BACKFILL}/pause`),
			put(`${BACKFILL}/pause`),
			get(BACKFILL),
			put(`${BACKFILL}/unpause`),
			put(`${BACKFILL}/unpause`),
			put(`${BACKFILL}/cancel`),
			get(BACKFILL),
			put(`${BACKFILL}/cancel`),
			...gone()
		],
		'only one backfill of a DAG at a time': [
			...absent,
			created(),
			create(),
			create({ from_date: '2026-01-25', to_date: '2026-01-24' }),
			dryRun(),
			cancel,
			...gone()
		],
		'a user may, a viewer may not': [
			...absent,
			keep('BACKFILL', create({}, { as: 'user' })),
			put(`${BACKFILL}/pause`, undefined, { as: 'viewer' }),
			put(`${BACKFILL}/unpause`, undefined, { as: 'viewer' }),
			put(`${BACKFILL}/cancel`, undefined, { as: 'viewer' }),
			put(`${BACKFILL}/pause`, undefined, { as: 'nobody' }),
			put(`${BACKFILL}/pause`, undefined, { as: 'user' }),
			get(BACKFILL, { as: 'viewer' }),
			get(BACKFILL, { as: 'nobody' }),
			put(`${BACKFILL}/cancel`, undefined, { as: 'user' }),
			...gone()
		],
		backwards: [
			...absent,
			dryRun({ run_backwards: true }),
			created({ run_backwards: true, max_active_runs: 1 }),
			cancel,
			...gone()
		],
		'what was there is not repeated': [
			...absent,
			prepare(created()),
			cancel,
			...DAYS.map((day) => prepare(get(runOf(day), { until: isOver }))),
			dryRun(),
			created(),
			get(BACKFILL, { until: isCompleted }),
			...gone()
		],
		'what was there is repeated on demand': [
			...absent,
			prepare(created()),
			...DAYS.map((day) => prepare(get(runOf(day), { until: isOver }))),
			prepare(get(BACKFILL, { until: isCompleted })),
			dryRun({ reprocess_behavior: 'failed' }),
			dryRun({ reprocess_behavior: 'completed' }),
			created({ reprocess_behavior: 'completed', dag_run_conf: { limit: 7 } }),
			...DAYS.map((day) => get(runOf(day), { until: isOver })),
			prepare(get(BACKFILL, { until: isCompleted })),
			...gone()
		],
		'dates that would be made up for': [dryRun()],
		'the last date counts': [dryRun({ to_date: '2026-01-22T03:00:00Z' })],
		'the first date counts': [dryRun({ from_date: '2026-01-20T03:00:00+00:00' })],
		'a date just after the first leaves it out': [
			dryRun({ from_date: '2026-01-20T03:00:00.000001Z' })
		],
		'the zone of a date is heeded': [dryRun({ from_date: '2026-01-20T05:30:00+02:00' })],
		'a date as a number of seconds': [dryRun({ from_date: 1768867200 })],
		'dates between two runs are none': [
			dryRun({ from_date: '2026-01-20T05:00:00Z', to_date: '2026-01-20T06:00:00Z' }),
			create({ from_date: '2026-01-20T05:00:00Z', to_date: '2026-01-20T06:00:00Z' })
		],
		'no runs, in the zone of the dates': [
			create({ from_date: '2026-01-20T05:00:00+01:00', to_date: '2026-01-20T06:00:00.5+01:00' })
		],
		'a range the wrong way round': [
			dryRun({ from_date: '2026-01-23' }),
			create({ from_date: '2026-01-23' }),
			create({ from_date: '2026-01-23T00:00:00.25+02:00' })
		],
		'a range in the future': [
			dryRun({ from_date: '2125-01-01', to_date: '2125-01-03' }),
			create({ from_date: '2125-01-01', to_date: '2125-01-03' })
		],
		'neither start nor end of a DAG bounds it': [
			dryRun({ dag_id: 'january_history', from_date: '2025-12-30', to_date: '2025-12-31' }),
			dryRun({ dag_id: 'january_history', from_date: '2026-01-20', to_date: '2026-01-21' })
		],
		'a weekly schedule': [dryRun({ dag_id: 'paused_cleanup', to_date: '2026-02-10' })],
		'a DAG without a schedule': [dryRun({ dag_id: 'hello_api' }), create({ dag_id: 'hello_api' })],
		'a DAG that waits for assets': [
			dryRun({ dag_id: 'asset_report' }),
			create({ dag_id: 'asset_report' })
		],
		'an unknown DAG': [dryRun({ dag_id: 'NONCE_dag' }), create({ dag_id: 'NONCE_dag' })],
		'conf is held against the params': [
			dryRun({ dag_run_conf: { region: 'mars' } }),
			create({ dag_run_conf: { region: 'mars' } }),
			create({ dag_run_conf: { limit: 0 } }),
			dryRun({ dag_run_conf: { other: 1 } })
		],
		'a null conf': [dryRun({ dag_run_conf: null })],
		'everything is missing': [post('/backfills', {}), post('/backfills/dry_run', {})],
		'several faults at once': [
			create({
				from_date: 'soon',
				to_date: 5.5,
				run_backwards: 'perhaps',
				dag_run_conf: [],
				reprocess_behavior: 'all',
				max_active_runs: 'many',
				run_on_latest_version: 'x',
				colour: 'red'
			})
		],
		'the same of a dry run': [
			dryRun({ from_date: null, max_active_runs: 1.5, reprocess_behavior: null, colour: 'red' })
		],
		'a DAG is text': [create({ dag_id: 1 }), dryRun({ dag_id: ['x'] }), create({ dag_id: null })],
		'no body': [post('/backfills'), post('/backfills/dry_run')],
		'a body that is a list': [post('/backfills', []), post('/backfills/dry_run', [])],
		'a body that is no JSON': [post('/backfills', raw('{"dag_id"'))],
		'a viewer may not make one': [
			create({ dag_id: 'hello_api' }, { as: 'viewer' }),
			dryRun({}, { as: 'viewer' })
		],
		'nobody may': [
			create({}, { as: 'nobody' }),
			dryRun({}, { as: 'nobody' }),
			get('/backfills?dag_id=hello_api', { as: 'nobody' })
		],
		'a user may try': [dryRun({}, { as: 'user' })],
		'the list wants a DAG': [get('/backfills'), get('/backfills?limit=x&offset=-1')],
		'backfills of a DAG that has none': [get('/backfills?dag_id=hello_api')],
		'backfills of an unknown DAG': [get('/backfills?dag_id=NONCE_dag')],
		'backfills sort by id only': [
			get('/backfills?dag_id=hello_api&order_by=-id'),
			get('/backfills?dag_id=hello_api&order_by=dag_id')
		],
		'a viewer may list': [get('/backfills?dag_id=hello_api', { as: 'viewer' })],
		'an unknown backfill': [
			get('/backfills/99999999'),
			put('/backfills/99999999/pause'),
			put('/backfills/99999999/unpause'),
			put('/backfills/99999999/cancel')
		],
		'that there is none comes before that one may not': [
			put('/backfills/99999999/pause', undefined, { as: 'viewer' }),
			put('/backfills/99999999/cancel', undefined, { as: 'nobody' })
		],
		'a backfill by no number': [
			get('/backfills/x'),
			put('/backfills/x/pause'),
			put('/backfills/-1/unpause'),
			put('/backfills/1.5/cancel')
		]
	}
};
