import { expect, test } from 'vitest';
import type { World } from '#lib/simulator/world.ts';
import { ask, laidOut, small, type Timetable } from './lie.fixture.ts';

const get = (world: World, path: string, query: string) => ask(world, 'GET', path, query);

const ALL = '/dags/~/dagRuns/~/taskInstances';
const DAG = 'ads_de_export';

const V2_QUERIES = [
	'',
	'offset=9000',
	'offset=27000&limit=100',
	'order_by=-map_index&offset=17',
	'order_by=id&offset=12345',
	'order_by=-id&offset=100',
	'order_by=start_date&offset=20000',
	'order_by=-start_date',
	'order_by=-start_date&offset=60',
	'order_by=end_date&offset=14000',
	'order_by=-end_date&offset=27300',
	'order_by=duration&offset=200',
	'order_by=-duration&offset=25000',
	'order_by=state&offset=2000',
	'order_by=state&order_by=-start_date&offset=2100',
	'order_by=-state&order_by=duration&offset=150',
	'order_by=operator&order_by=-run_after&offset=24000',
	'order_by=try_number&offset=26000',
	'order_by=-run_after&order_by=duration&offset=7777',
	'order_by=logical_date&order_by=-id&offset=3333',
	'order_by=data_interval_end&offset=77',
	'state=failed',
	'state=failed&state=upstream_failed&order_by=-end_date&offset=300',
	'state=running&state=queued&state=scheduled&state=none',
	'pool=gpu&order_by=-duration',
	'queue=gpu&state=success&offset=1000',
	'task_id=notify&order_by=-start_date&offset=40',
	'try_number=2&order_by=start_date',
	'operator=PythonOperator&offset=1500',
	'dag_id_pattern=%25export&state=failed',
	'dag_id_prefix_pattern=ads_de&order_by=-end_date',
	'run_id_pattern=manual%25&order_by=-start_date',
	'task_display_name_pattern=%25load%25&offset=2000',
	'start_date_gte=2026-11-22T00:00:00Z&start_date_lt=2026-11-22T08:00:00Z&offset=100',
	'end_date_lte=2026-11-20T04:05:06Z&order_by=-end_date',
	'run_after_gt=2026-11-23T10:00:00Z&order_by=-run_after',
	'run_after_gte=2026-11-23T10:00:00Z&run_after_gt=2026-11-23T10:05:00Z&order_by=-run_after',
	'run_after_lt=2026-11-23T10:00:00Z&run_after_lte=2026-11-23T10:05:00Z&offset=1000',
	'logical_date_gte=2026-11-23T15:30:00Z',
	'updated_at_gte=2026-11-23T15:00:00Z&order_by=end_date',
	'duration_gte=40&order_by=duration',
	'duration_lte=3&state=success',
	'executor=LocalExecutor'
];

test.each(V2_QUERIES)('an archive gives the same page of version 3: %s', (query) => {
	const { lying, plain } = both('trigger');
	expect(get(lying, ALL, query)).toEqual(get(plain, ALL, query));
});

const V2_RUN_QUERIES = [
	'',
	'offset=2400',
	'order_by=-id&offset=30',
	'order_by=dag_id&offset=1000',
	'order_by=-dag_id&order_by=-run_after&offset=2470',
	'order_by=run_id&offset=700',
	'order_by=-run_id&offset=3',
	'order_by=state&offset=100',
	'order_by=-start_date',
	'order_by=end_date&offset=1200',
	'order_by=-updated_at&offset=20',
	'order_by=duration&offset=2000',
	'order_by=-duration',
	'order_by=logical_date&order_by=-duration&offset=99',
	'order_by=conf&offset=40',
	'state=failed&order_by=-end_date',
	'state=running&state=queued',
	'run_type=manual&order_by=-start_date&offset=10',
	'run_type=scheduled&offset=1500',
	'triggering_user_name_pattern=adm',
	'dag_id_pattern=%25_de_%25&order_by=duration',
	'run_id_prefix_pattern=scheduled__2026-11-2&offset=100',
	'run_after_gte=2026-11-20T00:00:00Z&run_after_lt=2026-11-21T00:00:00Z',
	'start_date_gt=2026-11-23T15:00:00Z&order_by=start_date',
	'end_date_lte=2026-11-10T00:00:00Z',
	'duration_gte=200&duration_lt=300&order_by=duration',
	'conf_contains=x'
];

test.each(V2_RUN_QUERIES)('an archive gives the same page of runs of version 3: %s', (query) => {
	const { lying, plain } = both('trigger');
	for (const path of ['/dags/~/dagRuns', `/dags/${DAG}/dagRuns`]) {
		expect(get(lying, path, query)).toEqual(get(plain, path, query));
	}
});

const V1_RUN_QUERIES = [
	'',
	'offset=2450',
	'order_by=-id&offset=1000',
	'order_by=dag_id&offset=333',
	'order_by=-dag_run_id&offset=50',
	'order_by=state&offset=2300',
	'order_by=-state&offset=5',
	'order_by=-execution_date',
	'order_by=end_date&offset=700',
	'order_by=-updated_at',
	'order_by=external_trigger&offset=60',
	'order_by=conf',
	'state=failed&order_by=-start_date',
	'state=running',
	'execution_date_gte=2026-11-20T00:00:00Z&offset=30',
	'start_date_gte=2026-11-20T00:00:00Z&end_date_lte=2026-11-21T00:00:00Z&order_by=dag_id'
];

test.each(V1_RUN_QUERIES)('an archive gives the same page of runs of version 2: %s', (query) => {
	const { lying, plain } = both('data_interval');
	for (const path of ['/dags/~/dagRuns', `/dags/${DAG}/dagRuns`]) {
		expect(get(lying, path, query)).toEqual(get(plain, path, query));
	}
});

const V1_QUERIES = [
	'',
	'offset=27300',
	'offset=14000&limit=30',
	'state=failed&offset=200',
	'state=running',
	'pool=warehouse&offset=4000',
	'queue=gpu',
	'start_date_gte=2026-11-22T00:00:00Z&start_date_lte=2026-11-22T08:00:00Z',
	'execution_date_lte=2026-11-14T00:00:00Z&offset=30',
	'duration_gte=40&offset=12',
	'end_date_gte=2026-11-23T15:40:00Z'
];

test.each(V1_QUERIES)('an archive gives the same page of version 2: %s', (query) => {
	const { lying, plain } = both('data_interval');
	expect(get(lying, ALL, query)).toEqual(get(plain, ALL, query));
	const ofDag = `/dags/${DAG}/dagRuns/~/taskInstances`;
	expect(get(lying, ofDag, query)).toEqual(get(plain, ofDag, query));
});

const CURSORS = [
	[ALL, 'limit=37&state=failed&order_by=-duration'],
	[ALL, 'limit=90&order_by=-start_date'],
	[ALL, 'limit=11&order_by=state&order_by=end_date'],
	['/dags/~/dagRuns', 'limit=37&order_by=-dag_id'],
	['/dags/~/dagRuns', 'limit=20&order_by=run_id&state=failed']
] as const;

test.each(CURSORS)(
	'pages by cursor go through all that fit, there and back: %s?%s',
	(list, words) => {
		const { lying, plain } = both('trigger');
		const filter = `${words}&cursor=`;
		let cursor = '';
		for (let page = 0; page < 6; page++) {
			const query = filter + encodeURIComponent(cursor);
			const shown = get(lying, list, query);
			expect(shown).toEqual(get(plain, list, query));
			cursor = String(shown[page < 3 ? 'next_cursor' : 'previous_cursor']);
		}
	}
);

const worlds = new Map<string, { lying: World; plain: World }>();

/** A world in which somebody has already cleared, marked and deleted something. */
function both(timetable: Timetable) {
	const known = worlds.get(timetable);
	if (known) return known;
	const lying = small(timetable);
	const runs = get(lying, `/dags/${DAG}/dagRuns`, '').dag_runs as { dag_run_id: string }[];
	const ids = runs.map((run) => encodeURIComponent(run.dag_run_id));
	ask(
		lying,
		'POST',
		`/dags/${DAG}/clearTaskInstances`,
		'',
		JSON.stringify(clearing(runs[2]?.dag_run_id))
	);
	ask(lying, 'DELETE', `/dags/${DAG}/dagRuns/${ids[4]}`, '', '');
	ask(lying, 'PATCH', `/dags/${DAG}/dagRuns/${ids[5]}`, '', '{"state": "failed"}');
	ask(
		lying,
		'POST',
		'/dags/ads_de_mart/dagRuns',
		'',
		timetable === 'trigger' ? '{"logical_date": null}' : '{}'
	);
	const made = { lying, plain: laidOut(lying) };
	worlds.set(timetable, made);
	return made;
}

const clearing = (runId = '') => ({ dry_run: false, dag_run_id: runId, only_failed: false });
