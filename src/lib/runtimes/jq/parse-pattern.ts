import { parseText } from './parse-term.ts';
import type { Reader } from './reader.ts';
import type { Node, Pattern } from './syntax.ts';

/** What follows `as`: `$x`, `[$a, $b]`, `{a: $x, $b}`. */
export function parsePattern(reader: Reader): Pattern {
	if (reader.takes('[')) {
		const list = [parsePattern(reader)];
		while (reader.takes(',')) list.push(parsePattern(reader));
		reader.expect(']');
		return { list };
	}
	if (!reader.takes('{')) {
		if (reader.token.kind !== 'variable') reader.fail();
		return { variable: reader.next().text };
	}
	const object: Extract<Pattern, { object: unknown }>['object'] = [];
	do {
		const { kind, text } = reader.token;
		if (kind === 'variable') {
			reader.next();
			const key: Node = { type: 'literal', value: text };
			object.push({
				variable: text,
				key,
				...(reader.takes(':') ? { pattern: parsePattern(reader) } : {})
			});
			continue;
		}
		let key: Node;
		if (reader.takes('(')) {
			key = reader.rules.pipe(reader);
			reader.expect(')');
		} else if (kind === 'text') key = parseText(reader, undefined);
		else key = { type: 'literal', value: reader.next().text };
		reader.expect(':');
		object.push({ key, pattern: parsePattern(reader) });
	} while (reader.takes(','));
	reader.expect('}');
	return { object };
}
