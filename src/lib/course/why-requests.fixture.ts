import { clear, DATED, named, RUN, RUNS, send, trigger, type WhyCase } from './why.fixture.ts';

/** Requests that were taken in and are not what it takes. */
export const requestCases: readonly WhyCase[] = [
	{
		name: 'a clear left at dry_run (v2)',
		exercise: 'overview.clear-failed',
		mistake: [
			named('broken_export', 'export-1', { thenWaitMs: 60_000 }),
			clear('broken_export', { dag_run_id: 'export-1' })
		],
		says: /was sent without dry_run, which is true by default: the server showed what it would do and changed nothing/,
		mended: [clear('broken_export', { dag_run_id: 'export-1', dry_run: false })]
	},
	{
		name: 'a clear that says dry_run itself (v1)',
		exercise: 'endpoints.rerun-failed',
		mistake: [
			trigger('broken_export', { dag_run_id: 'full-disk' }, { thenWaitMs: 60_000 }),
			clear('broken_export', { dag_run_id: 'full-disk', dry_run: true })
		],
		says: /was sent with `"dry_run": true`/,
		mended: [clear('broken_export', { dag_run_id: 'full-disk', dry_run: false })]
	},
	{
		name: 'a clear that matched nothing',
		exercise: 'cli.clear-as-command',
		mistake: [
			named('nightly_sales', 'audit-0611', { thenWaitMs: 60_000 }),
			clear('nightly_sales', { dag_run_id: 'audit-0611', dry_run: false })
		],
		says: /The clear of `audit-0611` took no task: none has an earlier try/,
		mended: [
			clear('nightly_sales', { dag_run_id: 'audit-0611', dry_run: false, only_failed: false })
		]
	},
	{
		name: 'a clear that took tasks which are gone is not taken for one that matched nothing',
		exercise: 'cli.clear-as-command',
		mistake: [clear('hello_api', { dry_run: false })],
		says: /The clear of `hello_api` took no task/,
		mended: [
			named('hello_api', 'audit-0611', { thenWaitMs: 60_000 }),
			clear('hello_api', { dry_run: false, only_failed: false }),
			send('GET /dags', { thenWaitMs: 60_000 }),
			send(`DELETE ${RUN}`, { path: { dag_id: 'hello_api', dag_run_id: 'audit-0611' } })
		]
	},
	{
		name: 'a field that update_mask does not name (v1)',
		exercise: 'endpoints.widen-pool',
		mistake: [
			send('PATCH /pools/{pool_name}', {
				path: { pool_name: 'warehouse' },
				query: { update_mask: 'include_deferred' },
				body: { slots: 16, include_deferred: true }
			})
		],
		says: /was not taken whole: update_mask says `[a-z_]+`, and the server left alone what it does not name \(`slots`\)/,
		mended: [
			send('PATCH /pools/{pool_name}', {
				path: { pool_name: 'warehouse' },
				query: { update_mask: 'slots' },
				body: { slots: 12 }
			})
		]
	},
	{
		name: 'a PATCH with nothing in it',
		exercise: 'overview.which-task',
		mistake: [
			send(`PATCH ${RUN}/taskInstances/{task_id}`, {
				path: { dag_id: 'extract_crm', dag_run_id: DATED, task_id: 'extract_accounts' },
				body: {}
			})
		],
		says: /left with an empty body, `\{\}`: there was nothing to change/,
		mended: [
			send(`PATCH ${RUN}/taskInstances/{task_id}`, {
				path: { dag_id: 'extract_crm', dag_run_id: DATED, task_id: 'extract_accounts' },
				body: { note: 'The CRM says 401' }
			})
		]
	},
	{
		name: 'a trigger of another DAG',
		exercise: 'overview.trigger-with-conf',
		mistake: [named('hello_api', 'a')],
		says: /went through, but it is about `hello_api`, and in the solution such a request is about something else/,
		mended: [named('nightly_sales', 'a')]
	},
	{
		name: 'a variable of another name',
		exercise: 'endpoints.variable-worked',
		mistake: [send('POST /variables', { body: { key: 'region', value: 'apac' } })],
		says: /`POST \/api\/v2\/variables` went through, but it is about `region`/,
		mended: [send('POST /variables', { body: { key: 'report_region', value: 'apac' } })]
	},
	{
		name: 'something was deleted',
		exercise: 'endpoints.variable-worked',
		mistake: [
			send('POST /variables', { body: { key: 'report_region', value: 'apac' } }),
			send('DELETE /variables/{variable_key}', { path: { variable_key: 'report_region' } })
		],
		says: /deleted what its path names, and the solution deletes nothing/,
		mended: [send('POST /variables', { body: { key: 'report_region', value: 'apac' } })]
	},
	{
		name: 'a parameter left to its default',
		exercise: 'overview.trigger-with-conf',
		mistake: [named('nightly_sales', 'a')],
		says: /The last run of `nightly_sales` was sent without `conf.region`: the DAG then takes its own default, `"emea"`/,
		mended: [trigger('nightly_sales', { logical_date: null, conf: { region: 'amer' } })]
	},
	{
		name: 'more runs than it takes',
		exercise: 'overview.trigger-with-conf',
		mistake: [named('nightly_sales', 'a'), named('nightly_sales', 'b', { thenWaitMs: 60_000 })],
		says: /There are 2 runs of `nightly_sales` made here by now, and the solution takes no more than 1/,
		mended: [send(`DELETE ${RUN}`, { path: { dag_id: 'nightly_sales', dag_run_id: 'b' } })]
	},
	{
		name: 'only looked at',
		exercise: 'overview.trigger-with-conf',
		mistake: [send(`GET ${RUNS}`, { path: { dag_id: 'nightly_sales' } })],
		says: /`GET \/api\/v2\/dags\/nightly_sales\/dagRuns` only reads: nothing on the server has changed/,
		mended: [named('nightly_sales', 'a')]
	}
];
