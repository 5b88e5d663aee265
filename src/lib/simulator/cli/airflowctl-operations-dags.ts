import type { Operation } from './airflowctl-operation.ts';

const XCOMS = 'dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries';
const TASK = 'dag_id dag_run_id task_id';

/** DAGs, their runs, and what tasks hand each other. @source airflowctl 0.1.5, api/operations.py */
export const DAG_OPERATIONS: Readonly<Record<string, Operation>> = {
	'dags get': {
		says: 'Show a DAG',
		wants: 'dag_id',
		sends: 'GET dags/{dag_id}',
		answers: 'DAGResponse'
	},
	'dags get-details': {
		says: 'Show all there is to know of a DAG',
		wants: 'dag_id',
		sends: 'GET dags/{dag_id}/details',
		answers: 'DAGDetailsResponse'
	},
	'dags get-tags': {
		says: 'List the tags of all DAGs',
		sends: 'GET dagTags',
		isPaged: true,
		answers: 'DAGTagCollectionResponse'
	},
	'dags list': {
		says: 'List DAGs',
		sends: 'GET dags',
		isPaged: true,
		answers: 'DAGCollectionResponse'
	},
	'dags update': {
		says: 'Change whether a DAG is paused',
		wants: 'dag_id',
		takes: ['dag_body', 'DAGPatchBody'],
		sends: 'PATCH dags/{dag_id}',
		body: 'all',
		answers: 'DAGResponse'
	},
	'dags delete': {
		says: 'Delete a DAG',
		wants: 'dag_id',
		sends: 'DELETE dags/{dag_id}',
		shows: 'dag_id'
	},
	'dags get-import-error': {
		says: 'Show an import error',
		wants: 'import_error_id',
		sends: 'GET importErrors/{import_error_id}',
		answers: 'ImportErrorResponse'
	},
	'dags list-import-errors': {
		says: 'List import errors',
		sends: 'GET importErrors',
		isPaged: true,
		answers: 'ImportErrorCollectionResponse'
	},
	'dags get-stats': {
		says: 'Count the runs of DAGs by state',
		wants: 'dag_ids:list',
		sends: 'GET dagStats',
		query: 'dag_ids',
		answers: 'DagStatsCollectionResponse'
	},
	'dags get-version': {
		says: 'Show one version of a DAG',
		wants: 'dag_id version_number:int',
		sends: 'GET dags/{dag_id}/dagVersions/{version_number}',
		answers: 'DagVersionResponse'
	},
	'dags list-version': {
		says: 'List the versions of a DAG',
		wants: 'dag_id',
		sends: 'GET dags/{dag_id}/dagVersions',
		isPaged: true,
		answers: 'DAGVersionCollectionResponse'
	},
	'dags list-warning': {
		says: 'List DAG warnings',
		sends: 'GET dagWarnings',
		isPaged: true,
		answers: 'DAGWarningCollectionResponse'
	},
	'dags trigger': {
		says: 'Trigger a DAG run',
		wants: 'dag_id',
		takes: ['trigger_dag_run', 'TriggerDAGRunPostBody'],
		sends: 'POST dags/{dag_id}/dagRuns',
		body: 'all',
		answers: 'DAGRunResponse'
	},
	'dagrun get': {
		says: 'Show a DAG run',
		wants: 'dag_id dag_run_id',
		sends: 'GET dags/{dag_id}/dagRuns/{dag_run_id}',
		answers: 'DAGRunResponse'
	},
	'dagrun list': {
		says: 'List DAG runs',
		may: 'state limit:int start_date:datetime end_date:datetime dag_id',
		sends: 'GET dags/{dag_id}/dagRuns',
		query: 'limit! state start_date end_date',
		answers: 'DAGRunCollectionResponse'
	},
	'xcom get': {
		says: 'Show an XCom',
		wants: `${TASK} key`,
		may: 'map_index:int',
		sends: `GET ${XCOMS}/{key}`,
		query: 'map_index',
		answers: 'XComResponseNative'
	},
	'xcom list': {
		says: 'List the XComs of a task instance',
		wants: TASK,
		may: 'map_index:int key',
		sends: `GET ${XCOMS}`,
		query: 'map_index xcom_key=key',
		isPaged: true,
		answers: 'XComCollectionResponse'
	},
	'xcom add': {
		says: 'Add an XCom',
		wants: `${TASK} key value`,
		may: 'map_index:int',
		sends: `POST ${XCOMS}`,
		answers: 'XComResponseNative'
	},
	'xcom edit': {
		says: 'Change an XCom',
		wants: `${TASK} key value`,
		may: 'map_index:int',
		sends: `PATCH ${XCOMS}/{key}`,
		answers: 'XComResponseNative'
	},
	'xcom delete': {
		says: 'Delete an XCom',
		wants: `${TASK} key`,
		may: 'map_index:int',
		sends: `DELETE ${XCOMS}/{key}`,
		query: 'map_index',
		shows: 'key'
	}
};
