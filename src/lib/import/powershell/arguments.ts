import type { Cursor } from '#lib/import/cursor.ts';
import type { Expressions } from './expression.ts';
import { readExpansion, readString, type Lookup } from './strings.ts';
import { joinTexts, text, unknownText, type PsArgument, type PsText } from './value.ts';

/** The words of a command. @source PowerShell language specification, 8.2.1; Microsoft, "about_Parsing" */
export class Arguments {
	readonly #cursor: Cursor;
	readonly #lookup: Lookup;
	readonly #expressions: Expressions;

	constructor(cursor: Cursor, lookup: Lookup, expressions: Expressions) {
		this.#cursor = cursor;
		this.#lookup = lookup;
		this.#expressions = expressions;
	}

	/** An argument of a command: a word, a parameter, a string, a value in parentheses. */
	read(): PsArgument {
		const cursor = this.#cursor;
		const parameter = cursor.match(/-([A-Za-z_]\w*):?(?=[\s;|)]|$)/y);
		if (parameter) return { value: text(parameter[0]), parameter: parameter[1] ?? '' };
		const splat = cursor.match(/@(\w+)(?=\s|$)/y);
		if (splat) {
			const value = this.#lookup((splat[1] ?? '').toLowerCase());
			return value ? { value, isSplat: true } : { value: unknownText(splat[0]) };
		}
		if (/[@([]/.test(cursor.char) && !this.#startsBareWord())
			return { value: this.#expressions.listed() };
		const variable = /^\$[\w:]+[^\S\n]*(?=[\n;|)`.[]|$|[^\S\n]-)/.exec(
			cursor.source.slice(cursor.at, cursor.at + 80)
		);
		if (variable) return { value: this.#expressions.listed() };
		return { value: this.#word() };
	}

	#startsBareWord(): boolean {
		// `[1-3]` is a type only where a name stands in the brackets.
		return this.#cursor.char === '[' && !/^\[[A-Za-z][\w.]*\]/.test(this.#rest(60));
	}

	#rest(length: number): string {
		return this.#cursor.source.slice(this.#cursor.at, this.#cursor.at + length);
	}

	#word(): PsText {
		const cursor = this.#cursor;
		const start = cursor.at;
		const parts: PsText[] = [];
		while (!cursor.isAtEnd && !/[\s;|)}]/.test(cursor.char)) {
			const found = readString(cursor, this.#lookup) ?? readExpansion(cursor, this.#lookup);
			if (found) parts.push(found);
			else parts.push(text(cursor.take(/[^\s;|)}'"‘’‚‛“”„`$]+|[^]/y) ?? ''));
		}
		if (cursor.at === start) cursor.fail('…');
		return joinTexts(parts);
	}
}
