import { brokenDown, readTime, seconds, timeText } from './dates.ts';
import { formatted, toText } from './formats.ts';
import { compare, equals } from './order.ts';
import { deletePaths, indicesOf, setPath } from './paths.ts';
import { BadJson, readJson } from './read.ts';
import { captured, matches } from './regex.ts';
import type { Scope } from './scope.ts';
import { brief, dump, isObject, isTrue, kindOf, Raised, sortedKeys } from './value.ts';
import type { Json, JsonObject } from './value.ts';

/** Ends the program at once, with that exit code. */
export class Halted extends Error {
	readonly exitCode: number;
	readonly value: Json | undefined;
	constructor(exitCode: number, value?: Json) {
		super('halt');
		this.exitCode = exitCode;
		this.value = value;
	}
}

export type Plain = (input: Json, args: Json[], scope: Scope) => Json;

/** Functions that give one value for one value, by name and number of arguments. */
export const functions: Record<string, Plain> = {
	'not/0': (input) => !isTrue(input),
	'type/0': (input) => kindOf(input),
	'tostring/0': (input) => toText(input),
	'tojson/0': (input) => dump(input),
	'fromjson/0': fromJson,
	'tonumber/0': toNumber,
	'length/0': lengthOf,
	'utf8bytelength/0': (input) =>
		new TextEncoder().encode(text(input, 'only strings have UTF-8 byte length')).length,
	'keys/0': (input) => (Array.isArray(input) ? [...input.keys()] : sortedKeys(keyed(input))),
	'keys_unsorted/0': (input) =>
		Array.isArray(input) ? [...input.keys()] : [...keyed(input).keys()],
	'has/1': (input, [key = null]) => {
		if (isObject(input) && typeof key === 'string') return input.has(key);
		if (Array.isArray(input) && typeof key === 'number') return key >= 0 && key < input.length;
		throw new Raised(
			`Cannot check whether ${kindOf(input)} has a ${typeof key === 'string' ? 'string' : kindOf(key)} key`
		);
	},
	'contains/1': (input, [wanted = null]) => contains(input, wanted),
	'reverse/0': (input) => (input === null ? [] : list(input, 'cannot be reversed').toReversed()),
	'sort/0': (input) => list(input, 'cannot be sorted, as it is not an array').toSorted(compare),
	'_sort_by/1': (input, [keys]) => byKeys(input, keys, 'sorted').map(([, value]) => value),
	'_group_by/1': (input, [keys]) => {
		const groups: Json[][] = [];
		let before: Json | undefined;
		for (const [key, value] of byKeys(input, keys, 'grouped')) {
			if (before !== undefined && equals(before, key)) groups.at(-1)?.push(value);
			else groups.push([value]);
			before = key;
		}
		return groups;
	},
	'_min_by/1': (input, [keys]) => byKeys(input, keys, 'iterated over')[0]?.[1] ?? null,
	'_max_by/1': (input, [keys]) => byKeys(input, keys, 'iterated over').at(-1)?.[1] ?? null,
	'explode/0': (input) => [...explodable(input)].map((char) => char.codePointAt(0) ?? 0),
	'implode/0': (input) => {
		if (!Array.isArray(input)) throw new Raised('implode input must be an array');
		return String.fromCodePoint(...(input as number[]));
	},
	'split/1': (input, [between = null]) => {
		if (typeof input !== 'string' || typeof between !== 'string')
			throw new Raised('split input and separator must be strings');
		return input === '' ? [] : between === '' ? [...input] : input.split(between);
	},
	'startswith/1': (input, [part = null]) =>
		bothTexts(input, part, 'startswith', (one, other) => one.startsWith(other)),
	'endswith/1': (input, [part = null]) =>
		bothTexts(input, part, 'endswith', (one, other) => one.endsWith(other)),
	'ltrimstr/1': (input, [part = null]) =>
		typeof input === 'string' && typeof part === 'string' && input.startsWith(part)
			? input.slice(part.length)
			: input,
	'rtrimstr/1': (input, [part = null]) =>
		typeof input === 'string' && typeof part === 'string' && part !== '' && input.endsWith(part)
			? input.slice(0, -part.length)
			: input,
	'indices/1': (input, [wanted = null]) => {
		if (input === null) return null;
		if (typeof input === 'string' && typeof wanted === 'string') {
			const found: Json[] = [];
			for (
				let at = input.indexOf(wanted);
				wanted !== '' && at >= 0;
				at = input.indexOf(wanted, at + 1)
			)
				found.push([...input.slice(0, at)].length);
			return found;
		}
		const all = list(input, 'cannot be searched');
		return indicesOf(all, Array.isArray(wanted) ? wanted : [wanted]);
	},
	'test/2': (input, [pattern = null, flags = null]) =>
		Array.isArray(pattern)
			? matches(input, pattern[0] ?? null, pattern[1] ?? null).length > 0
			: matches(input, pattern, flags).length > 0,
	'_captured/0': (input) => captured(input as JsonObject),
	'setpath/2': (input, [path = null, value = null]) =>
		setPath(input, Array.isArray(path) ? path : raise('Path must be specified as an array'), value),
	'delpaths/1': (input, [paths = null]) =>
		deletePaths(input, Array.isArray(paths) ? paths : raise('Paths must be specified as an array')),
	'format/1': (input, [name = null]) => formatted(`@${String(name)}`, input),
	'now/0': (_, __, { machine }) => machine.nowMs / 1000,
	'mktime/0': seconds,
	'gmtime/0': brokenDown,
	'localtime/0': brokenDown,
	'strftime/1': (input, [format = null]) => timeText(input, format),
	'strflocaltime/1': (input, [format = null]) => timeText(input, format),
	'strptime/1': (input, [format = null]) => readTime(input, format),
	'input_line_number/0': (_, __, { machine }) => machine.place().line,
	'input_filename/0': (_, __, { machine }) => {
		const { file } = machine.place();
		return file === '<stdin>' || file === '<unknown>' ? null : file;
	},
	'infinite/0': () => Infinity,
	'nan/0': () => NaN,
	'isinfinite/0': (input) => Math.abs(number(input)) === Infinity,
	'isnan/0': (input) => Number.isNaN(number(input)),
	'isnormal/0': (input) => Number.isFinite(number(input)) && number(input) !== 0,
	'halt_error/1': (input, [code]) => {
		throw new Halted(Number(code), input);
	},
	'halt/0': () => {
		throw new Halted(0);
	},
	'pow/2': (_, [base = null, power = null]) => number(base) ** number(power),
	'atan2/2': (_, [y = null, x = null]) => Math.atan2(number(y), number(x)),
	'fmin/2': (_, [one = null, other = null]) => Math.min(number(one), number(other)),
	'fmax/2': (_, [one = null, other = null]) => Math.max(number(one), number(other))
};
for (const name of [
	'floor',
	'sqrt',
	'ceil',
	'round',
	'exp',
	'log',
	'log2',
	'log10',
	'sin',
	'cos',
	'tan',
	'asin',
	'acos',
	'atan',
	'cbrt',
	'trunc'
] as const)
	functions[`${name}/0`] = (input) => Math[name](number(input));
functions['fabs/0'] = (input) => Math.abs(number(input));
functions['exp10/0'] = (input) => 10 ** number(input);
functions['exp2/0'] = (input) => 2 ** number(input);

function raise(words: string): never {
	throw new Raised(words);
}

const text = (value: Json, words: string): string =>
	typeof value === 'string' ? value : raise(`${brief(value)} ${words}`);

const explodable = (value: Json): string =>
	typeof value === 'string' ? value : raise('explode input must be a string');

const list = (value: Json, words: string): Json[] =>
	Array.isArray(value) ? value : raise(`${brief(value)} ${words}`);

const number = (value: Json): number =>
	typeof value === 'number' ? value : raise(`${brief(value)} number required`);

const keyed = (value: Json): JsonObject =>
	isObject(value) ? value : raise(`${brief(value)} has no keys`);

function lengthOf(value: Json): number {
	if (value === null) return 0;
	if (typeof value === 'boolean') raise(`${brief(value)} has no length`);
	if (typeof value === 'number') return Math.abs(value);
	if (typeof value === 'string') return [...value].length;
	return Array.isArray(value) ? value.length : value.size;
}

function toNumber(value: Json): number {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') raise(`${brief(value)} cannot be parsed as a number`);
	if (!/^\s*-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(value))
		raise(
			`Invalid numeric literal at EOF at line 1, column ${value.length} (while parsing '${value}')`
		);
	return Number(value);
}

function fromJson(value: Json): Json {
	const given = text(value, 'cannot be parsed as JSON');
	try {
		const [first] = readJson(given);
		return first?.value ?? null;
	} catch (error) {
		if (error instanceof BadJson) raise(`${error.message} (while parsing '${given}')`);
		throw error;
	}
}

function contains(value: Json, wanted: Json): boolean {
	if (isObject(value) && isObject(wanted))
		return [...wanted].every(
			([key, one]) => value.has(key) && contains(value.get(key) ?? null, one)
		);
	if (Array.isArray(value) && Array.isArray(wanted))
		return wanted.every((one) =>
			value.some((other) => kindOf(other) === kindOf(one) && contains(other, one))
		);
	if (typeof value === 'string' && typeof wanted === 'string') return value.includes(wanted);
	if (kindOf(value) === kindOf(wanted)) return equals(value, wanted);
	return raise(`${brief(value)} and ${brief(wanted)} cannot have their containment checked`);
}

const bothTexts = (
	one: Json,
	other: Json,
	name: string,
	act: (one: string, other: string) => boolean
) =>
	typeof one === 'string' && typeof other === 'string'
		? act(one, other)
		: raise(`${name}() requires string inputs`);

function byKeys(value: Json, keys: Json | undefined, what: string): [Json, Json][] {
	const all = list(value, `cannot be ${what}, as it is not an array`);
	const by = keys as Json[];
	return all
		.map((one, at): [Json, Json] => [by[at] ?? null, one])
		.toSorted(([one], [other]) => compare(one, other));
}
