import { readInstant, type ZonedInstant } from './instant.ts';

export type Loc = readonly (string | number)[];

/** One entry of a 422 answer's `detail`; the keys go out in this order. @source pydantic, "Error Handling" */
export interface Issue {
	type: string;
	loc: Loc;
	msg: string;
	input: unknown;
	ctx?: Record<string, unknown>;
	url?: string;
}

export type Outcome<Value> = { value: Value } | { issues: Issue[] };

/** Reads one value as Pydantic's lax mode does, saying what is wrong in its words. */
export type Reader<Value> = (input: unknown, loc: Loc) => Outcome<Value>;

export function fail(
	type: string,
	loc: Loc,
	msg: string,
	input: unknown,
	ctx?: Record<string, unknown>
): { issues: Issue[] } {
	return { issues: [{ type, loc, msg, input, ...(ctx && { ctx }) }] };
}

export function text(max?: number): Reader<string> {
	return (input, loc) => {
		if (typeof input !== 'string') {
			return fail('string_type', loc, 'Input should be a valid string', input);
		}
		// Python counts code points.
		if (max !== undefined && [...input].length > max) {
			const msg = `String should have at most ${max} characters`;
			return fail('string_too_long', loc, msg, input, { max_length: max });
		}
		return { value: input };
	};
}

const WHOLE = /^\s*[+-]?\d+(_\d+)*(\.0*)?\s*$/;

export function integer(min?: number): Reader<number> {
	return (input, loc) => {
		let value: number;
		if (typeof input === 'number') {
			if (!Number.isInteger(input)) {
				const msg = 'Input should be a valid integer, got a number with a fractional part';
				return fail('int_from_float', loc, msg, input);
			}
			if (Math.abs(input) >= 2 ** 63) {
				const msg = 'Unable to parse input string as an integer, exceeded maximum size';
				return fail('int_parsing_size', loc, msg, input);
			}
			value = input;
		} else if (typeof input === 'boolean') value = Number(input);
		else if (typeof input === 'string') {
			if (!WHOLE.test(input)) {
				const msg = 'Input should be a valid integer, unable to parse string as an integer';
				return fail('int_parsing', loc, msg, input);
			}
			value = Number(input.replaceAll('_', ''));
		} else return fail('int_type', loc, 'Input should be a valid integer', input);
		if (min !== undefined && value < min) {
			const msg = `Input should be greater than or equal to ${min}`;
			return fail('greater_than_equal', loc, msg, input, { ge: min });
		}
		return { value };
	};
}

export function decimal(above?: number): Reader<number> {
	return (input, loc) => {
		const isNumber = typeof input === 'number' || typeof input === 'boolean';
		if (!isNumber && typeof input !== 'string') {
			return fail('float_type', loc, 'Input should be a valid number', input);
		}
		const value = typeof input === 'string' && input.trim() === '' ? NaN : Number(input);
		if (Number.isNaN(value)) {
			const msg = 'Input should be a valid number, unable to parse string as a number';
			return fail('float_parsing', loc, msg, input);
		}
		if (above !== undefined && value <= above) {
			const msg = `Input should be greater than ${above}`;
			return fail('greater_than', loc, msg, input, { gt: above });
		}
		return { value };
	};
}

const TRUE = ['1', 'true', 't', 'yes', 'y', 'on'];
const FALSE = ['0', 'false', 'f', 'no', 'n', 'off'];

export const flag: Reader<boolean> = (input, loc) => {
	if (!['boolean', 'number', 'string'].includes(typeof input)) {
		return fail('bool_type', loc, 'Input should be a valid boolean', input);
	}
	const word = String(input).toLowerCase();
	if (TRUE.includes(word)) return { value: true };
	if (FALSE.includes(word)) return { value: false };
	const msg = 'Input should be a valid boolean, unable to interpret input';
	return fail('bool_parsing', loc, msg, input);
};

export const record: Reader<Record<string, unknown>> = (input, loc) =>
	isRecord(input)
		? { value: input }
		: fail('dict_type', loc, 'Input should be a valid dictionary', input);

export const anything: Reader<unknown> = (input) => ({ value: input });

export function oneOf<Word extends string>(words: readonly Word[]): Reader<Word> {
	return choice('enum', words);
}

export function literal<Word extends string>(words: readonly Word[]): Reader<Word> {
	return choice('literal_error', words);
}

export function nullable<Value>(reader: Reader<Value>): Reader<Value | null> {
	return (input, loc) => (input === null ? { value: null } : reader(input, loc));
}

export function listOf<Value>(reader: Reader<Value>): Reader<Value[]> {
	return (input, loc) => {
		if (!Array.isArray(input)) {
			return fail('list_type', loc, 'Input should be a valid list', input);
		}
		const values: Value[] = [];
		const issues: Issue[] = [];
		for (const [index, item] of input.entries()) {
			const read = reader(item, [...loc, index]);
			if ('value' in read) values.push(read.value);
			else issues.push(...read.issues);
		}
		return issues.length > 0 ? { issues } : { value: values };
	};
}

/** A date-time; `aware` refuses one without a zone, as Pydantic's AwareDatetime does. */
export function dateTime(aware: boolean): Reader<ZonedInstant> {
	return (input, loc) => {
		if (typeof input !== 'string' && typeof input !== 'number') {
			return fail('datetime_type', loc, 'Input should be a valid datetime', input);
		}
		const read = readInstant(input);
		if (typeof read === 'string') {
			const msg = `Input should be a valid datetime or date, ${read}`;
			return fail('datetime_from_date_parsing', loc, msg, input, { error: read });
		}
		if (aware && read.naive) {
			return fail('timezone_aware', loc, 'Input should have timezone info', input);
		}
		return { value: read };
	};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function choice<Word extends string>(type: string, words: readonly Word[]): Reader<Word> {
	const quoted = words.map((word) => `'${word}'`);
	const last = quoted.length > 1 ? ` or ${quoted.at(-1)}` : '';
	const expected = (quoted.slice(0, -1).join(', ') || quoted[0]) + last;
	return (input, loc) => {
		const found = words.find((word) => word === input);
		if (found !== undefined) return { value: found };
		return fail(type, loc, `Input should be ${expected}`, input, { expected });
	};
}
