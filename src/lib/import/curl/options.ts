import type { ShellCommand, ShellWord } from '#lib/import/shell/command.ts';
import { longFlag, shortFlag, type Flag } from './flags.ts';

/** An option that `curl/request.ts` reads, with its value. */
export interface CurlOption {
	name: string;
	value: ShellWord;
}

/** What stands between two `--next`. */
export interface CurlGroup {
	options: CurlOption[];
	urls: ShellWord[];
}

/** The options of one curl command. */
export interface CurlOptions {
	groups: CurlGroup[];
	/** Options that are not carried, by the id of their warning; each as it was written. */
	left: Map<string, string[]>;
}

/**
 * The arguments of curl as curl reads them: letters may be joined (`-sSXPOST`), a value may follow its letter at once,
 * `--flag=value` is no spelling of curl's.
 * @source curl's manual page, "OPTIONS"
 */
export function readOptions({ words, stdin, stdinUnknown }: ShellCommand): CurlOptions {
	return new Reader(stdin, stdinUnknown ?? []).read(words.slice(1));
}

class Reader {
	readonly #stdin: string | undefined;
	readonly #stdinUnknown: readonly string[];
	readonly #left = new Map<string, string[]>();
	readonly #groups: CurlGroup[] = [{ options: [], urls: [] }];

	constructor(stdin: string | undefined, stdinUnknown: readonly string[]) {
		this.#stdin = stdin;
		this.#stdinUnknown = stdinUnknown;
	}

	read(words: readonly ShellWord[]): CurlOptions {
		const rest = [...words];
		let isOver = false;
		for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
			const { text } = word;
			if (isOver || text === '' || text === '-' || !text.startsWith('-')) this.#url(word);
			else if (text === '--') isOver = true;
			else if (text.startsWith('--')) this.#long(word, text.slice(2), rest);
			else this.#short(word, rest);
		}
		return { groups: this.#groups, left: this.#left };
	}

	#long(word: ShellWord, name: string, rest: ShellWord[]): void {
		const flag = longFlag(name);
		if (!flag) return this.#leave('unknown-options', word.text);
		this.#set(flag, word.text, flag.takesValue ? rest.shift() : word);
	}

	#short(word: ShellWord, rest: ShellWord[]): void {
		for (let at = 1; at < word.text.length; at++) {
			const letter = word.text[at] as string;
			const flag = shortFlag(letter);
			if (!flag) this.#leave('unknown-options', `-${letter}`);
			else if (!flag.takesValue) this.#set(flag, `-${letter}`, word);
			else {
				const tail = word.text.slice(at + 1);
				const value = tail === '' ? rest.shift() : { ...word, text: tail };
				return this.#set(flag, `-${letter}`, value);
			}
		}
	}

	#set(flag: Flag, written: string, value: ShellWord | undefined): void {
		if (value === undefined) return this.#leave('option-without-value', written);
		const spelled = flag.takesValue ? `${written} ${value.text}` : written;
		if (flag.kind === 'quiet') return;
		if (flag.kind !== 'request') return this.#leave(flag.kind, spelled);
		const group = this.#groups.at(-1) as CurlGroup;
		if (flag.name === 'url') this.#url(value);
		else if (flag.name === 'next') this.#groups.push({ options: [], urls: [] });
		else if (flag.name !== 'config') group.options.push({ name: flag.name, value });
		else if (value.text === '-' && this.#stdin !== undefined) this.#config(this.#stdin, value);
		else this.#leave('file', spelled);
	}

	#url(word: ShellWord): void {
		(this.#groups.at(-1) as CurlGroup).urls.push(word);
	}

	#leave(id: string, written: string): void {
		this.#left.set(id, [...(this.#left.get(id) ?? []), written]);
	}

	// @source curl's manual page, -K: one option a line, without the dashes if one likes
	#config(text: string, at: ShellWord): void {
		for (const line of text.split(/\r?\n/)) {
			const [, name = '', quoted, plain] =
				/^\s*(?!#)-{0,2}([\w.-]+)(?:\s*[=:]\s*|\s+|$)(?:"((?:[^"\\]|\\[^])*)"|(.*?))\s*$/.exec(
					line
				) ?? [];
			if (name === '') continue;
			const flag = name.length === 1 ? shortFlag(name) : longFlag(name);
			const value =
				quoted?.replace(/\\([^])/g, (_, char: string) => ESCAPES[char] ?? char) ?? plain;
			if (!flag) this.#leave('unknown-options', name);
			else
				this.#set(flag, `--${flag.name}`, {
					...at,
					text: value ?? '',
					unknown: this.#stdinUnknown.filter((one) => value?.includes(one))
				});
		}
	}
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', v: '\v' };
