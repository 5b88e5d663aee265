import { asObject, mapValues, type JsonObject } from './json.ts';
import type { Schema } from './operation.ts';

/**
 * Turns the `nullable` and boolean `exclusive…` keywords of OpenAPI 3.0, wherever they stray, into JSON Schema.
 * @source OpenAPI 3.0.3, "Schema Object"; JSON Schema 2020-12
 */
export function modernise(schema: unknown, done = new Map<unknown, unknown>()): Schema {
	if (typeof schema === 'boolean') return schema;
	return modernNode(schema, done) as Schema;
}

const MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const ANNOTATIONS = ['readOnly', 'writeOnly', 'deprecated', 'default'];
const LITERALS = ['enum', 'const', 'default', 'required', 'example', 'examples'];

// `done` keeps a dereferenced document with circles finite.
function modernNode(node: unknown, done: Map<unknown, unknown>): unknown {
	if (node === null || typeof node !== 'object') return node;
	const known = done.get(node);
	if (known !== undefined) return known;
	if (Array.isArray(node)) {
		const items: unknown[] = [];
		done.set(node, items);
		items.push(...node.map((item) => modernNode(item, done)));
		return items;
	}
	const modern: JsonObject = {};
	done.set(node, modern);
	for (const [key, value] of Object.entries(node)) {
		if (LITERALS.includes(key)) modern[key] = value;
		else if (MAPS.includes(key)) {
			modern[key] = mapValues(asObject(value), (inner) => modernNode(inner, done));
		} else modern[key] = modernNode(value, done);
	}
	moderniseBounds(modern);
	moderniseNull(modern);
	return modern;
}

function moderniseBounds(schema: JsonObject): void {
	for (const [exclusive, bound] of [
		['exclusiveMinimum', 'minimum'],
		['exclusiveMaximum', 'maximum']
	] as const) {
		if (typeof schema[exclusive] !== 'boolean') continue;
		if (schema[exclusive] && typeof schema[bound] === 'number') {
			schema[exclusive] = schema[bound];
			delete schema[bound];
		} else delete schema[exclusive];
	}
}

function moderniseNull(schema: JsonObject): void {
	const { nullable } = schema;
	if (typeof nullable !== 'boolean') return;
	delete schema.nullable;
	if (!nullable) return;
	if (typeof schema.type === 'string') {
		schema.type = [schema.type, 'null'];
		if (Array.isArray(schema.enum) && !schema.enum.includes(null))
			schema.enum = [...schema.enum, null];
		return;
	}
	const inner = Object.entries(schema).filter(([key]) => !ANNOTATIONS.includes(key));
	if (inner.length === 0) return;
	for (const [key] of inner) delete schema[key];
	schema.anyOf = [Object.fromEntries(inner), { type: 'null' }];
}
