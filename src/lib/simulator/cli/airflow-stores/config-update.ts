import { isOn, textsOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import type { ConfigChange } from '#lib/simulator/cli/airflowctl-config-changes.ts';
import { readCfg } from '#lib/simulator/cfg.ts';
import { changesOf, isBreaking } from './config-changes.ts';
import { CFG_FILE, defaultOf } from './settings.ts';

/** An option of the file as it is, and what is to become of it. */
interface Option {
	section: string;
	option: string;
	value: string;
	renamedTo?: readonly [section: string, option: string];
	updatedTo?: string;
	isRemoved?: boolean;
}

/**
 * Rewrites the learner's `airflow.cfg` for Airflow 3, or shows what it would become.
 * @source airflow/cli/commands/config_command.py `update_config`
 */
export function updateConfig(session: Session, values: Values): void {
	const { world, line } = session;
	const isDry = !isOn(values, 'fix');
	const options = [...readCfg(world.cfg)].map(([path, value]) => {
		const dot = path.lastIndexOf('.');
		return { section: path.slice(0, dot), option: path.slice(dot + 1), value } as Option;
	});
	const changes = chosenChanges(session, values).flatMap((change) => {
		const found = options.find(
			({ section, option }) => section === change.section && option === change.option
		);
		const prefix = isBreaking(line, change) ? '\\[BREAKING]' : '\\[Recommended]';
		return found ? plan(found, change).map((words) => `${prefix} ${words}`) : [];
	});
	session.files.set(`${CFG_FILE}.bak`, world.cfg);
	session.show(`Backup saved as '${CFG_FILE}.bak'.`);
	const text = cfgText(session, options);
	if (isDry) {
		session.show('Dry-run mode enabled. No changes will be written to airflow.cfg.');
		session.show(text);
	} else world.cfg = text;

	if (changes.length === 0)
		session.show('No updates needed. Your configuration is already up-to-date.');
	else {
		session.show('The following are the changes in airflow config:');
		for (const words of changes) session.show(`  - ${words}`);
		const how = line === '2' ? 'Dry-run is mode enabled' : 'Dry-run mode is enabled';
		if (isDry) session.show(`${how}. To apply above airflow.cfg run the command with \`--fix\`.`);
	}
	if (isOn(values, 'verbose'))
		session.show('Configuration update completed with verbose output enabled.');
}

function chosenChanges({ line }: Session, values: Values): ConfigChange[] {
	const lower = (name: string) => textsOf(values, name).map((text) => text.toLowerCase());
	const [sections, options] = [lower('section'), lower('option')];
	const [noSections, noOptions] = [lower('ignore_section'), lower('ignore_option')];
	return changesOf(line).filter(
		(change) =>
			(isOn(values, 'all_recommendations') || isBreaking(line, change)) &&
			(sections.length === 0 || sections.includes(change.section)) &&
			(options.length === 0 || options.includes(change.option)) &&
			!noSections.includes(change.section) &&
			!noOptions.includes(change.option)
	);
}

/** Marks what becomes of an option. @returns how the program tells it. */
function plan(found: Option, change: ConfigChange): string[] {
	const { defaults, renamedTo } = change;
	const name = `'${change.section}/${change.option}'`;
	const told: string[] = [];
	if (defaults && found.value !== defaults[1]) {
		found.updatedTo = defaults[1];
		told.push(`Updated default value of ${name} from '${found.value}' to '${defaults[1]}'.`);
	}
	if (renamedTo) {
		found.renamedTo = renamedTo;
		told.push(`Renamed ${name} to '${renamedTo.join('/')}'.`);
	} else if (!change.stays && !change.isRemovedByValue) {
		found.isRemoved = true;
		told.push(`Removed ${name} from configuration.`);
	}
	return told;
}

/** @source airflow/configuration.py `write_custom_config` */
function cfgText({ line }: Session, options: readonly Option[]): string {
	const sections = new Map<string, string[]>();
	for (const one of options.filter(({ isRemoved = false }) => !isRemoved)) {
		const [section, option] = one.renamedTo ?? [one.section, one.option];
		const value = one.updatedTo ?? one.value;
		const isDefault = one.updatedTo !== undefined || value === defaultOf(line, section, option);
		const told = one.renamedTo ? `# Renamed from ${one.section}.${one.option}\n` : '';
		const entry = `${told}${isDefault ? '# ' : ''}${option} = ${value}`;
		sections.set(section, [...(sections.get(section) ?? []), entry]);
	}
	return [...sections]
		.map(([section, entries]) => `[${section}]\n${entries.join('\n\n')}\n\n`)
		.join('');
}
