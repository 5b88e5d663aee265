import { isOn, textsOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import type { ConfigChange } from '#lib/simulator/cli/airflowctl-config-changes.ts';
import { changesOf } from './config-changes.ts';
import { cfgOf } from './settings.ts';

/** @source airflow/cli/commands/config_command.py `lint_config` */
export function lintConfig(session: Session, values: Values): void {
	const cfg = cfgOf(session);
	const [sections, options] = [textsOf(values, 'section'), textsOf(values, 'option')];
	const noSections = textsOf(values, 'ignore_section');
	const noOptions = textsOf(values, 'ignore_option');
	const issues = changesOf(session.line)
		.filter(
			({ section, option }) =>
				(sections.length === 0 || sections.includes(section)) &&
				(options.length === 0 || options.includes(option)) &&
				!noSections.includes(section) &&
				!noOptions.includes(option)
		)
		.flatMap((change) => {
			const value = cfg[change.section]?.[change.option];
			return value === undefined ? [] : (messageOf(change, value) ?? []);
		});
	if (issues.length === 0) {
		session.show('No issues found in your airflow.cfg. It is ready for Airflow 3!');
		return;
	}
	session.show('Found issues in your airflow.cfg:');
	for (const issue of issues) session.show(`  - ${issue}`);
	if (isOn(values, 'verbose')) {
		session.show('\nDetailed Information:');
		session.show(`Ignored sections: ${noSections.join(', ')}`);
		session.show(`Ignored options: ${noOptions.join(', ')}`);
	}
	session.show('\nPlease update your configuration file accordingly.');
}

/** @source airflow/cli/commands/config_command.py `ConfigChange.message` */
function messageOf(change: ConfigChange, value: string): string | undefined {
	const { section, option, defaults, renamedTo, wrongIf, wasDeprecated } = change;
	// The program speaks of DAGs where airflowctl speaks of Dags.
	const advice = change.advice.replaceAll('Dag', 'DAG');
	if (defaults && value !== defaults[1])
		return (
			`Changed default value of \`${option}\` in \`${section}\` from \`${defaults[0]}\` to ` +
			`\`${defaults[1]}\`. You currently have \`${value}\` set. ${advice}`
		);
	if (renamedTo) {
		const [newSection, newOption] = renamedTo;
		return section === newSection
			? `\`${option}\` configuration parameter renamed to \`${newOption}\` in the \`${section}\` section.`
			: `\`${option}\` configuration parameter moved from \`${section}\` section to \`${newSection}\` section as \`${newOption}\`.`;
	}
	if (!change.stays && !change.isRemovedByValue)
		return `Removed${wasDeprecated ? ' deprecated' : ''} \`${option}\` configuration parameter from \`${section}\` section. ${advice}`;
	if (wrongIf !== undefined && value === wrongIf)
		return `Invalid value \`${wrongIf}\` set for \`${option}\` configuration parameter in \`${section}\` section. ${advice}`;
	return undefined;
}
