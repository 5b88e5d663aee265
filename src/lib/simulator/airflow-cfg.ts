import { readCfg } from './cfg.ts';
import type { World } from './world.ts';

/** Section → option → value. */
export type Cfg = Record<string, Record<string, string>>;

/** Options that Airflow never shows without being told to. @source configuration.py `sensitive_config_values` */
const SENSITIVE = [
	'api.secret_key',
	'api_auth.jwt_secret',
	'celery.broker_url',
	'celery.flower_basic_auth',
	'celery.result_backend',
	'core.fernet_key',
	'core.internal_api_secret_key',
	'database.sql_alchemy_conn',
	'database.sql_alchemy_conn_async',
	'database.sql_alchemy_engine_args',
	'secrets.backend_kwargs',
	'sentry.sentry_dsn',
	'smtp.smtp_password',
	'webserver.secret_key',
	'workers.secrets_backend_kwargs'
];

export const isSensitiveOption = (section: string, option: string): boolean =>
	SENSITIVE.includes(`${section.toLowerCase()}.${option.toLowerCase()}`);

/** The whole configuration: the line's defaults with what the learner wrote over them. */
export function wholeCfg(world: World, defaults: Cfg): Cfg {
	const whole: Cfg = Object.fromEntries(
		Object.entries(defaults).map(([section, options]) => [section, { ...options }])
	);
	for (const [path, value] of readCfg(world.cfg)) {
		const dot = path.indexOf('.');
		(whole[path.slice(0, dot)] ??= {})[path.slice(dot + 1)] = value;
	}
	return whole;
}

/** As the API answers it, sensitive values hidden or not. */
export const cfgSections = (cfg: Cfg, hides: boolean) =>
	Object.entries(cfg).map(([name, options]) => ({
		name,
		options: Object.entries(options).map(([key, value]) => ({
			key,
			value: hides && isSensitiveOption(name, key) ? '< hidden >' : value
		}))
	}));

/** The same as an INI text. */
export const cfgText = (sections: ReturnType<typeof cfgSections>): string =>
	sections
		.map(({ name, options }) =>
			[`[${name}]`, ...options.map(({ key, value }) => `${key} = ${value}`)].join('\n')
		)
		.join('\n\n');

export const NOT_EXPOSED =
	'Your Airflow administrator chose not to expose the configuration, most likely for security reasons.';

/** Python's reading of a boolean in a configuration file. */
export const isTrue = (value: string): boolean => ['true', 't', '1'].includes(value.toLowerCase());
