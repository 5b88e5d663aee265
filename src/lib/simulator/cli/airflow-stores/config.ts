import { HIDDEN, isSensitive } from '#lib/simulator/airflow-cfg.ts';
import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { lintConfig } from './config-lint.ts';
import { updateConfig } from './config-update.ts';
import { CFG_RULES, cfgOf, defaultOf, optionNames, settingOf } from './settings.ts';

/** @source airflow/cli/commands/config_command.py */
export const CONFIG_COMMANDS: readonly Command[] = [
	{
		name: 'config get-value',
		run(session, values) {
			const [section, option] = [textOf(values, 'section') ?? '', textOf(values, 'option') ?? ''];
			const value = settingOf(session, section, option);
			if (value === undefined) missOption(session, section, option);
			else session.print(value);
		}
	},
	{ name: 'config list', run: listConfig },
	{ name: 'config lint', run: lintConfig },
	{ name: 'config update', run: updateConfig }
];

/** What Airflow logs of an option that nobody knows. @source airflow/configuration.py `get` */
export function missOption(session: Session, section: string, option: string): void {
	session.log({
		level: 'warning',
		text: `section/key [${section.toLowerCase()}/${option.toLowerCase()}] not found in config`,
		logger: 'airflow._shared.configuration.parser',
		at: session.line === '2' ? 'configuration.py:1190' : 'parser.py:1455'
	});
}

/**
 * The settings as an INI text. Airflow's descriptions and examples of its options are not part of the
 * simulation, so nothing stands where `-d` and `-e` would show them.
 * @source airflow/configuration.py `AirflowConfigParser.write`
 */
function listConfig(session: Session, values: Values): void {
	const { line } = session;
	const only = textOf(values, 'section');
	const onlyDefaults = isOn(values, 'defaults');
	const showsValues = line === '2' || isOn(values, 'show_values');
	if (!showsValues)
		session.complain(
			'Values are hidden by default. Use `--show-values` to display them (may include sensitive data).'
		);
	const cfg = cfgOf(session);
	const showsSource = isOn(values, 'include_sources') && !onlyDefaults;
	const showsVariable = isOn(values, 'include_env_vars') || onlyDefaults;
	const showsWords = isOn(values, 'include_descriptions') || onlyDefaults;
	const isCommented = isOn(values, 'comment_out_everything') || onlyDefaults;
	const hides = (section: string, option: string) =>
		isOn(values, 'hide_sensitive') && isSensitive(CFG_RULES[line], section, option);
	const sections = optionNames(session).filter(
		([section]) =>
			(!only || section === only.toLowerCase()) &&
			!(isOn(values, 'exclude_providers') && isOfProvider(section))
	);
	for (const [section, options] of sections) {
		session.print(`[${section}]`);
		for (const option of options) {
			const value = onlyDefaults ? defaultOf(line, section, option) : cfg[section]?.[option];
			if (showsSource)
				session.print(`#\n# Source: ${value === undefined ? 'not defined' : 'airflow.cfg'}`);
			if (showsVariable)
				session.print(
					`#\n# Variable: AIRFLOW__${section.toUpperCase()}__${option.toUpperCase()}\n#`
				);
			const shown = hides(section, option) ? HIDDEN : value;
			if (!showsValues || shown === undefined) session.print(`# ${option} = `);
			else {
				session.print(`${isCommented ? '# ' : ''}${option} = ${shown}`);
			}
			if (showsSource || showsVariable || showsWords) session.print('');
		}
	}
	session.print('');
}

/** Sections that a provider brings. */
const OF_PROVIDERS = [
	'common.io',
	'fab',
	'imap',
	'standard',
	'atlas',
	'hive',
	'local_kubernetes_executor',
	'celery_kubernetes_executor',
	'celery',
	'elasticsearch',
	'elasticsearch_configs',
	'opensearch',
	'opensearch_configs',
	'kubernetes_executor'
];
const isOfProvider = (section: string) => OF_PROVIDERS.includes(section);
