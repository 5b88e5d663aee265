import type { Values } from './airflowctl-argparse.ts';
import { Client, namingRefusal } from './airflowctl-client.ts';
import { CONFIG_CHANGES, type ConfigChange } from './airflowctl-config-changes.ts';
import { readAnswer } from './airflowctl-model.ts';
import { str } from './airflowctl-python.ts';
import { Exit, type Session } from './airflowctl-session.ts';

/** The server's options, by section. */
type Options = Map<string, Map<string, string>>;

/** @source airflowctl ctl/commands/config_command.py `lint` */
export function lintConfig(session: Session, values: Values): void {
	const client = new Client(session, 'command', String(values.api_token ?? ''));
	const asked = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
	const [section, option] = [asked('section'), asked('option')];
	const [noSection, noOption] = [asked('ignore_section'), asked('ignore_option')];
	try {
		const options = readOptions(client);
		// The program looks for a name inside the option's text, not in a list of names.
		const issues = CONFIG_CHANGES.filter(
			(change) =>
				(section === '' || section.includes(change.section)) &&
				(option === '' || option.includes(change.option)) &&
				!noSection.includes(change.section) &&
				!noOption.includes(change.option) &&
				options.get(change.section)?.has(change.option)
		).flatMap((change) => messageOf(change, options) ?? []);
		if (issues.length === 0) {
			session.print(
				'[green]No issues found in your airflow.cfg. It is ready for Airflow 3![/green]'
			);
			return;
		}
		session.print('[red]Found issues in your airflow.cfg:[/red]');
		for (const issue of issues) session.print(`  - [yellow]${issue}[/yellow]`);
		if (values.verbose) {
			session.print('\n[blue]Detailed Information:[/blue]');
			session.print(`Ignored sections: [green]${[...noSection].join(', ')}[/green]`);
			session.print(`Ignored options: [green]${[...noOption].join(', ')}[/green]`);
		}
		session.print('\n[red]Please update your configuration file accordingly.[/red]');
	} catch (cause) {
		if (!(cause instanceof Error)) throw cause;
		session.print(`[red]Lint configs failed: ${cause.message}`);
		throw new Exit(1);
	}
}

function readOptions(client: Client): Options {
	const answer = namingRefusal(() => client.request({ method: 'GET', path: 'config' }));
	const { sections } = readAnswer('Config', answer) as {
		sections: { name: string; options: { key: string; value: unknown }[] }[];
	};
	return new Map(
		sections.map(({ name, options }) => [
			name,
			new Map(options.map(({ key, value }) => [key, str(value)]))
		])
	);
}

function messageOf(change: ConfigChange, options: Options): string | undefined {
	const { section, option, defaults, renamedTo, wrongIf, advice } = change;
	const value = options.get(section)?.get(option);
	if (defaults && value !== defaults[1])
		return `Changed default value of \`${option}\` in \`${section}\` from \`${defaults[0]}\` to \`${defaults[1]}\`.`;
	if (renamedTo) {
		const [newSection, newOption] = renamedTo;
		return section === newSection
			? `\`${option}\` configuration parameter renamed to \`${newOption}\` in the \`${section}\` section.`
			: `\`${option}\` configuration parameter moved from \`${section}\` section to \`${newSection}\` section as \`${newOption}\`.`;
	}
	if (!change.stays && !change.isRemovedByValue) {
		const deprecated = change.wasDeprecated ? ' deprecated' : '';
		return `Removed${deprecated} \`${option}\` configuration parameter from \`${section}\` section.${advice}`;
	}
	if (wrongIf !== undefined && value === wrongIf)
		return `Invalid value \`${wrongIf}\` set for \`${option}\` configuration parameter in \`${section}\` section. ${advice}`;
	return undefined;
}
