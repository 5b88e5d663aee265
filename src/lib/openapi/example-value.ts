import { asArray, asObject, type JsonObject } from './json.ts';
import type { Schema } from './operation.ts';
import { flatten, refName } from './resolve.ts';

const TEXTS: Record<string, string> = {
	'date-time': '2026-01-01T00:00:00Z',
	datetime: '2026-01-01T00:00:00Z',
	date: '2026-01-01',
	time: '00:00:00',
	email: 'ada@example.com',
	uuid: '00000000-0000-4000-8000-000000000000',
	uri: 'https://example.com/'
};

/** A small value the schema accepts: required fields alone where some are, the server's defaults and first choices. */
export function exampleValue(schema: unknown, schemas: Record<string, Schema>): unknown {
	return valueFor(schema, schemas, new Set());
}

function valueFor(from: unknown, schemas: Record<string, Schema>, open: Set<unknown>): unknown {
	const { schema, nullable } = flatten(from, schemas);
	const mark = refName(from) ?? from;
	if (open.has(mark)) return nullable ? null : schema.type === 'array' ? [] : {};
	const inside = new Set(open).add(mark);

	if (schema.const !== undefined) return schema.const;
	if (schema.default !== undefined) return schema.default;
	const choice = asArray(schema.enum).find((value) => value !== null);
	if (choice !== undefined) return choice;
	const [alternative] = asArray(schema.anyOf ?? schema.oneOf);
	if (alternative !== undefined) return valueFor(alternative, schemas, inside);
	const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
	switch (type ?? (schema.properties === undefined ? 'any' : 'object')) {
		case 'object':
			return objectFor(schema, schemas, inside);
		case 'array':
			return arrayFor(schema, schemas, inside);
		case 'string':
			return textFor(schema);
		case 'integer':
		case 'number':
			return numberFor(schema);
		case 'boolean':
			return false;
		default:
			return nullable ? null : {};
	}
}

// All writable fields when none is required: an empty body teaches nothing.
function objectFor(schema: JsonObject, schemas: Record<string, Schema>, open: Set<unknown>) {
	const required = asArray(schema.required);
	const writable = Object.entries(asObject(schema.properties)).filter(
		([, property]) => flatten(property, schemas).schema.readOnly !== true
	);
	const isRequired = ([name]: [string, unknown]) => required.includes(name);
	const chosen = writable.some(isRequired) ? writable.filter(isRequired) : writable;
	return Object.fromEntries(
		chosen.map(([name, property]) => [name, valueFor(property, schemas, open)])
	);
}

function arrayFor(schema: JsonObject, schemas: Record<string, Schema>, open: Set<unknown>) {
	const count = typeof schema.minItems === 'number' ? Math.max(1, schema.minItems) : 1;
	const item = schema.items ?? {};
	const isEndless = open.has(refName(item) ?? item);
	return isEndless ? [] : Array.from({ length: count }, () => valueFor(item, schemas, open));
}

function textFor({ format, minLength }: JsonObject): string {
	const text = (typeof format === 'string' ? TEXTS[format] : undefined) ?? 'string';
	return typeof minLength === 'number' ? text.padEnd(minLength, 'x') : text;
}

function numberFor({
	type,
	minimum,
	exclusiveMinimum,
	maximum,
	exclusiveMaximum
}: JsonObject): number {
	const step = type === 'integer' ? 1 : 0.5;
	if (typeof minimum === 'number') return minimum;
	if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + step;
	if (typeof maximum === 'number') return Math.min(1, maximum);
	if (typeof exclusiveMaximum === 'number') return Math.min(1, exclusiveMaximum - step);
	return 1;
}
