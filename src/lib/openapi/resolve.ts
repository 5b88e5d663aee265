import { asObject, isObject, unescapePart, type JsonObject } from './json.ts';
import type { Schema } from './operation.ts';

const REF = '#/components/schemas/';

/** The name of the component a `$ref` points at; undefined for a schema that is not a reference to one. */
export function refName(schema: unknown): string | undefined {
	const ref = asObject(schema).$ref;
	return typeof ref === 'string' && ref.startsWith(REF)
		? unescapePart(ref.slice(REF.length))
		: undefined;
}

/**
 * The schema itself, one level of references followed: keywords beside `$ref` win over the target's.
 * A boolean schema, a reference to nowhere and references in a circle come back as `{}`.
 */
export function resolve(schema: unknown, schemas: Record<string, Schema>): JsonObject {
	const seen = new Set<string>();
	let current = asObject(schema);
	for (let name = refName(current); name !== undefined; name = refName(current)) {
		const beside = { ...current };
		delete beside.$ref;
		if (seen.has(name)) return beside;
		seen.add(name);
		current = { ...asObject(schemas[name]), ...beside };
	}
	return current;
}

export interface FlatSchema {
	/** Without `$ref`, `allOf` and the null alternative. */
	schema: JsonObject;
	nullable: boolean;
}

/** Merges `allOf` and takes the null alternative out of `anyOf`, `oneOf` and `type`, one level deep. */
export function flatten(schema: unknown, schemas: Record<string, Schema>): FlatSchema {
	return flattenWithin(schema, schemas, new Set());
}

function flattenWithin(
	schema: unknown,
	schemas: Record<string, Schema>,
	open: Set<unknown>
): FlatSchema {
	const name = refName(schema);
	const mark = name ?? schema;
	if (open.has(mark)) return { schema: {}, nullable: false };
	const inside = new Set(open).add(mark);

	const { allOf, ...own } = resolve(schema, schemas);
	const parts = Array.isArray(allOf) ? allOf : [];
	let flat = [...parts.map((part) => flattenWithin(part, schemas, inside).schema), own].reduce(
		mergeSchemas,
		{}
	);
	let nullable = false;
	for (const keyword of ['anyOf', 'oneOf']) {
		const { [keyword]: alternatives, ...rest } = flat;
		if (!Array.isArray(alternatives)) continue;
		const others = alternatives.filter((alternative) => !isNull(resolve(alternative, schemas)));
		if (others.length < alternatives.length) nullable = true;
		if (others.length !== 1) {
			flat = { ...rest, [keyword]: others };
			continue;
		}
		const only = flattenWithin(others[0], schemas, inside);
		flat = mergeSchemas(only.schema, rest);
		nullable ||= only.nullable;
	}
	if (Array.isArray(flat.type) && flat.type.includes('null')) {
		nullable = true;
		const types = flat.type.filter((type) => type !== 'null');
		flat = { ...flat, type: types.length === 1 ? types[0] : types };
	}
	return { schema: flat, nullable };
}

/** Later keywords win; properties and required names of both count. */
function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
	const merged = { ...first, ...second };
	if (isObject(first.properties) && isObject(second.properties)) {
		merged.properties = { ...first.properties, ...second.properties };
	}
	if (Array.isArray(first.required) && Array.isArray(second.required)) {
		merged.required = [...new Set([...first.required, ...second.required])];
	}
	return merged;
}

function isNull(schema: JsonObject): boolean {
	return schema.type === 'null' || schema.const === null;
}
