import type { Json, JsonObject } from './value.ts';

/** A text that is no JSON; in jq's words, with the place. */
export class BadJson extends Error {}

type Frame = { list: Json[] } | { object: JsonObject; key?: string };

/**
 * The values of a text one after another, as jq's own parser reads them: what is wrong is found, and worded, at the
 * same character.
 * @source jv_parse.c of jq 1.6
 */
export function* readJson(text: string): Generator<{ value: Json; line: number }> {
	const stack: Frame[] = [];
	let next: Json | undefined;
	let token = '';
	let line = 1;
	let column = 0;

	const fail = (words: string): never => {
		throw new BadJson(`${words} at line ${line}, column ${column}`);
	};
	const take = (value: Json) => {
		if (next !== undefined) fail('Expected separator between values');
		next = value;
	};
	const endToken = () => {
		if (token === '') return;
		const word = token;
		token = '';
		const value = literal(word);
		if (value === undefined)
			fail(LETTERS.has(word[0] ?? '') ? 'Invalid literal' : 'Invalid numeric literal');
		else take(value);
	};
	const structure = (char: string): void => {
		const top = stack.at(-1);
		if (char === '[' || char === '{') {
			if (next !== undefined) fail('Expected separator between values');
			stack.push(char === '[' ? { list: [] } : { object: new Map() });
		} else if (char === ':') {
			if (!top || 'list' in top) return fail("':' not as part of an object");
			if (top.key !== undefined) return fail("':' should follow a key");
			if (next === undefined) return fail("Expected string key before ':'");
			if (typeof next !== 'string') return fail('Object keys must be strings');
			top.key = next;
			next = undefined;
		} else if (char === ',') {
			if (next === undefined) return fail("Expected value before ','");
			if (!top) return fail("',' not as part of an object or array");
			add(top, next);
			next = undefined;
		} else if (char === ']') {
			if (!top || !('list' in top)) return fail("Unmatched ']'");
			if (next !== undefined) top.list.push(next);
			else if (top.list.length > 0) return fail('Expected another array element');
			stack.pop();
			next = top.list;
		} else {
			if (!top || 'list' in top) return fail("Unmatched '}'");
			if (next !== undefined) add(top, next);
			else if (top.key !== undefined) return fail("Unmatched '}'");
			else if (top.object.size > 0) return fail('Expected another key-value pair');
			stack.pop();
			next = top.object;
		}
	};
	const add = (top: Frame, value: Json): void => {
		if ('list' in top) top.list.push(value);
		else if (top.key === undefined) fail('Objects must consist of key:value pairs');
		else {
			top.object.set(top.key, value);
			delete top.key;
		}
	};

	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? '';
		column += 1;
		if (char === '\n') [line, column] = [line + 1, 0];
		if (char === '"') {
			endToken();
			const begin = at + 1;
			for (at += 1; at < text.length && text[at] !== '"'; at++) {
				column += 1;
				if (text[at] === '\n') [line, column] = [line + 1, 0];
				if (text[at] === '\\') {
					at += 1;
					column += 1;
				}
			}
			if (at >= text.length) fail('Unfinished string at EOF');
			column += 1;
			take(unescaped(text.slice(begin, at)) ?? fail('Invalid escape'));
		} else if ('[{:,]}'.includes(char)) {
			endToken();
			structure(char);
		} else if (/\s/.test(char)) endToken();
		else {
			token += char;
			continue;
		}
		if (stack.length === 0 && next !== undefined) {
			const isFed = char !== '\n' && text.includes('\n', at);
			yield { value: next, line: isFed ? line : line - 1 };
			next = undefined;
		}
	}
	if (token !== '') {
		const word = token;
		token = '';
		const value = literal(word);
		if (value === undefined)
			fail(`${LETTERS.has(word[0] ?? '') ? 'Invalid literal' : 'Invalid numeric literal'} at EOF`);
		else take(value);
	}
	if (stack.length > 0) fail('Unfinished JSON term at EOF');
	if (next !== undefined) yield { value: next, line: line - 1 };
}

const LETTERS = new Set(['t', 'f', 'n']);
const WORDS = new Map<string, Json>([
	['true', true],
	['false', false],
	['null', null],
	['nan', NaN]
]);

function literal(word: string): Json | undefined {
	if (WORDS.has(word)) return WORDS.get(word);
	return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(word) ? Number(word) : undefined;
}

function unescaped(inner: string): string | undefined {
	if (!inner.includes('\\')) return inner;
	try {
		return JSON.parse(
			`"${inner.replace(/[\n\r\t]/g, (char) => JSON.stringify(char).slice(1, -1))}"`
		) as string;
	} catch {
		// The caller says it, with the place.
		return undefined;
	}
}
