import { ImportError, placeAt } from '#lib/import/import-error.ts';
import { readAnsiC } from './ansi-c.ts';
import { Assignments, type Expanded } from './bash-expansion.ts';
import { knownOutput } from './known-output.ts';
import type { ShellScript, ShellWord } from './command.ts';

/** A command while it is read. */
interface Draft {
	words: ShellWord[];
	stdin?: string;
	isPiped: boolean;
	/** The command whose output it reads; known only when here-documents have been read. */
	from?: Draft;
}

interface HereDocument {
	command: Draft;
	end: string;
	isLiteral: boolean;
	isIndented: boolean;
}

/**
 * The commands of a script as bash, zsh and sh take them apart. Variables that the script itself sets are known; other
 * expansions stay as they are written and are named.
 * @source Bash Reference Manual, 3.1.2 "Quoting", 3.5 "Shell Expansions", 3.6 "Redirections"
 * @throws ImportError for a quote that is never closed
 */
export function readBash(source: string): ShellScript {
	return new Bash(source).script();
}

const OPERATOR = /\|\||&&|;;|\|&|[|;&\n()]/y;
const REDIRECTION = /(?:\d*(?:<<<|<<-?|<&|<>|<|>>|>&|>\||>)|&>>?)/y;
// What stands before a command without being one, a prompt that was copied along too.
const KEYWORDS =
	/^(?:\$|%|\{|\}|!|then|do|done|else|elif|if|fi|while|until|time|sudo|command|exec)$/;
const EXPANDS_BRACES = /\{[^{}\s]*(?:,|\.\.)[^{}\s]*\}/;

class Bash {
	readonly #source: string;
	#at = 0;
	readonly #script: ShellScript = { commands: [], substitutions: [], warnings: [] };
	readonly #known = new Assignments();
	readonly #documents: HereDocument[] = [];
	readonly #drafts: Draft[] = [];
	#command: Draft = { words: [], isPiped: false };

	constructor(source: string) {
		this.#source = source;
	}

	script(): ShellScript {
		while (this.#at < this.#source.length) this.#step();
		this.#end('');
		for (const command of this.#drafts) this.#join(command);
		return this.#script;
	}

	#step(): void {
		const char = this.#source[this.#at] as string;
		if (char === ' ' || char === '\t' || char === '\r') this.#at++;
		else if (this.#source.startsWith('\\\n', this.#at)) this.#at += 2;
		else if (this.#source.startsWith('\\\r\n', this.#at)) this.#at += 3;
		else if (char === '#') this.#at = this.#lineEnd();
		else {
			const redirection = this.#take(REDIRECTION);
			if (redirection !== undefined) return this.#redirect(redirection);
			const operator = this.#take(OPERATOR);
			if (operator !== undefined) return this.#end(operator);
			this.#word();
		}
	}

	#end(operator: string): void {
		const command = this.#command;
		const isPipe = operator === '|' || operator === '|&';
		command.isPiped ||= isPipe;
		while (KEYWORDS.test(command.words[0]?.text ?? '')) command.words.shift();
		const before = this.#known.take(command.words);
		if (command.words.length > 0) this.#drafts.push(command);
		else this.#known.set(before);
		if (operator === '&' && command.words.length > 0) {
			const rest = this.#source.slice(this.#at, this.#lineEnd()).trim();
			if (rest !== '') this.#script.warnings.push({ id: 'shell-ampersand', values: { rest } });
		}
		this.#command = {
			words: [],
			isPiped: false,
			...(isPipe ? { from: command } : {})
		};
		if (operator === '\n') for (const one of this.#documents.splice(0)) this.#readDocument(one);
	}

	#join({ from, ...command }: Draft): void {
		const input = command.stdin ?? (from && knownOutput(from));
		const stdin = input === undefined ? {} : { stdin: input };
		this.#script.commands.push({ ...command, ...stdin });
	}

	#redirect(operator: string): void {
		this.#skipBlank();
		const command = this.#command;
		if (operator.includes('<<') && !operator.includes('<<<')) {
			const start = this.#at;
			const { text } = this.#readWord();
			this.#documents.push({
				command,
				end: text,
				isLiteral: /['"\\]/.test(this.#source.slice(start, this.#at)),
				isIndented: operator.endsWith('-')
			});
			return;
		}
		const word = this.#readWord();
		if (operator.endsWith('<<<')) command.stdin = `${word.text}\n`;
		else if (
			!operator.endsWith('<') &&
			!/^(\/dev\/null|\d+|-)$/.test(word.text) &&
			operator !== '2>'
		)
			command.isPiped = true;
	}

	#readDocument({ command, end, isLiteral, isIndented }: HereDocument): void {
		const lines: string[] = [];
		while (this.#at < this.#source.length) {
			const raw = this.#source.slice(this.#at, this.#lineEnd()).replace(/\r$/, '');
			this.#at = this.#lineEnd() + 1;
			const line = isIndented ? raw.replace(/^\t+/, '') : raw;
			if (line === end) break;
			lines.push(`${line}\n`);
		}
		const text = lines.join('');
		command.stdin = isLiteral ? text : this.#known.expandDocument(text, this.#script);
	}

	#word(): void {
		const start = this.#at;
		const word = this.#readWord();
		const raw = this.#source.slice(start, this.#at);
		if (/^~/.test(raw) || (!/['"\\]/.test(raw) && EXPANDS_BRACES.test(raw)))
			this.#script.warnings.push({ id: 'shell-expands', values: { text: raw } });
		this.#command.words.push(...word.split);
	}

	/** A word, and the words that it falls into where a known variable without quotes holds blanks. */
	#readWord(): ShellWord & { split: ShellWord[] } {
		const offset = this.#at;
		const unknown: string[] = [];
		const pieces = [''];
		let isWord = false;
		const add = (text: string) => void (pieces[pieces.length - 1] += text);
		const expand = (found: Expanded, isQuoted: boolean) => {
			this.#at = found.end;
			unknown.push(...found.unknown);
			if (isQuoted || found.unknown.length > 0) return add(found.text);
			const [first = '', ...rest] = found.text.split(/[ \t\n]+/);
			add(first);
			pieces.push(...rest);
		};

		while (this.#at < this.#source.length) {
			const char = this.#source[this.#at] as string;
			if (/[ \t\r\n|&;()<>]/.test(char)) break;
			isWord = true;
			if (char === '\\') add(this.#escaped());
			else if (char === "'") add(this.#single());
			else if (char === '"') this.#double(add, (found) => expand(found, true));
			else if (this.#source.startsWith("$'", this.#at)) add(this.#ansiC());
			else if (this.#source.startsWith('$"', this.#at)) this.#at++;
			else {
				const found = this.#known.expandAt(this.#source, this.#at, this.#script);
				if (found) expand(found, false);
				else add(this.#take(/[^ \t\r\n|&;()<>\\'"$`]+/y) ?? (this.#source[this.#at++] as string));
			}
		}
		const texts = pieces.filter((text) => text !== '' || (isWord && pieces.length === 1));
		const split = texts.map((text): ShellWord => ({ text, offset, unknown }));
		return { text: pieces.join(' '), offset, unknown, split };
	}

	#escaped(): string {
		const next = /^\\(\r?\n|[^])?/.exec(this.#source.slice(this.#at, this.#at + 3));
		this.#at += next?.[0].length ?? 1;
		return next?.[1] === undefined || next[1].endsWith('\n') ? '' : next[1];
	}

	#single(): string {
		const end = this.#source.indexOf("'", this.#at + 1);
		if (end < 0) throw this.#open("'");
		const text = this.#source.slice(this.#at + 1, end);
		this.#at = end + 1;
		return text;
	}

	#ansiC(): string {
		const found = readAnsiC(this.#source, this.#at + 2);
		if (!found) throw this.#open("$'");
		this.#at = found.end;
		return found.text;
	}

	#double(add: (text: string) => void, expand: (found: Expanded) => void): void {
		const start = this.#at++;
		for (;;) {
			add(this.#take(/[^"\\$`]+/y) ?? '');
			const char = this.#source[this.#at];
			if (char === undefined) {
				this.#at = start;
				throw this.#open('"');
			}
			if (char === '"') break;
			if (char === '\\') {
				const escaped = this.#take(/\\(?:[$`"\\]|\r?\n)/y);
				add(escaped === undefined ? '\\' : escaped.endsWith('\n') ? '' : escaped.slice(1));
				if (escaped === undefined) this.#at++;
				continue;
			}
			const found = this.#known.expandAt(this.#source, this.#at, this.#script);
			if (found) expand(found);
			else {
				add(char);
				this.#at++;
			}
		}
		this.#at++;
	}

	#open(quote: string): ImportError {
		return new ImportError('open-quote', { quote }, placeAt(this.#source, this.#at));
	}

	#take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#source)?.[0];
		if (found === undefined || found === '') return undefined;
		this.#at += found.length;
		return found;
	}

	#skipBlank(): void {
		this.#take(/[ \t]+/y);
	}

	#lineEnd(): number {
		const end = this.#source.indexOf('\n', this.#at);
		return end < 0 ? this.#source.length : end;
	}
}
