import { formatDate } from '#lib/runtimes/shell/date-format.ts';
import { dump, Raised, type Json } from './value.ts';

/** Seconds since the epoch as `gmtime` breaks them down. */
export function brokenDown(value: Json): Json[] {
	if (typeof value !== 'number') throw new Raised('gmtime() requires a number');
	const at = new Date(Math.floor(value) * 1000);
	const fraction = value - Math.floor(value);
	const dayOfYear = Math.floor(
		(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()) -
			Date.UTC(at.getUTCFullYear(), 0)) /
			86_400_000
	);
	return [
		at.getUTCFullYear(),
		at.getUTCMonth(),
		at.getUTCDate(),
		at.getUTCHours(),
		at.getUTCMinutes(),
		at.getUTCSeconds() + fraction,
		at.getUTCDay(),
		dayOfYear
	];
}

export function seconds(value: Json): number {
	if (!Array.isArray(value)) throw new Raised('mktime requires array of 6 numbers');
	const [year, month, day, hours, minutes, second] = value;
	const parts = [year, month, day, hours, minutes, second];
	if (!parts.every((one) => typeof one === 'number'))
		throw new Raised('mktime requires parsed datetime inputs');
	return Math.floor(
		Date.UTC(
			year as number,
			month as number,
			day as number,
			hours as number,
			minutes as number,
			Math.floor(second as number)
		) / 1000
	);
}

export function timeText(value: Json, format: Json): string {
	const given = typeof value === 'number' ? brokenDown(value) : value;
	if (!Array.isArray(given)) throw new Raised('strftime/1 requires parsed datetime inputs');
	if (typeof format !== 'string') throw new Raised('strftime/1 requires a string format');
	return formatDate(seconds(given) * 1000, format);
}

const FIELDS: Readonly<Record<string, string>> = {
	Y: '(?<Y>[+-]?\\d{1,4})',
	m: '(?<m>\\d{1,2})',
	d: '(?<d>\\d{1,2})',
	e: '\\s*(?<d>\\d{1,2})',
	H: '(?<H>\\d{1,2})',
	M: '(?<M>\\d{1,2})',
	S: '(?<S>\\d{1,2})',
	j: '(?<j>\\d{1,3})',
	Z: '[A-Za-z]+',
	z: '(?:Z|[+-]\\d\\d:?\\d\\d)',
	a: '[A-Za-z]+',
	A: '[A-Za-z]+',
	b: '(?<b>[A-Za-z]{3})[a-z]*',
	B: '(?<b>[A-Za-z]{3})[a-z]*',
	T: '(?<H>\\d{1,2}):(?<M>\\d{1,2}):(?<S>\\d{1,2})',
	F: '(?<Y>\\d{1,4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})',
	s: '(?<s>\\d+)',
	n: '\\s+',
	t: '\\s+',
	'%': '%'
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A text read by a format, broken down. */
export function readTime(value: Json, format: Json): Json[] {
	if (typeof value !== 'string' || typeof format !== 'string')
		throw new Raised('strptime/1 requires string inputs and arguments');
	const pattern = format.replace(
		/%(.)|\s+|[.*+?^${}()|[\]\\]/g,
		(part, letter: string | undefined) =>
			letter === undefined ? (/\s/.test(part) ? '\\s*' : `\\${part}`) : (FIELDS[letter] ?? letter)
	);
	const found = new RegExp(`^${pattern}$`).exec(value);
	if (!found) throw new Raised(`date ${dump(value)} does not match format ${dump(format)}`);
	const read = (name: string, otherwise: number) => Number(found.groups?.[name] ?? otherwise);
	if (found.groups?.s !== undefined) return brokenDown(read('s', 0));
	const named = found.groups?.b;
	const month = named === undefined ? read('m', 1) - 1 : MONTHS.indexOf(named.toLowerCase());
	const [hours, minutes, second] = [read('H', 0), read('M', 0), read('S', 0)];
	if (month < 0 || month > 11 || read('d', 1) > 31 || hours > 24 || minutes > 59 || second > 60)
		throw new Raised(`date ${dump(value)} does not match format ${dump(format)}`);
	return brokenDown(Date.UTC(read('Y', 1900), month, read('d', 1), hours, minutes, second) / 1000);
}
