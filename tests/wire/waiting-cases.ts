import type { RequestDraft } from '#lib/request/draft.ts';
import type { Answers } from './fake-airflow.ts';

/** A request that starts something, what the server then says, and how a snippet that waits must end. */
export interface WaitingCase {
	title: string;
	api: 'v1' | 'v2';
	draft: Partial<RequestDraft> & { operation: string };
	answers: Answers;
	/** The clock runs past every deadline. */
	isLate?: true;
	ends: 'well' | 'badly';
	/** Request lines in their order. */
	asks: readonly string[];
}

const RUNS = '/dags/etl/dagRuns';
const NASTY_ID = 'a b/$(touch CANARY)\'*?%"';
const NASTY_SEGMENT = 'a%20b%2F%24%28touch%20CANARY%29%27%2A%3F%25%22';
const trigger = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: 'etl' },
	body: '{"logical_date": null}'
};
const state = (name: string) => [200, { state: name }] as const;
const started = [[200, { dag_run_id: 'r1', dag_id: 'etl' }]] as const;
const clear = (operation: string, body: object, path = {}) => ({
	operation,
	path: { dag_id: 'etl', ...path },
	body: JSON.stringify(body)
});
const backfill = { operation: 'POST /backfills', body: '{"dag_id": "etl"}' };
const ended = [200, { completed_at: 'x', created_at: '2026-01-01T00:00:00+00:00' }] as const;
const FAILED_QUERY =
	'run_type=backfill&state=failed&limit=1&updated_at_gte=2026-01-01T00%3A00%3A00%2B00%3A00';

export const waitingCases: readonly WaitingCase[] = [
	{
		title: 'a triggered run that succeeds',
		api: 'v1',
		draft: trigger,
		answers: {
			[`POST /api/v1${RUNS}`]: started,
			[`GET /api/v1${RUNS}/r1`]: [state('queued'), state('running'), state('success')]
		},
		ends: 'well',
		asks: [`POST /api/v1${RUNS}`, ...Array<string>(3).fill(`GET /api/v1${RUNS}/r1`)]
	},
	{
		title: 'a triggered run that fails',
		api: 'v2',
		draft: trigger,
		answers: {
			[`POST /api/v2${RUNS}`]: started,
			[`GET /api/v2${RUNS}/r1`]: [state('running'), state('failed')]
		},
		ends: 'badly',
		asks: [`POST /api/v2${RUNS}`, ...Array<string>(2).fill(`GET /api/v2${RUNS}/r1`)]
	},
	{
		title: 'a trigger that is refused',
		api: 'v2',
		draft: trigger,
		answers: { [`POST /api/v2${RUNS}`]: [[409, { detail: 'exists' }]] },
		ends: 'badly',
		asks: [`POST /api/v2${RUNS}`]
	},
	{
		title: 'a trigger whose answer names no run',
		api: 'v2',
		draft: trigger,
		answers: { [`POST /api/v2${RUNS}`]: [[200, {}]] },
		ends: 'badly',
		asks: [`POST /api/v2${RUNS}`]
	},
	{
		title: 'a run that never ends',
		api: 'v2',
		draft: trigger,
		answers: {
			[`POST /api/v2${RUNS}`]: started,
			[`GET /api/v2${RUNS}/r1`]: [state('queued')]
		},
		isLate: true,
		ends: 'badly',
		asks: [`POST /api/v2${RUNS}`, `GET /api/v2${RUNS}/r1`]
	},
	{
		title: 'a run with an id that a shell would act on',
		api: 'v2',
		draft: trigger,
		answers: {
			[`POST /api/v2${RUNS}`]: [[200, { dag_run_id: NASTY_ID }]],
			[`GET /api/v2${RUNS}/${NASTY_SEGMENT}`]: [state('success')]
		},
		ends: 'well',
		asks: [`POST /api/v2${RUNS}`, `GET /api/v2${RUNS}/${NASTY_SEGMENT}`]
	},
	{
		title: 'a cleared run, whose id the request holds',
		api: 'v2',
		draft: clear(
			'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear',
			{ dry_run: false },
			{ dag_run_id: NASTY_ID }
		),
		answers: {
			[`POST /api/v2${RUNS}/${NASTY_SEGMENT}/clear`]: [[200, {}]],
			[`GET /api/v2${RUNS}/${NASTY_SEGMENT}`]: [state('queued'), state('success')]
		},
		ends: 'well',
		asks: [
			`POST /api/v2${RUNS}/${NASTY_SEGMENT}/clear`,
			...Array<string>(2).fill(`GET /api/v2${RUNS}/${NASTY_SEGMENT}`)
		]
	},
	{
		title: 'cleared tasks of two runs',
		api: 'v2',
		draft: clear('POST /dags/{dag_id}/clearTaskInstances', { dry_run: false }),
		answers: {
			'POST /api/v2/dags/etl/clearTaskInstances': [
				[200, { task_instances: ['r1', 'r2', 'r1'].map((dag_run_id) => ({ dag_run_id })) }]
			],
			[`GET /api/v2${RUNS}/r1`]: [state('success')],
			[`GET /api/v2${RUNS}/r2`]: [state('success')]
		},
		ends: 'well',
		asks: [
			'POST /api/v2/dags/etl/clearTaskInstances',
			`GET /api/v2${RUNS}/r1`,
			`GET /api/v2${RUNS}/r2`
		]
	},
	{
		title: 'an asset, whose DAG the answer names',
		api: 'v2',
		draft: { operation: 'POST /assets/{asset_id}/materialize', path: { asset_id: '3' } },
		answers: {
			'POST /api/v2/assets/3/materialize': [[200, { dag_id: 'a b', dag_run_id: 'r1' }]],
			'GET /api/v2/dags/a%20b/dagRuns/r1': [state('success')]
		},
		ends: 'well',
		asks: ['POST /api/v2/assets/3/materialize', 'GET /api/v2/dags/a%20b/dagRuns/r1']
	},
	...([0, 2] as const).map((failed): WaitingCase => ({
		title: `a backfill with ${failed} failed runs`,
		api: 'v2',
		draft: backfill,
		answers: {
			'POST /api/v2/backfills': [[200, { id: 7 }]],
			'GET /api/v2/backfills/7': [[200, { completed_at: null }], ended],
			[`GET /api/v2${RUNS}?${FAILED_QUERY}`]: [[200, { total_entries: failed }]]
		},
		ends: failed === 0 ? 'well' : 'badly',
		asks: [
			'POST /api/v2/backfills',
			'GET /api/v2/backfills/7',
			'GET /api/v2/backfills/7',
			`GET /api/v2${RUNS}?${FAILED_QUERY}`
		]
	}))
];
