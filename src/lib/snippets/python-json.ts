import { isJson } from '#lib/request/json-text.ts';
import { pythonString } from './python-literal.ts';

/**
 * JSON text as a Python value, when `json.dumps` writes that value back as the very same bytes; undefined when it
 * would not (other spacing, letters beyond ASCII, a repeated key, `1e3`, `1.50`), or when the text is not JSON.
 * @source CPython Lib/json/encoder.py: separators ", " and ": ", ESCAPE_ASCII, float.__repr__
 */
export function pythonJson(text: string, indent: string): string | undefined {
	// `json=None` means "no body" to requests.
	if (text === 'null' || !isJson(text)) return undefined;
	const tokens = text.match(TOKEN) ?? [];
	if (tokens.join('') !== text || hasRepeatedKey(tokens) || depthOf(tokens) > DEEPEST)
		return undefined;

	const values = tokens.map(pythonToken);
	if (values.includes(undefined)) return undefined;
	const line = values.join('');
	return line.length <= WIDTH ? line : layOut(values as string[], indent);
}

// Only the separators that json.dumps writes are tokens, so other spacing fails to join back.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|, |: |[^\s{}[\]:,"]+/g;
const WIDTH = 72;
// CPython refuses source nested deeper than about 100 or 200, by version.
const DEEPEST = 40;
const WORDS: Record<string, string> = { true: 'True', false: 'False', null: 'None' };

function pythonToken(token: string): string | undefined {
	if (token.startsWith('"')) {
		const value = JSON.parse(token) as string;
		return asciiJson(value) === token ? pythonString(value) : undefined;
	}
	if (/^[-\d]/.test(token)) return isCanonicalNumber(token) ? token : undefined;
	return WORDS[token] ?? token;
}

function asciiJson(value: string): string {
	const escaped = JSON.stringify(value).replace(
		/[^ -~]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
	return escaped;
}

// Long integers are fine, but Python reads no more than 4300 digits. Floats only where repr() gives them back surely.
function isCanonicalNumber(token: string): boolean {
	if (/^(0|-?[1-9]\d{0,299})$/.test(token)) return true;
	if (!/^-?(0|[1-9]\d*)\.(\d|\d*[1-9])$/.test(token)) return false;
	const size = Math.abs(Number(token));
	return token.length <= 15 && (size === 0 ? token === '0.0' : size >= 1e-4);
}

function hasRepeatedKey(tokens: readonly string[]): boolean {
	const open: Set<string>[] = [];
	return tokens.some((token, i) => {
		if (token === '{' || token === '[') open.push(new Set());
		else if (token === '}' || token === ']') open.pop();
		else if (tokens[i + 1] === ': ') {
			const keys = open.at(-1);
			if (keys?.has(token)) return true;
			keys?.add(token);
		}
		return false;
	});
}

function depthOf(tokens: readonly string[]): number {
	let depth = 0;
	let deepest = 0;
	for (const token of tokens) {
		if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
		else if (token === '}' || token === ']') depth--;
	}
	return deepest;
}

function layOut(tokens: readonly string[], indent: string): string {
	let out = '';
	let margin = indent;
	tokens.forEach((token, i) => {
		const opens = token === '{' || token === '[';
		const closes = token === '}' || token === ']';
		const isEmpty = closes && (tokens[i - 1] === '{' || tokens[i - 1] === '[');
		if (closes && !isEmpty) out += `\n${(margin = margin.slice(4))}`;
		out += token === ', ' ? `,\n${margin}` : token;
		if (opens && tokens[i + 1] !== '}' && tokens[i + 1] !== ']') out += `\n${(margin += '    ')}`;
	});
	return out;
}
