import { draft, failed, of, OLD, RUN, said, waiting, type Pair } from './request.ts';

/** Requests of API v1 that the other API has. */
export const fromV1: Pair[] = [
	[
		'trigger',
		draft(`POST /dags/{dag_id}/dagRuns`, {
			...of('hello_api'),
			...said({ dag_run_id: 'a', logical_date: '2026-05-20T00:00:00Z', conf: { n: 1 } })
		})
	],
	[
		'trigger by execution_date',
		draft(`POST /dags/{dag_id}/dagRuns`, {
			...of('hello_api'),
			...said({ dag_run_id: 'a', execution_date: '2026-05-20T00:00:00Z' })
		})
	],
	[
		'trigger what is not there',
		draft(`POST /dags/{dag_id}/dagRuns`, { ...of('no_such_dag'), ...said({ dag_run_id: 'a' }) })
	],
	[
		'trigger twice',
		draft(`POST /dags/{dag_id}/dagRuns`, {
			...of('broken_export'),
			...said({ dag_run_id: 'first' })
		})
	],
	['mark a run', draft(`PATCH ${RUN}`, { ...waiting, ...said({ state: 'failed' }) })],
	['note on a run', draft(`PATCH ${RUN}/setNote`, { ...failed, ...said({ note: 'seen' }) })],
	[
		'note on a task',
		draft(`PATCH ${RUN}/taskInstances/{task_id}/setNote`, {
			...failed,
			...said({ note: 'seen' })
		})
	],
	['delete a run', draft(`DELETE ${RUN}`, failed)],
	['clear a run', draft(`POST ${RUN}/clear`, { ...failed, ...said({ dry_run: false }) })],
	[
		'rehearse clearing',
		draft('POST /dags/{dag_id}/clearTaskInstances', {
			...of('broken_export'),
			...said({ dag_run_id: 'first' })
		})
	],
	[
		'clear what failed',
		draft('POST /dags/{dag_id}/clearTaskInstances', {
			...of('broken_export'),
			...said({ dry_run: false, dag_run_id: 'first', include_subdags: true })
		})
	],
	[
		'clear and restart the run',
		draft('POST /dags/{dag_id}/clearTaskInstances', {
			...of('broken_export'),
			...said({ dry_run: false, reset_dag_runs: true, dag_run_id: 'first' })
		})
	],
	[
		'mark a task',
		draft(`PATCH ${RUN}/taskInstances/{task_id}`, {
			...failed,
			...said({ new_state: 'success', dry_run: false })
		})
	],
	[
		'rehearse marking a task',
		draft(`PATCH ${RUN}/taskInstances/{task_id}`, {
			...failed,
			...said({ new_state: 'success' })
		})
	],
	[
		'mark a task and what follows',
		draft('POST /dags/{dag_id}/updateTaskInstancesState', {
			...of('broken_export'),
			...said({
				dag_run_id: 'first',
				task_id: 'export',
				new_state: 'success',
				dry_run: false,
				include_upstream: false,
				include_downstream: true,
				include_future: false,
				include_past: false
			})
		})
	],
	['pause', draft('PATCH /dags/{dag_id}', { ...of('hello_api'), ...said({ is_paused: true }) })],
	[
		'pause with a mask',
		draft('PATCH /dags/{dag_id}', {
			...of('hello_api'),
			query: { update_mask: ['is_paused'] },
			...said({ is_paused: true })
		})
	],
	[
		'pause many',
		draft('PATCH /dags', {
			query: { dag_id_pattern: ['broken'], only_active: ['true'] },
			...said({ is_paused: true })
		})
	],
	['delete a DAG', draft('DELETE /dags/{dag_id}', of('flaky_import'))],
	['a pool', draft('POST /pools', said({ name: 'q', slots: 3, description: 'd' }))],
	[
		'widen a pool',
		draft('PATCH /pools/{pool_name}', {
			path: { pool_name: 'etl' },
			...said({ name: 'etl', slots: 9 })
		})
	],
	[
		'widen the default pool',
		draft('PATCH /pools/{pool_name}', {
			path: { pool_name: 'default_pool' },
			query: { update_mask: ['slots'] },
			...said({ slots: 9 })
		})
	],
	['delete a pool', draft('DELETE /pools/{pool_name}', { path: { pool_name: 'etl' } })],
	['a variable', draft('POST /variables', said({ key: 'k', value: 'v', description: 'd' }))],
	[
		'change a variable',
		draft('PATCH /variables/{variable_key}', {
			path: { variable_key: 'region' },
			query: { update_mask: ['val'] },
			...said({ key: 'region', value: 'w' })
		})
	],
	[
		'a connection',
		draft(
			'POST /connections',
			said({ connection_id: 'c', conn_type: 'http', host: 'h', port: 80, extra: '{"a": 1}' })
		)
	],
	[
		'change a connection',
		draft('PATCH /connections/{connection_id}', {
			path: { connection_id: 'warehouse' },
			...said({ host: 'other' })
		}),
		{ conn_type: '"postgres"' }
	],
	[
		'delete a connection',
		draft('DELETE /connections/{connection_id}', { path: { connection_id: 'warehouse' } })
	],
	[
		'an event of a dataset',
		draft('POST /datasets/events', said({ dataset_uri: 's3://shop/orders', extra: { n: 1 } })),
		{ asset_id: '1' }
	],
	[
		'drop queued events',
		draft('DELETE /datasets/queuedEvent/{uri}', { path: { uri: 's3://shop/prices' } }),
		{ asset_id: '2' }
	],
	[
		'list DAGs',
		draft('GET /dags', {
			query: { order_by: ['-dag_id'], limit: ['4'], offset: ['2'], only_active: ['true'] }
		})
	],
	['DAGs by tags', draft('GET /dags', { query: { tags: ['course'] } })],
	[
		'list runs',
		draft('GET /dags/{dag_id}/dagRuns', {
			...of('~'),
			query: { execution_date_lte: ['2026-05-19T00:00:00Z'], order_by: ['-execution_date'] }
		})
	],
	[
		'runs by state',
		draft('GET /dags/{dag_id}/dagRuns', {
			...of('~'),
			query: { state: ['failed', 'running'], order_by: ['id'] }
		})
	],
	['tasks of a run', draft(`GET ${RUN}/taskInstances`, of('january_history', { dag_run_id: OLD }))],
	[
		'batch of runs',
		draft(
			'POST /dags/~/dagRuns/list',
			said({
				dag_ids: ['january_history'],
				execution_date_gte: '2026-01-02T00:00:00Z',
				order_by: '-execution_date'
			})
		)
	],
	[
		'batch of task instances',
		draft(
			'POST /dags/~/dagRuns/~/taskInstances/list',
			said({ dag_ids: ['broken_export'], state: ['failed'] })
		)
	],
	['datasets', draft('GET /datasets', { query: { uri_pattern: ['shop'], order_by: ['uri'] } })],
	['pools', draft('GET /pools', { query: { order_by: ['-name'] } })]
];
