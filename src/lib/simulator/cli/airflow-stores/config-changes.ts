import { CONFIG_CHANGES, type ConfigChange } from '#lib/simulator/cli/airflowctl-config-changes.ts';
import type { Line } from '#lib/simulator/cli/airflow-core/command.ts';

/** What `airflow` of that line knows of options that changed; 3 learned of some more. */
export const changesOf = (line: Line): readonly ConfigChange[] =>
	line === '2' ? CONFIG_CHANGES : [...CONFIG_CHANGES.map(inThree), ...LATER];

/** Whether leaving it as it is breaks something. @source config_command.py `breaking` */
export const isBreaking = (line: Line, { section, option }: ConfigChange): boolean =>
	(line === '2' ? BREAKING_2 : BREAKING_3).includes(`${section}.${option}`);

const BOTH = ['logging.log_filename_template', 'elasticsearch.log_id_template'];
const BREAKING_3 = [...BOTH, 'webserver.cookie_samesite', 'webserver.cookie_secure'];
const BREAKING_2 = [
	...BOTH,
	'core.executor',
	...['web_server_host', 'web_server_port', 'workers', 'web_server_ssl_cert', 'web_server_ssl_key'],
	...['access_logfile', 'enable_proxy_fix', 'proxy_fix_x_for', 'proxy_fix_x_proto'],
	...['proxy_fix_x_host', 'proxy_fix_x_port', 'proxy_fix_x_prefix'],
	'scheduler.catchup_by_default',
	'scheduler.create_cron_data_intervals',
	'scheduler.create_delta_data_intervals',
	'scheduler.dag_dir_list_interval',
	'triggerer.default_capacity'
].map((name) => (name.includes('.') ? name : `webserver.${name}`));

const inThree = (change: ConfigChange): ConfigChange =>
	change.section === 'webserver' && /^cookie_s/.test(change.option)
		? { ...change, renamedTo: ['fab', change.option] }
		: change;

/** `sudden`: never deprecated. @source airflow/cli/commands/config_command.py (3.3) `CONFIGS_CHANGES` */
const LATER: readonly ConfigChange[] = `
webserver.audit_view_included_events
webserver.audit_view_excluded_events
webserver.instance_name api
webserver.access_denied_message fab
webserver.expose_hostname fab
webserver.navbar_color fab
webserver.navbar_text_color fab
webserver.navbar_hover_color fab
webserver.navbar_text_hover_color fab
webserver.x_frame_enabled sudden
webserver.secret_key api
webserver.grid_view_sorting_order api
webserver.enable_swagger_ui api
webserver.log_fetch_timeout_sec api
webserver.hide_paused_dags_by_default api
webserver.page_size api
webserver.default_wrap api
webserver.require_confirmation_dag_change api
webserver.instance_name_has_markup sudden
webserver.warn_deployment_exposure sudden
webserver.auto_refresh_interval api
api.page_size api.fallback_page_limit
scheduler.dag_stale_not_seen_duration
`
	.trim()
	.split('\n')
	.map((line) => {
		const [name = '', word] = line.split(' ');
		const [section = '', option = ''] = name.split('.');
		const [newSection, newOption = option] =
			(word === 'sudden' ? undefined : word)?.split('.') ?? [];
		return {
			section,
			option,
			isRemovedByValue: false,
			wasDeprecated: word !== 'sudden',
			stays: false,
			advice: '',
			...(newSection === undefined ? {} : { renamedTo: [newSection, newOption] as const })
		};
	});
