import type { Bash, BashExecResult } from 'just-bash/browser';
import type { Outside } from '#lib/runtimes/outside.ts';
import type { Piece } from '#lib/runtimes/run.ts';
import { childShells, type Nesting } from './child-shell.ts';
import { shellCommands } from './commands.ts';
import { HOME, type Home } from './home.ts';
import { LIMITS } from './limits.ts';
import { reworded } from './reworded.ts';
import { BEGIN, child, DECLARED, END, KEEP, prepared } from './script.ts';
import { declarations, functionsAfter, isTracing, restore } from './state.ts';
import { sharedOf, twoSteps, type ShellState } from './state.ts';
import type { ScriptNode } from './syntax.ts';
import { setTrap } from './trap.ts';

export interface EntryOptions {
	outside: Outside;
	home: Home;
	state: ShellState;
	signal: AbortSignal;
	parse(script: string): ScriptNode;
	tell(piece: Piece): void;
}

export interface EntryOutcome extends Pick<BashExecResult, 'stdout' | 'stderr' | 'exitCode'> {
	state: ShellState;
	/** What `trap` named, by signal. */
	traps: ReadonlyMap<string, string>;
}

/** As a shell says that Ctrl-C ended something. */
export const STOPPED = 130;

/** A script under way, or one that it runs. */
interface Scope {
	env: Record<string, string>;
	traps: Map<string, string>;
	/** How a script that is about to run prints; undefined = what runs is no script of a shell. */
	next?: 'terminal' | 'captured' | undefined;
}

/** Runs one script in a just-bash of its own that starts with `state`. What it prints at the end is in the outcome. */
export async function runEntry(
	justBash: typeof import('just-bash/browser'),
	script: string,
	{ outside, home, state, signal, parse, tell }: EntryOptions
): Promise<EntryOutcome> {
	const main: Scope = { env: state.env, traps: new Map() };
	const scopes = [main];
	const top = () => scopes.at(-1) ?? main;
	let written: ScriptNode | undefined;
	let isOver = false;
	const bash = new justBash.Bash({
		fs: home.fs,
		cwd: HOME,
		executionLimits: LIMITS,
		defenseInDepth: false
	});
	const marks: Record<string, (env: Map<string, string>) => number> = {
		[BEGIN]: () => Number(state.env['?'] ?? 0),
		[KEEP](env) {
			top().env = Object.fromEntries(env);
			return Number(env.get('?') ?? 0);
		},
		[END]() {
			isOver = true;
			return 0;
		}
	};
	for (const [name, act] of Object.entries(marks)) mark(bash, name, act);
	const nesting: Nesting = {
		enter: (isLive) =>
			void scopes.push({ env: {}, traps: new Map(), next: isLive ? 'terminal' : 'captured' }),
		leave() {
			const left = scopes.length > 1 ? scopes.pop() : undefined;
			return left && { trap: left.traps.get('EXIT') ?? '', env: left.env };
		}
	};
	bash.registerCommand({ name: 'trap', execute: async (argv) => setTrap(argv, top().traps) });
	for (const command of childShells(nesting)) bash.registerCommand(command);
	for (const command of [...reworded, ...shellCommands({ outside, home, tell, signal })])
		bash.registerCommand(command);
	bash.registerTransformPlugin({
		name: 'live',
		transform({ ast }) {
			const source = ast as unknown as ScriptNode;
			const scope = top();
			const { next } = scope;
			scope.next = undefined;
			let made = source;
			if (written === undefined) {
				written = source;
				const declared = declarations(parse(twoSteps(state.declared)));
				made = prepared(source, {
					functions: state.functions,
					declared,
					traces: isTracing(state)
				});
			} else if (next) made = child(source, next === 'terminal');
			return { ast: made as unknown as typeof ast };
		}
	});
	restore(bash, state);
	const result = await bash
		.exec(script, { signal, rawScript: true })
		// A file that cannot be written ends just-bash itself.
		.catch((error: unknown) => ({ stdout: '', stderr: `bash: ${words(error)}\n`, exitCode: 1 }));
	const ended = isOver ? Number(main.env['?'] ?? 0) : result.exitCode;
	const exitCode = signal.aborted ? STOPPED : ended;
	const declared = await home.fs.readFile(DECLARED).catch(() => state.declared);
	await home.fs.rm(DECLARED, { force: true });
	const cwd = main.env.PWD ?? HOME;
	const read = async (path: string) =>
		readScript(await home.fs.readFile(home.fs.resolvePath(cwd, path)).catch(() => ''), parse);
	const { functions } = state;
	return {
		...result,
		exitCode,
		traps: main.traps,
		state: {
			...sharedOf(bash),
			env: { ...main.env, '?': `${exitCode}` },
			declared,
			functions: written ? await functionsAfter(functions, written, read) : functions
		}
	};
}

function mark(bash: Bash, name: string, act: (env: Map<string, string>) => number): void {
	bash.registerCommand({
		name,
		execute: async (_argv, { env }) => ({ stdout: '', stderr: '', exitCode: act(env) })
	});
}

function readScript(text: string, parse: EntryOptions['parse']): ScriptNode | undefined {
	try {
		return parse(text);
	} catch {
		// Not a script: it defines nothing.
		return undefined;
	}
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));
