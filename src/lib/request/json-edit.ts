import { LosslessNumber, parse, stringify } from 'lossless-json';

/** Raw JSON text of one value: `"etl"`, `4`, `null`; undefined takes the key out. */
export type JsonText = string | undefined;

/** The value at a path as JSON text, exact to the digit; undefined when there is none. */
export function readAt(text: string, path: readonly string[]): JsonText {
	let value: unknown = parseOrUndefined(text);
	for (const name of path) {
		if (!isObject(value)) return undefined;
		value = value[name];
	}
	return value === undefined ? undefined : stringify(value);
}

/**
 * Writes one value into JSON text and lays the text out with two spaces. Other values keep their digits.
 * Objects on the way are made when missing; an object left empty by a removal goes too.
 */
export function writeAt(text: string, path: readonly string[], value: JsonText): string {
	const root = parseOrUndefined(text);
	const top: Record<string, unknown> = isObject(root) ? root : {};
	assign(top, path, value === undefined ? undefined : parse(value));
	return stringify(top, undefined, 2) ?? '{}';
}

/** True when the text is a JSON object (or empty), which is what a form can show. */
export function isJsonObject(text: string): boolean {
	return text.trim() === '' || isObject(parseOrUndefined(text));
}

/** A whole number or decimal as JSON text, exact; undefined when the text is no JSON number. */
export function numberText(text: string): JsonText {
	const trimmed = text.trim();
	return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) ? trimmed : undefined;
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown) {
	const [name, ...rest] = path;
	if (name === undefined) return;
	if (rest.length === 0) {
		if (value === undefined) delete target[name];
		else target[name] = value;
		return;
	}
	const child = isObject(target[name]) ? (target[name] as Record<string, unknown>) : {};
	assign(child, rest, value);
	if (value === undefined && Object.keys(child).length === 0) delete target[name];
	else target[name] = child;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		!(value instanceof LosslessNumber)
	);
}

function parseOrUndefined(text: string): unknown {
	try {
		return parse(text);
	} catch {
		// Half-typed JSON: the form says so and the text stays.
		return undefined;
	}
}
