import type { ShellScript, ShellWord } from './command.ts';

/** What stands for an expansion, and where it ends in the source. */
export interface Expanded {
	text: string;
	end: number;
	/** The expansion itself, where its value is not known. */
	unknown: string[];
}

const VARIABLE = /\$(?:(\w+)|\{(\w+)\}|\{(\w+):?[-=]([^{}$`]*)\}|[?!#@*$-]|\{[^}]*\})/y;
const NAME = /^[A-Za-z_]\w*$/;
const ASSIGNMENT = /^([A-Za-z_]\w*)=([^]*)$/;

/** Variables that a script sets to a text it holds itself. @source Bash Reference Manual, 3.4, 3.5.3, 3.5.4 */
export class Assignments {
	readonly #values = new Map<string, string>();

	/** Takes the leading `NAME=value` words off a command. */
	take(words: ShellWord[]): ShellWord[] {
		if (/^(export|declare|local|readonly)$/.test(words[0]?.text ?? '')) words.shift();
		const rest = words.findIndex(({ text }) => !ASSIGNMENT.test(text));
		return words.splice(0, rest < 0 ? words.length : rest);
	}

	/** Remembers `NAME=value` words; a value that nobody knows makes the variable unknown. */
	set(assignments: readonly ShellWord[]): void {
		for (const { text, unknown } of assignments) {
			const [, name = '', value = ''] = ASSIGNMENT.exec(text) ?? [];
			if (unknown.length > 0) this.#values.delete(name);
			else this.#values.set(name, value);
		}
	}

	/** The expansion that begins at this place, or undefined when a plain character stands there. */
	expandAt(source: string, at: number, script: ShellScript): Expanded | undefined {
		const char = source[at];
		if (char !== '$' && char !== '`') return undefined;
		if (char === '`' || source[at + 1] === '(') {
			const end = char === '`' ? backtickEnd(source, at + 1) : parenthesisEnd(source, at + 2);
			const text = source.slice(at, end);
			script.substitutions.push(text.slice(char === '`' ? 1 : 2, -1));
			return { text, end, unknown: [text] };
		}
		VARIABLE.lastIndex = at;
		const [all, bare, braced, defaulted, fallback] = VARIABLE.exec(source) ?? [];
		if (all === undefined) return undefined;
		const name = bare ?? braced ?? defaulted ?? '';
		// `$1x` is `$1` and an x.
		const end = at + (bare !== undefined && !NAME.test(bare) ? 2 : all.length);
		const value = this.#values.get(name);
		if (value !== undefined) return { text: value, end, unknown: [] };
		const text = source.slice(at, end);
		if (fallback !== undefined && fallback !== '') {
			script.warnings.push({ id: 'shell-default', values: { text } });
			return { text: fallback, end, unknown: [] };
		}
		return { text, end, unknown: [text] };
	}

	/** A here-document whose end is not quoted: only `$`, backquotes and backslashes count. */
	expandDocument(text: string, script: ShellScript): string {
		let out = '';
		for (let at = 0; at < text.length;) {
			const escaped = /^\\(?:[$`\\]|\n)/.exec(text.slice(at, at + 2))?.[0];
			const found = escaped === undefined ? this.expandAt(text, at, script) : undefined;
			if (escaped !== undefined) out += escaped === '\\\n' ? '' : escaped.slice(1);
			else out += found?.text ?? text[at];
			for (const name of found?.unknown ?? [])
				script.warnings.push({ id: 'shell-variable', values: { text: name } });
			at = found?.end ?? at + (escaped?.length ?? 1);
		}
		return out;
	}
}

function backtickEnd(source: string, start: number): number {
	for (let at = start; at < source.length; at++) {
		if (source[at] === '\\') at++;
		else if (source[at] === '`') return at + 1;
	}
	return source.length;
}

function parenthesisEnd(source: string, start: number): number {
	let depth = 1;
	for (let at = start; at < source.length; at++) {
		const char = source[at];
		if (char === '\\') at++;
		else if (char === "'") {
			const end = source.indexOf("'", at + 1);
			if (end < 0) return source.length;
			at = end;
		} else if (char === '"') {
			while (++at < source.length && source[at] !== '"') if (source[at] === '\\') at++;
		} else if (char === '(') depth++;
		else if (char === ')' && --depth === 0) return at + 1;
	}
	return source.length;
}
