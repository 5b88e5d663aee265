import { decimal, dateTime, integer, nullable, text, listOf, flag } from './readers.ts';
import type { Sortable } from '#lib/simulator/past/order.ts';
import { optional } from './model.ts';
import type { ZonedInstant } from './instant.ts';
import type { QueryField } from './operation.ts';

/** A list is as long as was asked for: `operation` holds that against `maximum_page_limit`. */
export const page = { limit: optional(integer(0), 50), offset: optional(integer(0), 0) };

export const optionalText = optional(nullable(text()), null);
export const optionalFlag = optional(nullable(flag), null);
export const texts: QueryField<string[]> = { ...optional(listOf(text()), []), many: true };
export const integers: QueryField<number[]> = { ...optional(listOf(integer()), []), many: true };

export interface Patterns {
	pattern: string | null;
	prefix: string | null;
}

/** ILIKE '%…%': `%` and `_` are wild, `|` is or, `~` is everything; null never fits. */
export function fitsPattern(value: string | undefined, pattern: string | null): boolean {
	if (pattern === null) return true;
	if (value === undefined) return false;
	return terms(pattern === '~' ? '' : pattern).some((term) => like(term).test(value));
}

/**
 * Starts with the term, less its trailing punctuation.
 * @source airflow/api_fastapi/common/parameters.py `_PrefixPatternParam`
 */
export function fitsPrefix(value: string | undefined, prefix: string | null): boolean {
	if (prefix === null) return true;
	if (value === undefined) return false;
	return terms(prefix === '~' ? '' : prefix).some((term) => {
		const lower = term.replace(/[^\p{L}\p{N}]+$/u, '');
		const upper = prefixEnd(lower);
		return value >= lower && (upper === undefined || value < upper);
	});
}

function terms(pattern: string): string[] {
	const found = pattern.includes('|')
		? pattern
				.split('|')
				.map((term) => term.trim())
				.filter((term) => term !== '')
		: [];
	return found.length > 0 ? found : [pattern];
}

/** One pattern is held against many values. */
let latest: { term: string; expression: RegExp } | undefined;

function like(term: string): RegExp {
	if (latest?.term === term) return latest.expression;
	const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const expression = new RegExp(escaped.replaceAll('%', '.*').replaceAll('_', '.'), 'is');
	latest = { term, expression };
	return expression;
}

function prefixEnd(term: string): string | undefined {
	if (term === '') return undefined;
	const bumped = String.fromCharCode(term.charCodeAt(term.length - 1) + 1);
	const shorter = term.slice(0, -1);
	if (/[\p{L}\p{N}]/u.test(bumped)) return shorter + bumped;
	return prefixEnd(shorter.replace(/[^\p{L}\p{N}]+$/u, ''));
}

/** The four bounds of a range; microseconds for dates, so that nothing of them is lost. */
export interface Bounds {
	gte: number | null;
	gt: number | null;
	lte: number | null;
	lt: number | null;
}

const BOUNDS = ['gte', 'gt', 'lte', 'lt'] as const;
type Bound = (typeof BOUNDS)[number];
type RangeFields<Name extends string, Value> = Record<
	`${Name}_${Bound}`,
	ReturnType<typeof optional<Value | null>>
>;

/** `start_date_gte` and its three siblings. In a body the dates must have a zone, in a query need not. */
export function dateRange<Name extends string>(name: Name, aware = false) {
	return range(name, nullable(dateTime(aware)));
}

export function decimalRange<Name extends string>(name: Name) {
	return range(name, nullable(decimal()));
}

function range<Name extends string, Value>(
	name: Name,
	reader: Parameters<typeof optional<Value | null>>[0]
) {
	const fields = BOUNDS.map((bound) => [`${name}_${bound}`, optional(reader, null)]);
	return Object.fromEntries(fields) as RangeFields<Name, Value>;
}

/** Reads the bounds of one range out of the values. 0 does not bound: Airflow asks for their truth. */
export function boundsOf(values: Record<string, unknown>, name: string): Bounds {
	const read = (bound: Bound): number | null => {
		const value = values[`${name}_${bound}`] as ZonedInstant | number | null;
		if (value === null || typeof value === 'number') return value || null;
		return toMicros(value.ms, value.micros);
	};
	return { gte: read('gte'), gt: read('gt'), lte: read('lte'), lt: read('lt') };
}

/** True when a date was written without a zone, which the database then refuses. */
export function hasNaiveDate(values: Record<string, unknown>): boolean {
	return Object.values(values).some(
		(value) =>
			typeof value === 'object' && value !== null && 'naive' in value && value.naive === true
	);
}

export function inRange(value: number | undefined, { gte, gt, lte, lt }: Bounds): boolean {
	if (gte === null && gt === null && lte === null && lt === null) return true;
	if (value === undefined) return false;
	return (
		(gte === null || value >= gte) &&
		(gt === null || value > gt) &&
		(lte === null || value <= lte) &&
		(lt === null || value < lt)
	);
}

/**
 * For dates that are null until something starts or ends: null fits any lower bound, and counts as now
 * against an upper one.
 * @source airflow/api_fastapi/common/parameters.py `NullableDatetimeRangeFilter`
 */
export function inOpenRange(ms: number | undefined, bounds: Bounds, nowMs: number): boolean {
	if (ms !== undefined) return inRange(toMicros(ms), bounds);
	const { lte, lt } = bounds;
	const now = toMicros(nowMs);
	return (lte === null || now <= lte) && (lt === null || now < lt);
}

export const toMicros = (ms: number, micros = 0) => ms * 1000 + micros;
export const microsOf = (ms: number | undefined, micros = 0) =>
	ms === undefined ? undefined : toMicros(ms, micros);

/** Between which times a range lies, milliseconds; whether they count themselves is left open. */
export const edgesOf = ({ gte, gt, lte, lt }: Bounds) =>
	[
		Math.max(gte ?? -Infinity, gt ?? -Infinity) / 1000,
		Math.min(lte ?? Infinity, lt ?? Infinity) / 1000
	] as const;

/** The time that a column's value stands for. */
export const msOf = (micros: Sortable) =>
	micros === undefined ? -Infinity : Number(micros) / 1000;
