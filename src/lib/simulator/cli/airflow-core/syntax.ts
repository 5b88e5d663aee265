import type { Argument } from './argument.ts';
import type { Line } from './command.ts';
import syntax2 from './syntax-2.json' with { type: 'json' };
import syntax3 from './syntax-3.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

const SYNTAX: Readonly<Record<Line, ReadonlyMap<string, readonly Argument[]>>> = {
	2: new Map(Object.entries(syntax2 as unknown as Record<string, readonly Argument[]>)),
	3: new Map(Object.entries(syntax3 as unknown as Record<string, readonly Argument[]>))
};

/** Every command of a line, as typed. */
export const commandNames = (line: Line): string[] => [...SYNTAX[line].keys()];

export const argumentsOf = (line: Line, name: string): readonly Argument[] =>
	SYNTAX[line].get(name) ?? [];

/** What the next word may be; nothing below a command. */
export function namesBelow(line: Line, path: readonly string[]): string[] {
	const all = commandNames(line).map((name) => name.split(' '));
	const fitting = all.filter((name) => path.every((word, at) => name[at] === word));
	return [...new Set(fitting.flatMap((name) => name[path.length] ?? []))].toSorted();
}

/** Deprecated commands work, but no screen speaks of them. @source airflow/cli/cli_config.py `hide` */
export const isListed = (name: string) => name !== 'db init' && name !== 'db upgrade';

const COMMAND_WORDS: Readonly<Record<string, string>> = words.commands;
const GROUP_WORDS: Readonly<Record<string, string>> = words.groups;
const ARGUMENT_WORDS: Readonly<Record<string, string>> = words.flags;

/** One sentence on a command. */
export const saysOf = (line: Line, name: string): string =>
	COMMAND_WORDS[`${name} (${line})`] ?? COMMAND_WORDS[name] ?? '';

export const groupSays = (name: string): string => GROUP_WORDS[name] ?? '';

/** One sentence on an argument: some mean something else in one command. */
export function argumentSays(command: string, argument: Argument): string {
	if (argument.dest === 'help') return 'show this help message and exit';
	const name = argument.flags.join('/') || argument.dest;
	return ARGUMENT_WORDS[`${command}: ${name}`] ?? ARGUMENT_WORDS[name] ?? '';
}
