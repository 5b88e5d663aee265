import { repr as quote } from './airflowctl-python.ts';

/** What a command line gives for one argument; `null` is Python's None. */
export type Value = string | number | boolean | string[] | Record<string, never> | null;
export type Values = Record<string, Value>;

export interface Argument {
	/** Empty = positional. */
	flags: readonly string[];
	dest: string;
	/** What Python's `type=` makes of the word. Default: the word itself. */
	type?: 'int' | 'list' | 'dict' | 'datetime';
	/** A switch is true when it is there; a toggle has `--x` and `--no-x`. */
	kind?: 'switch' | 'toggle' | 'hidden';
	choices?: readonly string[];
	metavar?: string;
	otherwise?: Value;
	says: string;
}

/** How reading a command line ended. */
export type Parsed =
	| { ended: 'read'; values: Values; extras: string[] }
	| { ended: 'help' }
	| { ended: 'error'; message: string };

/** `-h` and the hidden option that every parser of the program has first. */
export const COMMON_ARGUMENTS: readonly Argument[] = [
	{
		flags: ['-h', '--help'],
		dest: 'help',
		kind: 'switch',
		says: 'show this help message and exit'
	},
	{ flags: ['--preview'], dest: 'preview', kind: 'hidden', says: '' }
];

/**
 * Reads words as `argparse` of Python 3.11 and 3.12 does: abbreviations, `--a=b`, `-ab`, `--`.
 * @source cpython Lib/argparse.py `ArgumentParser._parse_known_args`
 */
export function parseArguments(own: readonly Argument[], words: readonly string[]): Parsed {
	try {
		return new Parser([...COMMON_ARGUMENTS, ...own], words).parse();
	} catch (cause) {
		if (cause instanceof Misuse) return { ended: 'error', message: cause.message };
		throw cause;
	}
}

/** How an error names an argument. */
export const nameOf = ({ flags, metavar, dest }: Argument) =>
	flags.length > 0 ? flags.join('/') : (metavar ?? dest);

export const invalidChoice = (word: string, choices: readonly string[]) =>
	`invalid choice: ${quote(word)} (choose from ${choices.map(quote).join(', ')})`;

/** The flag a word stands for, or that it is a plain word. */
type Meaning =
	| { is: 'word' }
	| { is: 'stranger' }
	| { is: 'option'; argument: Argument; flag: string; attached?: string };

class Misuse extends Error {}

class Parser {
	readonly #positionals: Argument[];
	readonly #options = new Map<string, Argument>();
	readonly #values: Values = {};
	readonly #extras: string[] = [];
	readonly #words: readonly string[];
	readonly #meanings: Meaning[];

	constructor(args: readonly Argument[], words: readonly string[]) {
		this.#positionals = args.filter(({ flags }) => flags.length === 0);
		for (const argument of args) {
			for (const flag of argument.flags) this.#options.set(flag, argument);
			if (argument.kind !== 'hidden') this.#values[argument.dest] = argument.otherwise ?? null;
		}
		const end = words.indexOf('--');
		this.#words = words.filter((_, at) => at !== end);
		this.#meanings = this.#words.map((word, at) =>
			end >= 0 && at >= end ? { is: 'word' } : this.#meaning(word)
		);
	}

	parse(): Parsed {
		for (let at = 0; at < this.#words.length; at++) {
			const word = this.#words[at] ?? '';
			const meaning = this.#meanings[at];
			if (meaning?.is === 'option') {
				if (meaning.argument.dest === 'help' && meaning.attached === undefined)
					return { ended: 'help' };
				at += this.#takeOption(meaning, at);
			} else if (meaning?.is === 'word' && this.#positionals[0]) {
				const argument = this.#positionals.shift() as Argument;
				this.#values[argument.dest] = convert(argument, word);
			} else this.#extras.push(word);
		}
		if (this.#positionals.length > 0)
			throw new Misuse(
				`the following arguments are required: ${this.#positionals.map(nameOf).join(', ')}`
			);
		return { ended: 'read', values: this.#values, extras: this.#extras };
	}

	/** @returns how many words after its own the option took. */
	#takeOption({ argument, flag, attached }: Meaning & { is: 'option' }, at: number): number {
		if (argument.kind === 'switch' || argument.kind === 'toggle') {
			if (attached !== undefined)
				throw new Misuse(
					`argument ${nameOf(argument)}: ignored explicit argument ${quote(attached)}`
				);
			this.#values[argument.dest] = !flag.startsWith('--no-');
			return 0;
		}
		if (attached !== undefined) {
			this.#values[argument.dest] = convert(argument, attached);
			return 0;
		}
		if (this.#meanings[at + 1]?.is !== 'word')
			throw new Misuse(`argument ${nameOf(argument)}: expected one argument`);
		this.#values[argument.dest] = convert(argument, this.#words[at + 1] ?? '');
		return 1;
	}

	#meaning(word: string): Meaning {
		if (!word.startsWith('-') || word === '-') return { is: 'word' };
		const exact = this.#options.get(word);
		if (exact) return { is: 'option', argument: exact, flag: word };
		const [name = '', attached] = splitOnce(word, '=');
		const named = attached === undefined ? undefined : this.#options.get(name);
		if (named && attached !== undefined)
			return { is: 'option', argument: named, flag: name, attached };

		const found = this.#abbreviated(word);
		if (found.length > 1) {
			const flags = found.map(({ flag }) => flag).join(', ');
			throw new Misuse(`ambiguous option: ${word} could match ${flags}`);
		}
		if (found[0]) return found[0];
		return /^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(' ')
			? { is: 'word' }
			: { is: 'stranger' };
	}

	#abbreviated(word: string): (Meaning & { is: 'option' })[] {
		const isLong = word.startsWith('--');
		const [prefix = '', attached] = isLong ? splitOnce(word, '=') : [word];
		return [...this.#options].flatMap(([flag, argument]) => {
			const option = { is: 'option' as const, argument, flag };
			if (!isLong && flag === word.slice(0, 2)) return [{ ...option, attached: word.slice(2) }];
			if (!flag.startsWith(prefix)) return [];
			return [{ ...option, ...(attached === undefined ? {} : { attached }) }];
		});
	}
}

function convert(argument: Argument, word: string): Value {
	const value = typed(argument, word);
	if (value === undefined)
		throw new Misuse(
			`argument ${nameOf(argument)}: invalid ${argument.type ?? 'str'} value: ${quote(word)}`
		);
	if (argument.choices && !argument.choices.includes(word))
		throw new Misuse(`argument ${nameOf(argument)}: ${invalidChoice(word, argument.choices)}`);
	return value;
}

/** `undefined` = Python's constructor of that type refuses the word. */
function typed({ type }: Argument, word: string): Value | undefined {
	if (type === 'int')
		return /^\s*[+-]?\d+(_\d+)*\s*$/.test(word) ? Number(word.replaceAll('_', '')) : undefined;
	// list('ab') is ['a', 'b'], and dict() takes no text but the empty one.
	if (type === 'list') return [...word];
	if (type === 'dict') return word === '' ? {} : undefined;
	return type === 'datetime' ? undefined : word;
}

function splitOnce(text: string, sign: string): [string, string?] {
	const at = text.indexOf(sign);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
