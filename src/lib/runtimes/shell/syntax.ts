/** The parts of just-bash's syntax tree that the shell looks at; the package does not export its types. */
export interface ScriptNode {
	type: 'Script';
	statements: StatementNode[];
}

export interface StatementNode {
	type: 'Statement';
	pipelines: PipelineNode[];
	operators: ('&&' | '||' | ';')[];
	background: boolean;
}

export interface PipelineNode {
	type: 'Pipeline';
	commands: CommandNode[];
	negated: boolean;
	/** Per `|`: whether standard error goes through it too. */
	pipeStderr?: boolean[];
}

export type CommandNode = SimpleCommandNode | FunctionDefNode | { type: 'Other' };

export interface SimpleCommandNode {
	type: 'SimpleCommand';
	assignments: unknown[];
	name: WordNode | null;
	args: WordNode[];
	redirections: RedirectionNode[];
}

export interface FunctionDefNode {
	type: 'FunctionDef';
	name: string;
	body: unknown;
	redirections: RedirectionNode[];
}

export interface RedirectionNode {
	type: 'Redirection';
	fd: number | null;
	operator: string;
	target: WordNode | { type: 'HereDoc'; terminated?: boolean };
}

export interface WordNode {
	type: 'Word';
	parts: ({ type: 'Literal'; value: string } | { type: 'Other' })[];
}

/** Any node of the tree, to walk it. */
export interface SyntaxNode {
	type: string;
	redirections?: RedirectionNode[];
}

export const isNode = (value: unknown): value is SyntaxNode =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A word without quotes or expansions; undefined = it has some. */
export function literalOf({ parts }: WordNode): string | undefined {
	const texts = parts.map((part) => (part.type === 'Literal' ? part.value : undefined));
	return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

export const wordOf = (value: string): WordNode => ({
	type: 'Word',
	parts: [{ type: 'Literal', value }]
});

export const commandOf = (name: string, ...args: string[]): SimpleCommandNode => ({
	type: 'SimpleCommand',
	assignments: [],
	name: wordOf(name),
	args: args.map(wordOf),
	redirections: []
});

export const pipelineOf = (...commands: CommandNode[]): PipelineNode => ({
	type: 'Pipeline',
	commands,
	negated: false
});

export const statementOf = (...commands: CommandNode[]): StatementNode => ({
	type: 'Statement',
	pipelines: [pipelineOf(...commands)],
	operators: [],
	background: false
});
