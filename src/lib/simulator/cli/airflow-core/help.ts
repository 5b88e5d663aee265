import { helpScreen, type Shown } from '#lib/simulator/cli/help-screen.ts';
import type { Argument } from './argument.ts';
import type { Line } from './command.ts';
import { HELP } from './parse.ts';
import { argumentSays, groupSays, isListed, namesBelow, saysOf, argumentsOf } from './syntax.ts';

/** The help of a command. */
export function commandScreen(line: Line, name: string, columns: number): string {
	const says = saysOf(line, name);
	return helpScreen({
		prog: `airflow ${name}`,
		...(isListed(name) ? { description: says } : {}),
		args: shownOf([HELP, ...argumentsOf(line, name)], name),
		columns
	});
}

/** The help of the program or of a group. */
export function levelScreen(line: Line, path: readonly string[], columns: number): string {
	const group = path[0];
	const names = namesBelow(line, path).filter((name) => isListed([...path, name].join(' ')));
	const entry = (name: string) => ({ name, says: saysOf(line, [...path, name].join(' ')) });
	const isGroup = (name: string) => namesBelow(line, [name]).length > 0;
	const sections =
		group !== undefined
			? [{ entries: names.map(entry) }]
			: [
					{
						title: 'Groups',
						entries: names.filter(isGroup).map((name) => ({ name, says: groupSays(name) }))
					},
					{ title: 'Commands:', entries: names.filter((name) => !isGroup(name)).map(entry) }
				];
	return helpScreen({
		prog: ['airflow', ...path].join(' '),
		...(group === undefined ? {} : { description: groupSays(group) }),
		args: shownOf([HELP], ''),
		entries: { metavar: metavarOf(path), sections, isWrapped: group === undefined },
		columns
	});
}

/** How the program calls the word that names a command. */
export const metavarOf = (path: readonly string[]) =>
	path.length === 0 ? 'GROUP_OR_COMMAND' : 'COMMAND';

const shownOf = (args: readonly Argument[], command: string): Shown[] =>
	args
		.filter(({ isHidden = false }) => !isHidden)
		.map((argument) => ({
			head: headOf(argument),
			usage: usageOf(argument),
			isPositional: argument.flags.length === 0,
			says: argumentSays(command, argument)
		}));

function headOf(argument: Argument): string {
	const { flags } = argument;
	if (flags.length === 0) return placeholder(argument);
	const values = valuesOf(argument);
	return flags.join(', ') + (values === '' ? '' : ` ${values}`);
}

function usageOf(argument: Argument): string {
	const { flags, action, isRequired = false } = argument;
	if (flags.length === 0) return valuesOf(argument);
	if (action === 'toggle') return `[${flags.join(' | ')}]`;
	const values = valuesOf(argument);
	const text = (flags[0] ?? '') + (values === '' ? '' : ` ${values}`);
	return isRequired ? text : `[${text}]`;
}

/** The words behind a flag, or those of a positional: `NAME`, `[PID]`, `[role ...]`. */
function valuesOf(argument: Argument): string {
	const { action, nargs } = argument;
	if (action !== undefined && action !== 'append') return '';
	const name = placeholder(argument);
	if (nargs === '?') return `[${name}]`;
	return nargs === '*' ? `[${name} ...]` : name;
}

const placeholder = ({ metavar, choices, dest, flags }: Argument) =>
	metavar ?? (choices ? `{${choices.join(',')}}` : flags.length > 0 ? dest.toUpperCase() : dest);
