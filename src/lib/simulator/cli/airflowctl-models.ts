/**
 * What the program knows of the bodies it sends and gets: a model's name, and below it a word for each
 * field, `name:type`, in their order. `?` = may be null or absent, `=` = what it is then, `[…]` = a
 * list, `<=` and `>=` = limits, `~name` = only letters, digits, `_`, `.` and `-`.
 * @source airflowctl 0.1.5, api/datamodels/generated.py
 */
const TABLE = `
AppBuilderMenuItemResponse
	name:str href:str category:str?
AppBuilderViewResponse
	name:str? category:str? view:str? label:str?
AssetAliasCollectionResponse
	asset_aliases:[AssetAliasResponse] total_entries:int
AssetAliasResponse
	id:int name:str group:str
AssetCollectionResponse
	assets:[AssetResponse] total_entries:int
AssetEventResponse
	id:int asset_id:int uri:str? name:str? group:str? extra:dict? source_task_id:str?
	source_dag_id:str? source_run_id:str? source_map_index:int
	created_dagruns:[DagRunAssetReference] timestamp:datetime partition_key:str?
AssetResponse
	id:int name:str uri:str group:str extra:dict? created_at:datetime updated_at:datetime
	scheduled_dags:[DagScheduleAssetReference] producing_tasks:[TaskOutletAssetReference]
	consuming_tasks:[TaskInletAssetReference] aliases:[AssetAliasResponse]
	watchers:[AssetWatcherResponse] last_asset_event:LastAssetEventResponse?
AssetWatcherResponse
	name:str trigger_id:int created_date:datetime
BackfillCollectionResponse
	backfills:[BackfillResponse] total_entries:int
BackfillPostBody
	dag_id:str from_date:datetime to_date:datetime run_backwards:bool?=false dag_run_conf:dict?
	reprocess_behavior:ReprocessBehavior?="none" max_active_runs:int?=10
	run_on_latest_version:bool?
BackfillResponse
	id:int>=0 dag_id:str from_date:datetime to_date:datetime dag_run_conf:dict? is_paused:bool
	reprocess_behavior:ReprocessBehavior max_active_runs:int created_at:datetime
	completed_at:datetime? updated_at:datetime dag_display_name:str
BulkActionResponse
	success:[str]?=[] errors:[dict]?=[]
BulkResponse
	create:BulkActionResponse? update:BulkActionResponse? delete:BulkActionResponse?
Config
	sections:[ConfigSection]
ConfigOption
	key:str value:any
ConfigSection
	name:str options:[ConfigOption]
ConnectionBody
	connection_id:str<=200~name conn_type:str description:str? host:str? login:str? schema_:str?
	port:int? password:str? extra:str? team_name:str<=50?
ConnectionCollectionResponse
	connections:[ConnectionResponse] total_entries:int
ConnectionResponse
	connection_id:str conn_type:str description:str? host:str? login:str? schema_:str? port:int?
	password:str? extra:str? team_name:str?
ConnectionTestResponse
	status:bool message:str
CreateAssetEventsBody
	asset_id:int partition_key:str? extra:dict?
DAGCollectionResponse
	dags:[DAGResponse] total_entries:int
DAGDetailsResponse
	dag_id:str dag_display_name:str is_paused:bool is_stale:bool last_parsed_time:datetime?
	last_parse_duration:float? last_expired:datetime? bundle_name:str? bundle_version:str?
	relative_fileloc:str? fileloc:str description:str? timetable_summary:str?
	timetable_description:str? timetable_partitioned:bool timetable_periodic:bool
	tags:[DagTagResponse] max_active_tasks:int max_active_runs:int?
	max_consecutive_failed_dag_runs:int has_task_concurrency_limits:bool has_import_errors:bool
	next_dagrun_logical_date:datetime? next_dagrun_data_interval_start:datetime?
	next_dagrun_data_interval_end:datetime? next_dagrun_run_after:datetime?
	allowed_run_types:[DagRunType]? owners:[str] catchup:bool dag_run_timeout:duration?
	asset_expression:dict? doc_md:str? start_date:datetime? end_date:datetime?
	is_paused_upon_creation:bool? params:dict? render_template_as_native_obj:bool
	template_search_path:[str]? timezone:str? last_parsed:datetime? default_args:dict?
	rerun_with_latest_version:bool? owner_links:dict? is_favorite:bool?=false
	active_runs_count:int?=0 is_backfillable:bool file_token:str concurrency:int
	latest_dag_version:DagVersionResponse?
DAGPatchBody
	is_paused:bool
DAGResponse
	dag_id:str dag_display_name:str is_paused:bool is_stale:bool last_parsed_time:datetime?
	last_parse_duration:float? last_expired:datetime? bundle_name:str? bundle_version:str?
	relative_fileloc:str? fileloc:str description:str? timetable_summary:str?
	timetable_description:str? timetable_partitioned:bool timetable_periodic:bool
	tags:[DagTagResponse] max_active_tasks:int max_active_runs:int?
	max_consecutive_failed_dag_runs:int has_task_concurrency_limits:bool has_import_errors:bool
	next_dagrun_logical_date:datetime? next_dagrun_data_interval_start:datetime?
	next_dagrun_data_interval_end:datetime? next_dagrun_run_after:datetime?
	allowed_run_types:[DagRunType]? owners:[str] is_backfillable:bool file_token:str
DAGRunCollectionResponse
	dag_runs:[DAGRunResponse] total_entries:int? next_cursor:str? previous_cursor:str?
DAGRunResponse
	dag_run_id:str dag_id:str logical_date:datetime? queued_at:datetime? start_date:datetime?
	end_date:datetime? duration:float? data_interval_start:datetime? data_interval_end:datetime?
	run_after:datetime last_scheduling_decision:datetime? run_type:DagRunType state:DagRunState
	triggered_by:DagRunTriggeredByType? triggering_user_name:str? conf:dict? note:str?
	dag_versions:[DagVersionResponse] bundle_version:str? dag_display_name:str
	partition_key:str?
DAGTagCollectionResponse
	tags:[str] total_entries:int
DAGVersionCollectionResponse
	dag_versions:[DagVersionResponse] total_entries:int
DAGWarningCollectionResponse
	dag_warnings:[DAGWarningResponse] total_entries:int
DAGWarningResponse
	dag_id:str warning_type:DagWarningType message:str timestamp:datetime dag_display_name:str
DagRunAssetReference
	run_id:str dag_id:str logical_date:datetime? start_date:datetime end_date:datetime?
	state:str data_interval_start:datetime? data_interval_end:datetime? partition_key:str?
DagScheduleAssetReference
	dag_id:str created_at:datetime updated_at:datetime
DagStatsCollectionResponse
	dags:[DagStatsResponse] total_entries:int
DagStatsResponse
	dag_id:str dag_display_name:str stats:[DagStatsStateResponse]
DagStatsStateResponse
	state:DagRunState count:int
DagTagResponse
	name:str dag_id:str dag_display_name:str
DagVersionResponse
	id:str version_number:int dag_id:str bundle_name:str? bundle_version:str?
	created_at:datetime dag_display_name:str bundle_url:str?
ExternalViewResponse
	name:str icon:str? icon_dark_mode:str? url_route:str? category:str? href:str
	destination:Destination?="nav"
FastAPIAppResponse
	app:str url_prefix:str name:str
FastAPIRootMiddlewareResponse
	middleware:str name:str
ImportErrorCollectionResponse
	import_errors:[ImportErrorResponse] total_entries:int
ImportErrorResponse
	import_error_id:int timestamp:datetime filename:str bundle_name:str? stack_trace:str
JobCollectionResponse
	jobs:[JobResponse] total_entries:int
JobResponse
	id:int dag_id:str? state:str? job_type:str? start_date:datetime? end_date:datetime?
	latest_heartbeat:datetime? executor_class:str? hostname:str? unixname:str?
	dag_display_name:str?
LastAssetEventResponse
	id:int>=0? timestamp:datetime?
PluginCollectionResponse
	plugins:[PluginResponse] total_entries:int
PluginImportErrorCollectionResponse
	import_errors:[PluginImportErrorResponse] total_entries:int
PluginImportErrorResponse
	source:str error:str
PluginResponse
	name:str macros:[str] flask_blueprints:[str] fastapi_apps:[FastAPIAppResponse]
	fastapi_root_middlewares:[FastAPIRootMiddlewareResponse]
	external_views:[ExternalViewResponse] react_apps:[ReactAppResponse]
	appbuilder_views:[AppBuilderViewResponse] appbuilder_menu_items:[AppBuilderMenuItemResponse]
	global_operator_extra_links:[str] operator_extra_links:[str] source:str listeners:[str]
	timetables:[str]
PoolBody
	name:str<=256 slots:int>=-1 description:str? include_deferred:bool?=false team_name:str<=50?
PoolCollectionResponse
	pools:[PoolResponse] total_entries:int
PoolPatchBody
	pool:str? slots:int>=-1? description:str? include_deferred:bool? team_name:str<=50?
PoolResponse
	name:str slots:int>=-1 description:str? include_deferred:bool occupied_slots:int
	running_slots:int queued_slots:int scheduled_slots:int open_slots:int deferred_slots:int
	team_name:str?
ProviderCollectionResponse
	providers:[ProviderResponse] total_entries:int
ProviderResponse
	package_name:str description:str version:str documentation_url:str?
QueuedEventCollectionResponse
	queued_events:[QueuedEventResponse] total_entries:int
QueuedEventResponse
	dag_id:str asset_id:int created_at:datetime dag_display_name:str
ReactAppResponse
	name:str icon:str? icon_dark_mode:str? url_route:str? category:str? bundle_url:str
	destination:Destination1?="nav"
TaskInletAssetReference
	dag_id:str task_id:str created_at:datetime updated_at:datetime
TaskOutletAssetReference
	dag_id:str task_id:str created_at:datetime updated_at:datetime
TriggerDAGRunPostBody
	dag_run_id:str? data_interval_start:datetime? data_interval_end:datetime?
	logical_date:datetime? run_after:datetime? conf:dict? note:str? partition_key:str?
VariableBody
	key:str<=250 value:any description:str? team_name:str<=50?
VariableCollectionResponse
	variables:[VariableResponse] total_entries:int
VariableResponse
	key:str value:str description:str? is_encrypted:bool team_name:str?
VersionInfo
	version:str git_version:str?
XComCollectionResponse
	xcom_entries:[XComResponse] total_entries:int
XComResponse
	key:str timestamp:datetime logical_date:datetime? map_index:int task_id:str dag_id:str
	run_id:str dag_display_name:str task_display_name:str run_after:datetime
XComResponseNative
	key:str timestamp:datetime logical_date:datetime? map_index:int task_id:str dag_id:str
	run_id:str dag_display_name:str task_display_name:str run_after:datetime value:any
`;

/** A model's fields, one word each. */
export const MODELS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
	TABLE.trim()
		.split(/\n(?=\w)/)
		.map((block): [string, string[]] => {
			const [name = '', ...fields] = block.split(/\s+/);
			return [name, fields];
		})
);

/** The words a field may hold. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
	DagRunState: ['queued', 'running', 'success', 'failed'],
	DagRunTriggeredByType: [
		'cli',
		'operator',
		'rest_api',
		'ui',
		'test',
		'timetable',
		'asset',
		'backfill'
	],
	DagRunType: [
		'backfill',
		'scheduled',
		'manual',
		'operator_triggered',
		'asset_triggered',
		'asset_materialization'
	],
	DagWarningType: ['asset conflict', 'non-existent pool', 'runtime varying value'],
	Destination: ['nav', 'dag', 'dag_run', 'task', 'task_instance', 'base'],
	Destination1: ['nav', 'dag', 'dag_run', 'task', 'task_instance', 'base', 'dashboard'],
	ReprocessBehavior: ['failed', 'completed', 'none']
};
