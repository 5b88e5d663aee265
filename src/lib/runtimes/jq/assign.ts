import { calculate } from './arithmetic.ts';
import { deletePaths, getPath, setPath } from './paths.ts';
import type { Out, Scope } from './scope.ts';
import type { Node } from './syntax.ts';
import { dump, isTrue, Raised, type Json } from './value.ts';

type Run = (node: Node, scope: Scope, input: Out) => Generator<Out>;

/** The values that an assignment gives. */
export function* assigned(
	{ operator, left, right }: Extract<Node, { type: 'assign' }>,
	scope: Scope,
	value: Json,
	run: Run
): Generator<Json> {
	if (operator === '|=') {
		let made = value;
		for (const path of [...pathsOf(left, scope, value, run)]) {
			const [first] = run(right, scope, { value: getPath(made, path) });
			made = first ? setPath(made, path, first.value) : deletePaths(made, [[...path]]);
		}
		return yield made;
	}
	for (const { value: given } of run(right, scope, { value })) {
		let made = value;
		for (const path of pathsOf(left, scope, value, run)) {
			const before = getPath(made, path);
			const next =
				operator === '='
					? given
					: operator === '//='
						? isTrue(before)
							? before
							: given
						: calculate(operator.slice(0, -1), before, given);
			made = setPath(made, path, next);
		}
		yield made;
	}
}

/** Paths that a program names in a value. */
function* pathsOf(node: Node, scope: Scope, value: Json, run: Run): Generator<readonly Json[]> {
	for (const { value: result, path } of run(node, scope, { value, path: [] })) {
		if (!path) throw new Raised(`Invalid path expression with result ${dump(result)}`);
		yield path;
	}
}
