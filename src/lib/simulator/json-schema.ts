import { pythonPretty, pythonRepr } from './python-repr.ts';
import { parseInstant } from './time.ts';

/** The part of JSON Schema that Airflow's bodies, query parameters and DAG params use. */
export interface JsonSchema {
	type?: string | string[];
	format?: string;
	enum?: unknown[];
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	nullable?: boolean;
	readOnly?: boolean;
	required?: string[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
}

export interface SchemaError {
	/** As the Python library `jsonschema` words it. */
	message: string;
	path: (string | number)[];
	keyword: string;
	schema: unknown;
	instance: unknown;
}

/** The error that `jsonschema` would report: the one nearest the root, and of those the first. */
export function schemaError(schema: JsonSchema, value: unknown): SchemaError | undefined {
	let best: SchemaError | undefined;
	for (const error of errorsOf(schema, value, [])) {
		if (!best || error.path.length < best.path.length) best = error;
	}
	return best;
}

/** The long form that `str(ValidationError)` has. */
export function describeSchemaError({ message, keyword, schema, instance }: SchemaError): string {
	const indent = (text: string) => text.replaceAll('\n', '\n    ');
	return (
		`${message}\n\nFailed validating ${pythonRepr(keyword)} in schema:\n` +
		`    ${indent(pythonPretty(schema))}\n\nOn instance:\n    ${indent(pythonPretty(instance))}`
	);
}

function errorsOf(schema: JsonSchema, value: unknown, path: SchemaError['path']): SchemaError[] {
	const errors: SchemaError[] = [];
	const add = (keyword: string, message: string) =>
		errors.push({ message, path, keyword, schema, instance: value });
	const quoted = pythonRepr(value);

	if (schema.readOnly) add('readOnly', 'Property is read-only');
	if (value === null && schema.nullable) return errors;
	const types = schema.type === undefined ? [] : [schema.type].flat();
	if (types.length > 0 && !types.some((type) => isOfType(type, value))) {
		add('type', `${quoted} is not of type ${types.map(pythonRepr).join(', ')}`);
	}
	if (schema.enum && !schema.enum.includes(value)) {
		add('enum', `${quoted} is not one of ${pythonRepr(schema.enum)}`);
	}
	if (typeof value === 'number') {
		const { minimum, maximum } = schema;
		if (minimum !== undefined && value < minimum) {
			add('minimum', `${quoted} is less than the minimum of ${minimum}`);
		}
		if (maximum !== undefined && value > maximum) {
			add('maximum', `${quoted} is greater than the maximum of ${maximum}`);
		}
	}
	if (typeof value === 'string') {
		if (schema.minLength !== undefined && value.length < schema.minLength) {
			add(
				'minLength',
				`${quoted} ${schema.minLength === 1 ? 'should be non-empty' : 'is too short'}`
			);
		}
		if (schema.maxLength !== undefined && value.length > schema.maxLength) {
			add('maxLength', `${quoted} is too long`);
		}
		if (schema.format === 'date-time' && !isDateTime(value)) {
			add('format', `${quoted} is not a 'date-time'`);
		}
	}
	if (Array.isArray(value)) {
		if (schema.minItems !== undefined && value.length < schema.minItems) {
			add('minItems', `${quoted} should be non-empty`);
		}
		value.forEach((item, index) => {
			if (schema.items) errors.push(...errorsOf(schema.items, item, [...path, index]));
		});
	} else if (typeof value === 'object' && value !== null) {
		const fields = value as Record<string, unknown>;
		for (const [name, property] of Object.entries(schema.properties ?? {})) {
			if (name in fields) errors.push(...errorsOf(property, fields[name], [...path, name]));
		}
		for (const name of schema.required ?? []) {
			if (!(name in fields)) add('required', `${pythonRepr(name)} is a required property`);
		}
	}
	return errors;
}

function isOfType(type: string, value: unknown): boolean {
	switch (type) {
		case 'null':
			return value === null;
		case 'integer':
			return Number.isInteger(value);
		case 'array':
			return Array.isArray(value);
		case 'object':
			return typeof value === 'object' && value !== null && !Array.isArray(value);
		default:
			return typeof value === type;
	}
}

/** RFC 3339: with a time and a zone. */
function isDateTime(text: string): boolean {
	const instant = parseInstant(text);
	return /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}/.test(text) && !!instant && !instant.naive;
}
