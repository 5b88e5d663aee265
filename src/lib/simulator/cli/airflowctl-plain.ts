import { general, str } from './airflowctl-python.ts';

type Kind = 'none' | 'bool' | 'int' | 'float' | 'text';
const KINDS: readonly Kind[] = ['none', 'bool', 'int', 'float', 'text'];

/**
 * Columns of words and numbers without lines, as `tabulate(…, tablefmt='plain')` writes them.
 * @source tabulate/__init__.py
 */
export function plainTable(head: readonly string[], rows: readonly unknown[][]): string {
	const isMultiline = rows.some((row) => row.some((value) => /[\r\n]/.test(str(value ?? ''))));
	const lines = (text: string) => (isMultiline ? splitLines(text) : [text]);
	const columns = head.map((title, index) => {
		const values = rows.map((row) => row[index] ?? null);
		const kind = values.map(kindOf).reduce(moreGeneral, 'bool');
		const isNumber = kind === 'int' || kind === 'float';
		const texts = values.map((value) => formatted(value, kind));
		const body = isNumber ? alignDecimals(texts) : texts.map((text) => stripLines(text));
		const size = Math.max(title.length + 2, ...body.flatMap(lines).map(lengthOf));
		const pad = (text: string) => {
			const space = ' '.repeat(Math.max(0, size - lengthOf(text)));
			return isNumber ? space + text : text + space;
		};
		return { head: pad(title), body: body.map((text) => lines(text).map(pad)), size };
	});
	const heading = columns.map(({ head: title }) => title).join('  ');
	const body = rows.flatMap((_, at) => {
		const height = Math.max(...columns.map(({ body: cells }) => cells[at]?.length ?? 0));
		return Array.from({ length: height }, (_unused, line) =>
			columns.map(({ body: cells, size }) => cells[at]?.[line] ?? ' '.repeat(size)).join('  ')
		);
	});
	return [heading, ...body].map((line) => line.trimEnd()).join('\n');
}

const lengthOf = (text: string) => [...text].length;

/** Python's `splitlines`: nothing of nothing, and no line behind a last break. */
function splitLines(text: string): string[] {
	if (text === '') return [];
	return text
		.replace(/(?:\r\n|[\n\r\v\f\x85\u2028\u2029])$/, '')
		.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/);
}

const stripLines = (text: string) => text.trim();
const moreGeneral = (one: Kind, other: Kind): Kind =>
	KINDS[Math.max(KINDS.indexOf(one), KINDS.indexOf(other))] ?? 'text';

function kindOf(value: unknown): Kind {
	if (value === null || value === '') return 'none';
	if (typeof value !== 'string') return 'text';
	if (value === 'True' || value === 'False') return 'bool';
	if (/^\s*[+-]?\d+(_\d+)*\s*$/.test(value)) return 'int';
	if (/^-?\d{1,3}(,\d{3})+$/.test(value)) return 'int';
	return isFloat(value) || /^-?\d{1,3}(,\d{3})+\.\d*$/.test(value) ? 'float' : 'text';
}

const isFloat = (text: string) =>
	/^(?:[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+)(?:[eE][+-]?\d+)?)$/.test(text.trim()) ||
	['inf', '-inf', 'nan'].includes(text.toLowerCase());

function formatted(value: unknown, kind: Kind): string {
	if (value === null) return '';
	const text = str(value);
	if (kind !== 'float' || text === '') return text;
	const word = text.trim().toLowerCase();
	if (/^-?inf$|^nan$/.test(word)) return word;
	return general(Number(text.replaceAll(/[,_]/g, '')));
}

/** Numbers stand with their points below each other. */
function alignDecimals(texts: readonly string[]): string[] {
	const behind = texts.map((text) => {
		if (kindOf(text) !== 'float') return -1;
		const point = text.lastIndexOf('.');
		const at = point >= 0 ? point : text.toLowerCase().lastIndexOf('e');
		return at >= 0 ? text.length - at - 1 : -1;
	});
	const most = Math.max(...behind, -1);
	return texts.map((text, index) => text + ' '.repeat(most - (behind[index] ?? -1)));
}
