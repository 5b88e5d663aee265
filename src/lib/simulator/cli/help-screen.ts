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

/** An argument as a screen shows it. */
export interface Shown {
	/** As the list of arguments has it: `-o, --output FORMAT`. */
	head: string;
	/** As the usage line has it: `[-o FORMAT]`. */
	usage: string;
	isPositional: boolean;
	says: string;
}

export interface Screen {
	prog: string;
	description?: string;
	args: readonly Shown[];
	entries?: Entries;
	/** Columns of the terminal. */
	columns: number;
}

const WIDEST_HEAD = 24;

/**
 * The help of one command, as Airflow's programs print it.
 * @source cpython Lib/argparse.py `HelpFormatter`; rich_argparse `RichHelpFormatter`
 */
export function helpScreen({ prog, description, args, entries, columns }: Screen): string {
	const width = columns - 2;
	const positionals = args.filter(({ isPositional }) => isPositional);
	const options = args.filter(({ isPositional }) => !isPositional);
	const heads = [
		...args.map(({ head }) => head),
		...(entries
			? [entries.metavar, ...entries.sections.flatMap((s) => s.entries.map(({ name }) => name))]
			: [])
	];
	const column = Math.min(Math.max(...heads.map((head) => head.length)) + 4, WIDEST_HEAD);
	const line = ({ name, says }: Entry, indent: string, isWrapped = false) =>
		entryLines(indent + name, says, column, isWrapped ? Math.max(width - column, 11) : undefined);
	const shownLines = ({ head, says }: Shown) => line({ name: head, says }, '  ');
	const tail = entries ? [`${entries.metavar} ...`] : [];
	const paragraphs = [
		usageLines(
			prog,
			options.map(({ usage }) => usage),
			[...positionals.map(({ usage }) => usage), ...tail],
			width
		),
		description === undefined ? [] : [description],
		...(entries ? entriesParagraphs(entries, line) : []),
		positionals.length === 0 ? [] : ['Positional Arguments:', ...positionals.flatMap(shownLines)],
		['Options:', ...options.flatMap(shownLines)]
	];
	return paragraphs
		.filter((paragraph) => paragraph.length > 0)
		.map((paragraph) => paragraph.map((text) => `${text.trimEnd()}\n`).join(''))
		.join('\n');
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
	options: readonly string[],
	positionals: readonly string[],
	width: number
): string[] {
	const prefix = 'Usage: ';
	const whole = prefix + [prog, ...options, ...positionals].join(' ');
	if (whole.length <= width) return [whole];
	const parts = partsOf(options);

	const indent = ' '.repeat(prefix.length + prog.length + 1);
	const [first = '', ...rest] = fill([prog, ...parts], prefix.length - 1, indent, width);
	const below =
		positionals.length > 0 ? fill(partsOf(positionals), indent.length - 1, indent, width) : [];
	return [prefix + first, ...[...rest, ...below].map((text) => indent + text)];
}

/** Where a usage line may be broken: an option that is required parts from its value. */
const partsOf = (usages: readonly string[]): string[] =>
	usages.join(' ').match(/\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+/g) ?? [];

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
