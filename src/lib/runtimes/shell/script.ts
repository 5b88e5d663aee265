import { LIVE_MARK, withLiveOutput } from './live-output.ts';
import {
	commandOf,
	pipelineOf,
	statementOf,
	wordOf,
	type FunctionDefNode,
	type ScriptNode,
	type StatementNode
} from './syntax.ts';

/** Commands that the shell puts around a script. */
export const BEGIN = '_begin';
export const KEEP = '_keep';
export const END = '_end';
/** Where `declare -p` of the end is written to. */
export const DECLARED = '/tmp/.declared';

export interface Before {
	functions: readonly FunctionDefNode[];
	declared: readonly StatementNode[];
	/** Whether `set -x` holds. */
	traces: boolean;
}

/**
 * A script as it is run: it begins with what earlier ones left, says before each of its statements what its
 * variables are (a script may be stopped), and at its end what else it leaves.
 */
export function prepared(script: ScriptNode, { functions, declared, traces }: Before): ScriptNode {
	const definitions = functions.map((definition) => statementOf(definition));
	const live = withLiveOutput({
		...script,
		statements: [...definitions, ...script.statements]
	}).statements;
	const own = live.slice(definitions.length);
	return {
		...script,
		statements: [
			...live.slice(0, definitions.length),
			...declared,
			...(traces ? [statementOf(commandOf('set', '-x'))] : []),
			statementOf(commandOf(BEGIN)),
			...withKeeping(script, own),
			statementOf(commandOf(KEEP)),
			statementOf(toFile(commandOf('declare', '-p'))),
			statementOf(commandOf(END))
		]
	};
}

/** A script that another shell runs, on the terminal or not. */
export function child(script: ScriptNode, isLive: boolean): ScriptNode {
	const { statements } = withLiveOutput(script, isLive);
	return {
		...script,
		statements: [
			statementOf(commandOf('unset', LIVE_MARK)),
			...(isLive ? withKeeping(script, statements) : statements)
		]
	};
}

/** `_keep; statement`, in one statement: `set -e` looks at the last of its commands only. */
function withKeeping(script: ScriptNode, statements: readonly StatementNode[]): StatementNode[] {
	if (JSON.stringify(script).includes('PIPESTATUS')) return [...statements];
	return statements.map((statement) =>
		statement.background
			? statement
			: {
					...statement,
					pipelines: [pipelineOf(commandOf(KEEP)), ...statement.pipelines],
					operators: [';', ...statement.operators]
				}
	);
}

const toFile = (command: ReturnType<typeof commandOf>) => ({
	...command,
	redirections: [
		{ type: 'Redirection' as const, fd: null, operator: '>', target: wordOf(DECLARED) }
	]
});
