import type { Cursor } from '#lib/import/cursor.ts';
import { byteChar } from '#lib/import/shell/byte-text.ts';
import { joinPy, pyText, pyUnknown, type PyText } from './value.ts';

/** Works out the expression in the braces of an f-string; undefined when it cannot be known. */
export type Evaluate = (source: string) => PyText | undefined;

/**
 * One string literal with any prefix, or undefined when none begins here.
 * @source Python Language Reference, 2.4.1 "String and Bytes literals", 2.4.3 "f-strings"
 * @throws ImportError when it is never closed
 */
export function readPyString(cursor: Cursor, evaluate: Evaluate): PyText | undefined {
	const start = cursor.at;
	const [, prefix = '', quotes = ''] = cursor.match(/([rbfu]{0,2})("""|'''|"|')/iy) ?? [];
	if (quotes === '') return undefined;
	const isRaw = /r/i.test(prefix);
	const isBytes = /b/i.test(prefix);
	const isFormat = /f/i.test(prefix);
	const plain = quotes.length === 3 || isFormat ? /[^\\'"{}\n]+/y : /[^\\'"\n]+/y;
	const parts: PyText[] = [];
	const add = (text: string) => void parts.push(pyText(text));
	for (;;) {
		if (cursor.source.startsWith(quotes, cursor.at)) break;
		if (cursor.isAtEnd || (cursor.char === '\n' && quotes.length === 1)) {
			cursor.at = start;
			cursor.fail(quotes);
		}
		const taken = cursor.take(plain);
		if (taken !== undefined) add(taken);
		else if (cursor.char === '\\') add(isRaw ? rawPair(cursor) : escape(cursor, isBytes));
		else if (isFormat && cursor.take(/\{\{|\}\}/y) !== undefined)
			add(cursor.source[cursor.at - 1] as string);
		else if (isFormat && cursor.char === '{') parts.push(hole(cursor, evaluate));
		else {
			add(cursor.char);
			cursor.at++;
		}
	}
	cursor.at += quotes.length;
	const { text, unknown } = joinPy(parts);
	return { kind: isBytes ? 'bytes' : 'text', text, unknown };
}

function rawPair(cursor: Cursor): string {
	return cursor.take(/\\[^]?/y) ?? '';
}

const NAMED: Record<string, string> = {
	'\n': '',
	'\\': '\\',
	"'": "'",
	'"': '"',
	a: '\x07',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v'
};

function escape(cursor: Cursor, isBytes: boolean): string {
	const code = cursor.match(/\\(?:x([\da-fA-F]{2})|([0-7]{1,3}))/y);
	if (code) {
		const [, hex, octal] = code;
		const value = hex === undefined ? parseInt(octal ?? '', 8) : parseInt(hex, 16);
		return isBytes ? byteChar(value & 0xff) : String.fromCharCode(value);
	}
	const wide = isBytes ? undefined : cursor.match(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y);
	if (wide) {
		const value = parseInt(wide[1] ?? wide[2] ?? '', 16);
		return value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value);
	}
	const pair = cursor.take(/\\[^]/y) ?? '\\';
	return NAMED[pair[1] ?? ''] ?? pair;
}

function hole(cursor: Cursor, evaluate: Evaluate): PyText {
	const start = cursor.at;
	let depth = 0;
	do {
		if (/[{([]/.test(cursor.char)) depth++;
		if (/[})\]]/.test(cursor.char)) depth--;
		cursor.at++;
	} while (depth > 0 && !cursor.isAtEnd);
	const source = cursor.source.slice(start, cursor.at);
	return evaluate(source.slice(1, -1)) ?? pyUnknown(source);
}
