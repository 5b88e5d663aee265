import type { Definition, Node, Pattern } from './syntax.ts';

export interface Unknown {
	words: string;
	at: number;
}

/** Names that a program uses and nothing defines, in its order; jq finds them before it runs. */
export function unknownNames(
	node: Node,
	functions: ReadonlySet<string>,
	variables: ReadonlySet<string>
): Unknown[] {
	const found: Unknown[] = [];

	function define(
		{ name, params, body }: Definition,
		known: Set<string>,
		names: ReadonlySet<string>
	) {
		known.add(`${name}/${params.length}`);
		const inner = new Set(known);
		const innerNames = new Set(names);
		for (const param of params) {
			inner.add(`${param.replace(/^\$/, '')}/0`);
			if (param.startsWith('$')) innerNames.add(param.slice(1));
		}
		look(body, inner, innerNames);
	}

	function look(
		at: Node | undefined,
		known: ReadonlySet<string>,
		names: ReadonlySet<string>
	): void {
		if (!at) return;
		switch (at.type) {
			case 'def': {
				const inner = new Set(known);
				define(at.def, inner, names);
				return look(at.body, inner, names);
			}
			case 'call':
				if (!known.has(`${at.name}/${at.args.length}`))
					found.push({ words: `${at.name}/${at.args.length} is not defined`, at: at.at });
				return at.args.forEach((arg) => look(arg, known, names));
			case 'variable':
				if (!names.has(at.name)) found.push({ words: `$${at.name} is not defined`, at: at.at });
				return;
			case 'break':
				if (!names.has(`*${at.name}`))
					found.push({ words: `$*label-${at.name} is not defined`, at: 0 });
				return;
			case 'label':
				return look(at.body, known, new Set(names).add(`*${at.name}`));
			case 'as': {
				look(at.source, known, names);
				const inner = new Set(names);
				for (const pattern of at.patterns) for (const name of namesIn(pattern)) inner.add(name);
				return look(at.body, known, inner);
			}
			case 'reduce':
			case 'foreach': {
				look(at.source, known, names);
				look(at.init, known, names);
				const inner = new Set([...names, ...namesIn(at.pattern)]);
				look(at.update, known, inner);
				if (at.type === 'foreach') look(at.extract, known, inner);
				return;
			}
			default:
				for (const part of Object.values(at) as unknown[]) lookInto(part, known, names);
		}
	}

	function lookInto(part: unknown, known: ReadonlySet<string>, names: ReadonlySet<string>): void {
		if (Array.isArray(part)) part.forEach((one) => lookInto(one, known, names));
		else if (typeof part === 'object' && part !== null && 'type' in part)
			look(part as Node, known, names);
	}

	look(node, functions, variables);
	return found;
}

function namesIn(pattern: Pattern): string[] {
	if ('variable' in pattern) return [pattern.variable];
	if ('list' in pattern) return pattern.list.flatMap(namesIn);
	return pattern.object.flatMap(({ variable, pattern: inner }) => [
		...(variable === undefined ? [] : [variable]),
		...(inner ? namesIn(inner) : [])
	]);
}
