import type { Cursor } from '#lib/import/cursor.ts';
import { asText, joinTexts, text, unknownText, type PsText, type PsValue } from './value.ts';

/** Gives the value of a variable, or undefined when it is not known. */
export type Lookup = (name: string) => PsValue | undefined;

/**
 * A string in quotes of any kind, or undefined when none begins here.
 * @source PowerShell language specification, 2.3.5.2 (curly quotes too); Microsoft, "about_Special_Characters"
 */
export function readString(cursor: Cursor, lookup: Lookup): PsText | undefined {
	const literal = cursor.match(/@['‘’‚‛][^\S\n]*\n(?:([^]*?)\n)?['‘’‚‛]@/y);
	if (literal) return text((literal[1] ?? '').replaceAll('\r', ''));
	const start = cursor.at;
	if (cursor.take(/@["“”„][^\S\n]*\n/y) !== undefined) {
		// The line end before the closing quotes belongs to them; they may also follow at once.
		if (cursor.take(/["“”„]@/y) !== undefined) return text('');
		return expandable(cursor, lookup, /\r?\n["“”„]@/y, start);
	}
	if (cursor.take(/['‘’‚‛]/y) !== undefined) {
		let out = '';
		for (;;) {
			out += cursor.take(/[^'‘’‚‛]+/y) ?? '';
			if (cursor.isAtEnd) return open(cursor, start, "'");
			cursor.at++;
			const doubled = cursor.take(/['‘’‚‛]/y);
			if (doubled === undefined) return text(out);
			out += doubled;
		}
	}
	if (cursor.take(/["“”„]/y) === undefined) return undefined;
	return expandable(cursor, lookup, /["“”„](?!["“”„])/y, start);
}

/** A variable, `$(…)` or an escape as they stand in a double-quoted string and in a bare word. */
export function readExpansion(cursor: Cursor, lookup: Lookup): PsText | undefined {
	const escaped = cursor.match(/`(?:u\{([\da-f]{1,6})\}|([^]))/iy);
	if (escaped) {
		const [, code, char = ''] = escaped;
		return text(code === undefined ? (ESCAPES[char] ?? char) : codePoint(code));
	}
	const char = cursor.match(/\$\(\s*\[char\]\s*(0x[\da-f]+|\d+)\s*\)/iy);
	if (char) return text(String.fromCharCode(Number(char[1])));
	if (cursor.source.startsWith('$(', cursor.at)) return unknownText(subexpression(cursor));
	const variable = cursor.match(/\$(?:\{([^}]+)\}|((?:env:)?\w+))/iy);
	if (!variable) return undefined;
	const value = lookup((variable[1] ?? variable[2] ?? '').toLowerCase());
	return value === undefined ? unknownText(variable[0]) : asText(value);
}

/** What stands in square brackets, when it is written out: `['a']`, `[0]`. Goes past them in any case. */
export function readIndex(cursor: Cursor): string | undefined {
	const literal = cursor.match(/\[\s*(?:'([^'\n]*)'|"([^"$`\n]*)"|(\d+))\s*\]/y);
	if (literal) return literal[1] ?? literal[2] ?? literal[3];
	cursor.take(/\[[^\]]*\]?/y);
	return undefined;
}

function expandable(cursor: Cursor, lookup: Lookup, end: RegExp, start: number): PsText {
	const parts: PsText[] = [];
	const isHere = end.source.includes('@');
	const plain = isHere ? /[^`$\r\n]+|\r/y : /[^`$"“”„]+/y;
	for (;;) {
		if (cursor.isAtEnd) return open(cursor, start, '"');
		if (cursor.take(end) !== undefined) return joinTexts(parts);
		const taken = cursor.take(plain);
		if (taken !== undefined) {
			if (!isHere || taken !== '\r') parts.push(text(taken));
			continue;
		}
		const found = readExpansion(cursor, lookup);
		if (found) parts.push(found);
		else {
			// A doubled quote is one, a lonely `$` stands for itself.
			if (!isHere && /["“”„]/.test(cursor.char)) cursor.at++;
			parts.push(text(cursor.char));
			cursor.at++;
		}
	}
}

function subexpression(cursor: Cursor): string {
	const start = cursor.at;
	let depth = 0;
	do {
		if (cursor.char === '(') depth++;
		if (cursor.char === ')') depth--;
		cursor.at++;
	} while (!cursor.isAtEnd && (depth > 0 || cursor.at === start + 1));
	return cursor.source.slice(start, cursor.at);
}

const ESCAPES: Record<string, string> = {
	0: '\0',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v'
};

function codePoint(hex: string): string {
	const code = parseInt(hex, 16);
	return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

function open(cursor: Cursor, start: number, quote: string): never {
	cursor.at = start;
	return cursor.fail(quote);
}
