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
	isRemovedByValue?: true;
	wasNotDeprecated?: true;
	/** Not removed: only its default changed. */
	stays?: true;
	/** What the program adds to its message. */
	advice?: string;
}

/** @source airflowctl 0.1.5, ctl/commands/config_command.py `CONFIGS_CHANGES` */
export const CONFIG_CHANGES: readonly ConfigChange[] = [
	{
		section: 'admin',
		option: 'hide_sensitive_variable_fields',
		renamedTo: ['core', 'hide_sensitive_var_conn_fields']
	},
	{
		section: 'admin',
		option: 'sensitive_variable_fields',
		renamedTo: ['core', 'sensitive_var_conn_names']
	},
	{
		section: 'core',
		option: 'executor',
		defaults: ['SequentialExecutor', 'LocalExecutor'],
		stays: true
	},
	{ section: 'core', option: 'hostname', isRemovedByValue: true },
	{
		section: 'core',
		option: 'check_slas',
		advice:
			'The SLA feature is removed in Airflow 3.0, to be replaced with Airflow Alerts in future'
	},
	{
		section: 'core',
		option: 'strict_dataset_uri_validation',
		advice:
			'Dataset URI with a defined scheme will now always be validated strictly, raising a hard error on validation failure.'
	},
	{ section: 'core', option: 'dag_default_view', wasNotDeprecated: true },
	{ section: 'core', option: 'dag_orientation', wasNotDeprecated: true },
	{ section: 'core', option: 'dataset_manager_class', renamedTo: ['core', 'asset_manager_class'] },
	{
		section: 'core',
		option: 'dataset_manager_kwargs',
		renamedTo: ['core', 'asset_manager_kwargs']
	},
	{ section: 'core', option: 'worker_precheck', renamedTo: ['celery', 'worker_precheck'] },
	{
		section: 'core',
		option: 'non_pooled_task_slot_count',
		renamedTo: ['core', 'default_pool_task_slot_count']
	},
	{ section: 'core', option: 'dag_concurrency', renamedTo: ['core', 'max_active_tasks_per_dag'] },
	{ section: 'core', option: 'sql_alchemy_conn', renamedTo: ['database', 'sql_alchemy_conn'] },
	{
		section: 'core',
		option: 'sql_engine_encoding',
		renamedTo: ['database', 'sql_engine_encoding']
	},
	{
		section: 'core',
		option: 'sql_engine_collation_for_ids',
		renamedTo: ['database', 'sql_engine_collation_for_ids']
	},
	{
		section: 'core',
		option: 'sql_alchemy_pool_enabled',
		renamedTo: ['database', 'sql_alchemy_pool_enabled']
	},
	{
		section: 'core',
		option: 'sql_alchemy_pool_size',
		renamedTo: ['database', 'sql_alchemy_pool_size']
	},
	{
		section: 'core',
		option: 'sql_alchemy_max_overflow',
		renamedTo: ['database', 'sql_alchemy_max_overflow']
	},
	{
		section: 'core',
		option: 'sql_alchemy_pool_recycle',
		renamedTo: ['database', 'sql_alchemy_pool_recycle']
	},
	{
		section: 'core',
		option: 'sql_alchemy_pool_pre_ping',
		renamedTo: ['database', 'sql_alchemy_pool_pre_ping']
	},
	{ section: 'core', option: 'sql_alchemy_schema', renamedTo: ['database', 'sql_alchemy_schema'] },
	{
		section: 'core',
		option: 'sql_alchemy_connect_args',
		renamedTo: ['database', 'sql_alchemy_connect_args']
	},
	{
		section: 'core',
		option: 'load_default_connections',
		renamedTo: ['database', 'load_default_connections']
	},
	{ section: 'core', option: 'max_db_retries', renamedTo: ['database', 'max_db_retries'] },
	{ section: 'core', option: 'task_runner' },
	{ section: 'core', option: 'enable_xcom_pickling' },
	{
		section: 'core',
		option: 'dag_file_processor_timeout',
		renamedTo: ['dag_processor', 'dag_file_processor_timeout']
	},
	{ section: 'core', option: 'dag_processor_manager_log_location' },
	{ section: 'core', option: 'log_processor_filename_template' },
	{
		section: 'core',
		option: 'parallelism',
		wrongIf: '0',
		stays: true,
		advice: 'Please set the `parallelism` configuration parameter to a value greater than 0.'
	},
	{
		section: 'api',
		option: 'access_control_allow_origin',
		renamedTo: ['api', 'access_control_allow_origins']
	},
	{ section: 'api', option: 'auth_backend', renamedTo: ['fab', 'auth_backends'] },
	{ section: 'api', option: 'auth_backends', renamedTo: ['fab', 'auth_backends'] },
	{
		section: 'logging',
		option: 'enable_task_context_logger',
		advice:
			'Remove TaskContextLogger: Replaced by the Log table for better handling of task log messages outside the execution context.'
	},
	{ section: 'logging', option: 'dag_processor_manager_log_location', wasNotDeprecated: true },
	{ section: 'logging', option: 'dag_processor_manager_log_stdout', wasNotDeprecated: true },
	{ section: 'logging', option: 'log_processor_filename_template', wasNotDeprecated: true },
	{ section: 'logging', option: 'log_filename_template', isRemovedByValue: true },
	{ section: 'logging', option: 'log_filename_template', isRemovedByValue: true },
	{ section: 'metrics', option: 'metrics_use_pattern_match' },
	{
		section: 'metrics',
		option: 'timer_unit_consistency',
		advice:
			'In Airflow 3.0, the `timer_unit_consistency` setting in the `metrics` section is removed as it is now the default behaviour. This is done to standardize all timer and timing metrics to milliseconds across all metric loggers'
	},
	{ section: 'metrics', option: 'statsd_allow_list', renamedTo: ['metrics', 'metrics_allow_list'] },
	{ section: 'metrics', option: 'statsd_block_list', renamedTo: ['metrics', 'metrics_block_list'] },
	{ section: 'traces', option: 'otel_task_log_event' },
	{ section: 'operators', option: 'allow_illegal_arguments' },
	{ section: 'webserver', option: 'allow_raw_html_descriptions' },
	{ section: 'webserver', option: 'cookie_samesite' },
	{ section: 'webserver', option: 'update_fab_perms', renamedTo: ['fab', 'update_fab_perms'] },
	{ section: 'webserver', option: 'auth_rate_limited', renamedTo: ['fab', 'auth_rate_limited'] },
	{ section: 'webserver', option: 'auth_rate_limit', renamedTo: ['fab', 'auth_rate_limit'] },
	{ section: 'webserver', option: 'config_file', renamedTo: ['fab', 'config_file'] },
	{ section: 'webserver', option: 'session_backend', renamedTo: ['fab', 'session_backend'] },
	{
		section: 'webserver',
		option: 'session_lifetime_days',
		renamedTo: ['fab', 'session_lifetime_minutes']
	},
	{
		section: 'webserver',
		option: 'force_log_out_after',
		renamedTo: ['fab', 'session_lifetime_minutes']
	},
	{
		section: 'webserver',
		option: 'session_lifetime_minutes',
		renamedTo: ['fab', 'session_lifetime_minutes']
	},
	{ section: 'webserver', option: 'base_url', renamedTo: ['api', 'base_url'] },
	{ section: 'webserver', option: 'web_server_host', renamedTo: ['api', 'host'] },
	{ section: 'webserver', option: 'web_server_port', renamedTo: ['api', 'port'] },
	{ section: 'webserver', option: 'workers', renamedTo: ['api', 'workers'] },
	{
		section: 'webserver',
		option: 'web_server_worker_timeout',
		renamedTo: ['api', 'worker_timeout']
	},
	{ section: 'webserver', option: 'web_server_ssl_cert', renamedTo: ['api', 'ssl_cert'] },
	{ section: 'webserver', option: 'web_server_ssl_key', renamedTo: ['api', 'ssl_key'] },
	{ section: 'webserver', option: 'access_logfile', renamedTo: ['api', 'access_logfile'] },
	{ section: 'webserver', option: 'error_logfile', wasNotDeprecated: true },
	{ section: 'webserver', option: 'access_logformat', wasNotDeprecated: true },
	{ section: 'webserver', option: 'web_server_master_timeout', wasNotDeprecated: true },
	{ section: 'webserver', option: 'worker_refresh_batch_size', wasNotDeprecated: true },
	{ section: 'webserver', option: 'worker_refresh_interval', wasNotDeprecated: true },
	{ section: 'webserver', option: 'reload_on_plugin_change', wasNotDeprecated: true },
	{ section: 'webserver', option: 'worker_class', wasNotDeprecated: true },
	{ section: 'webserver', option: 'expose_stacktrace', wasNotDeprecated: true },
	{ section: 'webserver', option: 'log_fetch_delay_sec', wasNotDeprecated: true },
	{ section: 'webserver', option: 'log_auto_tailing_offset', wasNotDeprecated: true },
	{ section: 'webserver', option: 'log_animation_speed', wasNotDeprecated: true },
	{ section: 'webserver', option: 'default_dag_run_display_number', wasNotDeprecated: true },
	{ section: 'webserver', option: 'enable_proxy_fix', renamedTo: ['fab', 'enable_proxy_fix'] },
	{ section: 'webserver', option: 'proxy_fix_x_for', renamedTo: ['fab', 'proxy_fix_x_for'] },
	{ section: 'webserver', option: 'proxy_fix_x_proto', renamedTo: ['fab', 'proxy_fix_x_proto'] },
	{ section: 'webserver', option: 'proxy_fix_x_host', renamedTo: ['fab', 'proxy_fix_x_host'] },
	{ section: 'webserver', option: 'proxy_fix_x_port', renamedTo: ['fab', 'proxy_fix_x_port'] },
	{ section: 'webserver', option: 'proxy_fix_x_prefix', renamedTo: ['fab', 'proxy_fix_x_prefix'] },
	{ section: 'webserver', option: 'expose_config', renamedTo: ['api', 'expose_config'] },
	{ section: 'webserver', option: 'cookie_secure', wasNotDeprecated: true },
	{ section: 'webserver', option: 'analytics_tool', wasNotDeprecated: true },
	{ section: 'webserver', option: 'analytics_id', wasNotDeprecated: true },
	{ section: 'webserver', option: 'analytics_url', wasNotDeprecated: true },
	{ section: 'webserver', option: 'show_recent_stats_for_completed_runs', wasNotDeprecated: true },
	{ section: 'webserver', option: 'run_internal_api', wasNotDeprecated: true },
	{ section: 'webserver', option: 'caching_hash_method', wasNotDeprecated: true },
	{ section: 'webserver', option: 'show_trigger_form_if_no_params', wasNotDeprecated: true },
	{ section: 'webserver', option: 'num_recent_configurations_for_trigger', wasNotDeprecated: true },
	{ section: 'webserver', option: 'allowed_payload_size', wasNotDeprecated: true },
	{ section: 'webserver', option: 'max_form_memory_size', wasNotDeprecated: true },
	{ section: 'webserver', option: 'max_form_parts', wasNotDeprecated: true },
	{ section: 'webserver', option: 'default_ui_timezone', wasNotDeprecated: true },
	{ section: 'policy', option: 'airflow_local_settings', renamedTo: ['policy', 'task_policy'] },
	{ section: 'webserver', option: 'navbar_logo_text_color', wasNotDeprecated: true },
	{ section: 'scheduler', option: 'dependency_detector' },
	{ section: 'scheduler', option: 'allow_trigger_in_future' },
	{
		section: 'scheduler',
		option: 'catchup_by_default',
		defaults: ['True', 'False'],
		stays: true,
		advice:
			'In Airflow 3.0 the default value for `catchup_by_default` is set to `False`. This means that Dags without explicit definition of the `catchup` parameter will not catchup by default. If your Dags rely on catchup behavior, not explicitly defined in the Dag definition, set this configuration parameter to `True` in the `scheduler` section of your `airflow.cfg` to enable the behavior from Airflow 2.x.'
	},
	{
		section: 'scheduler',
		option: 'create_cron_data_intervals',
		defaults: ['True', 'False'],
		stays: true
	},
	{
		section: 'scheduler',
		option: 'create_delta_data_intervals',
		defaults: ['True', 'False'],
		stays: true
	},
	{
		section: 'scheduler',
		option: 'processor_poll_interval',
		renamedTo: ['scheduler', 'scheduler_idle_sleep_time']
	},
	{
		section: 'scheduler',
		option: 'deactivate_stale_dags_interval',
		renamedTo: ['scheduler', 'parsing_cleanup_interval']
	},
	{ section: 'scheduler', option: 'statsd_on', renamedTo: ['metrics', 'statsd_on'] },
	{
		section: 'scheduler',
		option: 'max_threads',
		renamedTo: ['dag_processor', 'parsing_processes']
	},
	{ section: 'scheduler', option: 'statsd_host', renamedTo: ['metrics', 'statsd_host'] },
	{ section: 'scheduler', option: 'statsd_port', renamedTo: ['metrics', 'statsd_port'] },
	{ section: 'scheduler', option: 'statsd_prefix', renamedTo: ['metrics', 'statsd_prefix'] },
	{
		section: 'scheduler',
		option: 'statsd_allow_list',
		renamedTo: ['metrics', 'statsd_allow_list']
	},
	{
		section: 'scheduler',
		option: 'stat_name_handler',
		renamedTo: ['metrics', 'stat_name_handler']
	},
	{
		section: 'scheduler',
		option: 'statsd_datadog_enabled',
		renamedTo: ['metrics', 'statsd_datadog_enabled']
	},
	{
		section: 'scheduler',
		option: 'statsd_datadog_tags',
		renamedTo: ['metrics', 'statsd_datadog_tags']
	},
	{
		section: 'scheduler',
		option: 'statsd_datadog_metrics_tags',
		renamedTo: ['metrics', 'statsd_datadog_metrics_tags']
	},
	{
		section: 'scheduler',
		option: 'statsd_custom_client_path',
		renamedTo: ['metrics', 'statsd_custom_client_path']
	},
	{
		section: 'scheduler',
		option: 'parsing_processes',
		renamedTo: ['dag_processor', 'parsing_processes']
	},
	{
		section: 'scheduler',
		option: 'file_parsing_sort_mode',
		renamedTo: ['dag_processor', 'file_parsing_sort_mode']
	},
	{
		section: 'scheduler',
		option: 'max_callbacks_per_loop',
		renamedTo: ['dag_processor', 'max_callbacks_per_loop']
	},
	{
		section: 'scheduler',
		option: 'min_file_process_interval',
		renamedTo: ['dag_processor', 'min_file_process_interval']
	},
	{
		section: 'scheduler',
		option: 'stale_dag_threshold',
		renamedTo: ['dag_processor', 'stale_dag_threshold']
	},
	{
		section: 'scheduler',
		option: 'print_stats_interval',
		renamedTo: ['dag_processor', 'print_stats_interval']
	},
	{
		section: 'scheduler',
		option: 'dag_dir_list_interval',
		renamedTo: ['dag_processor', 'refresh_interval']
	},
	{
		section: 'scheduler',
		option: 'local_task_job_heartbeat_sec',
		renamedTo: ['scheduler', 'task_instance_heartbeat_sec']
	},
	{
		section: 'scheduler',
		option: 'scheduler_zombie_task_threshold',
		renamedTo: ['scheduler', 'task_instance_heartbeat_timeout']
	},
	{
		section: 'scheduler',
		option: 'zombie_detection_interval',
		renamedTo: ['scheduler', 'task_instance_heartbeat_timeout_detection_interval']
	},
	{
		section: 'scheduler',
		option: 'child_process_log_directory',
		renamedTo: ['logging', 'dag_processor_child_process_log_directory']
	},
	{
		section: 'celery',
		option: 'stalled_task_timeout',
		renamedTo: ['scheduler', 'task_queued_timeout']
	},
	{ section: 'celery', option: 'default_queue', renamedTo: ['operators', 'default_queue'] },
	{
		section: 'celery',
		option: 'task_adoption_timeout',
		renamedTo: ['scheduler', 'task_queued_timeout']
	},
	{
		section: 'kubernetes_executor',
		option: 'worker_pods_pending_timeout',
		renamedTo: ['scheduler', 'task_queued_timeout']
	},
	{
		section: 'kubernetes_executor',
		option: 'worker_pods_pending_timeout_check_interval',
		renamedTo: ['scheduler', 'task_queued_timeout_check_interval']
	},
	{
		section: 'smtp',
		option: 'smtp_user',
		advice: 'Please use the SMTP connection (`smtp_default`).'
	},
	{
		section: 'smtp',
		option: 'smtp_password',
		advice: 'Please use the SMTP connection (`smtp_default`).'
	},
	{ section: 'database', option: 'load_default_connections' },
	{ section: 'triggerer', option: 'default_capacity', renamedTo: ['triggerer', 'capacity'] },
	{ section: 'email', option: 'email_backend', isRemovedByValue: true },
	{ section: 'elasticsearch', option: 'log_id_template', isRemovedByValue: true }
];
