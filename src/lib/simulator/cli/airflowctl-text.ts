/**
 * Breaks text into lines of at most `width` cells, as `rich` does: at spaces, and inside a word that
 * is longer than a line.
 * @source rich/text.py `Text.wrap`, rich/_wrap.py `divide_line`
 */
export function wrap(text: string, width: number): string[] {
	return text.split('\n').flatMap((line) => {
		const chars = [...expandTabs(line)];
		const starts = [0, ...breaks(chars, width)];
		return starts.map((from, index) => stripEnd(chars.slice(from, starts[index + 1]), width));
	});
}

/** Cells a text takes in a terminal: letters of the Far East and pictures take two. */
export function cells(text: string): number {
	let count = 0;
	for (const char of text) count += FLAT.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
	return count;
}

/** Why a text cannot be printed: a closing tag that closes nothing. */
export class MarkupError extends Error {}

/**
 * A text without the tags that `rich` takes for styles, which show nowhere but in a terminal.
 * @source rich/markup.py `render`
 */
export function unmark(text: string): string {
	const open: string[] = [];
	return text
		.replace(TAGS, (whole, escapes: string, tag: string, at: number) => {
			const literal = '\\'.repeat(Math.floor(escapes.length / 2));
			if (escapes.length % 2 === 1) return `${literal}${whole.slice(escapes.length)}`;
			close(open, tag, [...text.slice(0, at)].length + 2 * literal.length);
			return literal;
		})
		.replaceAll('\\[', '[')
		.replace(CONTROLS, '');
}

/**
 * A list or an object as `rich.print` writes it: in one line if it fits, else one entry a line.
 * @source rich/pretty.py
 */
export function pretty(value: unknown, repr: (value: unknown) => string, width: number): string {
	return expand(value, repr, width, '', '').join('\n');
}

/** Bell, backspace, vertical tab, form feed, carriage return: never printed. */
const CONTROLS = new RegExp(`[${String.fromCharCode(7, 8, 11, 12, 13)}]`, 'g');
const TAGS = /(\\*)\[([a-z#/@][^[]*?)\]/g;
/** Control characters and marks on other letters take no room. */
const FLAT = /\p{Cc}|\p{Mn}/u;
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}]/u;

function close(open: string[], tag: string, at: number): void {
	const name = (tag.split('=')[0] ?? '').trim().toLowerCase();
	if (!name.startsWith('/')) {
		open.push(name);
		return;
	}
	const closed = name.slice(1).trim();
	if (closed === '') {
		if (open.pop() === undefined)
			throw new MarkupError(`closing tag '[/]' at position ${at} has nothing to close`);
		return;
	}
	const index = open.lastIndexOf(closed);
	if (index < 0)
		throw new MarkupError(`closing tag '[${tag}]' at position ${at} doesn't match any open tag`);
	open.splice(index, 1);
}

function expandTabs(line: string): string {
	let column = 0;
	return line.replace(/\t|[^\t]+/g, (part) => {
		const piece = part === '\t' ? ' '.repeat(8 - (column % 8)) : part;
		column += cells(piece);
		return piece;
	});
}

/** Where new lines start, in characters. */
function breaks(chars: readonly string[], width: number): number[] {
	const found: number[] = [];
	let offset = 0;
	for (const { at, word } of wordsOf(chars)) {
		let start = at;
		const length = cells(word.join('').trimEnd());
		if (width - offset >= length) offset += cells(word.join(''));
		else if (length > width) {
			const pieces = chop(word, width);
			for (const [index, piece] of pieces.entries()) {
				if (start > 0) found.push(start);
				if (index === pieces.length - 1) offset = cells(piece.join(''));
				else start += piece.length;
			}
		} else if (offset > 0 && start > 0) {
			found.push(start);
			offset = cells(word.join(''));
		}
	}
	return found;
}

/** Words with the spaces around them, and where they start. */
function wordsOf(chars: readonly string[]): { at: number; word: string[] }[] {
	const words: { at: number; word: string[] }[] = [];
	let at = 0;
	for (const text of chars.join('').match(/\s*\S+\s*/gu) ?? []) {
		const word = [...text];
		words.push({ at, word });
		at += word.length;
	}
	return words;
}

function chop(word: readonly string[], width: number): string[][] {
	const pieces: string[][] = [[]];
	let used = 0;
	for (const char of word) {
		const size = cells(char);
		if (used + size > width && pieces.at(-1)?.length !== 0) {
			pieces.push([]);
			used = 0;
		}
		pieces.at(-1)?.push(char);
		used += size;
	}
	return pieces;
}

/** Spaces beyond the width go, others stay; what is still too long is cut. */
function stripEnd(chars: readonly string[], width: number): string {
	let end = chars.length;
	while (end > width && /\s/.test(chars[end - 1] ?? '')) end--;
	let line = chars.slice(0, end);
	while (cells(line.join('')) > width && line.length > 0) line = line.slice(0, -1);
	return line.join('');
}

function expand(
	value: unknown,
	repr: (value: unknown) => string,
	width: number,
	head: string,
	tail: string
): string[] {
	const flat = head + repr(value) + tail;
	const indent = /^ */.exec(head)?.[0] ?? '';
	const isList = Array.isArray(value);
	const items = isList
		? value.map((item) => ['', item] as const)
		: typeof value === 'object' && value !== null
			? Object.entries(value).map(([key, item]) => [`${repr(key)}: `, item] as const)
			: [];
	if (cells(flat) <= width || items.length === 0) return [flat];
	const [opens, closes] = isList ? '[]' : '{}';
	return [
		`${head}${opens}`,
		...items.flatMap(([key, item], index) =>
			expand(item, repr, width, `${indent}    ${key}`, index < items.length - 1 ? ',' : '')
		),
		`${indent}${closes}${tail}`
	];
}
