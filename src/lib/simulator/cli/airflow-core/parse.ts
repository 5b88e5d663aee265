import { repr } from '#lib/simulator/cli/airflowctl-python.ts';
import type { Argument, Value, Values } from './argument.ts';
import { convert, Misuse, nameOf, type Folders } from './convert.ts';

/** How reading a command line ended. */
export type Parsed =
	| { ended: 'read'; values: Values; extras: string[] }
	| { ended: 'help' }
	| { ended: 'error'; message: string };

export const HELP: Argument = { flags: ['-h', '--help'], dest: 'help', action: 'on' };

/**
 * Reads a command's words as `argparse` of Python 3.11 does.
 * @source cpython Lib/argparse.py `ArgumentParser._parse_known_args`
 */
export function parseArguments(
	own: readonly Argument[],
	words: readonly string[],
	folders: Folders
): Parsed {
	try {
		return new Parser([HELP, ...own], words, folders).parse();
	} catch (cause) {
		if (cause instanceof Misuse) return { ended: 'error', message: cause.message };
		if (cause instanceof HelpAsked) return { ended: 'help' };
		throw cause;
	}
}

/** The option that a word stands for; without an argument it is nobody's. */
interface Option {
	argument?: Argument;
	flag: string;
	attached?: string;
}

class HelpAsked extends Error {}

class Parser {
	readonly #args: readonly Argument[];
	readonly #words: readonly string[];
	readonly #folders: Folders;
	readonly #byFlag: Map<string, Argument>;
	#positionals: readonly Argument[];
	/** By the place of the word. */
	readonly #options = new Map<number, Option>();
	/** A letter for each word: `O` for an option, `A` for another word, `-` for `--`. */
	readonly #pattern: string;
	readonly #values: Record<string, Value> = {};
	readonly #seen = new Set<Argument>();
	readonly #extras: string[] = [];

	constructor(args: readonly Argument[], words: readonly string[], folders: Folders) {
		this.#args = args;
		this.#words = words;
		this.#folders = folders;
		this.#positionals = args.filter(({ flags }) => flags.length === 0);
		this.#byFlag = new Map(args.flatMap((one) => one.flags.map((flag) => [flag, one] as const)));
		for (const one of args) this.#values[one.dest] = defaultOf(one);
		const end = words.indexOf('--');
		this.#pattern = words
			.map((word, at) => {
				if (end >= 0 && at >= end) return at === end ? '-' : 'A';
				const option = this.#optionOf(word);
				if (option) this.#options.set(at, option);
				return option ? 'O' : 'A';
			})
			.join('');
	}

	parse(): Parsed {
		const places = [...this.#options.keys()];
		let at = 0;
		while (at <= (places.at(-1) ?? -1)) {
			const next = places.find((place) => place >= at) ?? at;
			if (at !== next) {
				const stop = this.#takePositionals(at);
				if (stop > at) {
					at = stop;
					continue;
				}
			}
			if (!this.#options.has(at)) {
				this.#extras.push(...this.#words.slice(at, next));
				at = next;
			}
			at = this.#takeOption(at);
		}
		this.#extras.push(...this.#words.slice(this.#takePositionals(at)));
		const missing = this.#args.filter((one) => isRequired(one) && !this.#seen.has(one));
		if (missing.length > 0)
			throw new Misuse(`the following arguments are required: ${missing.map(nameOf).join(', ')}`);
		return { ended: 'read', values: this.#values, extras: this.#extras };
	}

	#optionOf(word: string): Option | undefined {
		if (!word.startsWith('-')) return undefined;
		const exact = this.#byFlag.get(word);
		if (exact) return { argument: exact, flag: word };
		if (word.length === 1) return undefined;
		const [name, value] = splitOnce(word);
		const named = this.#byFlag.get(name);
		if (named && value !== undefined) return { argument: named, flag: name, attached: value };

		const found = this.#abbreviated(word);
		if (found.length > 1)
			throw new Misuse(
				`ambiguous option: ${word} could match ${found.map(({ flag }) => flag).join(', ')}`
			);
		if (found[0]) return found[0];
		if (/^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ')) return undefined;
		return { flag: word };
	}

	#abbreviated(word: string): Option[] {
		const isLong = word.startsWith('--');
		const [prefix, value] = isLong ? splitOnce(word) : [word];
		return [...this.#byFlag].flatMap(([flag, argument]) => {
			if (!isLong && flag === word.slice(0, 2))
				return [{ argument, flag, attached: word.slice(2) }];
			if (!flag.startsWith(prefix)) return [];
			return [{ argument, flag, ...(value === undefined ? {} : { attached: value }) }];
		});
	}

	/** @returns where the words go on behind the option. */
	#takeOption(at: number): number {
		let option = this.#options.get(at) ?? { flag: '' };
		const taken: [Argument, string[], string][] = [];
		let stop = at + 1;
		for (;;) {
			const { argument, flag, attached } = option;
			if (!argument) {
				this.#extras.push(this.#words[at] ?? '');
				return at + 1;
			}
			if (attached === undefined) {
				const count = countFor(argument, this.#pattern.slice(at + 1));
				stop = at + 1 + count;
				taken.push([argument, this.#words.slice(at + 1, stop), flag]);
				break;
			}
			const count = countFor(argument, 'A');
			if (count === 1) {
				taken.push([argument, [attached], flag]);
				break;
			}
			const ignored = `argument ${nameOf(argument)}: ignored explicit argument ${repr(attached)}`;
			if (flag.startsWith('--') || attached === '') throw new Misuse(ignored);
			taken.push([argument, [], flag]);
			const nextFlag = `-${attached.slice(0, 1)}`;
			const next = this.#byFlag.get(nextFlag);
			if (!next) throw new Misuse(ignored);
			const rest = attached.slice(1);
			option = { argument: next, flag: nextFlag, ...(rest === '' ? {} : { attached: rest }) };
		}
		for (const [argument, words, flag] of taken) this.#act(argument, words, flag);
		return stop;
	}

	/** Gives words to as many positionals as they suffice for. */
	#takePositionals(from: number): number {
		const pattern = this.#pattern.slice(from);
		let at = from;
		for (let count = this.#positionals.length; count > 0; count--) {
			const some = this.#positionals.slice(0, count);
			const match = new RegExp(`^${some.map(patternOf).join('')}`).exec(pattern);
			if (!match) continue;
			for (const [index, argument] of some.entries()) {
				const stop = at + (match[index + 1] ?? '').length;
				this.#act(argument, this.#words.slice(at, stop));
				at = stop;
			}
			this.#positionals = this.#positionals.slice(count);
			break;
		}
		return at;
	}

	#act(argument: Argument, given: readonly string[], flag = ''): void {
		if (argument === HELP) throw new HelpAsked();
		this.#seen.add(argument);
		const dashes = given.indexOf('--');
		const words = given.filter((_, index) => index !== dashes);
		this.#values[argument.dest] = this.#valueOf(argument, words, flag);
	}

	#valueOf(argument: Argument, words: readonly string[], flag: string): Value {
		const { action, nargs, dest } = argument;
		if (action === 'on' || action === 'off') return action === 'on';
		if (action === 'toggle') return !flag.startsWith('--no-');
		const word = words[0];
		if (nargs === '*') return words.map((one) => String(convert(argument, one, this.#folders)));
		if (word === undefined) return (flag === '' ? argument.otherwise : argument.const) ?? null;
		const value = convert(argument, word, this.#folders);
		if (action !== 'append') return value;
		const sofar = this.#values[dest];
		return [...(Array.isArray(sofar) ? (sofar as string[]) : []), String(value)];
	}
}

const defaultOf = ({ action, otherwise }: Argument): Value =>
	action === 'on' || action === 'off' ? action === 'off' : (otherwise ?? null);

const isRequired = ({ flags, nargs, isRequired: isAsked = false }: Argument) =>
	flags.length === 0 ? nargs !== '?' : isAsked;

/** How many words an option takes of those that follow. */
function countFor(argument: Argument, pattern: string): number {
	const found = new RegExp(`^${patternOf(argument)}`).exec(pattern);
	if (found) return (found[1] ?? '').length;
	throw new Misuse(`argument ${nameOf(argument)}: expected one argument`);
}

function patternOf({ flags, action, nargs }: Argument): string {
	const isOption = flags.length > 0;
	if (action !== undefined && action !== 'append') return '()';
	if (nargs === '*') return isOption ? '([A]*)' : '(-*[A-]*)';
	if (nargs === '?') return isOption ? '(A?)' : '(-*A?-*)';
	return isOption ? '(A)' : '(-*A-*)';
}

function splitOnce(text: string): [string, string?] {
	const at = text.indexOf('=');
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
