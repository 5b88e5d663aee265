import { brokenDown, readTime, seconds, timeText } from './dates.ts';
import { formatted, toText } from './formats.ts';
import { compare, equals } from './order.ts';
import { deletePaths, getPath, indicesOf, setPath } from './paths.ts';
import { BadJson, readJson } from './read.ts';
import { captured, matches } from './regex.ts';
import type { Argument, Native, Out, Scope } from './scope.ts';
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

type Plain = (input: Json, args: Json[], scope: Scope) => Json;

/** A function of values: called with each combination of what its arguments give. */
const ofValues = (act: Plain): Native =>
	function* (input, args, scope) {
		for (const values of combinations(args, input.value)) {
			const value = act(input.value, values, scope);
			yield input.path === undefined ? { value } : { value, path: null };
		}
	};

/** The last argument varies slowest, as in jq. */
function* combinations(args: readonly Argument[], input: Json): Generator<Json[]> {
	const last = args.at(-1);
	if (!last) return yield [];
	for (const { value } of last.run({ value: input }))
		for (const before of combinations(args.slice(0, -1), input)) yield [...before, value];
}

const values: Record<string, Plain> = {
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
	'error/0': (input) => {
		throw new Raised(input);
	},
	'error/1': (_, [value = null]) => {
		throw new Raised(value);
	},
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
	'explode/0': (input) =>
		[...text(input, 'cannot be exploded')].map((char) => char.codePointAt(0) ?? 0),
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
	values[`${name}/0`] = (input) => Math[name](number(input));
values['fabs/0'] = (input) => Math.abs(number(input));
values['exp10/0'] = (input) => 10 ** number(input);
values['exp2/0'] = (input) => 2 ** number(input);

const generators: Record<string, Native> = {
	'empty/0': () => [],
	*'path/1'(input, [of]) {
		for (const { value, path } of of?.run({ value: input.value, path: [] }) ?? []) {
			if (!path) throw new Raised(`Invalid path expression with result ${dump(value)}`);
			yield { value: [...path] };
		}
	},
	*'getpath/1'(input, [of]) {
		for (const { value: path } of of?.run({ value: input.value }) ?? []) {
			const keys = list(path, 'is no path');
			const value = getPath(input.value, keys);
			yield input.path ? { value, path: [...input.path, ...keys] } : { value };
		}
	},
	*'range/2'(input, args) {
		for (const [from = null, upto = null] of combinations(args, input.value)) {
			if (typeof from !== 'number' || typeof upto !== 'number')
				throw new Raised('Range bounds must be numeric');
			for (let value = from; value < upto; value++) yield { value };
		}
	},
	*'match/2'(input, args) {
		for (const [pattern = null, flags = null] of combinations(args, input.value)) {
			const [first, second] = Array.isArray(pattern)
				? [pattern[0] ?? null, pattern[1] ?? null]
				: [pattern, flags];
			for (const value of matches(input.value, first, second)) yield { value };
		}
	},
	*'input/0'(_, __, { machine }): Generator<Out> {
		const { done, value } = machine.inputs.next();
		if (done) throw new Raised('break');
		yield { value };
	},
	*'debug/0'(input, _, { machine }) {
		machine.debug(`["DEBUG:",${dump(input.value)}]\n`);
		yield input;
	},
	*'stderr/0'(input, _, { machine }) {
		machine.debug(dump(input.value));
		yield input;
	}
};

/** Functions that are not written in jq, by name and number of arguments. */
export const NATIVES: ReadonlyMap<string, { native: Native }> = new Map([
	...Object.entries(values).map(([name, act]) => [name, { native: ofValues(act) }] as const),
	...Object.entries(generators).map(([name, native]) => [name, { native }] as const)
]);

function raise(words: string): never {
	throw new Raised(words);
}

const text = (value: Json, words: string): string =>
	typeof value === 'string' ? value : raise(`${brief(value)} ${words}`);

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
