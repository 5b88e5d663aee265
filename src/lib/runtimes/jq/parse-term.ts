import { KEYWORDS, Reader } from './reader.ts';
import type { Node } from './syntax.ts';

/** A term with all that follows it: `.a[0]?`. */
export function parseTerm(reader: Reader): Node {
	let node = parseStart(reader);
	for (;;) {
		const { kind, text } = reader.token;
		if (kind === 'field') {
			reader.next();
			node = { type: 'index', of: node, key: { type: 'literal', value: text } };
		} else if (reader.is('.')) {
			reader.next();
			if (reader.token.kind === 'text')
				node = { type: 'index', of: node, key: parseText(reader, undefined) };
			else reader.fail('FORMAT or QQSTRING_START');
		} else if (reader.is('[')) node = parseSuffix(reader, node);
		else if (reader.takes('?')) node = { type: 'try', body: node, caught: undefined };
		else return node;
	}
}

function parseSuffix(reader: Reader, of: Node): Node {
	reader.expect('[');
	if (reader.takes(']')) return { type: 'each', of };
	if (reader.takes(':')) {
		const to = reader.rules.pipe(reader);
		reader.expect(']');
		return { type: 'slice', of, from: undefined, to };
	}
	const key = reader.rules.pipe(reader);
	if (!reader.takes(':')) {
		reader.expect(']');
		return { type: 'index', of, key };
	}
	const to = reader.is(']') ? undefined : reader.rules.pipe(reader);
	reader.expect(']');
	return { type: 'slice', of, from: key, to };
}

function parseStart(reader: Reader): Node {
	const { kind, text, at } = reader.token;
	if (kind === 'number') {
		reader.next();
		return { type: 'literal', value: Number(text) };
	}
	if (kind === 'text') return parseText(reader, undefined);
	if (kind === 'format') {
		reader.next();
		return reader.token.kind === 'text' ? parseText(reader, text) : { type: 'format', name: text };
	}
	if (kind === 'field') {
		reader.next();
		return { type: 'index', of: { type: 'identity' }, key: { type: 'literal', value: text } };
	}
	if (kind === 'variable') {
		reader.next();
		return { type: 'variable', name: text, at };
	}
	if (kind === 'word') return parseWord(reader);
	if (reader.takes('..')) return { type: 'recurse' };
	if (reader.takes('-')) return { type: 'negative', of: parseTerm(reader) };
	if (reader.takes('.')) {
		if (reader.token.kind === 'text')
			return { type: 'index', of: { type: 'identity' }, key: parseText(reader, undefined) };
		return { type: 'identity' };
	}
	if (reader.takes('(')) {
		const node = reader.rules.pipe(reader);
		reader.expect(')');
		return node;
	}
	if (reader.takes('[')) {
		if (reader.takes(']')) return { type: 'list', of: undefined };
		const of = reader.rules.pipe(reader);
		reader.expect(']');
		return { type: 'list', of };
	}
	return reader.takes('{') ? parseObject(reader) : reader.fail();
}

function parseWord(reader: Reader): Node {
	const { text, at } = reader.token;
	if (KEYWORDS.has(text) && !['if', 'try', 'reduce', 'foreach', 'def'].includes(text))
		reader.fail();
	reader.next();
	switch (text) {
		case 'null':
			return { type: 'literal', value: null };
		case 'true':
		case 'false':
			return { type: 'literal', value: text === 'true' };
		case 'if':
			return parseIf(reader);
		case 'try': {
			const body = parseTerm(reader);
			return { type: 'try', body, caught: reader.takes('catch') ? parseTerm(reader) : undefined };
		}
		case 'reduce':
		case 'foreach': {
			const source = parseTerm(reader);
			reader.expect('as');
			const pattern = reader.rules.pattern(reader);
			reader.expect('(');
			const init = reader.rules.pipe(reader);
			reader.expect(';');
			const update = reader.rules.pipe(reader);
			const extract =
				text === 'foreach' && reader.takes(';') ? reader.rules.pipe(reader) : undefined;
			reader.expect(')');
			return text === 'reduce'
				? { type: 'reduce', source, pattern, init, update }
				: { type: 'foreach', source, pattern, init, update, extract };
		}
		case 'break':
			if (reader.token.kind === 'variable') return { type: 'break', name: reader.next().text };
	}
	const args: Node[] = [];
	if (reader.takes('(')) {
		do args.push(reader.rules.pipe(reader));
		while (reader.takes(';'));
		reader.expect(')');
	}
	return { type: 'call', name: text, args, at };
}

function parseIf(reader: Reader): Node {
	const test = reader.rules.pipe(reader);
	reader.expect('then');
	const then = reader.rules.pipe(reader);
	if (reader.takes('elif')) return { type: 'if', test, then, otherwise: parseIf(reader) };
	// jq 1.6 asks for an else.
	reader.expect('else');
	const otherwise = reader.rules.pipe(reader);
	reader.expect('end');
	return { type: 'if', test, then, otherwise };
}

function parseObject(reader: Reader): Node {
	const entries: [Node, Node][] = [];
	while (!reader.takes('}')) {
		if (entries.length > 0) reader.expect(',');
		entries.push(parseEntry(reader));
	}
	return { type: 'object', entries };
}

function parseEntry(reader: Reader): [Node, Node] {
	const { kind, text, at } = reader.token;
	let key: Node;
	if (kind === 'variable') {
		reader.next();
		return [
			{ type: 'literal', value: text },
			{ type: 'variable', name: text, at }
		];
	}
	if (reader.takes('(')) {
		key = reader.rules.pipe(reader);
		reader.expect(')');
	} else if (kind === 'text') key = parseText(reader, undefined);
	else if (kind === 'format') {
		reader.next();
		key = reader.token.kind === 'text' ? parseText(reader, text) : { type: 'format', name: text };
	} else if (kind === 'word' || kind === 'number')
		key = { type: 'literal', value: reader.next().text };
	else return reader.fail();
	if (!reader.takes(':')) return [key, { type: 'index', of: { type: 'identity' }, key }];
	// A value is a list of alternatives without commas.
	let value = reader.rules.binary(reader, 1);
	while (reader.takes('|'))
		value = { type: 'pipe', left: value, right: reader.rules.binary(reader, 1) };
	return [key, value];
}

/** A text with programs in it. */
export function parseText(reader: Reader, format: string | undefined): Node {
	const { parts = [] } = reader.next();
	const made = parts.map((part) => {
		if (typeof part === 'string') return part;
		const inner = new Reader(reader.source.slice(part.from, part.to), reader.rules);
		const node = reader.rules.pipe(inner);
		if (inner.token.kind !== 'end') inner.fail();
		return node;
	});
	const [only] = made;
	if (made.length === 1 && typeof only === 'string') return { type: 'literal', value: only };
	return { type: 'text', parts: made, format };
}
