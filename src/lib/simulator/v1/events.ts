import type { EventNames } from '#lib/simulator/event-log.ts';

/** What is written to the event log; twice where one logged function calls another. @source `@action_logging` in airflow/api_connexion/endpoints */
export const events: EventNames<string | readonly string[]> = {
	'DELETE /pools/{pool_name}': 'delete_pool',
	'PATCH /pools/{pool_name}': 'patch_pool',
	'POST /pools': 'post_pool',
	'DELETE /dags/{dag_id}/datasets/queuedEvent/{uri}': 'delete_dag_dataset_queued_event',
	'DELETE /dags/{dag_id}/datasets/queuedEvent': 'delete_dag_dataset_queued_events',
	'DELETE /datasets/queuedEvent/{uri}': 'delete_dataset_queued_events',
	'POST /datasets/events': 'create_dataset_event',
	'POST /dags/{dag_id}/clearTaskInstances': 'post_clear_task_instances',
	'POST /dags/{dag_id}/updateTaskInstancesState': 'post_set_task_instances_state',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}': 'patch_task_instance',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}': [
		'patch_mapped_task_instance',
		'patch_task_instance'
	],
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/setNote':
		'set_task_instance_note',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/setNote':
		'set_task_instance_note',
	'PATCH /dags/{dag_id}': 'patch_dag',
	'PATCH /dags': 'patch_dags',
	'DELETE /dags/{dag_id}': 'delete_dag',
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}': 'delete_dag_run',
	'POST /dags/{dag_id}/dagRuns': 'post_dag_run',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': 'update_dag_run_state',
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': 'clear_dag_run',
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote': 'set_dag_run_note',
	'DELETE /connections/{connection_id}': 'connection.delete',
	'PATCH /connections/{connection_id}': 'connection.edit',
	'POST /connections': 'connection.create',
	'DELETE /variables/{variable_key}': 'variable.delete',
	'PATCH /variables/{variable_key}': 'variable.edit',
	'POST /variables': 'variable.create'
};
