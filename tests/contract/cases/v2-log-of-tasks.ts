import { type Group, get, post, prepare, stateIs, type Step, tidy } from './case.ts';

const run = '/dags/paused_cleanup/dagRuns';
const makeRun = post(run, { dag_run_id: 'NONCE_run', logical_date: '2026-01-12T00:00:00Z' });
const runGone = tidy(`${run}/NONCE_run`);
const mine = 'run_id=NONCE_run';

/** Waits until the run is over, then reads what it left. */
const story = (of: string, state: string, narrow: string): Step[] => [
	post(`/dags/${of}/dagRuns`, { dag_run_id: 'NONCE_run', logical_date: null }),
	prepare(get(`/dags/${of}/dagRuns/NONCE_run`, { until: stateIs(state) })),
	get(`/eventLogs?${mine}${narrow}`),
	tidy(`/dags/${of}/dagRuns/NONCE_run`)
];

/** What tasks leave in the event log, and how it is read. */
export const v2LogOfTasks: Group = {
	name: 'v2-log-of-tasks',
	api: 'v2',
	cases: {
		'what tasks leave in the log': story('hello_api', 'success', ''),
		'what a task leaves in the log': story('hello_api', 'success', '&task_id=say_bye'),
		'what a try leaves in the log': story('flaky_import', 'success', '&task_id=fetch&try_number=1'),
		'what the last try leaves in the log': story('flaky_import', 'success', '&try_number=2'),
		'what a failure leaves in the log': story('broken_export', 'failed', ''),
		'what a part leaves in the log': story('mapped_files', 'success', '&map_index=1'),
		'what looking again leaves in the log': story('sensor_waits', 'success', '&task_id=wait'),
		'what deferring leaves in the log': story('deferred_waits', 'success', '&task_id=wait'),
		'what skipping leaves in the log': story('trigger_rules', 'failed', '&event=skipped'),
		'what starts is found': story('hello_api', 'success', '&included_events=running'),
		'the log narrowed down': [
			makeRun,
			...[
				'dag_id=paused_cleanup',
				'owner=admin',
				'owner=nobody',
				'event_pattern=trigger',
				'event_prefix_pattern=trigger',
				'run_id_pattern=NONCE',
				'run_id_prefix_pattern=NONCE',
				'owner_pattern=adm',
				'dag_id_pattern=clean',
				'task_id=nothing',
				'task_id_pattern=nothing',
				'map_index=0',
				'try_number=1',
				'included_events=trigger_dag_run',
				'included_events=nothing',
				'excluded_events=trigger_dag_run',
				'included_events=trigger_dag_run&included_events=other',
				'before=2020-01-01T00:00:00Z',
				'after=2020-01-01T00:00:00Z',
				'after=2099-01-01T00:00:00Z'
			].map((narrow) => get(`/eventLogs?${mine}&${narrow}`)),
			runGone
		],
		...Object.fromEntries(
			[
				'when',
				'-dttm',
				'event_log_id',
				'dag_id',
				'task_id',
				'run_id',
				'event',
				'logical_date',
				'owner',
				'extra',
				'nothing'
			].map((order) => [
				`the log by ${order}`,
				[get(`/eventLogs?run_id=nothing&order_by=${order}`)]
			])
		),
		'the log asked wrongly': [
			get('/eventLogs?limit=x'),
			get('/eventLogs?limit=-1'),
			get('/eventLogs?map_index=x'),
			get('/eventLogs?before=yesterday'),
			get('/eventLogs/999999999'),
			get('/eventLogs/x')
		]
	}
};
