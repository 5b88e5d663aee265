/** Any text as a JavaScript string literal, in single quotes when that needs no escapes. */
export function javascriptString(text: string): string {
	const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
	let out = '';
	for (const char of text) out += char === mark ? `\\${char}` : javascriptChar(char);
	return mark + out + mark;
}

/** A text of many lines as a sum of literals, one a line. */
export function javascriptText(text: string, indent: string): string {
	const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	return lines.length < 2
		? javascriptString(text)
		: lines.map(javascriptString).join(` +\n${indent}  `);
}

/**
 * JSON text as the call that writes the same text again; undefined when JavaScript would write another: for its
 * spaces, an integer beyond 2^53, equal keys.
 */
export function javascriptJson(text: string, indent: string): string | undefined {
	const value = parsed(text);
	if (typeof value !== 'object' || value === null || text.includes('__proto__')) return undefined;
	// U+2028 and the like are what a reader cannot see.
	if (/[\p{C}\p{Zl}\p{Zp}\ufeff]/u.test(text.replaceAll('\n', ''))) return undefined;
	if (JSON.stringify(value) === text) return `JSON.stringify(${text})`;
	if (JSON.stringify(value, null, 2) !== text) return undefined;
	return `JSON.stringify(${text.replaceAll('\n', `\n${indent}`)}, null, 2)`;
}

const NAMED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function javascriptChar(char: string): string {
	const named = NAMED[char];
	if (named !== undefined) return named;
	if (char === ' ' || !/[\p{C}\p{Z}]/u.test(char)) return char;
	const code = char.codePointAt(0) ?? 0;
	const hex = code.toString(16);
	if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
	return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not JSON: it goes out as it is.
		return undefined;
	}
}
