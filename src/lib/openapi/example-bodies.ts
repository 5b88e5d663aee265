import type { ApiName } from './operation.ts';

const RUN_WINDOW = { start_date: '2026-01-01T00:00:00Z', end_date: '2026-01-02T00:00:00Z' };
const POOL = { name: 'etl', slots: 4, description: 'Nightly loads', include_deferred: false };
const VARIABLE = { key: 'region', value: 'emea', description: 'Region to report' };
const CONNECTION = {
	connection_id: 'warehouse',
	conn_type: 'postgres',
	host: 'db.example.com',
	port: 5432,
	schema: 'sales',
	login: 'reader',
	password: 'change-me'
};
const ROLE = {
	name: 'DagReader',
	actions: [{ action: { name: 'can_read' }, resource: { name: 'DAGs' } }]
};
const USER = {
	username: 'ada',
	first_name: 'Ada',
	last_name: 'Lovelace',
	email: 'ada@example.com',
	password: 'change-me',
	roles: [{ name: 'Viewer' }]
};
const LOGIN = { username: 'admin', password: 'admin' };
const PAUSE = { is_paused: true };
const NOTE = { note: 'Checked by hand' };

const V1_CLEAR = {
	dry_run: true,
	task_ids: ['export'],
	only_failed: true,
	reset_dag_runs: true,
	include_downstream: true,
	...RUN_WINDOW
};
const V1_TASK_STATE = { dry_run: true, new_state: 'success' };

const V2_TASK_STATE = { new_state: 'success' };
const BACKFILL = {
	dag_id: 'nightly_sales',
	from_date: '2026-01-01T00:00:00Z',
	to_date: '2026-01-03T00:00:00Z',
	reprocess_behavior: 'none',
	max_active_runs: 2
};

type Bodies = Record<string, unknown>;

const v1: Bodies = {
	'POST /connections': CONNECTION,
	'POST /connections/test': CONNECTION,
	'PATCH /connections/{connection_id}': CONNECTION,
	'PATCH /dags': PAUSE,
	'PATCH /dags/{dag_id}': PAUSE,
	'POST /dags/{dag_id}/clearTaskInstances': V1_CLEAR,
	'POST /dags/{dag_id}/dagRuns': { conf: {}, note: 'Triggered over the API' },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': { state: 'success' },
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': { dry_run: true },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote': NOTE,
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}': V1_TASK_STATE,
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}': V1_TASK_STATE,
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/setNote': NOTE,
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/setNote': NOTE,
	'POST /dags/{dag_id}/updateTaskInstancesState': {
		dry_run: true,
		task_id: 'export',
		dag_run_id: 'manual__2026-01-01T00:00:00+00:00',
		new_state: 'success',
		include_upstream: false,
		include_downstream: false,
		include_past: false,
		include_future: false
	},
	'POST /dags/~/dagRuns/list': { dag_ids: ['hello_api'], states: ['success'], page_limit: 10 },
	'POST /dags/~/dagRuns/~/taskInstances/list': { dag_ids: ['broken_export'], state: ['failed'] },
	'POST /datasets/events': { dataset_uri: 's3://sales/daily.csv', extra: {} },
	'POST /pools': POOL,
	'PATCH /pools/{pool_name}': POOL,
	'POST /roles': ROLE,
	'PATCH /roles/{role_name}': ROLE,
	'POST /users': USER,
	'PATCH /users/{username}': USER,
	'POST /auth/fab/v1/roles': ROLE,
	'PATCH /auth/fab/v1/roles/{role_name}': ROLE,
	'POST /auth/fab/v1/users': USER,
	'PATCH /auth/fab/v1/users/{username}': USER,
	'POST /variables': VARIABLE,
	'PATCH /variables/{variable_key}': VARIABLE
};

const v2: Bodies = {
	'POST /auth/token': LOGIN,
	'POST /auth/token/cli': LOGIN,
	'POST /assets/events': { asset_id: 1, extra: {} },
	'POST /assets/{asset_id}/materialize': { logical_date: null, conf: {} },
	'POST /backfills': BACKFILL,
	'POST /backfills/dry_run': BACKFILL,
	'POST /connections': CONNECTION,
	'POST /connections/test': CONNECTION,
	'POST /connections/enqueue-test': CONNECTION,
	'PATCH /connections/{connection_id}': CONNECTION,
	'PATCH /connections': bulkCreate(CONNECTION),
	'PATCH /dags': PAUSE,
	'PATCH /dags/{dag_id}': PAUSE,
	'POST /dags/{dag_id}/dagRuns': { logical_date: null, conf: {}, note: 'Triggered over the API' },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': { state: 'success', ...NOTE },
	'PATCH /dags/{dag_id}/dagRuns': bulkUpdate({ dag_run_id: 'run-1', state: 'success' }),
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': { dry_run: true, only_failed: true },
	'POST /dags/{dag_id}/dagRuns/list': {
		dag_ids: ['hello_api'],
		states: ['success'],
		page_limit: 10
	},
	'POST /dags/{dag_id}/clearDagRuns': { dry_run: true, dag_runs: [{ dag_run_id: 'run-1' }] },
	'POST /dags/{dag_id}/clearPartitions': { dry_run: true, partition_key: '2026-01-01' },
	'POST /dags/{dag_id}/clearTaskInstances': {
		dry_run: true,
		task_ids: ['export'],
		only_failed: true,
		reset_dag_runs: true,
		include_downstream: true
	},
	'PATCH /pools/{pool_name}': { ...POOL, name: undefined, pool: POOL.name },
	'POST /pools': POOL,
	'PATCH /pools': bulkCreate(POOL),
	'PATCH /variables/{variable_key}': VARIABLE,
	'POST /variables': VARIABLE,
	'PATCH /variables': bulkCreate(VARIABLE),
	'PUT /assets/{asset_id}/state-store/{key}': { value: 'ready' },
	...underTask({
		'PATCH ': V2_TASK_STATE,
		'PATCH /dry_run': V2_TASK_STATE,
		'PATCH /{map_index}': V2_TASK_STATE,
		'PATCH /{map_index}/dry_run': V2_TASK_STATE,
		'PUT /state-store/{key}': { value: 'ready' },
		'PATCH /state-store/{key}': { value: 'ready' },
		'POST /xcomEntries': { key: 'rows', value: 42 },
		'PATCH /xcomEntries/{xcom_key}': { value: 42 },
		'PATCH /{map_index}/hitlDetails': { chosen_options: ['Approve'], params_input: {} }
	}),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances': bulkUpdate({
		task_id: 'export',
		new_state: 'success'
	}),
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list': {
		dag_ids: ['broken_export'],
		state: ['failed']
	},
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}': V2_TASK_STATE,
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}/dry_run': V2_TASK_STATE
};

/**
 * Good bodies by API and operation key: they pass the real server's checks of shape, and name what the course has.
 * Clearing and the v1 state changes stay dry runs until the learner says otherwise.
 */
export const BODIES: Record<ApiName, Bodies> = { v1, v2, other: {} };

function bulkCreate(entity: unknown) {
	return { actions: [{ action: 'create', entities: [entity], action_on_existence: 'fail' }] };
}

function bulkUpdate(entity: unknown) {
	return { actions: [{ action: 'update', entities: [entity], action_on_non_existence: 'fail' }] };
}

function underTask(bodies: Bodies): Bodies {
	const task = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';
	return Object.fromEntries(
		Object.entries(bodies).map(([key, body]) => [key.replace(' ', ` ${task}`), body])
	);
}
