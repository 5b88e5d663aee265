import { getIndex } from './paths.ts';
import type { Out, Scope } from './scope.ts';
import type { Node, Pattern } from './syntax.ts';
import { Raised, type Json } from './value.ts';

type Run = (node: Node, scope: Scope, input: Out) => Generator<Out>;

/** The scope with a value's parts under the names of a pattern; a key may have several values. */
export function* bound(pattern: Pattern, value: Json, scope: Scope, run: Run): Generator<Scope> {
	if ('variable' in pattern)
		return yield { ...scope, variables: new Map(scope.variables).set(pattern.variable, value) };
	if ('list' in pattern) {
		if (value !== null && !Array.isArray(value)) getIndex(value, 0);
		return yield* each(
			pattern.list.map((inner, at) => [inner, () => [getIndex(value, at)]]),
			scope,
			run
		);
	}
	const parts = pattern.object.flatMap(({ variable, key, pattern: inner }) => {
		const values = function* (): Generator<Json> {
			for (const { value: name } of run(key, scope, { value })) {
				if (typeof name !== 'string')
					throw new Raised('Cannot use a value that is no text as object key');
				yield getIndex(value, name);
			}
		};
		const found: [Pattern, () => Iterable<Json>][] = [];
		if (variable !== undefined) found.push([{ variable }, values]);
		if (inner) found.push([inner, values]);
		return found;
	});
	yield* each(parts, scope, run);
}

function* each(
	parts: readonly [Pattern, () => Iterable<Json>][],
	scope: Scope,
	run: Run
): Generator<Scope> {
	const [part, ...rest] = parts;
	if (!part) return yield scope;
	for (const value of part[1]())
		for (const inner of bound(part[0], value, scope, run)) yield* each(rest, inner, run);
}
