import { commandOf, literalOf, statementOf, wordOf } from './syntax.ts';
import type { SimpleCommandNode, WordNode } from './syntax.ts';

type Part = WordNode['parts'][number];

/** `declare -A m=([k]="v w")` as two commands: just-bash loses the quotes in one. */
export function inTwoSteps(command: SimpleCommandNode): unknown {
	const name = command.name ? literalOf(command.name) : undefined;
	if (!['declare', 'local', 'typeset', 'readonly'].includes(name ?? '')) return command;
	const at = command.args.findIndex(isKeyed);
	const word = command.args[at];
	if (!word) return command;
	const [first, ...rest] = word.parts;
	const [, variable = '', start = ''] =
		/^(\w+)=\(\s*(.*)$/s.exec(first?.type === 'Literal' ? first.value : '') ?? [];
	const array = elements([{ type: 'Literal', value: start }, ...rest]);
	const assigned = {
		...commandOf(''),
		name: null,
		assignments: [{ type: 'Assignment', name: variable, value: null, append: false, array }]
	};
	const declared = { ...command, args: command.args.with(at, wordOf(variable)) };
	return { type: 'Group', body: [statementOf(declared), statementOf(assigned)], redirections: [] };
}

const isKeyed = ({ parts: [first, second] }: WordNode) =>
	first?.type === 'Literal' &&
	/^\w+=\(\s*$/.test(first.value) &&
	(second as { type?: string })?.type === 'Glob';

/** The words of a list, whose white space just-bash has left in the text between. */
function elements(parts: readonly Part[]): WordNode[] {
	const words: Part[][] = [[]];
	parts.forEach((part, at) => {
		if (part.type !== 'Literal') return void words.at(-1)?.push(part);
		const text = at === parts.length - 1 ? part.value.replace(/\)$/, '') : part.value;
		text.split(/\s+/).forEach((value, number) => {
			if (number > 0) words.push([]);
			if (value !== '') words.at(-1)?.push({ type: 'Literal', value });
		});
	});
	return words.filter((word) => word.length > 0).map((word) => ({ type: 'Word', parts: word }));
}
