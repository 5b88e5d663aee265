import { COMMON_ARGUMENTS, type Argument } from './airflowctl-argparse.ts';
import { wrap } from './airflowctl-text.ts';

/** One line in the list of what a group holds. */
export interface Entry {
	name: string;
	says: string;
}

/** The commands below a parser; the program's own screen lists groups and commands apart. */
export interface Entries {
	metavar: string;
	sections: { title?: string; entries: readonly Entry[] }[];
	/** Prose that is too long is broken into lines; elsewhere it runs on. */
	isWrapped?: boolean;
}

export interface Screen {
	prog: string;
	description?: string;
	args: readonly Argument[];
	entries?: Entries;
	/** Columns of the terminal. */
	columns: number;
}

const WIDEST_HEAD = 24;

/**
 * The help of one command, as the program prints it.
 * @source cpython Lib/argparse.py `HelpFormatter`; rich_argparse `RichHelpFormatter`
 */
export function helpScreen({ prog, description, args, entries, columns }: Screen): string {
	const width = columns - 2;
	const all = [...COMMON_ARGUMENTS, ...args].filter(({ kind }) => kind !== 'hidden');
	const positionals = all.filter(({ flags }) => flags.length === 0);
	const options = all.filter(({ flags }) => flags.length > 0);
	const heads = [
		...all.map(headOf),
		...(entries
			? [entries.metavar, ...entries.sections.flatMap((s) => s.entries.map(({ name }) => name))]
			: [])
	];
	const column = Math.min(Math.max(...heads.map((head) => head.length)) + 4, WIDEST_HEAD);
	const line = ({ name, says }: Entry, indent: string, isWrapped = false) =>
		entryLines(indent + name, says, column, isWrapped ? Math.max(width - column, 11) : undefined);
	const paragraphs = [
		usageLines(prog, options, [...positionals.map(metavarOf), ...tail(entries)], width),
		description === undefined ? [] : [description],
		...(entries ? entriesParagraphs(entries, line) : []),
		positionals.length === 0
			? []
			: [
					'Positional Arguments:',
					...positionals.flatMap((one) => line({ name: metavarOf(one), says: one.says }, '  '))
				],
		['Options:', ...options.flatMap((one) => line({ name: headOf(one), says: one.says }, '  '))]
	];
	return paragraphs
		.filter((paragraph) => paragraph.length > 0)
		.map((paragraph) => paragraph.map((text) => `${text.trimEnd()}\n`).join(''))
		.join('\n');
}

const tail = (entries?: Entries) => (entries ? [`${entries.metavar} ...`] : []);
const metavarOf = ({ metavar, dest, choices, flags }: Argument) =>
	metavar ?? (choices ? `{${choices.join(',')}}` : flags.length > 0 ? dest.toUpperCase() : dest);

function headOf(argument: Argument): string {
	if (argument.flags.length === 0) return metavarOf(argument);
	const flags = argument.flags.join(', ');
	return argument.kind ? flags : `${flags} ${metavarOf(argument)}`;
}

function entriesParagraphs(
	{ metavar, sections, isWrapped }: Entries,
	line: (entry: Entry, indent: string, isWrapped?: boolean) => string[]
): string[][] {
	const [first, ...rest] = sections.map(({ title, entries }) => [
		...(title === undefined ? [] : [`    ${title}`]),
		...entries.flatMap((entry) => line(entry, title === undefined ? '    ' : '      ', isWrapped))
	]);
	const head = ['Positional Arguments:', `  ${metavar}`];
	if (sections[0]?.title === undefined) return [[...head, ...(first ?? [])]];
	return [head, ...(first ? [first] : []), ...rest];
}

/** A head and what it says beside it, or below it when the head is too long. */
function entryLines(head: string, says: string, column: number, width?: number): string[] {
	const [first = '', ...rest] = width === undefined ? [says] : wrap(says, width);
	const indent = ' '.repeat(column);
	const more = rest.map((text) => indent + text);
	if (head.length > column - 2) return [head, indent + first, ...more];
	return [head.padEnd(column) + first, ...more];
}

function usageLines(
	prog: string,
	options: readonly Argument[],
	positionals: readonly string[],
	width: number
): string[] {
	const prefix = 'Usage: ';
	const parts = options.map(optionUsage);
	const whole = prefix + [prog, ...parts, ...positionals].join(' ');
	if (whole.length <= width) return [whole];

	const indent = ' '.repeat(prefix.length + prog.length + 1);
	const [first = '', ...rest] = fill([prog, ...parts], prefix.length - 1, indent, width);
	const below = positionals.length > 0 ? fill(positionals, indent.length - 1, indent, width) : [];
	return [prefix + first, ...[...rest, ...below].map((text) => indent + text)];
}

function fill(parts: readonly string[], start: number, indent: string, width: number): string[] {
	const lines: string[][] = [[]];
	let length = start;
	for (const part of parts) {
		if (length + 1 + part.length > width && lines.at(-1)?.length !== 0) {
			lines.push([]);
			length = indent.length - 1;
		}
		lines.at(-1)?.push(part);
		length += part.length + 1;
	}
	return lines.map((words) => words.join(' '));
}

function optionUsage(argument: Argument): string {
	if (argument.kind === 'toggle') return `[${argument.flags.join(' | ')}]`;
	const flag = argument.flags[0] ?? '';
	return argument.kind ? `[${flag}]` : `[${flag} ${metavarOf(argument)}]`;
}
