import { formatted, toText } from './formats.ts';
import type { Out, Scope } from './scope.ts';
import type { Node } from './syntax.ts';
import { brief, Raised, type Json } from './value.ts';

type Run = (node: Node, scope: Scope, input: Out) => Generator<Out>;

/** The texts that `"a \(b)"` gives; the last part varies slowest. */
export function* texts(
	{ parts, format }: Pick<Extract<Node, { type: 'text' }>, 'parts' | 'format'>,
	scope: Scope,
	input: Json,
	run: Run,
	after = ''
): Generator<string> {
	const part = parts.at(-1);
	if (part === undefined) return yield after;
	const rest = { parts: parts.slice(0, -1), format };
	if (typeof part === 'string') return yield* texts(rest, scope, input, run, part + after);
	for (const { value } of run(part, scope, { value: input })) {
		const made = format === undefined ? toText(value) : formatted(format, value);
		yield* texts(rest, scope, input, run, made + after);
	}
}

/** The objects that `{a: b}` gives. */
export function* objects(
	[entry, ...rest]: readonly [Node, Node][],
	scope: Scope,
	input: Json,
	run: Run,
	before: [string, Json][] = []
): Generator<Json> {
	if (!entry) return yield new Map(before);
	for (const { value: key } of run(entry[0], scope, { value: input })) {
		if (typeof key !== 'string') throw new Raised(`Cannot use ${brief(key)} as object key`);
		for (const { value } of run(entry[1], scope, { value: input }))
			yield* objects(rest, scope, input, run, [...before, [key, value]]);
	}
}
