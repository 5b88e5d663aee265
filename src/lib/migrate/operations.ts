import type { ApiName } from '#lib/openapi/operation.ts';

/** Where an operation of one API went in the other. */
export interface Place {
	/** The other API's key; absent = there is nothing like it, and `why` says so. */
	to?: string;
	/** Why it moved, or is missing: an id of migrate.text.ts. */
	why: string;
}

/**
 * v1 operations whose key is another one in v2. What is not here has the same key in both.
 * @source the two specifications; Airflow 3.0 release notes, "REST API"
 */
const MOVED: Readonly<Record<string, Place>> = {
	'GET /dagSources/{file_token}': { to: 'GET /dagSources/{dag_id}', why: 'source-by-dag' },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote': {
		to: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}',
		why: 'note-is-a-field'
	},
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{task_try_number}': {
		to: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{try_number}',
		why: 'try-number'
	},
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/setNote': {
		to: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}',
		why: 'note-is-a-field'
	},
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/setNote': {
		to: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}',
		why: 'note-is-a-field'
	},
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents': {
		to: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents',
		why: 'assets'
	},
	'GET /dags/{dag_id}/datasets/queuedEvent': {
		to: 'GET /dags/{dag_id}/assets/queuedEvents',
		why: 'assets'
	},
	'DELETE /dags/{dag_id}/datasets/queuedEvent': {
		to: 'DELETE /dags/{dag_id}/assets/queuedEvents',
		why: 'assets'
	},
	'GET /dags/{dag_id}/datasets/queuedEvent/{uri}': {
		to: 'GET /dags/{dag_id}/assets/{asset_id}/queuedEvents',
		why: 'asset-by-number'
	},
	'DELETE /dags/{dag_id}/datasets/queuedEvent/{uri}': {
		to: 'DELETE /dags/{dag_id}/assets/{asset_id}/queuedEvents',
		why: 'asset-by-number'
	},
	'POST /dags/{dag_id}/updateTaskInstancesState': {
		to: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}',
		why: 'state-in-the-path'
	},
	'POST /dags/~/dagRuns/list': { to: 'POST /dags/{dag_id}/dagRuns/list', why: 'tilde-is-a-value' },
	'POST /dags/~/dagRuns/~/taskInstances/list': {
		to: 'POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list',
		why: 'tilde-is-a-value'
	},
	'GET /datasets': { to: 'GET /assets', why: 'assets' },
	'GET /datasets/events': { to: 'GET /assets/events', why: 'assets' },
	'POST /datasets/events': { to: 'POST /assets/events', why: 'asset-by-number' },
	'GET /datasets/queuedEvent/{uri}': {
		to: 'GET /assets/{asset_id}/queuedEvents',
		why: 'asset-by-number'
	},
	'DELETE /datasets/queuedEvent/{uri}': {
		to: 'DELETE /assets/{asset_id}/queuedEvents',
		why: 'asset-by-number'
	},
	'GET /datasets/{uri}': { to: 'GET /assets/{asset_id}', why: 'asset-by-number' },
	'GET /health': { to: 'GET /monitor/health', why: 'health' }
};

/** The way back where several v1 operations lead to one of v2, or where v2's own key is the better known. */
const BACK: Readonly<Record<string, Place>> = {
	...Object.fromEntries(
		Object.entries(MOVED).flatMap(([from, { to, why }]) =>
			to === undefined || /setNote|updateTaskInstancesState/.test(from)
				? []
				: [[to, { to: from, why }] as const]
		)
	),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dry_run': {
		to: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}',
		why: 'dry-run-is-a-field'
	},
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dry_run': {
		to: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}',
		why: 'dry-run-is-a-field'
	}
};

/** Why something of v1 has no place in v2, by how its key reads; the first that fits. */
const GONE: readonly (readonly [RegExp, string])[] = [
	[/(users|roles|permissions)/, 'people-of-the-auth-manager']
];

/** Why v1 has nothing like it; the first that fits. */
const NEW: readonly (readonly [RegExp, string])[] = [
	[/backfills/, 'new-backfills'],
	[/\/wait$/, 'new-wait'],
	[/connections\/defaults|connections\/enqueue-test/, 'new-connections'],
	[/^PATCH \/(pools|variables|connections|dags\/\{dag_id\}\/dagRuns)$/, 'new-bulk'],
	[/taskInstances$/, 'new-bulk'],
	[/assets|materialize/, 'new-assets'],
	[/auth\/|\/token/, 'new-token'],
	[/xcomEntries/, 'new-xcom-writes'],
	[/hitlDetails/, 'new-human'],
	[/dagVersions|jobs|dagTags|favorite|state-store|clear(DagRuns|Partitions)|./, 'new-in-v2']
];

/** Where `key` of one API went in the other, or why it did not. */
export function placeOf(
	key: string,
	from: Exclude<ApiName, 'other'>,
	known: ReadonlySet<string>
): Place {
	const moved = (from === 'v1' ? MOVED : BACK)[key];
	if (moved) return moved;
	if (known.has(key)) return { to: key, why: 'path' };
	const reasons = from === 'v1' ? GONE : NEW;
	return { why: reasons.find(([pattern]) => pattern.test(key))?.[1] ?? 'new-in-v2' };
}
