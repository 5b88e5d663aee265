import { roundEven } from './airflowctl-python.ts';
import { cells, unmark, wrap } from './airflowctl-text.ts';

/**
 * A table of the program's kind: a head over `=`, columns parted by `|`, narrowed and broken into lines
 * when it is wider than `width`.
 * @source rich/table.py `Table`; airflowctl ctl/console_formatting.py `SimpleTable`
 */
export function table(head: readonly string[], rows: readonly string[][], width: number): string {
	// Column by column, for that is how a wrong tag is found.
	const columns = head.map((_, index) => [head, ...rows].map((row) => unmark(row[index] ?? '')));
	const texts = [head, ...rows].map((_, at) => columns.map((column) => column[at] ?? ''));
	const widths = columnWidths(texts, width - (head.length - 1));
	const [top = [], ...body] = texts.map((row, at) => rowLines(row, widths, at === 0));
	const rule = widths.map((size) => '='.repeat(size)).join('+');
	return linesOf([...top, rule, ...body.flat()], widths);
}

/** The same without a head. */
export function headlessTable(rows: readonly string[][], width: number): string {
	const texts = rows.map((row) => row.map(unmark));
	const widths = columnWidths(texts, width - ((texts[0]?.length ?? 1) - 1));
	return linesOf(
		texts.flatMap((row) => rowLines(row, widths)),
		widths
	);
}

/** A table's lines with the empty one that it ends in. */
function linesOf(lines: readonly string[], widths: readonly number[]): string {
	const total = widths.reduce((sum, size) => sum + size, 0) + widths.length - 1;
	return [...lines, ' '.repeat(total)].map((line) => `${line}\n`).join('');
}

/** Spaces beside a cell's text: none at the table's own edges. */
const padding = (index: number, count: number) => ({
	left: index === 0 ? 0 : 1,
	right: index === count - 1 ? 0 : 1
});

function columnWidths(texts: readonly string[][], room: number): number[] {
	const count = texts[0]?.length ?? 0;
	const natural = Array.from({ length: count }, (_, index) => {
		const { left, right } = padding(index, count);
		const widest = texts.reduce((most, row) => Math.max(most, longestLine(row[index] ?? '')), 0);
		return Math.min(widest + left + right, room) || 1;
	});
	if (sum(natural) <= room) return natural;

	const narrowed = collapse(natural, room);
	const excess = sum(narrowed) - room;
	const even =
		excess > 0
			? reduce(
					excess,
					narrowed.map(() => 1),
					narrowed,
					narrowed
				)
			: narrowed;
	return even.map((size, index) => Math.max(0, Math.min(size, natural[index] ?? 0)));
}

/** Takes from the widest columns until all fit, or all are as wide as each other. */
function collapse(widths: readonly number[], room: number): number[] {
	let result = [...widths];
	let excess = sum(result) - room;
	while (excess > 0) {
		const most = Math.max(...result);
		const second = Math.max(0, ...result.filter((size) => size !== most));
		if (most === second) break;
		const ratios = result.map((size) => (size === most ? 1 : 0));
		const limit = Math.min(excess, most - second);
		result = reduce(
			excess,
			ratios,
			result.map(() => limit),
			result
		);
		excess = sum(result) - room;
	}
	return result;
}

/** @source rich/_ratio.py `ratio_reduce` */
function reduce(
	total: number,
	ratios: readonly number[],
	limits: readonly number[],
	values: readonly number[]
): number[] {
	let left = total;
	let shares = sum(ratios.filter((_, index) => limits[index]));
	return values.map((value, index) => {
		const limit = limits[index] ?? 0;
		const ratio = limit ? (ratios[index] ?? 0) : 0;
		if (!ratio || shares <= 0) return value;
		const taken = Math.min(limit, roundEven((ratio * left) / shares));
		left -= taken;
		shares -= ratio;
		return value - taken;
	});
}

/** @param isHead its cells stand at the bottom */
function rowLines(row: readonly string[], widths: readonly number[], isHead = false): string[] {
	const columns = row.map((text, index) => {
		const { left, right } = padding(index, row.length);
		const size = widths[index] ?? 0;
		const inner = Math.max(0, size - left - right);
		return wrap(text, inner).map((line) => fit(' '.repeat(left) + pad(line, inner), size));
	});
	const height = Math.max(...columns.map((lines) => lines.length));
	return Array.from({ length: height }, (_, at) =>
		columns
			.map((lines, index) => {
				const missing = isHead ? height - lines.length : 0;
				return lines[at - missing] ?? ' '.repeat(widths[index] ?? 0);
			})
			.join('|')
	);
}

const pad = (text: string, size: number) => text + ' '.repeat(Math.max(0, size - cells(text)));
const fit = (text: string, size: number) => pad(text, size).slice(0, Math.max(text.length, size));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const longestLine = (text: string) =>
	text
		.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/)
		.reduce((most, line) => Math.max(most, cells(line)), 0);
