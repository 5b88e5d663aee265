import { byteChar } from './byte-text.ts';

/**
 * What `$'…'` stands for, from behind its opening quote, and where it ends. A NUL ends the text, not the quotes.
 * @source Bash Reference Manual, 3.1.2.4 "ANSI-C Quoting"
 */
export function readAnsiC(
	source: string,
	start: number
): { text: string; end: number } | undefined {
	let text = '';
	let isCut = false;
	for (let at = start; at < source.length;) {
		const char = source[at] as string;
		if (char === "'") return { text, end: at + 1 };
		const [length, value] = char === '\\' ? escapeAt(source, at) : [1, char];
		if (value === '\0') isCut = true;
		if (!isCut) text += value;
		at += length;
	}
	return undefined;
}

const NAMED: Record<string, string> = {
	a: '\x07',
	b: '\b',
	e: '\x1b',
	E: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
	'\\': '\\',
	"'": "'",
	'"': '"',
	'?': '?'
};
const CODE = /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|c([^]))/y;

function escapeAt(source: string, at: number): [length: number, value: string] {
	const named = NAMED[source[at + 1] ?? ''];
	if (named !== undefined) return [2, named];
	CODE.lastIndex = at;
	const [all, byte, short, long, octal, control] = CODE.exec(source) ?? [];
	if (all === undefined) return [1, '\\'];
	if (byte !== undefined) return [all.length, byteChar(parseInt(byte, 16))];
	if (octal !== undefined) return [all.length, byteChar(parseInt(octal, 8) & 0xff)];
	if (control !== undefined) return [all.length, String.fromCharCode(control.charCodeAt(0) & 0x1f)];
	return [all.length, codePoint(parseInt(short ?? long ?? '', 16))];
}

// bash writes the bytes of any number, also of half a surrogate pair, which is no character.
function codePoint(code: number): string {
	if (code > 0x10ffff) return '\ufffd';
	if (code < 0xd800 || code > 0xdfff) return String.fromCodePoint(code);
	return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
		.map(byteChar)
		.join('');
}
