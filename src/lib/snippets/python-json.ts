import { jsonTree, repeatsKey, type JsonTree } from './json-tree.ts';
import { brackets, type Expression } from './python-layout.ts';
import { pythonString } from './python-literal.ts';

/** How `json.dumps` lays text out; each of these is a way that it can. */
export interface JsonStyle {
	item: ', ' | ',';
	key: ': ' | ':';
	/** Spaces a level; then every item stands on a line of its own. */
	indent?: number;
	/** Letters beyond ASCII are escaped. */
	isAscii: boolean;
}

/** What `json.dumps` writes when told nothing, and so what `json=` of requests sends. */
export const plainStyle: JsonStyle = { item: ', ', key: ': ', isAscii: true };

/** What `json=` of httpx sends. @source httpx 0.28, _content.py, encode_json */
export const compactStyle: JsonStyle = { item: ',', key: ':', isAscii: false };

/** A value and how it must be written to give the very bytes of the text that it was read from. */
export interface PythonJson {
	value: Expression;
	style: JsonStyle;
}

/**
 * JSON text as a Python value with the style in which `json.dumps` writes it back byte for byte; undefined when none
 * does (odd spacing, a repeated key, `1e3`, `1.50`), or when the text is not JSON.
 * @source CPython Lib/json/encoder.py: separators, ESCAPE_ASCII, ESCAPE, float.__repr__, _make_iterencode
 */
export function pythonJson(text: string, first: JsonStyle = plainStyle): PythonJson | undefined {
	// `json=None` means "no body".
	if (text === 'null') return undefined;
	const tree = jsonTree(text);
	if (tree === undefined || repeatsKey(tree) || !hasCanonicalNumbers(tree)) return undefined;
	const style = [first, ...STYLES].find((one) => written(tree, one) === text);
	return style && { value: pythonValue(tree), style };
}

/** The expression that writes the value in its style, for `import json`. */
export function dumpsCall({ value, style }: PythonJson): Expression {
	const { indent, item, isAscii } = style;
	return brackets('json.dumps(', [
		value,
		...(indent === undefined ? [] : [['indent=', String(indent)] as const]),
		...(item === ',' && indent === undefined ? [['separators=', `(',', ':')`] as const] : []),
		...(isAscii ? [] : [['ensure_ascii=', 'False'] as const])
	]);
}

/** Any JSON value as a Python literal: dict, list, str, int, float, True, False, None. */
export function pythonValue(tree: JsonTree): Expression {
	switch (tree.kind) {
		case 'object':
			return brackets(
				'{',
				tree.entries.map(([key, value]) => [`${pythonString(key)}: `, pythonValue(value)]),
				'}'
			);
		case 'array':
			return brackets('[', tree.items.map(pythonValue), ']');
		case 'string':
			return pythonString(tree.text);
		case 'number':
			return tree.digits;
		case 'word':
			return { true: 'True', false: 'False', null: 'None' }[tree.word];
	}
}

const STYLES: readonly JsonStyle[] = [true, false].flatMap((isAscii): JsonStyle[] => [
	{ item: ',', key: ': ', indent: 2, isAscii },
	{ item: ', ', key: ': ', isAscii },
	{ item: ',', key: ':', isAscii },
	{ item: ',', key: ': ', indent: 4, isAscii }
]);

function written(tree: JsonTree, style: JsonStyle, margin = '\n'): string | undefined {
	if (tree.kind === 'number') return tree.digits;
	if (tree.kind === 'word') return tree.word;
	if (tree.kind === 'string') return quoted(tree.text, style);
	const isArray = tree.kind === 'array';
	const [open, close] = isArray ? '[]' : '{}';
	const deeper = style.indent === undefined ? '' : margin + ' '.repeat(style.indent);
	const parts = isArray
		? tree.items.map((item) => written(item, style, deeper))
		: tree.entries.map(([key, value]) => {
				const rest = written(value, style, deeper);
				const name = quoted(key, style);
				return rest === undefined || name === undefined ? undefined : name + style.key + rest;
			});
	if (parts.length === 0) return `${open}${close}`;
	if (parts.includes(undefined)) return undefined;
	const end = style.indent === undefined ? '' : margin;
	return open + deeper + parts.join(style.item + deeper) + end + close;
}

// Undefined for what cannot be encoded: a lone surrogate that is not escaped.
function quoted(text: string, { isAscii }: JsonStyle): string | undefined {
	const json = JSON.stringify(text);
	if (!isAscii) return /\p{Surrogate}/u.test(text) ? undefined : json;
	return json.replace(
		/[^ -~]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}

function hasCanonicalNumbers(tree: JsonTree): boolean {
	if (tree.kind === 'number') return isCanonicalNumber(tree.digits);
	if (tree.kind === 'array') return tree.items.every(hasCanonicalNumbers);
	return tree.kind !== 'object' || tree.entries.every(([, value]) => hasCanonicalNumbers(value));
}

// Long integers are fine, but Python reads no more than 4300 digits. Floats only where repr() gives them back surely.
function isCanonicalNumber(digits: string): boolean {
	if (/^(0|-?[1-9]\d{0,299})$/.test(digits)) return true;
	if (!/^-?(0|[1-9]\d*)\.(\d|\d*[1-9])$/.test(digits)) return false;
	const size = Math.abs(Number(digits));
	return digits.length <= 15 && (size === 0 ? digits === '0.0' : size >= 1e-4);
}
