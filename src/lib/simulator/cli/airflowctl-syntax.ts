import type { Argument } from './airflowctl-argparse.ts';
import { OPERATION_CLASSES, OPERATIONS } from './airflowctl-commands.ts';
import type { Operation } from './airflowctl-operation.ts';
import { fieldsOf } from './airflowctl-model.ts';

/** A command as it is read and explained. */
export interface Command {
	/** `pools get`. */
	name: string;
	says: string;
	args: readonly Argument[];
}

const output: Argument = {
	flags: ['--output', '-o'],
	dest: 'output',
	metavar: '(table, json, yaml, plain)',
	choices: ['table', 'json', 'yaml', 'plain'],
	otherwise: 'json',
	says: 'Output format. Allowed values: json, yaml, plain, table (default: json)'
};
const token = option('--api-token', 'The token to use for authentication');
const environment: Argument = {
	flags: ['-e', '--env'],
	dest: 'env',
	otherwise: 'production',
	says: 'The environment to run the command in'
};
const apiUrl = {
	...option('--api-url', 'Where the API is'),
	otherwise: 'http://localhost:8080'
};
const username = option('--username', 'The username to use for authentication');
const password = option('--password', 'The password to use for authentication');
const onExisting: Argument = {
	flags: ['-a', '--action-on-existing-key'],
	dest: 'action_on_existing_key',
	choices: ['overwrite', 'fail', 'skip'],
	otherwise: 'overwrite',
	says: 'What to do with what exists already'
};
const file: Argument = { flags: [], dest: 'file', metavar: 'FILEPATH', says: 'The JSON file' };
const dagId: Argument = { flags: [], dest: 'dag_id', says: 'The DAG' };
const flag = (name: string, says: string, short: readonly string[] = []): Argument => ({
	...option(name, says),
	flags: [...short, name],
	kind: 'switch',
	otherwise: false
});

/** Commands whose names begin so print data, and have an option for how. */
const PRINTING = /^(?:list|get|create|delete|update|trigger|add|edit)/;

/** Commands that are more than one operation. @source airflowctl ctl/cli_config.py */
const OWN: readonly Command[] = [
	command('auth login', 'Log in to a server', [
		apiUrl,
		environment,
		username,
		password,
		flag('--skip-keyring', 'Keep the address only, not the token')
	]),
	command('auth list-envs', 'List the servers that were logged in to', [output]),
	command('auth token', 'Print a token for a username and a password', [
		apiUrl,
		username,
		password
	]),
	command('config lint', 'Say what of the configuration Airflow 3 has changed', [
		option('--section', 'Only this section'),
		option('--option', 'Only this option'),
		option('--ignore-section', 'All but this section'),
		option('--ignore-option', 'All but this option'),
		flag('--verbose', 'Say what was left out, too', ['-v'])
	]),
	command('connections import', 'Import connections from a JSON file', [file, onExisting]),
	command('dags next-execution', 'Show when a DAG runs next', [dagId, output]),
	command('dags pause', 'Pause a DAG', [dagId, output]),
	command('dags unpause', 'Let a paused DAG run', [dagId, output]),
	command('pools import', 'Import pools from a JSON file', [file, onExisting]),
	command('pools export', 'Write all pools to a JSON file', [file, output]),
	command('version', 'Show the version of the program, and of the server', [
		environment,
		flag('--remote', 'Ask the server, too')
	]),
	command('variables import', 'Import variables from a JSON file', [file, onExisting])
];

/** Every command, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
	[
		...OWN,
		...Object.entries(OPERATIONS).map(([name, operation]) =>
			command(name, operation.says, operationArguments(name, operation))
		)
	]
		.toSorted((one, other) => (one.name < other.name ? -1 : 1))
		.map((one) => [one.name, one])
);

/** What a group is for. */
export const groupSays = (group: string) =>
	group === 'auth'
		? 'Log in and out of servers, by a token or by a username and a password'
		: `Perform ${OPERATION_CLASSES[group] ?? group} operations`;

function operationArguments(name: string, { wants, may, takes }: Operation): Argument[] {
	const [group = '', action = ''] = name.split(' ');
	const method = action.replaceAll('-', '_');
	const where = `for ${method} operation in ${OPERATION_CLASSES[group] ?? ''}Operations`;
	return [
		...words(wants).map(([dest, type]) => ({
			flags: [],
			dest,
			...typeOf(type),
			says: `${dest} ${where}`
		})),
		...words(may).map(([dest, type]) => optionOf(dest, type, `${dest} ${where}`, null)),
		...(takes
			? fieldsOf(takes[1])
					.filter(({ name: field }) => field !== 'schema_')
					.map(({ name: field, type, max, min, isOptional }) => {
						// A limit makes an optional number a class of its own, which the program reads as text.
						const isText = isOptional && (max !== undefined || min !== undefined);
						const says = `${field} for ${takes[0]} operation`;
						return optionOf(field, isText ? 'str' : type, says, false);
					})
			: []),
		...(PRINTING.test(action) ? [output, environment] : [])
	];
}

function words(list = ''): [string, string][] {
	return list.split(' ').flatMap((word): [string, string][] => {
		const [dest = '', type = ''] = word.split(':');
		return dest === '' ? [] : [[dest, type]];
	});
}

function optionOf(dest: string, type: string, says: string, unset: boolean | null): Argument {
	const name = `--${dest.replaceAll('_', '-')}`;
	if (type === 'datetime' && unset === null) return { ...option(name, says), type };
	if (type !== 'bool') return { ...option(name, says), ...typeOf(type) };
	return {
		flags: [name, `--no-${name.slice(2)}`],
		dest,
		kind: 'toggle',
		otherwise: unset,
		says
	};
}

function typeOf(type: string): Pick<Argument, 'type'> {
	// A field that is a moment is read by its model, an option of its own by Python's constructor.
	return type === 'int' || type === 'list' || type === 'dict' ? { type } : {};
}

function option(name: string, says: string): Argument {
	return { flags: [name], dest: name.slice(2).replaceAll('-', '_'), says };
}

/** All commands take a token; options stand in the order of their long names. */
function command(name: string, says: string, args: readonly Argument[]): Command {
	const positionals = args.filter(({ flags }) => flags.length === 0);
	const options = [...args.filter(({ flags }) => flags.length > 0), token];
	const key = ({ flags, kind }: Argument) =>
		((kind === 'toggle' ? flags[0] : (flags[1] ?? flags[0])) ?? '').toLowerCase();
	const sorted = options.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
	return { name, says, args: [...positionals, ...sorted] };
}
