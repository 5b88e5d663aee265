import { parsePattern } from './parse-pattern.ts';
import { parseTerm } from './parse-term.ts';
import { Reader, type Rules } from './reader.ts';
import type { Definition, Node } from './syntax.ts';

/** @throws BadProgram */
export function parseProgram(source: string): Node {
	const reader = new Reader(source, RULES);
	const node =
		reader.token.kind === 'end' ? ({ type: 'identity' } as const) : parsePipe(reader, true);
	if (reader.token.kind !== 'end') reader.fail('$end');
	return node;
}

/** Definitions alone. */
export function parseDefinitions(source: string): Definition[] {
	const reader = new Reader(source, RULES);
	const found: Definition[] = [];
	while (reader.is('def')) found.push(parseDefinition(reader));
	return found;
}

function parsePipe(reader: Reader, isTop = false): Node {
	if (reader.is('def')) {
		const def = parseDefinition(reader);
		const isLast = isTop && reader.token.kind === 'end';
		return { type: 'def', def, body: isLast ? { type: 'identity' } : parsePipe(reader, isTop) };
	}
	if (reader.takes('label')) {
		const { text } = reader.next();
		reader.expect('|');
		return { type: 'label', name: text, body: parsePipe(reader) };
	}
	const left = parseBinary(reader, 0);
	if (reader.takes('as')) {
		const patterns = [parsePattern(reader)];
		while (reader.takes('?//')) patterns.push(parsePattern(reader));
		reader.expect('|');
		return { type: 'as', source: left, patterns, body: parsePipe(reader) };
	}
	return reader.takes('|') ? { type: 'pipe', left, right: parsePipe(reader) } : left;
}

function parseDefinition(reader: Reader): Definition {
	reader.expect('def');
	const { text: name } = reader.next();
	const params: string[] = [];
	if (reader.takes('(')) {
		do {
			const { kind, text } = reader.next();
			params.push(kind === 'variable' ? `$${text}` : text);
		} while (reader.takes(';'));
		reader.expect(')');
	}
	reader.expect(':');
	const body = parsePipe(reader);
	reader.expect(';');
	return { name, params, body };
}

const LEVELS: { operators: readonly string[]; side: 'left' | 'right' | 'none' }[] = [
	{ operators: [','], side: 'left' },
	{ operators: ['//'], side: 'right' },
	{ operators: ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], side: 'none' },
	{ operators: ['or'], side: 'left' },
	{ operators: ['and'], side: 'left' },
	{ operators: ['==', '!=', '<', '<=', '>', '>='], side: 'none' },
	{ operators: ['+', '-'], side: 'left' },
	{ operators: ['*', '/', '%'], side: 'left' }
];

function parseBinary(reader: Reader, level: number): Node {
	const rules = LEVELS[level];
	if (!rules) return parseTerm(reader);
	let left = parseBinary(reader, level + 1);
	for (;;) {
		const operator = rules.operators.find((one) => reader.is(one));
		if (operator === undefined) return left;
		reader.next();
		const right = parseBinary(reader, rules.side === 'right' ? level : level + 1);
		left = combined(operator, left, right);
		if (rules.side === 'none' && rules.operators.some((one) => reader.is(one))) reader.fail();
	}
}

function combined(operator: string, left: Node, right: Node): Node {
	if (operator === ',') return { type: 'comma', left, right };
	if (operator === '//') return { type: 'alternative', left, right };
	if (operator === 'and' || operator === 'or') return { type: operator, left, right };
	const type = /^(.*[^=!<>])?=$/.test(operator) && operator !== '==' ? 'assign' : 'binary';
	return { type, operator, left, right };
}

const RULES: Rules = { pipe: parsePipe, binary: parseBinary, pattern: parsePattern };
