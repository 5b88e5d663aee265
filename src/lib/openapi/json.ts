/** A JSON object of any shape. */
export type JsonObject = { [key: string]: unknown };

export const METHODS: readonly string[] = [
	'get',
	'put',
	'post',
	'delete',
	'options',
	'head',
	'patch',
	'trace'
];

/** The value as an object; anything that is not one is an empty object. */
export function asObject(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is JsonObject {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function asArray(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

export function pick(from: JsonObject, keys: readonly string[]): JsonObject {
	return defined(Object.fromEntries(keys.map((key) => [key, from[key]])));
}

/** The object without the keys whose value is undefined. */
export function defined(from: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined));
}

export function mapValues<Value>(
	from: JsonObject,
	change: (value: unknown, key: string) => Value
): Record<string, Value> {
	return Object.fromEntries(
		Object.entries(from).map(([key, value]) => [key, change(value, key)] as const)
	);
}

/**
 * What a `#/…` reference points at; undefined when it points nowhere or out of the document.
 * @source RFC 6901 (JSON Pointer)
 */
export function pointAt(document: unknown, ref: string): unknown {
	if (!ref.startsWith('#')) return undefined;
	let value = document;
	for (const part of ref.slice(1).split('/').slice(1)) {
		const key = unescapePart(part);
		if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
		value = (value as JsonObject)[key];
	}
	return value;
}

/** A part of a JSON pointer without its escapes. */
export function unescapePart(part: string): string {
	const plain = /%(?![0-9a-f]{2})/i.test(part) ? part : decodeURIComponent(part);
	return plain.replaceAll('~1', '/').replaceAll('~0', '~');
}
