import { type Caller, type Group, type Step, get, patch, post, put, remove } from './case.ts';
import { operationsOf, type SpecOperation } from './spec-operations.ts';

/** Ids that nothing has: who may call is told from what was not found. */
const UNKNOWN: Record<string, string> = {
	asset_id: '987654321',
	asset_alias_id: '987654321',
	backfill_id: '987654321',
	event_log_id: '987654321',
	import_error_id: '987654321',
	version_number: '987654',
	map_index: '7',
	try_number: '1',
	task_try_number: '1',
	section: 'NONCE_section'
};

/** Queries that leave the answer to the caller alone, whatever the server holds. */
const QUERIES: Record<string, string> = {
	'GET /assets': 'name_pattern=NONCE',
	'GET /assets/aliases': 'name_pattern=NONCE',
	'GET /assets/events': 'source_dag_id=NONCE',
	'GET /backfills': 'dag_id=NONCE_dag',
	'GET /connections': 'connection_id_pattern=NONCE',
	'GET /dags': 'dag_id_pattern=NONCE',
	'PATCH /dags': 'dag_id_pattern=NONCE',
	'GET /dagStats': 'dag_ids=NONCE_dag',
	'GET /dagTags': 'tag_name_pattern=NONCE',
	'GET /dagWarnings': 'dag_id=NONCE_dag',
	'GET /eventLogs': 'dag_id=NONCE_dag',
	'GET /importErrors': 'filename_pattern=NONCE',
	'GET /jobs': 'hostname=NONCE',
	'GET /pools': 'pool_name_pattern=NONCE',
	'GET /providers': 'limit=NONCE',
	'GET /plugins': 'limit=NONCE',
	'GET /variables': 'variable_key_pattern=NONCE',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/wait': 'interval=1'
};

const BODIES: Record<string, unknown> = {
	'PATCH /dags': { is_paused: true },
	'PATCH /dags/{dag_id}': { is_paused: true },
	'POST /dags/{dag_id}/dagRuns': { logical_date: null },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': { state: 'success' },
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': { dry_run: true },
	'POST /dags/{dag_id}/clearTaskInstances': { dry_run: true },
	'PATCH /variables/{variable_key}': { key: 'NONCE_key', value: '1' },
	'PATCH /pools/{pool_name}': { pool: 'NONCE_pool', slots: 1 },
	'PATCH /connections/{connection_id}': { connection_id: 'NONCE_connection', conn_type: 'http' },
	'PATCH /variables': { actions: [{ action: 'delete', entities: ['NONCE_key'] }] },
	'PATCH /pools': { actions: [{ action: 'delete', entities: ['NONCE_pool'] }] },
	'PATCH /connections': { actions: [{ action: 'delete', entities: ['NONCE_connection'] }] },
	'PATCH /dags/{dag_id}/dagRuns': { actions: [{ action: 'delete', entities: ['NONCE_run'] }] },
	'POST /dags/{dag_id}/clearDagRuns': { dag_runs: [{ dag_run_id: 'NONCE_run' }], dry_run: true }
};

/** Not for all to ask: these answers leave something behind, tell of the machine, or have cases of their own. */
const LEFT_OUT: Record<string, readonly Caller[]> = {
	'GET /monitor/health': [],
	'GET /auth/logout': ['nobody'],
	'POST //auth/token': [],
	'POST //auth/token/cli': [],
	'POST /connections/defaults': ['user', 'viewer', 'nobody']
};

const CALLERS: readonly Caller[] = ['admin', 'op', 'user', 'viewer', 'nobody'];

const nobody = { as: 'nobody' } as const;
const emptyBulk = { actions: [] };

function stepsOf({ key, method, path, takesBody }: SpecOperation): Step[] {
	const filled = path.replaceAll(
		/\{(\w+)\}/g,
		(_, name: string) => UNKNOWN[name] ?? `NONCE_${name.replace(/_(id|name)$/, '')}`
	);
	const target = key in QUERIES ? `${filled}?${QUERIES[key]}` : filled;
	const body = takesBody ? (BODIES[key] ?? {}) : undefined;
	const make: Record<string, (as: Caller) => Step> = {
		GET: (as) => get(target, { as }),
		POST: (as) => post(target, body, { as }),
		PUT: (as) => put(target, body, { as }),
		PATCH: (as) => patch(target, body, { as }),
		DELETE: (as) => remove(target, { as })
	};
	return (LEFT_OUT[key] ?? CALLERS).flatMap((as) => make[method]?.(as) ?? []);
}

const generated = operationsOf('3.3.2')
	.map((operation) => [`who may ${operation.key}`, stepsOf(operation)] as const)
	.filter(([, steps]) => steps.length > 0);

/** Every operation of the spec, asked by every role and by nobody. */
export const v2Permissions: Group = {
	name: 'v2-permissions',
	api: 'v2',
	cases: {
		...Object.fromEntries(generated),
		'a bulk of nothing is anybody’s': ['/pools', '/variables', '/connections'].flatMap((path) => [
			patch(path, emptyBulk, { as: 'op' }),
			patch(path, emptyBulk, { as: 'viewer' }),
			patch(path, emptyBulk, nobody)
		]),
		'a bad bulk is told before who may not': ['/pools', '/variables', '/connections'].flatMap(
			(path) => [
				patch(path, {}, { as: 'viewer' }),
				patch(path, { actions: [{ action: 'no' }] }, { as: 'user' }),
				patch(path, {}, nobody)
			]
		)
	}
};
