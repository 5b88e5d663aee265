import type { Dag } from '#lib/simulator/world.ts';
import { repr } from './python-repr.ts';
import { isRecord } from './readers.ts';

type Schema = Record<string, unknown>;

interface Fault {
	keyword: string;
	says: string;
}

/**
 * What is wrong with the conf of a new run, in the words of the jsonschema package; undefined when
 * nothing is. Values that the conf leaves out are the params' own.
 * @source airflow/serialization/definitions/param.py `SerializedParam.resolve`
 */
export function checkParams(dag: Dag, conf: Record<string, unknown>): string | undefined {
	for (const [name, param] of Object.entries(dag.params)) {
		const value = Object.hasOwn(conf, name) ? conf[name] : param.value;
		const fault = findFault(param.schema, value);
		if (!fault) continue;
		const rule = `Failed validating '${fault.keyword}' in schema:\n    ${repr(param.schema)}`;
		const head = `Invalid input for param ${name}: ${repr(value)} ${fault.says}`;
		return `${head}\n\n${rule}\n\nOn instance:\n    ${repr(value)}`;
	}
	return undefined;
}

/** The type first, then the schema's other keywords in their order, as jsonschema's best match has it. */
function findFault(schema: Schema, value: unknown): Fault | undefined {
	const keywords = Object.keys(schema).sort((a, b) => Number(b === 'type') - Number(a === 'type'));
	for (const keyword of keywords) {
		const says = CHECKS[keyword]?.(schema[keyword], value);
		if (says !== undefined) return { keyword, says };
	}
	return undefined;
}

const CHECKS: Record<string, (rule: unknown, value: unknown) => string | undefined> = {
	type: (rule, value) => {
		const types = Array.isArray(rule) ? rule.map(String) : [String(rule)];
		if (types.some((type) => isOfType(type, value))) return undefined;
		return `is not of type ${types.map((type) => `'${type}'`).join(', ')}`;
	},
	enum: (rule, value) =>
		Array.isArray(rule) && !rule.some((one) => JSON.stringify(one) === JSON.stringify(value))
			? `is not one of ${repr(rule)}`
			: undefined,
	const: (rule, value) =>
		JSON.stringify(rule) === JSON.stringify(value) ? undefined : `was expected to be ${repr(rule)}`,
	minimum: (rule, value) =>
		both(rule, value, (limit, number) => number < limit)
			? `is less than the minimum of ${repr(rule)}`
			: undefined,
	maximum: (rule, value) =>
		both(rule, value, (limit, number) => number > limit)
			? `is greater than the maximum of ${repr(rule)}`
			: undefined,
	minLength: (rule, value) =>
		typeof value === 'string' && [...value].length < Number(rule) ? 'is too short' : undefined,
	maxLength: (rule, value) =>
		typeof value === 'string' && [...value].length > Number(rule) ? 'is too long' : undefined,
	pattern: (rule, value) =>
		typeof value === 'string' && !new RegExp(String(rule)).test(value)
			? `does not match ${repr(rule)}`
			: undefined
};

function both(rule: unknown, value: unknown, test: (limit: number, number: number) => boolean) {
	return typeof rule === 'number' && typeof value === 'number' && test(rule, value);
}

function isOfType(type: string, value: unknown): boolean {
	if (type === 'null') return value === null;
	if (type === 'array') return Array.isArray(value);
	if (type === 'object') return isRecord(value);
	if (type === 'integer') return Number.isInteger(value);
	return typeof value === type;
}
