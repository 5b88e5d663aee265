import type { Bracketed } from './python-layout.ts';

/** Any text as a Python string literal, in single quotes when that needs no escapes. */
export function pythonString(text: string): string {
	const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
	let out = '';
	for (const char of text) out += char === mark ? `\\${char}` : pythonChar(char);
	return mark + out + mark;
}

/** A text as a Python expression: of many lines as adjacent literals, one a line; `tail` follows it: `.encode()`. */
export function pythonText(text: string, tail = ''): string | Bracketed {
	const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	if (lines.length < 2) return pythonString(text) + tail;
	return {
		open: '(',
		items: lines.map((line) => ({ before: '', value: pythonString(line) })),
		close: `)${tail}`,
		isText: true
	};
}

const NAMED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// As Python's repr: what cannot be seen (control, format, separators, lone surrogates) is escaped.
function pythonChar(char: string): string {
	const named = NAMED[char];
	if (named !== undefined) return named;
	if (char === ' ' || !/[\p{C}\p{Z}]/u.test(char)) return char;
	const code = char.codePointAt(0) ?? 0;
	const hex = code.toString(16);
	if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
	return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
