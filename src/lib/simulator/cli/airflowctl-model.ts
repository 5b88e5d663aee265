import { readModel, type Field, type Fields, type Model } from '#lib/simulator/v2/model.ts';
import { isoZoned, type ZonedInstant } from '#lib/simulator/v2/instant.ts';
import {
	anything,
	dateTime,
	decimal,
	fail,
	flag,
	integer,
	listOf,
	nullable,
	oneOf,
	record,
	text,
	type Issue,
	type Outcome,
	type Reader
} from '#lib/simulator/v2/readers.ts';
import { MODELS, WORDS } from './airflowctl-models.ts';
import { Float, isDict, repr } from './airflowctl-python.ts';
import { Uncaught } from './airflowctl-session.ts';

/** A field's description, taken apart. */
export interface FieldShape {
	name: string;
	type: string;
	isOptional: boolean;
	/** What it is when it is absent. */
	otherwise: unknown;
	min?: number;
	max?: number;
	/** Only letters, digits, `_`, `.` and `-`. */
	isName: boolean;
}

/** A moment as the program's models hold it: JSON has its own way to write it, Python another. */
export class DateTime {
	readonly instant: ZonedInstant;
	constructor(instant: ZonedInstant) {
		this.instant = instant;
	}
}

export const fieldsOf = (model: string): FieldShape[] => (MODELS[model] ?? []).map(parseField);

/**
 * A body as the program would send it: checked, in the model's order, what is absent filled in.
 * @throws {Uncaught} in Pydantic's words when a value does not fit.
 */
export function readBody(model: string, values: Record<string, unknown>): Record<string, unknown> {
	const read = readModel(modelOf(model), values, []);
	if ('value' in read) return read.value.values;
	throw validationError(model, read.issues);
}

/**
 * An answer as the program understands it: the fields it knows, in its order.
 * @param isLenient fields that are missing get an empty value, as in lists.
 * @throws {Uncaught}
 */
export function readAnswer(
	model: string,
	body: unknown,
	isLenient = false
): Record<string, unknown> {
	const read = shapeReader(model, isLenient)(body ?? null, []);
	if ('value' in read) return read.value;
	throw validationError(model, read.issues);
}

/** A read value in JSON's types: moments and words as text. */
export function toJson(value: unknown): unknown {
	if (value instanceof DateTime) {
		const iso = isoZoned(value.instant);
		return value.instant.naive ? iso.replace(/Z$/, '') : iso;
	}
	if (Array.isArray(value)) return value.map(toJson);
	if (!isDict(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}

/** A read value with moments as Python's `str` writes them. */
export function toPython(model: string, value: Record<string, unknown>): Record<string, unknown> {
	const shapes = new Map(fieldsOf(model).map((shape) => [shape.name, shape.type]));
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [key, pythonic(shapes.get(key) ?? '', item)])
	);
}

function pythonic(type: string, value: unknown): unknown {
	const inner = /^\[(.*)\]$/.exec(type)?.[1];
	if (Array.isArray(value)) return value.map((item) => pythonic(inner ?? '', item));
	if (value instanceof DateTime)
		return String(toJson(value)).replace('T', ' ').replace(/Z$/, '+00:00');
	if (typeof value === 'string' && WORDS[type])
		return `${type}.${value.toUpperCase().replaceAll(/[ -]/g, '_')}`;
	return isDict(value) && MODELS[type] ? toPython(type, value) : value;
}

function parseField(word: string): FieldShape {
	const [, name = '', rest = ''] = /^(\w+):(.*)$/.exec(word) ?? [];
	const [, type = '', limit, isName, sign, otherwise] =
		/^(\[?\w+\]?)((?:[<>]=-?\d+)?)((?:~name)?)(\??)(?:=(.*))?$/.exec(rest) ?? [];
	const bound = Number(limit?.slice(2));
	return {
		name,
		type,
		isOptional: sign === '?',
		isName: isName !== '',
		otherwise: otherwise === undefined ? null : JSON.parse(otherwise),
		...(limit?.startsWith('<') ? { max: bound } : {}),
		...(limit?.startsWith('>') ? { min: bound } : {})
	};
}

/** The program's names for fields that Python reserves. */
const wireName = (name: string) => name.replace(/_$/, '');

function modelOf(model: string): Model<Fields> {
	const fields = fieldsOf(model).map((shape): [string, Field<unknown>] => {
		const read = fieldReader(shape, false);
		return [
			wireName(shape.name),
			shape.isOptional ? { read, otherwise: () => shape.otherwise } : { read }
		];
	});
	return { fields: Object.fromEntries(fields) };
}

function fieldReader(shape: FieldShape, isLenient: boolean): Reader<unknown> {
	const read = typeReader(shape, isLenient);
	return shape.isOptional ? nullable(read) : read;
}

function typeReader({ type, min, max, isName }: FieldShape, isLenient: boolean): Reader<unknown> {
	const inner = /^\[(.*)\]$/.exec(type)?.[1];
	if (inner !== undefined) return listOf(typeReader(parseField(`item:${inner}`), isLenient));
	if (MODELS[type]) return shapeReader(type, isLenient);
	const words = WORDS[type];
	if (words) return oneOf(words);
	switch (type) {
		case 'str':
			return isName ? named(text(max)) : text(max);
		case 'int':
			return integer(min);
		case 'float':
			return mapped(decimal(), (value) => new Float(value));
		case 'bool':
			return flag;
		case 'datetime':
			return mapped(dateTime(false), (value) => new DateTime(value));
		case 'dict':
			return record;
		default:
			return anything;
	}
}

function named(read: Reader<string>): Reader<string> {
	return (input, loc) => {
		const result = read(input, loc);
		if (!('value' in result) || /^[\p{L}\p{N}_.-]+$/u.test(result.value)) return result;
		const msg = "String should match pattern '^[\\w.-]+$'";
		return fail('string_pattern_mismatch', loc, msg, input);
	};
}

function mapped<In, Out>(read: Reader<In>, make: (value: In) => Out): Reader<Out> {
	return (input, loc) => {
		const result = read(input, loc);
		return 'value' in result ? { value: make(result.value) } : result;
	};
}

const EMPTY: Readonly<Record<string, () => unknown>> = {
	str: () => '',
	int: () => 0,
	float: () => 0,
	bool: () => false,
	dict: () => ({})
};

/** Unlike a body, an answer may hold more than the model knows; that is dropped. */
function shapeReader(model: string, isLenient: boolean): Reader<Record<string, unknown>> {
	return (input, loc): Outcome<Record<string, unknown>> => {
		if (!isDict(input)) return fail('model_type', loc, 'Input should be an object', input);
		const issues: Issue[] = [];
		const values: Record<string, unknown> = {};
		for (const shape of fieldsOf(model)) {
			const written = wireName(shape.name);
			let raw = input[written];
			if (!Object.hasOwn(input, written)) {
				if (shape.isOptional) {
					values[shape.name] = shape.otherwise;
					continue;
				}
				if (!isLenient) {
					issues.push({ type: 'missing', loc: [...loc, written], msg: 'Field required', input });
					continue;
				}
				raw = shape.type.startsWith('[') ? [] : (EMPTY[shape.type]?.() ?? null);
			}
			const read = fieldReader(shape, isLenient)(raw, [...loc, written]);
			if ('value' in read) values[shape.name] = read.value;
			else issues.push(...read.issues);
		}
		return issues.length > 0 ? { issues } : { value: values };
	};
}

/** @source pydantic-core `ValidationError.__str__` */
function validationError(model: string, issues: readonly Issue[]): Uncaught {
	const head = `${issues.length} validation error${issues.length === 1 ? '' : 's'} for ${model}`;
	const lines = issues.map(({ type, loc, msg, input }) => {
		const facts = `type=${type}, input_value=${shorten(repr(input))}, input_type=${typeOf(input)}`;
		const link = `https://errors.pydantic.dev/2.14/v/${type}`;
		return `${loc.join('.')}\n  ${msg} [${facts}]\n    For further information visit ${link}`;
	});
	return new Uncaught('pydantic_core._pydantic_core.ValidationError', [head, ...lines].join('\n'));
}

const shorten = (text: string) =>
	text.length > 50 ? `${text.slice(0, 25)}...${text.slice(-24)}` : text;

function typeOf(value: unknown): string {
	if (value === null || value === undefined) return 'NoneType';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return { string: 'str', boolean: 'bool' }[typeof value as 'string'] ?? 'dict';
}
