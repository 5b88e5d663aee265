import { BadProgram, tokensOf, unexpected, type Token } from './lex.ts';
import type { Node, Pattern } from './syntax.ts';

/** The parts of the grammar that stand within one another. */
export interface Rules {
	pipe(reader: Reader): Node;
	/** Operators that bind at least as tightly as that level's. */
	binary(reader: Reader, level: number): Node;
	pattern(reader: Reader): Pattern;
}

/** Reads tokens; what the parts of the parser share. */
export class Reader {
	readonly source: string;
	readonly #tokens: readonly Token[];
	#at = 0;

	readonly rules: Rules;

	constructor(source: string, rules: Rules) {
		this.source = source;
		this.rules = rules;
		this.#tokens = tokensOf(source);
	}

	get token(): Token {
		return this.#tokens[this.#at] ?? { kind: 'end', text: '', at: this.source.length };
	}

	is(text: string): boolean {
		const { kind, text: own } = this.token;
		return own === text && (kind === 'sign' || kind === 'word');
	}

	next(): Token {
		const { token } = this;
		this.#at += 1;
		return token;
	}

	takes(text: string): boolean {
		const isIt = this.is(text);
		if (isIt) this.#at += 1;
		return isIt;
	}

	expect(text: string): void {
		if (!this.takes(text)) this.fail(['}', '|'].includes(text) ? `'${text}'` : '');
	}

	fail(expected = ''): never {
		const { kind, text, at } = this.token;
		const before = this.#tokens[this.#at - 1];
		const last = (before?.at ?? 0) + (before?.kind === 'variable' ? 1 : 0);
		if (kind === 'end') throw new BadProgram(unexpected('$end', expected), last);
		const isStart = this.#at === 0;
		const names: Partial<Record<Token['kind'], string>> = {
			field: 'FIELD',
			number: 'LITERAL',
			text: 'QQSTRING_START',
			format: 'FORMAT',
			variable: "'$'"
		};
		const name = KEYWORDS.has(text)
			? text
			: kind === 'word'
				? 'IDENT'
				: (names[kind] ?? `'${text}'`);
		// A bracket that closes nothing is no token.
		const isStray = expected === '$end' || isStart ? /^'[)}\]]'$/.test(name) : false;
		const told = isStray ? 'INVALID_CHARACTER' : name === "'?//'" ? '?//' : name;
		throw new BadProgram(unexpected(told, isStart ? '$end' : expected), at);
	}
}

export const KEYWORDS = new Set(
	'def if then elif else end as reduce foreach try catch label import include and or __loc__'.split(
		' '
	)
);
