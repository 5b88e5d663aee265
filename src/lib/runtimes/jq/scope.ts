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
