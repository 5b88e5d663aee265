import { functions, type Plain } from './functions.ts';
import { getPath } from './paths.ts';
import { matches } from './regex.ts';
import type { Argument, Native, Out } from './scope.ts';
import { dump, Raised, type Json } from './value.ts';

const generators: Record<string, Native> = {
	'empty/0': () => [],
	'error/0'(input) {
		return raised(input.value);
	},
	*'error/1'(input, [words]) {
		for (const { value } of words?.run({ value: input.value }) ?? []) yield* raised(value);
	},
	*'path/1'(input, [of]) {
		for (const { value, path } of of?.run({ value: input.value, path: [] }) ?? []) {
			if (!path) throw new Raised(`Invalid path expression with result ${dump(value)}`);
			yield { value: [...path] };
		}
	},
	*'getpath/1'(input, [of]) {
		for (const { value: path } of of?.run({ value: input.value }) ?? []) {
			const keys = Array.isArray(path) ? path : noPath();
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
	...Object.entries(functions).map(([name, act]) => [name, { native: ofValues(act) }] as const),
	...Object.entries(generators).map(([name, native]) => [name, { native }] as const)
]);

function noPath(): never {
	throw new Raised('Path must be specified as an array');
}

/** `error(null)` is like `empty`. */
function raised(value: Json): never[] {
	if (value !== null) throw new Raised(value);
	return [];
}

/** A function of values: called with each combination of what its arguments give. */
function ofValues(act: Plain): Native {
	return function* (input, args, scope) {
		for (const values of combinations(args, input.value)) {
			const value = act(input.value, values, scope);
			yield input.path === undefined ? { value } : { value, path: null };
		}
	};
}

/** The last argument varies slowest, as in jq. */
function* combinations(args: readonly Argument[], input: Json): Generator<Json[]> {
	const last = args.at(-1);
	if (!last) return yield [];
	for (const { value } of last.run({ value: input }))
		for (const before of combinations(args.slice(0, -1), input)) yield [...before, value];
}
