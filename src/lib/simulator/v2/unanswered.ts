import type { Handler, Resource } from '#lib/simulator/call.ts';
import { refuse } from './reply.ts';
import { v2Resources } from './resources.ts';

/** The operations of Airflow 3.3.2 that this simulator has no rule for. */
const KEYS = [
	'GET /assets',
	'GET /assets/aliases',
	'GET /assets/aliases/{asset_alias_id}',
	'GET /assets/events',
	'POST /assets/events',
	'POST /assets/{asset_id}/materialize',
	'GET /assets/{asset_id}/queuedEvents',
	'DELETE /assets/{asset_id}/queuedEvents',
	'GET /assets/{asset_id}',
	'GET /dags/{dag_id}/assets/queuedEvents',
	'DELETE /dags/{dag_id}/assets/queuedEvents',
	'GET /dags/{dag_id}/assets/{asset_id}/queuedEvents',
	'DELETE /dags/{dag_id}/assets/{asset_id}/queuedEvents',
	'GET /backfills',
	'POST /backfills',
	'GET /backfills/{backfill_id}',
	'PUT /backfills/{backfill_id}/pause',
	'PUT /backfills/{backfill_id}/unpause',
	'PUT /backfills/{backfill_id}/cancel',
	'POST /backfills/dry_run',
	'GET /connections/{connection_id}',
	'DELETE /connections/{connection_id}',
	'PATCH /connections/{connection_id}',
	'GET /connections/enqueue-test',
	'POST /connections/enqueue-test',
	'GET /connections',
	'POST /connections',
	'PATCH /connections',
	'POST /connections/test',
	'POST /connections/defaults',
	'PATCH /dags/{dag_id}/dagRuns',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents',
	'POST /dags/{dag_id}/clearDagRuns',
	'POST /dags/{dag_id}/clearPartitions',
	'GET /dagSources/{dag_id}',
	'GET /dagStats',
	'GET /config',
	'GET /config/section/{section}/option/{option}',
	'GET /dagWarnings',
	'GET /eventLogs/{event_log_id}',
	'GET /eventLogs',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/links',
	'GET /importErrors/{import_error_id}',
	'GET /importErrors',
	'GET /jobs',
	'GET /plugins',
	'GET /plugins/importErrors',
	'GET /providers',
	'GET /assets/{asset_id}/state-store',
	'DELETE /assets/{asset_id}/state-store',
	'GET /assets/{asset_id}/state-store/{key}',
	'PUT /assets/{asset_id}/state-store/{key}',
	'DELETE /assets/{asset_id}/state-store/{key}',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}',
	'PUT /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries',
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/listMapped',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dependencies',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}/dry_run',
	'PATCH /variables',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/externalLogUrl/{try_number}',
	'PUT /parseDagFile/{file_token}',
	'GET /dagTags',
	'GET /dags/{dag_id}/dagVersions/{version_number}',
	'GET /dags/{dag_id}/dagVersions',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails/tries/{try_number}',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails',
	'GET /auth/login',
	'GET /auth/logout'
];

const sayNothing: Handler = (_, { request }) =>
	refuse(
		501,
		`${request.method} ${request.path}: this simulator does not answer this operation yet`
	);

/** They answer 501 and pretend nothing. */
export const notAnswered: Resource = Object.fromEntries(
	KEYS.filter((key) => !v2Resources.some((resource) => key in resource)).map((key) => [
		key,
		sayNothing
	])
);
