import { isDict, str } from './airflowctl-python.ts';

const BEST_WIDTH = 80;

/**
 * Lists, objects, texts and nulls as PyYAML's `safe_dump` writes them through libyaml: keys sorted,
 * no flow style, lines of about eighty columns, ASCII only.
 * @source libyaml src/emitter.c; PyYAML yaml/resolver.py
 */
export function yaml(value: unknown): string {
	const isBlock = (Array.isArray(value) || isDict(value)) && sizeOf(value) > 0;
	return isBlock ? node(value, 0) : `${leaf(value, 0, 0)}\n`;
}

const sizeOf = (value: unknown) =>
	Array.isArray(value) ? value.length : isDict(value) ? Object.keys(value).length : 0;

function node(value: unknown, indent: number): string {
	const margin = ' '.repeat(indent);
	if (Array.isArray(value))
		return value.map((item) => `${margin}-${inItem(item, indent)}`).join('');
	return Object.entries(isDict(value) ? value : {})
		.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
		.map(([key, item]) => {
			const name = scalar(key, 0, indent, true);
			return `${margin}${name}:${inEntry(item, indent, indent + name.length + 2)}`;
		})
		.join('');
}

/** Behind a dash: a list or an object begins on its line. */
function inItem(value: unknown, indent: number): string {
	if (sizeOf(value) === 0) return ` ${leaf(value, indent + 2, indent + 2)}\n`;
	return node(value, indent + 2).replace(/^ +/, ' ');
}

/** Behind `key:`; a list keeps the margin of its key. */
function inEntry(value: unknown, indent: number, column: number): string {
	if (sizeOf(value) === 0) return ` ${leaf(value, column, indent + 2)}\n`;
	return `\n${node(value, Array.isArray(value) ? indent : indent + 2)}`;
}

function leaf(value: unknown, column: number, indent: number): string {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return '[]';
	if (isDict(value)) return '{}';
	return scalar(str(value), column, indent, false);
}

function scalar(text: string, column: number, indent: number, isKey: boolean): string {
	const { allowsPlain, allowsSingle, isMultiline } = analyse(text);
	const style = isKey && isMultiline ? 'double' : allowsSingle ? 'single' : 'double';
	if (style === 'single' && allowsPlain && !isImplicit(text) && !(isKey && text === ''))
		return folded(text, column, indent, isKey, (word) => word, false);
	if (style === 'single')
		return `'${folded(text, column + 1, indent, isKey, (word) => word.replaceAll("'", "''"), true)}'`;
	return `"${doubled(text, column + 1, indent, isKey)}"`;
}

/** Plain and single-quoted text: a lone space beyond the best width becomes a new line. */
function folded(
	text: string,
	column: number,
	indent: number,
	isKey: boolean,
	write: (word: string) => string,
	isQuoted: boolean
): string {
	let out = '';
	let at = column;
	for (const { 0: part, index } of text.matchAll(/ +|\n+|[^ \n]+/g)) {
		const isEdge = index === 0 || index + part.length === text.length;
		if (part.startsWith('\n')) {
			// The first break of several is written twice: one alone would fold into a space.
			out += `\n${part}${' '.repeat(indent)}`;
			at = indent;
		} else if (part === ' ' && !isKey && at > BEST_WIDTH && !(isQuoted && isEdge)) {
			out += `\n${' '.repeat(indent)}`;
			at = indent;
		} else {
			const written = write(part);
			out += written;
			at += [...written].length;
		}
	}
	return out;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'\0': '0',
	'\x07': 'a',
	'\b': 'b',
	'\t': 't',
	'\n': 'n',
	'\v': 'v',
	'\f': 'f',
	'\r': 'r',
	'\x1b': 'e',
	'"': '"',
	'\\': '\\',
	'\x85': 'N',
	'\xa0': '_',
	'\u2028': 'L',
	'\u2029': 'P'
};

function doubled(text: string, column: number, indent: number, isKey: boolean): string {
	const chars = [...text];
	let out = '';
	let at = column;
	let wasSpace = false;
	for (const [index, char] of chars.entries()) {
		const isInside = index > 0 && index < chars.length - 1;
		if (char === ' ' && !isKey && !wasSpace && at > BEST_WIDTH && isInside) {
			const mark = chars[index + 1] === ' ' ? '\\' : '';
			out += `\n${' '.repeat(indent)}${mark}`;
			at = indent + mark.length;
			wasSpace = true;
			continue;
		}
		const written = /[ !#-[\]-~]/.test(char) ? char : escape(char);
		out += written;
		at += written.length;
		wasSpace = char === ' ';
	}
	return out;
}

function escape(char: string): string {
	const known = ESCAPES[char];
	if (known !== undefined) return `\\${known}`;
	const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase();
	if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
	return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** What the text itself allows. @source `yaml_emitter_analyze_scalar` */
function analyse(text: string) {
	const isSpecial = /[^\n -~]/.test(text) || / \n/.test(text);
	const isMultiline = text.includes('\n');
	const hasEdge = /^[ \n]|[ \n]$/.test(text);
	const breaksSpace = /\n /.test(text);
	const hasIndicator =
		/^(?:---|\.\.\.)/.test(text) ||
		/^[#,[\]{}&*!|>'"%@`]/.test(text) ||
		/^[?:-](?:[\s]|$)/.test(text) ||
		/:(?:\s|$)/.test(text) ||
		/\s#/.test(text);
	return {
		isMultiline,
		allowsPlain: !isSpecial && !isMultiline && !hasEdge && !hasIndicator,
		allowsSingle: !isSpecial && !breaksSpace
	};
}

const IMPLICIT = [
	/^(?:yes|no|true|false|on|off)$/i,
	/^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
	/^(?:[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
	/^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+)$/,
	/^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/,
	/^(?:<<|=|~|null|Null|NULL|)$/,
	/^\d{4}-\d\d-\d\d$/,
	/^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/
];

/** Whether YAML would read the plain text as something else than text. */
function isImplicit(text: string): boolean {
	if (/^(?:yes|no|true|false|on|off)$/i.test(text))
		return [text.toLowerCase(), text.toUpperCase(), capital(text)].includes(text);
	return IMPLICIT.slice(1).some((pattern) => pattern.test(text));
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
