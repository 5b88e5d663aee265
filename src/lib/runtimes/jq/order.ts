import { isObject, kindOf, sortedKeys, type Json, type JsonObject } from './value.ts';

const ORDER = ['null', 'false', 'true', 'number', 'string', 'array', 'object'];
const rank = (value: Json) =>
	ORDER.indexOf(typeof value === 'boolean' ? `${value}` : kindOf(value));

/** jq's order of all values. @source jq 1.6 manual, `sort` */
export function compare(left: Json, right: Json): number {
	const byKind = rank(left) - rank(right);
	if (byKind !== 0) return byKind;
	// `nan` is less than any number.
	if (typeof left === 'number')
		return left < (right as number) || Number.isNaN(left) ? -1 : left === right ? 0 : 1;
	if (typeof left === 'string') return left < (right as string) ? -1 : left === right ? 0 : 1;
	if (Array.isArray(left)) return compareLists(left, right as Json[]);
	if (!isObject(left)) return 0;
	const keys = sortedKeys(left);
	const byKeys = compareLists(keys, sortedKeys(right as JsonObject));
	if (byKeys !== 0) return byKeys;
	for (const key of keys) {
		const byValue = compare(left.get(key) ?? null, (right as JsonObject).get(key) ?? null);
		if (byValue !== 0) return byValue;
	}
	return 0;
}

function compareLists(left: readonly Json[], right: readonly Json[]): number {
	for (let at = 0; at < Math.min(left.length, right.length); at++) {
		const order = compare(left[at] ?? null, right[at] ?? null);
		if (order !== 0) return order;
	}
	return left.length - right.length;
}

export const equals = (left: Json, right: Json): boolean => compare(left, right) === 0;
