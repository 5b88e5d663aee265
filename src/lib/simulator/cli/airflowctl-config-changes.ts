/** What became of an option of `airflow.cfg` between Airflow 2 and 3. */
export interface ConfigChange {
	section: string;
	option: string;
	renamedTo?: readonly [section: string, option: string];
	/** A default that changed: what it was, what it is. */
	defaults?: readonly [was: string, is: string];
	/** Wrong only with this value. */
	wrongIf?: string;
	/** Removed only with a value that asks for it, so there is nothing to say about it. */
	isRemovedByValue: boolean;
	wasDeprecated: boolean;
	/** Not removed: only its default changed. */
	stays: boolean;
	/** What the program adds to its message. */
	advice: string;
}

/**
 * An option a line: its new name behind `->`, or `default`, what it was and is; `wrong-if` a value;
 * `by-value`, `sudden` (never deprecated) and `stays` as above.
 * @source airflowctl 0.1.5, ctl/commands/config_command.py `CONFIGS_CHANGES`
 */
const TABLE = `
admin.hide_sensitive_variable_fields -> core.hide_sensitive_var_conn_fields
admin.sensitive_variable_fields -> core.sensitive_var_conn_names
core.executor default SequentialExecutor LocalExecutor stays
core.hostname by-value
core.check_slas
core.strict_dataset_uri_validation
core.dag_default_view sudden
core.dag_orientation sudden
core.dataset_manager_class -> core.asset_manager_class
core.dataset_manager_kwargs -> core.asset_manager_kwargs
core.worker_precheck -> celery.worker_precheck
core.non_pooled_task_slot_count -> core.default_pool_task_slot_count
core.dag_concurrency -> core.max_active_tasks_per_dag
core.sql_alchemy_conn -> database.sql_alchemy_conn
core.sql_engine_encoding -> database.sql_engine_encoding
core.sql_engine_collation_for_ids -> database.sql_engine_collation_for_ids
core.sql_alchemy_pool_enabled -> database.sql_alchemy_pool_enabled
core.sql_alchemy_pool_size -> database.sql_alchemy_pool_size
core.sql_alchemy_max_overflow -> database.sql_alchemy_max_overflow
core.sql_alchemy_pool_recycle -> database.sql_alchemy_pool_recycle
core.sql_alchemy_pool_pre_ping -> database.sql_alchemy_pool_pre_ping
core.sql_alchemy_schema -> database.sql_alchemy_schema
core.sql_alchemy_connect_args -> database.sql_alchemy_connect_args
core.load_default_connections -> database.load_default_connections
core.max_db_retries -> database.max_db_retries
core.task_runner
core.enable_xcom_pickling
core.dag_file_processor_timeout -> dag_processor.dag_file_processor_timeout
core.dag_processor_manager_log_location
core.log_processor_filename_template
core.parallelism wrong-if 0 stays
api.access_control_allow_origin -> api.access_control_allow_origins
api.auth_backend -> fab.auth_backends
api.auth_backends -> fab.auth_backends
logging.enable_task_context_logger
logging.dag_processor_manager_log_location sudden
logging.dag_processor_manager_log_stdout sudden
logging.log_processor_filename_template sudden
logging.log_filename_template by-value
logging.log_filename_template by-value
metrics.metrics_use_pattern_match
metrics.timer_unit_consistency
metrics.statsd_allow_list -> metrics.metrics_allow_list
metrics.statsd_block_list -> metrics.metrics_block_list
traces.otel_task_log_event
operators.allow_illegal_arguments
webserver.allow_raw_html_descriptions
webserver.cookie_samesite
webserver.update_fab_perms -> fab.update_fab_perms
webserver.auth_rate_limited -> fab.auth_rate_limited
webserver.auth_rate_limit -> fab.auth_rate_limit
webserver.config_file -> fab.config_file
webserver.session_backend -> fab.session_backend
webserver.session_lifetime_days -> fab.session_lifetime_minutes
webserver.force_log_out_after -> fab.session_lifetime_minutes
webserver.session_lifetime_minutes -> fab.session_lifetime_minutes
webserver.base_url -> api.base_url
webserver.web_server_host -> api.host
webserver.web_server_port -> api.port
webserver.workers -> api.workers
webserver.web_server_worker_timeout -> api.worker_timeout
webserver.web_server_ssl_cert -> api.ssl_cert
webserver.web_server_ssl_key -> api.ssl_key
webserver.access_logfile -> api.access_logfile
webserver.error_logfile sudden
webserver.access_logformat sudden
webserver.web_server_master_timeout sudden
webserver.worker_refresh_batch_size sudden
webserver.worker_refresh_interval sudden
webserver.reload_on_plugin_change sudden
webserver.worker_class sudden
webserver.expose_stacktrace sudden
webserver.log_fetch_delay_sec sudden
webserver.log_auto_tailing_offset sudden
webserver.log_animation_speed sudden
webserver.default_dag_run_display_number sudden
webserver.enable_proxy_fix -> fab.enable_proxy_fix
webserver.proxy_fix_x_for -> fab.proxy_fix_x_for
webserver.proxy_fix_x_proto -> fab.proxy_fix_x_proto
webserver.proxy_fix_x_host -> fab.proxy_fix_x_host
webserver.proxy_fix_x_port -> fab.proxy_fix_x_port
webserver.proxy_fix_x_prefix -> fab.proxy_fix_x_prefix
webserver.expose_config -> api.expose_config
webserver.cookie_secure sudden
webserver.analytics_tool sudden
webserver.analytics_id sudden
webserver.analytics_url sudden
webserver.show_recent_stats_for_completed_runs sudden
webserver.run_internal_api sudden
webserver.caching_hash_method sudden
webserver.show_trigger_form_if_no_params sudden
webserver.num_recent_configurations_for_trigger sudden
webserver.allowed_payload_size sudden
webserver.max_form_memory_size sudden
webserver.max_form_parts sudden
webserver.default_ui_timezone sudden
policy.airflow_local_settings -> policy.task_policy
webserver.navbar_logo_text_color sudden
scheduler.dependency_detector
scheduler.allow_trigger_in_future
scheduler.catchup_by_default default True False stays
scheduler.create_cron_data_intervals default True False stays
scheduler.create_delta_data_intervals default True False stays
scheduler.processor_poll_interval -> scheduler.scheduler_idle_sleep_time
scheduler.deactivate_stale_dags_interval -> scheduler.parsing_cleanup_interval
scheduler.statsd_on -> metrics.statsd_on
scheduler.max_threads -> dag_processor.parsing_processes
scheduler.statsd_host -> metrics.statsd_host
scheduler.statsd_port -> metrics.statsd_port
scheduler.statsd_prefix -> metrics.statsd_prefix
scheduler.statsd_allow_list -> metrics.statsd_allow_list
scheduler.stat_name_handler -> metrics.stat_name_handler
scheduler.statsd_datadog_enabled -> metrics.statsd_datadog_enabled
scheduler.statsd_datadog_tags -> metrics.statsd_datadog_tags
scheduler.statsd_datadog_metrics_tags -> metrics.statsd_datadog_metrics_tags
scheduler.statsd_custom_client_path -> metrics.statsd_custom_client_path
scheduler.parsing_processes -> dag_processor.parsing_processes
scheduler.file_parsing_sort_mode -> dag_processor.file_parsing_sort_mode
scheduler.max_callbacks_per_loop -> dag_processor.max_callbacks_per_loop
scheduler.min_file_process_interval -> dag_processor.min_file_process_interval
scheduler.stale_dag_threshold -> dag_processor.stale_dag_threshold
scheduler.print_stats_interval -> dag_processor.print_stats_interval
scheduler.dag_dir_list_interval -> dag_processor.refresh_interval
scheduler.local_task_job_heartbeat_sec -> scheduler.task_instance_heartbeat_sec
scheduler.scheduler_zombie_task_threshold -> scheduler.task_instance_heartbeat_timeout
scheduler.zombie_detection_interval -> scheduler.task_instance_heartbeat_timeout_detection_interval
scheduler.child_process_log_directory -> logging.dag_processor_child_process_log_directory
celery.stalled_task_timeout -> scheduler.task_queued_timeout
celery.default_queue -> operators.default_queue
celery.task_adoption_timeout -> scheduler.task_queued_timeout
kubernetes_executor.worker_pods_pending_timeout -> scheduler.task_queued_timeout
kubernetes_executor.worker_pods_pending_timeout_check_interval -> scheduler.task_queued_timeout_check_interval
smtp.smtp_user
smtp.smtp_password
database.load_default_connections
triggerer.default_capacity -> triggerer.capacity
email.email_backend by-value
elasticsearch.log_id_template by-value
`;

const ADVICE: Readonly<Record<string, string>> = {
	'core.check_slas':
		'The SLA feature is removed in Airflow 3.0, to be replaced with Airflow Alerts in future',
	'core.strict_dataset_uri_validation':
		'Dataset URI with a defined scheme will now always be validated strictly, raising a hard error on validation failure.',
	'core.parallelism':
		'Please set the `parallelism` configuration parameter to a value greater than 0.',
	'logging.enable_task_context_logger':
		'Remove TaskContextLogger: Replaced by the Log table for better handling of task log messages outside the execution context.',
	'metrics.timer_unit_consistency':
		'In Airflow 3.0, the `timer_unit_consistency` setting in the `metrics` section is removed as it is now the default behaviour. This is done to standardize all timer and timing metrics to milliseconds across all metric loggers',
	'scheduler.catchup_by_default':
		'In Airflow 3.0 the default value for `catchup_by_default` is set to `False`. This means that Dags without explicit definition of the `catchup` parameter will not catchup by default. If your Dags rely on catchup behavior, not explicitly defined in the Dag definition, set this configuration parameter to `True` in the `scheduler` section of your `airflow.cfg` to enable the behavior from Airflow 2.x.',
	'smtp.smtp_user': 'Please use the SMTP connection (`smtp_default`).',
	'smtp.smtp_password': 'Please use the SMTP connection (`smtp_default`).'
};

export const CONFIG_CHANGES: readonly ConfigChange[] = TABLE.trim().split('\n').map(read);

function read(line: string): ConfigChange {
	const [name = '', ...words] = line.split(' ');
	const behind = (word: string, count = 1) =>
		words.includes(word) ? words.slice(words.indexOf(word) + 1).slice(0, count) : undefined;
	const [section, option] = apart(name);
	const [newName] = behind('->') ?? [];
	const [was, is] = behind('default', 2) ?? [];
	const [wrongIf] = behind('wrong-if') ?? [];
	return {
		section,
		option,
		isRemovedByValue: words.includes('by-value'),
		wasDeprecated: !words.includes('sudden'),
		stays: words.includes('stays'),
		advice: ADVICE[name] ?? '',
		...(newName === undefined ? {} : { renamedTo: apart(newName) }),
		...(was === undefined || is === undefined ? {} : { defaults: [was, is] as const }),
		...(wrongIf === undefined ? {} : { wrongIf })
	};
}

function apart(name: string): [string, string] {
	const dot = name.indexOf('.');
	return [name.slice(0, dot), name.slice(dot + 1)];
}
