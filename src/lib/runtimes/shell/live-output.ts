import { inTwoSteps } from './keyed-array.ts';
import {
	isNode,
	literalOf,
	wordOf,
	type FunctionDefNode,
	type PipelineNode,
	type RedirectionNode,
	type ScriptNode,
	type SimpleCommandNode,
	type SyntaxNode,
	type WordNode
} from './syntax.ts';

/** Where output that belongs on the terminal is appended to, as it is written. */
export const LIVE_OUT = '/dev/live-out';
export const LIVE_ERR = '/dev/live-err';
/** Before `bash file`: whose output reaches the terminal. */
export const LIVE_MARK = '_LIVE';
/** Runs a script by its path. */
export const RUN_PATH = '_run_path';

/**
 * just-bash hands a script's output over when the script has ended. So each command whose output would reach the
 * terminal writes to a file instead that the engine listens to. Captured output (`$(…)`, pipes, redirected loops)
 * stays what it is.
 */
export function withLiveOutput(script: ScriptNode, isLive = true): ScriptNode {
	const functions = functionsOf(script);
	return visit(script, isLive ? TERMINAL : NOWHERE, {
		place: (name) => (isLive ? functions.get(name) : undefined) ?? NOWHERE,
		change: (command, place) => redirected(command, place, functions)
	}) as ScriptNode;
}

/** just-bash has no words of its own for `${x:?}`, and never names the variable. */
function withWords(node: Record<string, unknown>): Record<string, unknown> {
	const operation = node.operation as { type: string; word: unknown; checkEmpty: boolean } | null;
	if (operation?.type !== 'ErrorIfUnset') return node;
	const words = operation.checkEmpty ? 'parameter null or not set' : 'parameter not set';
	const given = isNode(operation.word) ? (operation.word as unknown as WordNode).parts : undefined;
	const isGiven = given?.some((part) => part.type !== 'Literal' || part.value !== '');
	const parts = isGiven && given ? given : wordOf(words).parts;
	const name = { type: 'Literal', value: `${String(node.parameter)}: ` };
	return { ...node, operation: { ...operation, word: { type: 'Word', parts: [name, ...parts] } } };
}

/** `"$@"` */
const EACH_ARGUMENT = [
	{
		type: 'Word',
		parts: [
			{
				type: 'DoubleQuoted',
				parts: [{ type: 'ParameterExpansion', parameter: '@', operation: null }]
			}
		]
	}
];

const dropNull = (node: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(node).filter(([, part]) => part !== null));

/** The file that a descriptor's output reaches; absent = something other than the terminal. */
interface Place {
	out?: string | undefined;
	err?: string | undefined;
}

const TERMINAL: Place = { out: LIVE_OUT, err: LIVE_ERR };
const NOWHERE: Place = {};

interface Visitor {
	/** Where the body of a function writes to. */
	place(name: string): Place;
	change(command: SimpleCommandNode, place: Place): unknown;
}

/** The tree with its simple commands changed. */
function visit(node: unknown, place: Place, visitor: Visitor): unknown {
	if (Array.isArray(node)) return node.map((part) => visit(part, place, visitor));
	if (!isNode(node)) return node;
	const parts = (within: Place) =>
		Object.fromEntries(
			Object.entries(node).map(([key, part]) => [key, visit(part, within, visitor)])
		);
	switch (node.type) {
		case 'CommandSubstitution':
		case 'ProcessSubstitution':
			return parts({ err: place.err });
		case 'FunctionDef': {
			const { name, redirections } = node as FunctionDefNode;
			return parts(behind(redirections, visitor.place(name)));
		}
		case 'Pipeline': {
			const { commands, pipeStderr = [] } = node as unknown as PipelineNode;
			const last = commands.length - 1;
			const placeAt = (at: number) =>
				at === last ? place : pipeStderr[at] ? NOWHERE : { err: place.err };
			return { ...node, commands: commands.map((one, at) => visit(one, placeAt(at), visitor)) };
		}
		case 'SimpleCommand':
			return visitor.change(parts(place) as unknown as SimpleCommandNode, place);
		case 'ParameterExpansion':
			return withWords(parts(place));
		case 'For':
			// just-bash splits what it takes for `for x`, without `in`.
			return { words: EACH_ARGUMENT, ...dropNull(parts(behind(node.redirections, place))) };
		default:
			return parts(behind(node.redirections, place));
	}
}

/** Where the commands of a compound command write to that has redirections. */
function behind(redirections: readonly RedirectionNode[] = [], { out, err }: Place): Place {
	for (const { fd, operator, target } of redirections) {
		if (operator.startsWith('<')) continue;
		const to = target.type === 'Word' ? literalOf(target) : undefined;
		const number = fd ?? 1;
		if (operator === '>&' && (to === '1' || to === '2')) {
			const same = to === '1' ? out : err;
			if (number === 1) out = same;
			if (number === 2) err = same;
			continue;
		}
		if (number === 1) out = undefined;
		if (number === 2 || operator.includes('&')) err = undefined;
	}
	return { out, err };
}

/** With redirections these would mean something else, or end before they print. */
const KEPT = new Set(['exec', 'exit', 'return', 'break', 'continue', ':', 'true', 'false']);

function redirected(
	command: SimpleCommandNode,
	{ out, err }: Place,
	functions: ReadonlyMap<string, Place>
): unknown {
	if (command.name === null) return command;
	const steps = inTwoSteps(command);
	if (steps !== command) return steps;
	const name = literalOf(command.name);
	if (name !== undefined && KEPT.has(name)) return command;
	const own = name === undefined ? undefined : functions.get(name);
	const redirections = [
		...(out === undefined || own?.out === out ? [] : [append(1, out)]),
		...(err === undefined || own?.err === err ? [] : [append(2, err)]),
		...command.redirections
	];
	const isFree = behind(command.redirections, { out, err }).out === LIVE_OUT;
	if (!isFree || own !== undefined || name === undefined) return { ...command, redirections };
	const mark = { type: 'Assignment', name: LIVE_MARK, value: wordOf('1'), append: false };
	const marked = { ...command, redirections };
	if (/^(\.{0,2}|~)\//.test(name)) {
		const args = [command.name, ...command.args];
		Object.assign(marked, { name: wordOf(RUN_PATH), args });
	} else if (!TERMINAL_AWARE.has(name)) return marked;
	marked.assignments = [...command.assignments, { ...mark, array: null }];
	return marked;
}

/** What works differently on a terminal, or shows what it does while it does it. */
const TERMINAL_AWARE = new Set(['bash', 'sh', 'curl', 'wget', 'http', 'https', 'watch', 'ls']);

const append = (fd: number, path: string): RedirectionNode => ({
	type: 'Redirection',
	fd,
	operator: '>>',
	target: wordOf(path)
});

/** What these run is text: it may call any function, with its output captured. */
const OPAQUE = new Set(['eval', 'source', '.', 'trap']);

/** Functions by name, with where all calls of them let them write. */
function functionsOf(script: ScriptNode): ReadonlyMap<string, Place> {
	const names = new Set<string>();
	let isOpen = false;
	const look = (node: SyntaxNode | unknown[]): void => {
		for (const part of Object.values(node)) {
			if (Array.isArray(part)) look(part);
			if (!isNode(part)) continue;
			if (part.type === 'FunctionDef') names.add((part as FunctionDefNode).name);
			look(part);
		}
	};
	look(script);
	let places = new Map<string, Place>([...names].map((name) => [name, TERMINAL]));
	if (names.size === 0) return places;
	for (;;) {
		const next = new Map(places);
		const change = (command: SimpleCommandNode, place: Place) => {
			if (command.name === null) return command;
			const name = literalOf(command.name);
			if (name !== undefined && OPAQUE.has(name)) isOpen = true;
			const now = behind(command.redirections, place);
			// A name that is worked out (`"$@"`) may be any function's.
			for (const called of name === undefined ? names : [name]) {
				const before = next.get(called);
				if (!before) continue;
				next.set(called, {
					out: before.out === now.out ? before.out : undefined,
					err: before.err === now.err ? before.err : undefined
				});
			}
			return command;
		};
		visit(script, TERMINAL, { place: (name) => places.get(name) ?? NOWHERE, change });
		if (isOpen) return new Map([...names].map((name) => [name, NOWHERE]));
		if ([...next].every(([name, place]) => isSame(place, places.get(name)))) return next;
		places = next;
	}
}

const isSame = (one: Place, other: Place | undefined) =>
	one.out === other?.out && one.err === other?.err;
