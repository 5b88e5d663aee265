import { assigned } from './assign.ts';
import { calculate } from './arithmetic.ts';
import { bound } from './bind.ts';
import { objects, texts } from './construct.ts';
import { formatted } from './formats.ts';
import { entriesOf, getIndex } from './paths.ts';
import { BadProgram } from './lex.ts';
import { variableOf, withFunction, type Closure, type Out, type Scope } from './scope.ts';
import type { Node } from './syntax.ts';
import { brief, Broken, isTrue, Raised, type Json } from './value.ts';

const out = (value: Json, input: Out): Out =>
	input.path === undefined ? { value } : { value, path: null };

const plain = (value: Json): Out => ({ value });

function* step(input: Out, key: Json): Generator<Out> {
	if (input.path === null)
		throw new Raised(
			`Invalid path expression with result ${brief(input.value).replace(/^\w+ \((.*)\)$/s, '$1')}`
		);
	const value = getIndex(input.value, key);
	yield input.path === undefined ? { value } : { value, path: [...input.path, key] };
}

/** All that a program gives for one input. */
export function* run(node: Node, scope: Scope, input: Out): Generator<Out> {
	scope.machine.step();
	switch (node.type) {
		case 'identity':
			return yield input;
		case 'empty':
			return;
		case 'recurse':
			return yield* run({ type: 'call', name: 'recurse', args: [], at: 0 }, scope, input);
		case 'literal':
			return yield out(node.value, input);
		case 'text':
			for (const value of texts(node, scope, input.value, run)) yield out(value, input);
			return;
		case 'format':
			return yield out(formatted(node.name, input.value), input);
		case 'index':
			for (const of of run(node.of, scope, input))
				for (const key of run(node.key, scope, plain(input.value))) yield* step(of, key.value);
			return;
		case 'slice':
			for (const of of run(node.of, scope, input))
				for (const to of node.to ? run(node.to, scope, plain(input.value)) : [plain(null)])
					for (const from of node.from ? run(node.from, scope, plain(input.value)) : [plain(null)])
						yield* step(
							of,
							new Map([
								['start', from.value],
								['end', to.value]
							])
						);
			return;
		case 'each':
			for (const of of run(node.of, scope, input))
				for (const [key] of entriesOf(of.value)) yield* step(of, key);
			return;
		case 'list': {
			const list: Json[] = [];
			if (node.of)
				for (const one of run(node.of, scope, plain(input.value))) {
					scope.machine.step();
					list.push(one.value);
				}
			return yield out(list, input);
		}
		case 'object':
			for (const value of objects(node.entries, scope, input.value, run)) yield out(value, input);
			return;
		case 'negative':
			for (const { value } of run(node.of, scope, plain(input.value))) {
				if (typeof value !== 'number') throw new Raised(`${brief(value)} cannot be negated`);
				yield out(-value, input);
			}
			return;
		case 'pipe':
			for (const left of run(node.left, scope, input)) yield* run(node.right, scope, left);
			return;
		case 'comma':
			yield* run(node.left, scope, input);
			return yield* run(node.right, scope, input);
		case 'and':
		case 'or':
			for (const left of run(node.left, scope, plain(input.value)))
				if (isTrue(left.value) === (node.type === 'or')) yield out(node.type === 'or', input);
				else
					for (const right of run(node.right, scope, plain(input.value)))
						yield out(isTrue(right.value), input);
			return;
		case 'alternative': {
			let isAny = false;
			for (const left of run(node.left, scope, input)) {
				if (!isTrue(left.value)) continue;
				isAny = true;
				yield left;
			}
			if (!isAny) yield* run(node.right, scope, input);
			return;
		}
		case 'binary':
			for (const right of run(node.right, scope, plain(input.value)))
				for (const left of run(node.left, scope, plain(input.value)))
					yield out(calculate(node.operator, left.value, right.value), input);
			return;
		case 'assign':
			for (const value of assigned(node, scope, input.value, run)) yield out(value, input);
			return;
		case 'if':
			for (const test of run(node.test, scope, plain(input.value)))
				if (isTrue(test.value)) yield* run(node.then, scope, input);
				else if (node.otherwise) yield* run(node.otherwise, scope, input);
				else yield input;
			return;
		case 'try':
			try {
				return yield* run(node.body, scope, input);
			} catch (error) {
				if (!(error instanceof Raised)) throw error;
				if (node.caught) yield* run(node.caught, scope, plain(error.value));
				return;
			}
		case 'reduce':
			for (const init of run(node.init, scope, input)) {
				let state: Out | undefined = init;
				for (const item of run(node.source, scope, plain(input.value)))
					for (const inner of bound(node.pattern, item.value, scope, run)) {
						let last: Out | undefined;
						for (const next of run(node.update, inner, state ?? plain(null))) last = next;
						state = last;
					}
				yield state ?? plain(null);
			}
			return;
		case 'foreach':
			for (const init of run(node.init, scope, input)) {
				let state = init;
				for (const item of run(node.source, scope, plain(input.value)))
					for (const inner of bound(node.pattern, item.value, scope, run))
						for (const next of run(node.update, inner, state)) {
							state = next;
							if (node.extract) yield* run(node.extract, inner, next);
							else yield next;
						}
			}
			return;
		case 'as':
			for (const item of run(node.source, scope, plain(input.value)))
				yield* alternatives(node, item.value, scope, input);
			return;
		case 'def':
			return yield* run(node.body, withFunction(scope, node.def), input);
		case 'call':
			return yield* call(node, scope, input);
		case 'variable':
			return yield out(variableOf(node.name, node.at, scope), input);
		case 'label': {
			const number = scope.machine.label();
			try {
				return yield* run(
					node.body,
					{ ...scope, labels: new Map(scope.labels).set(node.name, number) },
					input
				);
			} catch (error) {
				if (error instanceof Broken && error.label === number) return;
				throw error;
			}
		}
		case 'break':
			throw new Broken(scope.labels.get(node.name) ?? -1);
	}
}

function* call(node: Extract<Node, { type: 'call' }>, scope: Scope, input: Out): Generator<Out> {
	const name = `${node.name}/${node.args.length}`;
	const found = scope.functions.get(name);
	if (!found) throw new BadProgram(`${name} is not defined`, node.at);
	const args = node.args.map((arg) => ({ run: (given: Out) => run(arg, scope, given) }));
	if ('native' in found) return yield* found.native(input, args, scope);
	scope.machine.enter();
	try {
		yield* entered(found, node.args, scope, input, 0, found.scope);
	} finally {
		scope.machine.leave();
	}
}

/** Calls a function once its arguments have names: `$x` is worked out, `f` is not. */
function* entered(
	found: Closure,
	args: readonly Node[],
	outer: Scope,
	input: Out,
	at: number,
	scope: Scope
): Generator<Out> {
	const param = found.def.params[at];
	const arg = args[at];
	if (param === undefined || !arg) return yield* run(found.def.body, scope, input);
	const functions = new Map(scope.functions);
	if (!param.startsWith('$')) {
		functions.set(`${param}/0`, { def: { name: param, params: [], body: arg }, scope: outer });
		return yield* entered(found, args, outer, input, at + 1, { ...scope, functions });
	}
	const name = param.slice(1);
	for (const { value } of run(arg, outer, plain(input.value))) {
		functions.set(`${name}/0`, {
			def: { name, params: [], body: { type: 'literal', value } },
			scope: outer
		});
		const variables = new Map(scope.variables).set(name, value);
		yield* entered(found, args, outer, input, at + 1, { ...scope, functions, variables });
	}
}

function* alternatives(
	{ patterns, body }: Extract<Node, { type: 'as' }>,
	value: Json,
	scope: Scope,
	input: Out
): Generator<Out> {
	for (const [at, pattern] of patterns.entries()) {
		try {
			for (const inner of bound(pattern, value, scope, run)) yield* run(body, inner, input);
			return;
		} catch (error) {
			if (!(error instanceof Raised) || at === patterns.length - 1) throw error;
		}
	}
}
