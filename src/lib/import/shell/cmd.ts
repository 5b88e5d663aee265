import { ImportError, placeAt } from '#lib/import/import-error.ts';
import { cmdArguments } from './cmd-arguments.ts';
import type { ShellScript } from './command.ts';

/**
 * The commands that cmd.exe starts for a text typed at its prompt, or for a batch file when it begins with `@echo`.
 * Variables that the text sets are known; others stay as they are written and are named.
 * @source how cmd.exe parses a line, phases 1 and 2, as established by Dave Benham and jeb; Microsoft, "set", "cmd"
 * @throws ImportError for a quote that is open at the end of its line
 */
export function readCmd(source: string): ShellScript {
	const reader = new Cmd(source.replaceAll('\r', ''));
	return reader.script();
}

interface Draft {
	line: string;
	offset: number;
	isPiped: boolean;
}

class Cmd {
	readonly #lines: string[];
	readonly #source: string;
	readonly #isBatch: boolean;
	readonly #known = new Map<string, string>();
	readonly #script: ShellScript = { commands: [], substitutions: [], warnings: [] };
	#next = 0;
	#offset = 0;

	constructor(source: string) {
		this.#source = source;
		this.#lines = source.split('\n');
		this.#isBatch = /^\s*@echo\s+off/i.test(source);
	}

	script(): ShellScript {
		while (this.#next < this.#lines.length) this.#statement();
		return this.#script;
	}

	// A quote lasts until the line ends, a caret at the end of a line joins the next one to it.
	#statement(): void {
		const offset = this.#offset;
		let text = this.#line();
		if (/^\s*@?(rem\b|::|echo\b)/i.test(text)) return;
		const fresh = (): Draft => ({ line: '', offset, isPiped: false });
		let command = fresh();
		const drafts = [command];
		let isInside = false;
		for (let at = 0; at < text.length; at++) {
			const char = text[at] as string;
			if (char === '"') isInside = !isInside;
			if (isInside || !'^&|<>'.includes(char)) command.line += char;
			else if (char === '^') {
				if (at + 1 < text.length) command.line += text[++at];
				else {
					if (this.#next >= this.#lines.length) break;
					text = this.#line();
					at = -1;
					if (text === '' && this.#next < this.#lines.length) {
						command.line += '\n';
						text = this.#line();
					} else if (text !== '') {
						command.line += text[0];
						at = 0;
					}
				}
			} else if (char === '&' || char === '|') {
				const isPipe = char === '|' && text[at + 1] !== '|';
				if (text[at + 1] === char) at++;
				else if (char === '&') this.#warnRest(text.slice(at + 1));
				command.isPiped ||= isPipe;
				command = fresh();
				drafts.push(command);
			} else at += this.#redirect(text.slice(at), command);
		}
		if (isInside)
			throw new ImportError('open-quote', { quote: '"' }, placeAt(this.#source, offset));
		for (const draft of drafts) this.#take(draft);
	}

	#take({ line, offset, isPiped }: Draft): void {
		const plain = line.trim().replace(/^(?:@|[A-Za-z]:\\[^<>|&"]*>)\s*/, '');
		const [, quoted, bare] = /^set\s+(?:"([^"]*)"?\s*|([^]*))$/i.exec(plain) ?? [];
		const [, name, value = ''] = /^([^=]+)=([^]*)$/.exec(quoted ?? bare ?? '') ?? [];
		if (name !== undefined) this.#known.set(name.toUpperCase(), value);
		else if (plain !== '')
			this.#script.commands.push({ words: this.#words(plain, offset), isPiped });
	}

	#words(line: string, offset: number) {
		return cmdArguments(line).map((text) => ({
			text,
			offset,
			unknown: [...text.matchAll(VARIABLE)].map(([all]) => all).filter(isVariable)
		}));
	}

	#redirect(rest: string, command: Draft): number {
		const [all = '', sign = ''] = /^(<|>>?)(?:&\d|\s*("[^"]*"|[^\s&|<>]*))/.exec(rest) ?? [];
		if (sign !== '<' && !/&\d$|nul$/i.test(all)) command.isPiped = true;
		return Math.max(all.length - 1, 0);
	}

	#warnRest(rest: string): void {
		if (rest.trim() !== '')
			this.#script.warnings.push({ id: 'shell-ampersand', values: { rest: rest.trim() } });
	}

	#line(): string {
		const line = this.#lines[this.#next++] ?? '';
		this.#offset += line.length + 1;
		return this.#expanded(line);
	}

	#expanded(line: string): string {
		let out = '';
		for (let at = 0; at < line.length;) {
			const rest = line.slice(at);
			const [all = '', name = '', start, length] =
				/^%([^%:^\s]+)(?::~(-?\d+)(?:,(-?\d+))?)?%/.exec(rest) ?? [];
			const value = this.#known.get(name.toUpperCase());
			if (all !== '' && value !== undefined) {
				out += start === undefined ? value : part(value, Number(start), length);
				at += all.length;
			} else if (this.#isBatch && rest.startsWith('%%')) {
				out += '%';
				at += 2;
			} else {
				out += rest[0];
				at++;
			}
		}
		return out;
	}
}

function part(value: string, start: number, length: string | undefined): string {
	const from = start < 0 ? Math.max(value.length + start, 0) : start;
	if (length === undefined) return value.slice(from);
	const count = Number(length);
	return count < 0 ? value.slice(from, count) : value.slice(from, from + count);
}

const VARIABLE = /%[A-Za-z_]\w*%/g;

// `%D0%B6%` is a letter in an address, not a variable.
function isVariable(text: string): boolean {
	return !/^%[\dA-F]{2}%?$/i.test(text) && !/^%[\dA-F]{2}(?![A-Z_]{3})/i.test(text);
}
