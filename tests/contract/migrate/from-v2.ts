import { draft, failed, of, RUN, said, waiting, type Pair } from './request.ts';

/** Requests of API v2 that the other API has. */
export const fromV2: Pair[] = [
	[
		'trigger',
		draft(`POST /dags/{dag_id}/dagRuns`, {
			...of('hello_api'),
			...said({ dag_run_id: 'a', logical_date: '2026-05-20T00:00:00Z', conf: { n: 1 } })
		})
	],
	[
		'trigger what is not there',
		draft(`POST /dags/{dag_id}/dagRuns`, {
			...of('no_such_dag'),
			...said({ logical_date: null })
		})
	],
	['mark a run', draft(`PATCH ${RUN}`, { ...waiting, ...said({ state: 'failed' }) })],
	['note on a run', draft(`PATCH ${RUN}`, { ...failed, ...said({ note: 'seen' }) })],
	[
		'note on a task',
		draft(`PATCH ${RUN}/taskInstances/{task_id}`, { ...failed, ...said({ note: 'seen' }) })
	],
	[
		'clear a run',
		draft(`POST ${RUN}/clear`, {
			...failed,
			...said({ dry_run: false, run_on_latest_version: false })
		})
	],
	[
		'clear what failed',
		draft('POST /dags/{dag_id}/clearTaskInstances', {
			...of('broken_export'),
			...said({ dry_run: false, dag_run_id: 'first' })
		})
	],
	[
		'mark a task',
		draft(`PATCH ${RUN}/taskInstances/{task_id}`, {
			...failed,
			...said({ new_state: 'success' })
		})
	],
	[
		'mark a task and what follows',
		draft(`PATCH ${RUN}/taskInstances/{task_id}`, {
			...failed,
			...said({ new_state: 'success', include_downstream: true })
		})
	],
	[
		'rehearse marking a task',
		draft(`PATCH ${RUN}/taskInstances/{task_id}/dry_run`, {
			...failed,
			...said({ new_state: 'success' })
		})
	],
	['pause', draft('PATCH /dags/{dag_id}', { ...of('hello_api'), ...said({ is_paused: true }) })],
	['a pool', draft('POST /pools', said({ name: 'q', slots: 3, include_deferred: true }))],
	[
		'widen a pool',
		draft('PATCH /pools/{pool_name}', {
			path: { pool_name: 'etl' },
			...said({ pool: 'etl', slots: 9, include_deferred: false })
		})
	],
	['a variable', draft('POST /variables', said({ key: 'k', value: 'v' }))],
	[
		'change a variable',
		draft('PATCH /variables/{variable_key}', {
			path: { variable_key: 'region' },
			...said({ key: 'region', value: 'w' })
		})
	],
	[
		'a connection',
		draft('POST /connections', said({ connection_id: 'c', conn_type: 'http', host: 'h' }))
	],
	[
		'change a connection',
		draft('PATCH /connections/{connection_id}', {
			path: { connection_id: 'warehouse' },
			query: { update_mask: ['host'] },
			...said({ connection_id: 'warehouse', conn_type: 'postgres', host: 'other' })
		})
	],
	[
		'an event of an asset',
		draft('POST /assets/events', said({ asset_id: 1, extra: {} })),
		{ dataset_uri: '"s3://shop/orders"' }
	],
	[
		'list DAGs',
		draft('GET /dags', {
			query: { order_by: ['-dag_id'], exclude_stale: ['true'], paused: ['true'] }
		})
	],
	[
		'list runs',
		draft('GET /dags/{dag_id}/dagRuns', {
			...of('~'),
			query: { logical_date_lte: ['2026-05-19T00:00:00Z'], order_by: ['-logical_date'] }
		})
	],
	[
		'batch of runs',
		draft('POST /dags/{dag_id}/dagRuns/list', {
			...of('~'),
			...said({ dag_ids: ['january_history'], logical_date_gte: '2026-01-02T00:00:00Z' })
		})
	],
	[
		'an asset',
		draft('GET /assets/{asset_id}', { path: { asset_id: '2' } }),
		{ uri: 's3://shop/prices' }
	]
];
