/** A command made of one operation of the API, as the program makes most of its commands. */
export interface Operation {
	says: string;
	/** Positional arguments, in order: `name` or `name:type`. */
	wants?: string;
	/** Options of its own, in the order of the request's parts: `name` or `name:type`. */
	may?: string;
	/** The parameter that is a body, and its model: each field becomes an option. */
	takes?: readonly [parameter: string, model: string];
	/** The call; its path is from `/api/v2/`. */
	sends: string;
	/** Arguments that become the query: `argument`, `name=argument`, `argument!` = sent even when empty. */
	query?: string;
	/** Which fields of the body go out: all, or those that hold something. */
	body?: 'all' | 'filled';
	/** The page's list comes in pieces of fifty. */
	isPaged?: true;
	/** What the answer is read as. */
	answers?: string;
	/** For an answer without content: the argument that is shown instead. */
	shows?: string;
}

/** What the help says the class of a group's operations is called. */
export const OPERATION_CLASSES: Readonly<Record<string, string>> = {
	assets: 'Assets',
	backfill: 'Backfill',
	config: 'Config',
	connections: 'Connections',
	dagrun: 'DagRun',
	dags: 'Dags',
	jobs: 'Jobs',
	plugins: 'Plugins',
	pools: 'Pools',
	providers: 'Providers',
	variables: 'Variables',
	xcom: 'XCom'
};

const XCOMS = 'dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries';
const TASK = 'dag_id dag_run_id task_id';

/** @source airflowctl 0.1.5, api/operations.py; ctl/cli_config.py `CommandFactory` */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
	'assets get': {
		says: 'Show an asset by its id',
		wants: 'asset_id',
		sends: 'GET assets/{asset_id}',
		answers: 'AssetResponse'
	},
	'assets get-by-alias': {
		says: 'Show an asset alias',
		wants: 'alias',
		sends: 'GET assets/aliases/{alias}',
		answers: 'AssetAliasResponse'
	},
	'assets list': {
		says: 'List assets',
		sends: 'GET assets',
		isPaged: true,
		answers: 'AssetCollectionResponse'
	},
	'assets list-by-alias': {
		says: 'List asset aliases',
		sends: 'GET assets/aliases',
		isPaged: true,
		answers: 'AssetAliasCollectionResponse'
	},
	'assets create-event': {
		says: 'Post an asset event',
		takes: ['asset_event_body', 'CreateAssetEventsBody'],
		sends: 'POST assets/events',
		body: 'filled',
		answers: 'AssetEventResponse'
	},
	'assets materialize': {
		says: 'Run the DAG that makes an asset',
		wants: 'asset_id',
		sends: 'POST assets/{asset_id}/materialize',
		answers: 'DAGRunResponse'
	},
	'assets get-queued-events': {
		says: 'List the queued events of an asset',
		wants: 'asset_id',
		sends: 'GET assets/{asset_id}/queuedEvents',
		answers: 'QueuedEventCollectionResponse'
	},
	'assets get-dag-queued-events': {
		says: 'List the queued events of a DAG',
		wants: 'dag_id before',
		sends: 'GET dags/{dag_id}/assets/queuedEvents',
		query: 'before',
		answers: 'QueuedEventCollectionResponse'
	},
	'assets get-dag-queued-event': {
		says: 'Show the queued event of a DAG and an asset',
		wants: 'dag_id asset_id',
		sends: 'GET dags/{dag_id}/assets/{asset_id}/queuedEvents',
		answers: 'QueuedEventResponse'
	},
	// These three call addresses that no Airflow has; so does the real program.
	'assets delete-queued-events': {
		says: 'Delete the queued events of an asset',
		wants: 'asset_id',
		sends: 'DELETE assets/{asset_id}/queuedEvents/',
		shows: 'asset_id'
	},
	'assets delete-dag-queued-events': {
		says: 'Delete the queued events of a DAG',
		wants: 'dag_id before',
		sends: 'DELETE assets/dags/{dag_id}/queuedEvents',
		query: 'before',
		shows: 'dag_id'
	},
	'assets delete-queued-event': {
		says: 'Delete one queued event',
		wants: 'dag_id asset_id',
		sends: 'DELETE assets/dags/{dag_id}/assets/{asset_id}/queuedEvents/',
		shows: 'asset_id'
	},
	'backfill create': {
		says: 'Create a backfill',
		takes: ['backfill', 'BackfillPostBody'],
		sends: 'POST backfills',
		body: 'filled',
		answers: 'BackfillResponse'
	},
	'backfill create-dry-run': {
		says: 'Show what a backfill would do',
		takes: ['backfill', 'BackfillPostBody'],
		sends: 'POST backfills/dry_run',
		body: 'filled',
		answers: 'BackfillResponse'
	},
	'backfill get': {
		says: 'Show a backfill',
		wants: 'backfill_id',
		sends: 'GET backfills/{backfill_id}',
		answers: 'BackfillResponse'
	},
	'backfill list': {
		says: 'List the backfills of a DAG',
		wants: 'dag_id',
		sends: 'GET backfills',
		query: 'dag_id',
		isPaged: true,
		answers: 'BackfillCollectionResponse'
	},
	// POST where Airflow wants PUT: so does the real program.
	'backfill pause': {
		says: 'Pause a backfill',
		wants: 'backfill_id',
		sends: 'POST backfills/{backfill_id}/pause',
		answers: 'BackfillResponse'
	},
	'backfill unpause': {
		says: 'Let a paused backfill go on',
		wants: 'backfill_id',
		sends: 'POST backfills/{backfill_id}/unpause',
		answers: 'BackfillResponse'
	},
	'backfill cancel': {
		says: 'Cancel a backfill',
		wants: 'backfill_id',
		sends: 'POST backfills/{backfill_id}/cancel',
		answers: 'BackfillResponse'
	},
	'config get': {
		says: 'Show one option',
		wants: 'section option',
		sends: 'GET config/section/{section}/option/{option}',
		answers: 'Config'
	},
	'config list': { says: 'List all options', sends: 'GET config', answers: 'Config' },
	'connections get': {
		says: 'Show a connection',
		wants: 'conn_id',
		sends: 'GET connections/{conn_id}',
		answers: 'ConnectionResponse'
	},
	'connections list': {
		says: 'List connections',
		sends: 'GET connections',
		isPaged: true,
		answers: 'ConnectionCollectionResponse'
	},
	'connections create': {
		says: 'Create a connection',
		takes: ['connection', 'ConnectionBody'],
		sends: 'POST connections',
		body: 'filled',
		answers: 'ConnectionResponse'
	},
	'connections create-defaults': {
		says: 'Create the default connections',
		sends: 'POST connections/defaults'
	},
	'connections delete': {
		says: 'Delete a connection',
		wants: 'conn_id',
		sends: 'DELETE connections/{conn_id}',
		shows: 'conn_id'
	},
	'connections update': {
		says: 'Change a connection',
		takes: ['connection', 'ConnectionBody'],
		sends: 'PATCH connections/{connection_id}',
		body: 'all',
		answers: 'ConnectionResponse'
	},
	'connections test': {
		says: 'Test a connection',
		takes: ['connection', 'ConnectionBody'],
		sends: 'POST connections/test',
		body: 'all',
		answers: 'ConnectionTestResponse'
	},
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
	'jobs list': {
		says: 'List jobs',
		may: 'job_type hostname is_alive:bool',
		sends: 'GET jobs',
		query: 'job_type hostname is_alive',
		isPaged: true,
		answers: 'JobCollectionResponse'
	},
	'plugins list': {
		says: 'List plugins',
		sends: 'GET plugins',
		isPaged: true,
		answers: 'PluginCollectionResponse'
	},
	'plugins list-import-errors': {
		says: 'List the import errors of plugins',
		sends: 'GET plugins/importErrors',
		answers: 'PluginImportErrorCollectionResponse'
	},
	'pools get': {
		says: 'Show a pool',
		wants: 'pool_name',
		sends: 'GET pools/{pool_name}',
		answers: 'PoolResponse'
	},
	'pools list': {
		says: 'List pools',
		sends: 'GET pools',
		isPaged: true,
		answers: 'PoolCollectionResponse'
	},
	'pools create': {
		says: 'Create a pool',
		takes: ['pool', 'PoolBody'],
		sends: 'POST pools',
		body: 'filled',
		answers: 'PoolResponse'
	},
	'pools delete': {
		says: 'Delete a pool',
		wants: 'pool',
		sends: 'DELETE pools/{pool}',
		shows: 'pool'
	},
	'pools update': {
		says: 'Change a pool',
		takes: ['pool_body', 'PoolPatchBody'],
		sends: 'PATCH pools/{pool}',
		body: 'all',
		answers: 'PoolResponse'
	},
	'providers list': {
		says: 'List providers',
		sends: 'GET providers',
		isPaged: true,
		answers: 'ProviderCollectionResponse'
	},
	'variables get': {
		says: 'Show a variable',
		wants: 'variable_key',
		sends: 'GET variables/{variable_key}',
		answers: 'VariableResponse'
	},
	'variables list': {
		says: 'List variables',
		sends: 'GET variables',
		isPaged: true,
		answers: 'VariableCollectionResponse'
	},
	'variables create': {
		says: 'Create a variable',
		takes: ['variable', 'VariableBody'],
		sends: 'POST variables',
		body: 'filled',
		answers: 'VariableResponse'
	},
	'variables delete': {
		says: 'Delete a variable',
		wants: 'variable_key',
		sends: 'DELETE variables/{variable_key}',
		shows: 'variable_key'
	},
	'variables update': {
		says: 'Change a variable',
		takes: ['variable', 'VariableBody'],
		sends: 'PATCH variables/{key}',
		body: 'all',
		answers: 'VariableResponse'
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
