import { COMMON_ARGUMENTS, type Argument } from './airflowctl-argparse.ts';
import { helpScreen as screen, type Entries, type Shown } from './help-screen.ts';

export type { Entries };

export interface Screen {
	prog: string;
	description?: string;
	args: readonly Argument[];
	entries?: Entries;
	/** Columns of the terminal. */
	columns: number;
}

/** The help of one command, with the options that each of them has. */
export function helpScreen({ args, ...rest }: Screen): string {
	const all = [...COMMON_ARGUMENTS, ...args].filter(({ kind }) => kind !== 'hidden');
	return screen({ ...rest, args: all.map(shownOf) });
}

const shownOf = (argument: Argument): Shown => ({
	head: headOf(argument),
	usage: argument.flags.length === 0 ? metavarOf(argument) : optionUsage(argument),
	isPositional: argument.flags.length === 0,
	says: argument.says
});

const metavarOf = ({ metavar, dest, choices, flags }: Argument) =>
	metavar ?? (choices ? `{${choices.join(',')}}` : flags.length > 0 ? dest.toUpperCase() : dest);

function headOf(argument: Argument): string {
	if (argument.flags.length === 0) return metavarOf(argument);
	const flags = argument.flags.join(', ');
	return argument.kind ? flags : `${flags} ${metavarOf(argument)}`;
}

function optionUsage(argument: Argument): string {
	if (argument.kind === 'toggle') return `[${argument.flags.join(' | ')}]`;
	const flag = argument.flags[0] ?? '';
	return argument.kind ? `[${flag}]` : `[${flag} ${metavarOf(argument)}]`;
}
