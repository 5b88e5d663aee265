import {
	clear,
	DATED,
	look,
	named,
	pause,
	RUNS,
	send,
	trigger,
	type WhyCase
} from './why.fixture.ts';

const getDag = (dag_id: string) => send('GET /dags/{dag_id}', { path: { dag_id } });
/** Refusals for what is asked, and answers that never came. */
export const answerCases: readonly WhyCase[] = [
	{
		name: 'a plus of a query became a space',
		exercise: 'endpoints.report-date',
		mistake: [
			send(`GET ${RUNS}`, {
				path: { dag_id: '~' },
				query: { execution_date_gte: '2026-01-01T00:00:00 00:00' }
			})
		],
		says: /In `execution_date_gte` the server got `2026-01-01T00:00:00 00:00`, with a space for the plus.*`%2B`/,
		mended: [
			send(`GET ${RUNS}`, {
				path: { dag_id: '~' },
				query: { execution_date_gte: '2026-01-01T00:00:00+00:00' }
			})
		]
	},
	{
		name: 'a plus of a path became a space',
		exercise: 'overview.which-task',
		mistake: [look('extract_crm', DATED.replace('+', ' '))],
		says: /In the path the server got `scheduled__2026-11-22T01:10:00 00:00`, with a space, and what exists is `scheduled__2026-11-22T01:10:00\+00:00`/,
		mended: [look('extract_crm', DATED)]
	},
	{
		name: 'a path encoded twice',
		exercise: 'overview.which-task',
		mistake: [look('extract_crm', encodeURIComponent(DATED))],
		says: /This was encoded twice: the sign `%` itself became `%25`/,
		mended: [look('extract_crm', DATED)]
	},
	{
		name: 'a query encoded twice',
		exercise: 'endpoints.report-date',
		mistake: [
			send(`GET ${RUNS}`, {
				path: { dag_id: '~' },
				query: { execution_date_gte: encodeURIComponent('2026-01-01T00:00:00+00:00') }
			})
		],
		says: /encoded twice.*the server got `2026-01-01T00%3A00%3A00%2B00%3A00` literally/,
		mended: [send(`GET ${RUNS}`, { path: { dag_id: '~' } })]
	},
	{
		name: 'a DAG that is not there, and one by nearly its name that is',
		exercise: 'overview.trigger-with-conf',
		mistake: [getDag('nightly-sales')],
		says: /404, this Airflow has no DAG `nightly-sales`, but there is `nightly_sales`/,
		mended: [getDag('nightly_sales')]
	},
	{
		name: 'a run that is not there yet',
		exercise: 'patterns.trigger-once',
		mistake: [look('hello_api', 'order-1871')],
		says: /404, the DAG `hello_api` has no run `order-1871`/,
		mended: [named('hello_api', 'order-1871')]
	},
	{
		name: 'a clear of a run that is not there',
		exercise: 'overview.clear-failed',
		mistake: [clear('broken_export', { dag_run_id: 'export-2', dry_run: false })],
		says: /404, the DAG `broken_export` has no run `export-2`/,
		mended: [named('broken_export', 'export-2')]
	},
	{
		name: 'an operation that is none',
		exercise: 'overview.which-version',
		mistake: [send('DELETE /version')],
		says: /`DELETE \/api\/v1\/version` got 405: API v1 has no such operation/,
		mended: [
			send('DELETE /variables/{variable_key}', { path: { variable_key: 'none' } }),
			send('POST /variables', { body: { key: 'a', value: 'b' } }),
			send('DELETE /variables/{variable_key}', { path: { variable_key: 'a' } })
		]
	},
	{
		name: 'a pool that is there already',
		exercise: 'cli.deploy-script',
		mistake: [send('POST /pools', { body: { name: 'crm_api', slots: 4 } })],
		says: /got 409: `crm_api` exists already/,
		mended: [
			send('PATCH /pools/{pool_name}', {
				path: { pool_name: 'crm_api' },
				body: { name: 'crm_api', slots: 4, description: 'The CRM allows four calls at once' }
			})
		]
	},
	{
		name: 'a run of that name',
		exercise: 'overview.trigger-with-conf',
		mistake: [named('nightly_sales', 'a'), named('nightly_sales', 'a')],
		says: /409: the DAG `nightly_sales` has a run named `a` already/,
		mended: [named('nightly_sales', 'b')]
	},
	{
		name: 'a run of that date',
		exercise: 'endpoints.report-date',
		mistake: [
			trigger('nightly_sales', { dag_run_id: 'a', logical_date: '2026-01-01T03:00:00Z' }),
			trigger('nightly_sales', { dag_run_id: 'b', logical_date: '2026-01-01T03:00:00Z' })
		],
		says: /409: that date of the DAG `nightly_sales` is taken by the run `a`/,
		mended: [trigger('nightly_sales', { dag_run_id: 'b', logical_date: '2026-01-02T03:00:00Z' })]
	},
	{
		name: 'a field that v2 misses and one that it does not know',
		exercise: 'overview.trigger-with-conf',
		mistake: [trigger('nightly_sales', { execution_date: '2026-01-01T03:00:00Z' })],
		says: /got 422, and nothing was done\. Missing: the body’s field `logical_date`; unknown to this API: the body’s field `execution_date`/,
		mended: [named('nightly_sales', 'a')]
	},
	{
		name: 'a query that v2 cannot read',
		exercise: 'endpoints.find-failed',
		mistake: [send(`GET ${RUNS}`, { path: { dag_id: '~' }, query: { limit: 'many' } })],
		says: /got 422, and nothing was done\. Not of the right form: the query’s `limit` \(`int_parsing`\)/,
		mended: [send(`GET ${RUNS}`, { path: { dag_id: '~' }, query: { limit: '5' } })]
	},
	{
		name: 'a field that v1 misses',
		exercise: 'cli.deploy-script',
		mistake: [send('POST /variables', { body: { key: 'models_bucket' } })],
		says: /got 400, and nothing was done\. It is the field `value`, and the server says/,
		mended: [send('POST /variables', { body: { key: 'models_bucket', value: 'models' } })]
	},
	...(['429', '503'] as const).map((kind): WhyCase => ({
		name: `a busy proxy: ${kind}`,
		exercise: 'patterns.trigger-once',
		mistake: [
			{ control: { do: 'faults', faults: [{ kind, times: 1, method: 'POST', path: '/dagRuns' }] } },
			named('hello_api', 'order-1871')
		],
		says: new RegExp(`was not taken in: ${kind} asks you to come later`),
		mended: [named('hello_api', 'order-1871')]
	})),
	{
		name: 'a busy proxy, and then a refusal of Airflow’s own',
		exercise: 'patterns.trigger-once',
		mistake: [
			{ control: { do: 'faults', faults: [{ kind: '503', times: 1, path: '/dagRuns' }] } },
			named('hello_api', 'order-1871')
		],
		says: /503/,
		mended: [trigger('hello_api', {})]
	},
	{
		name: 'a proxy that answers in the place of Airflow',
		exercise: 'patterns.trigger-once',
		mistake: [
			{ control: { do: 'faults', faults: [{ kind: '502', times: 1, path: '/dagRuns' }] } },
			named('hello_api', 'order-1871')
		],
		says: /It was not Airflow that answered .* with 502 but a proxy/,
		mended: [named('hello_api', 'order-1871')]
	},
	{
		name: 'a connection that broke',
		exercise: 'patterns.trigger-once',
		mistake: [
			{ control: { do: 'faults', faults: [{ kind: 'drop', times: 1, path: '/dagRuns' }] } },
			named('hello_api', 'order-1871')
		],
		says: /`POST \/api\/v2\/dags\/hello_api\/dagRuns` got no answer/,
		mended: [named('hello_api', 'order-1871')]
	},
	{
		name: 'a server that does not come up',
		exercise: 'auth.token-hour',
		mistake: [{ control: { do: 'cfg', text: '[api_auth]\njwt_expiration_time = 1h\n' } }],
		says: /With this airflow.cfg the server does not come up and answers nothing: `Failed to convert value to int/,
		mended: [{ control: { do: 'cfg', text: '[api_auth]\njwt_expiration_time = 60\n' } }]
	},
	{
		name: 'something that broke inside of Airflow',
		exercise: 'patterns.pause-many',
		mistake: [
			pause('hello_api', true),
			send('PATCH /dags/{dag_id}', { path: { dag_id: 'ml_churn' }, body: {} })
		],
		says: /got 500: something broke inside the server/,
		mended: [pause('ml_churn', true)]
	}
];
