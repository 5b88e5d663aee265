import type { EventNames } from '#lib/simulator/event-log.ts';

/** What is written to the event log. @source `action_logging` in airflow/api_fastapi/core_api/routes/public */
export const events: EventNames = {
	'POST /assets/events': 'create_asset_event',
	'POST /assets/{asset_id}/materialize': 'materialize_asset',
	'DELETE /assets/{asset_id}/queuedEvents': 'delete_asset_queued_events',
	'DELETE /dags/{dag_id}/assets/queuedEvents': 'delete_dag_asset_queued_events',
	'DELETE /dags/{dag_id}/assets/{asset_id}/queuedEvents': 'delete_dag_asset_queued_event',
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries':
		'create_xcom_entry',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}':
		'update_xcom_entry',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}':
		'delete_xcom_entry',
	'DELETE /variables/{variable_key}': 'delete_variable',
	'PATCH /variables/{variable_key}': 'patch_variable',
	'POST /variables': 'post_variable',
	'PATCH /variables': 'bulk_variables',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails':
		'update_hitl_detail',
	'PATCH /dags/{dag_id}': 'patch_dag',
	'PATCH /dags': 'patch_dags',
	'POST /dags/{dag_id}/favorite': 'favorite_dag',
	'POST /dags/{dag_id}/unfavorite': 'unfavorite_dag',
	'DELETE /dags/{dag_id}': 'delete_dag',
	'PUT /backfills/{backfill_id}/pause': 'pause_backfill',
	'PUT /backfills/{backfill_id}/unpause': 'unpause_backfill',
	'PUT /backfills/{backfill_id}/cancel': 'cancel_backfill',
	'POST /backfills': 'create_backfill',
	'DELETE /connections/{connection_id}': 'delete_connection',
	'POST /connections': 'post_connection',
	'PATCH /connections': 'bulk_connections',
	'PATCH /connections/{connection_id}': 'patch_connection',
	'POST /connections/enqueue-test': 'enqueue_connection_test',
	'POST /connections/defaults': 'create_default_connections',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}': 'delete_dag_run',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': 'patch_dag_run',
	'PATCH /dags/{dag_id}/dagRuns': 'bulk_dag_runs',
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': 'clear_dag_run',
	'POST /dags/{dag_id}/clearDagRuns': 'clear_dag_runs',
	'POST /dags/{dag_id}/clearPartitions': 'clear_dag_run_partitions',
	'POST /dags/{dag_id}/dagRuns': 'trigger_dag_run',
	'DELETE /pools/{pool_name}': 'delete_pool',
	'PATCH /pools/{pool_name}': 'patch_pool',
	'POST /pools': 'post_pool',
	'PATCH /pools': 'bulk_pools',
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list': 'get_task_instances_batch',
	'POST /dags/{dag_id}/clearTaskInstances': 'post_clear_task_instances',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}':
		'patch_task_group_instances',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}': 'patch_task_instance',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}':
		'patch_task_instance'
};
