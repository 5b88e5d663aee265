import { asArray, asObject, type JsonObject } from './json.ts';
import type { Operation, Parameter, Schema } from './operation.ts';
import { flatten, refName } from './resolve.ts';

export type FieldKind =
	| 'text'
	| 'integer'
	| 'number'
	| 'boolean'
	| 'enum'
	| 'date-time'
	| 'date'
	| 'list'
	| 'object'
	| 'json';

/** What a form shows for a parameter or a body's field. `json` is for values of no fixed shape. */
export interface FieldModel {
	name: string;
	kind: FieldKind;
	required: boolean;
	nullable: boolean;
	readOnly: boolean;
	/** The server's default, as a JSON value. */
	defaultValue?: unknown;
	enumValues?: string[];
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	/** Of a list. */
	items?: FieldModel;
	/** Of an object. */
	fields?: FieldModel[];
}

type Schemas = Record<string, Schema>;

const JSON_TYPE = /^application\/(.*\+)?json\b/i;

export function parameterField(parameter: Parameter, schemas: Schemas): FieldModel {
	const field = toField(parameter.name, parameter.schema, parameter.required, schemas, new Set());
	// A parameter is text on the wire, whatever else it may be.
	return field.kind === 'json' ? { ...field, kind: 'text' } : field;
}

/** The fields of an operation's body, read-only ones too; none when the body is not an object. */
export function bodyFields(operation: Operation, schemas: Schemas): FieldModel[] {
	const content = Object.entries(operation.body?.content ?? {});
	const [, schema] = content.find(([type]) => JSON_TYPE.test(type)) ?? content[0] ?? [];
	if (schema === undefined) return [];
	return fieldsOf(flatten(schema, schemas).schema, schemas, new Set());
}

function fieldsOf(schema: JsonObject, schemas: Schemas, open: Set<unknown>): FieldModel[] {
	const required = asArray(schema.required);
	return Object.entries(asObject(schema.properties)).map(([name, property]) =>
		toField(name, property as Schema, required.includes(name), schemas, open)
	);
}

function toField(
	name: string,
	from: Schema,
	required: boolean,
	schemas: Schemas,
	open: Set<unknown>
): FieldModel {
	const { schema, nullable } = flatten(from, schemas);
	const field: FieldModel = {
		name,
		kind: kindOf(schema, schemas),
		required,
		nullable,
		readOnly: schema.readOnly === true,
		...limitsOf(schema)
	};
	if (schema.default !== undefined) field.defaultValue = schema.default;
	if (field.kind === 'enum') {
		const values = asArray(schema.enum ?? [schema.const]).filter((value) => value !== null);
		field.enumValues = values.map(String);
	}
	if (field.kind !== 'list' && field.kind !== 'object') return field;

	// A schema inside itself would never end: it becomes free JSON.
	const mark = refName(from) ?? schema;
	if (open.has(mark)) return { ...field, kind: 'json' };
	const inside = new Set(open).add(mark);
	if (field.kind === 'object') field.fields = fieldsOf(schema, schemas, inside);
	else field.items = toField(name, (schema.items ?? {}) as Schema, true, schemas, inside);
	return field;
}

function kindOf(schema: JsonObject, schemas: Schemas): FieldKind {
	const alternatives = [...asArray(schema.anyOf), ...asArray(schema.oneOf)];
	if (alternatives.length > 0) return commonKind(alternatives, schemas);
	const { type, format } = schema;
	if (type === 'boolean') return 'boolean';
	const choices = asArray(schema.enum ?? (schema.const === undefined ? [] : [schema.const]));
	if (choices.some((value) => value !== null)) return 'enum';
	if (type === 'integer' || type === 'number') return type;
	if (type === 'array') return 'list';
	if (type === 'string') return textKind(format);
	return schema.properties === undefined ? 'json' : 'object';
}

// Airflow's v1 document spells it `datetime` in places.
function textKind(format: unknown): FieldKind {
	if (format === 'date-time' || format === 'datetime') return 'date-time';
	return format === 'date' ? 'date' : 'text';
}

function commonKind(alternatives: unknown[], schemas: Schemas): FieldKind {
	const kinds = new Set(
		alternatives.map((alternative) => {
			const { schema } = flatten(alternative, schemas);
			return asArray(schema.anyOf ?? schema.oneOf).length > 0 ? 'json' : kindOf(schema, schemas);
		})
	);
	const [first, ...others] = kinds;
	if (first !== undefined && others.length === 0) return first === 'enum' ? 'text' : first;
	if ([...kinds].every((kind) => kind === 'integer' || kind === 'number')) return 'number';
	const isText = ['text', 'enum', 'date-time', 'date'];
	return [...kinds].every((kind) => isText.includes(kind)) ? 'text' : 'json';
}

function limitsOf(schema: JsonObject): Partial<FieldModel> {
	const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, pattern } = schema;
	const isInteger = type === 'integer';
	const limits: Partial<FieldModel> = {};
	if (typeof minimum === 'number') limits.minimum = minimum;
	else if (isInteger && typeof exclusiveMinimum === 'number') limits.minimum = exclusiveMinimum + 1;
	if (typeof maximum === 'number') limits.maximum = maximum;
	else if (isInteger && typeof exclusiveMaximum === 'number') limits.maximum = exclusiveMaximum - 1;
	if (typeof schema.minLength === 'number') limits.minLength = schema.minLength;
	if (typeof schema.maxLength === 'number') limits.maxLength = schema.maxLength;
	if (typeof pattern === 'string') limits.pattern = pattern;
	return limits;
}
