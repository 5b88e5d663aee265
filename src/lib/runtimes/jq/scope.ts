import { BadProgram } from './lex.ts';
import type { Definition } from './syntax.ts';
import type { Json } from './value.ts';

/** A value, with the path that led to it while paths are asked for; null = none did. */
export interface Out {
	value: Json;
	path?: readonly Json[] | null | undefined;
}

/** A function with the surroundings it was written in. */
export interface Closure {
	def: Definition;
	scope: Scope;
}

/** What names mean at a place of the program: the innermost first. */
export interface Scope {
	functions: ReadonlyMap<string, Closure | { native: Native }>;
	variables: ReadonlyMap<string, Json>;
	labels: ReadonlyMap<string, number>;
	machine: Machine;
}

export type Native = (input: Out, args: readonly Argument[], scope: Scope) => Iterable<Out>;

/** An argument of a function, not yet worked out. */
export interface Argument {
	run(input: Out): Generator<Out>;
}

/** What a run of a program has around it. */
export interface Machine {
	/** Counts what is done; throws when it is too much. */
	step(): void;
	/** Counts functions within one another; throws when they are too many. */
	enter(): void;
	leave(): void;
	/** A number that no label has had. */
	label(): number;
	inputs: Iterator<Json>;
	place(): { file: string; line: number };
	env: Readonly<Record<string, string>>;
	nowMs: number;
	debug(text: string): void;
}

/** The scope with one function more, which sees itself. */
export function withFunction(scope: Scope, def: Definition): Scope {
	const functions = new Map(scope.functions);
	const inner = { ...scope, functions };
	functions.set(`${def.name}/${def.params.length}`, { def, scope: inner });
	return inner;
}

/** @throws BadProgram */
export function variableOf(name: string, at: number, { variables, machine }: Scope): Json {
	if (name === 'ENV') return new Map(Object.entries(machine.env));
	if (name === '__loc__')
		return new Map<string, Json>([
			['file', '<top-level>'],
			['line', 1]
		]);
	const value = variables.get(name);
	if (value === undefined) throw new BadProgram(`$${name} is not defined`, at);
	return value;
}
