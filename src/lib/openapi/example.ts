import { BODIES } from './example-bodies.ts';
import { exampleValue } from './example-value.ts';
import { asObject, isObject, mapValues, type JsonObject } from './json.ts';
import type { ApiDescription, Operation, Schema } from './operation.ts';
import { flatten, refName } from './resolve.ts';

const JSON_TYPE = /^application\/(.*\+)?json\b/i;
const INDENT = 2;
const DRAFT = 'http://json-schema.org/draft-07/schema#';
const LITERALS = ['enum', 'const', 'default', 'required'];

/**
 * A body to begin with, as JSON text with two spaces: hand-made for Airflow's operations, from the schema for others.
 * Empty when the operation has no body.
 */
export function exampleBody(operation: Operation, { api, schemas }: ApiDescription): string {
	const schema = schemaOf(operation);
	if (schema === undefined) return '';
	const known = BODIES[api];
	const body = Object.hasOwn(known, operation.key)
		? known[operation.key]
		: exampleValue(schema, schemas);
	return JSON.stringify(body ?? {}, undefined, INDENT);
}

/**
 * The body's schema on its own, references into its `definitions`, for an editor's JSON language service (draft 07).
 * Fields the server sets are left out. Undefined when the operation has no body.
 * @source JSON Schema draft-07, "Schema References With $ref": keywords beside a `$ref` are ignored
 */
export function bodySchema(
	operation: Operation,
	description: ApiDescription
): JsonObject | undefined {
	const schema = schemaOf(operation);
	if (schema === undefined) return undefined;

	const definitions: JsonObject = {};
	const root = convert(schema, { description, definitions, open: new Set() });
	const hasDefinitions = Object.keys(definitions).length > 0;
	return { $schema: DRAFT, ...asObject(root), ...(hasDefinitions ? { definitions } : {}) };
}

// The JSON schema if there is one, or else the first.
function schemaOf({ body }: Operation): Schema | undefined {
	const content = Object.entries(body?.content ?? {});
	return (content.find(([type]) => JSON_TYPE.test(type)) ?? content[0])?.[1];
}

interface Conversion {
	description: ApiDescription;
	definitions: JsonObject;
	/** The objects being converted, so that a dereferenced document with circles ends. */
	open: ReadonlySet<unknown>;
}

function convert(node: unknown, conversion: Conversion): unknown {
	if (Array.isArray(node)) return node.map((item) => convert(item, conversion));
	if (!isObject(node)) return node;
	const { description, open } = conversion;
	if (open.has(node)) return {};
	const inside = { ...conversion, open: new Set(open).add(node) };

	const name = refName(node);
	if (name !== undefined) {
		define(name, conversion);
		const ref = { $ref: `#/definitions/${escapePart(name)}` };
		const beside = { ...node };
		delete beside.$ref;
		return Object.keys(beside).length === 0 ? ref : { allOf: [ref, convert(beside, inside)] };
	}
	const { properties, ...rest } = draft07(merged(node, description));
	const converted = mapValues(rest, (value, key) =>
		LITERALS.includes(key) ? value : convert(value, inside)
	);
	if (properties === undefined) return converted;

	const writable = Object.entries(asObject(properties)).filter(
		([, property]) => flatten(property, description.schemas).schema.readOnly !== true
	);
	return {
		...converted,
		properties: Object.fromEntries(
			writable.map(([field, property]) => [field, convert(property, inside)])
		),
		...(isClosed(rest, description) ? { additionalProperties: false } : {})
	};
}

function define(name: string, conversion: Conversion): void {
	const { definitions, description } = conversion;
	if (Object.hasOwn(definitions, name)) return;
	definitions[name] = {};
	definitions[name] = convert(description.schemas[name] ?? {}, { ...conversion, open: new Set() });
}

// Draft 07 spells a tuple's items `items` and knows no discriminator.
function draft07(schema: JsonObject): JsonObject {
	const plain = { ...schema };
	delete plain.discriminator;
	delete plain.prefixItems;
	return schema.prefixItems === undefined ? plain : { ...plain, items: schema.prefixItems };
}

// `allOf` of objects becomes one object, or no field could be called unknown.
function merged(node: JsonObject, { schemas }: ApiDescription): JsonObject {
	if (!Array.isArray(node.allOf)) return node;
	const { schema } = flatten(node, schemas);
	return schema.properties === undefined ? node : schema;
}

/** @source airflow/api_connexion/schemas: v1 answers 400 to unknown fields though its document does not say so. */
function isClosed(schema: JsonObject, { api }: ApiDescription): boolean {
	return api === 'v1' && schema.additionalProperties === undefined;
}

function escapePart(name: string): string {
	return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
