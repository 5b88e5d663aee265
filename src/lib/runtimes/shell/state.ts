import type { Bash } from 'just-bash/browser';
import { isNode, literalOf, type FunctionDefNode, type ScriptNode } from './syntax.ts';
import type { SimpleCommandNode, StatementNode } from './syntax.ts';

/** What one entry leaves to the next, as in one bash; plain data, so that it outlives a worker. */
export interface ShellState {
	/** Variables, with `?`, `PWD` and aliases. */
	env: Record<string, string>;
	exported: string[];
	readonly: string[];
	/** Arrays and attributes: what `declare -p` printed of them. */
	declared: string;
	functions: FunctionDefNode[];
	shopt: Record<string, boolean>;
}

export function firstState(env: Readonly<Record<string, string>>, home: string): ShellState {
	return {
		env: { ...env, PWD: home, OLDPWD: home, '?': '0' },
		exported: ['HOME', 'PATH', 'PWD', 'OLDPWD', ...Object.keys(env)],
		readonly: ['SHELLOPTS', 'BASHOPTS'],
		declared: '',
		functions: [],
		shopt: { expand_aliases: true }
	};
}

/** What just-bash keeps to itself; of version 3.4.2. */
interface Inner {
	env: Map<string, string>;
	cwd: string;
	previousDir: string;
	lastExitCode: number;
	exportedVars: Set<string>;
	readonlyVars: Set<string>;
	options: Record<string, boolean>;
	shoptOptions: Record<string, boolean>;
}

const innerOf = (bash: Bash) => (bash as unknown as { state: Inner }).state;

/** Makes a shell that starts where another stopped. */
export function restore(bash: Bash, { env, exported, readonly, shopt }: ShellState): void {
	const inner = innerOf(bash);
	inner.env = new Map(Object.entries(env));
	inner.cwd = env.PWD ?? '/';
	inner.previousDir = env.OLDPWD ?? '/';
	inner.lastExitCode = Number(env['?'] ?? 0);
	inner.exportedVars = new Set(exported);
	inner.readonlyVars = new Set(readonly);
	Object.assign(inner.shoptOptions, shopt);
	const set = new Set((env.SHELLOPTS ?? '').split(':'));
	for (const name of Object.keys(inner.options)) inner.options[name] = set.has(name);
	// At a prompt it would close the shell at the first mistake.
	inner.options.errexit = false;
	// What the shell does before the script is not to be traced.
	inner.options.xtrace = false;
}

export const isTracing = ({ env }: ShellState): boolean =>
	(env.SHELLOPTS ?? '').split(':').includes('xtrace');

/** Sets that just-bash shares between runs. */
export function sharedOf(bash: Bash): Pick<ShellState, 'exported' | 'readonly' | 'shopt'> {
	const { exportedVars, readonlyVars, shoptOptions } = innerOf(bash);
	return {
		exported: [...exportedVars],
		readonly: [...readonlyVars],
		shopt: { ...shoptOptions }
	};
}

/** just-bash loses quotes in `declare -a a=([0]="b c")`, not in a plain assignment. */
export const twoSteps = (printed: string): string =>
	printed.replace(/^declare -(\w*[aA]\w*) (\w+)=\(/gm, 'declare -$1 $2\n$2=(');

/** The statements of `declare -p` that plain variables do not say. */
export function declarations(printed: ScriptNode): StatementNode[] {
	return printed.statements.filter(({ pipelines }) => {
		const command = pipelines[0]?.commands[0];
		if (command?.type !== 'SimpleCommand') return false;
		const { name, args, assignments } = command as SimpleCommandNode;
		const [assignment] = assignments as { name: string }[];
		if (name === null) return assignment !== undefined && !OWN.test(assignment.name);
		const [flags = '', variable = ''] = args.map((word) => literalOf(word) ?? '');
		return /^-\w*[aAilun]/.test(flags) && !flags.includes('r') && !OWN.test(variable);
	});
}

/** What the shell sets itself. */
const OWN = /^(PIPESTATUS|FUNCNAME|DIRSTACK|GROUPS|BASH_\w+)/;

/** The functions that there are after a script: those before, and those that it does not define in a subshell. */
export async function functionsAfter(
	before: readonly FunctionDefNode[],
	script: ScriptNode,
	read: (path: string) => Promise<ScriptNode | undefined>
): Promise<FunctionDefNode[]> {
	const known = new Map(before.map((one) => [one.name, one]));
	const look = async (node: unknown): Promise<void> => {
		if (Array.isArray(node)) {
			for (const part of node) await look(part);
			return;
		}
		if (!isNode(node)) return;
		if (['Subshell', 'CommandSubstitution', 'ProcessSubstitution'].includes(node.type)) return;
		if (node.type === 'FunctionDef') {
			const definition = node as FunctionDefNode;
			known.set(definition.name, definition);
			return;
		}
		if (node.type === 'SimpleCommand') {
			const { name, args } = node as SimpleCommandNode;
			const [first, ...rest] = args.map((word) => literalOf(word));
			const called = name ? literalOf(name) : undefined;
			if (called === 'unset' && first === '-f') for (const one of rest) known.delete(one ?? '');
			if ((called === 'source' || called === '.') && first !== undefined)
				await look(await read(first));
		}
		for (const part of Object.values(node)) await look(part);
	};
	await look(script);
	return [...known.values()];
}
