/** JSON as it was written: the order and the repetition of keys and every digit of a number survive. */
export type JsonTree =
	| { kind: 'object'; entries: readonly (readonly [key: string, value: JsonTree])[] }
	| { kind: 'array'; items: readonly JsonTree[] }
	| { kind: 'string'; text: string }
	| { kind: 'number'; digits: string }
	| { kind: 'word'; word: 'true' | 'false' | 'null' };

/** The tree of a JSON text; undefined when it is none, or is nested deeper than any program here can follow. */
export function jsonTree(text: string): JsonTree | undefined {
	try {
		JSON.parse(text);
	} catch {
		// A question, not a failure: the caller has another way to write the text.
		return undefined;
	}
	const tokens = text.match(TOKEN) ?? [];
	return deepest(tokens) > DEEPEST ? undefined : treeAt(tokens, { at: 0 });
}

/** True when an object in it has the same key twice: no Python dict holds that. */
export function repeatsKey(tree: JsonTree): boolean {
	if (tree.kind === 'array') return tree.items.some(repeatsKey);
	if (tree.kind !== 'object') return false;
	const keys = new Set(tree.entries.map(([key]) => key));
	return keys.size < tree.entries.length || tree.entries.some(([, value]) => repeatsKey(value));
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s{}[\]:,"]+/g;
// CPython refuses source nested deeper than about 100 or 200, by version.
const DEEPEST = 40;

function deepest(tokens: readonly string[]): number {
	let depth = 0;
	return tokens.reduce((most, token) => {
		if (token === '{' || token === '[') depth++;
		if (token === '}' || token === ']') depth--;
		return Math.max(most, depth);
	}, 0);
}

// The text is known to be JSON, so commas and colons say nothing that the other tokens do not.
function treeAt(tokens: readonly string[], cursor: { at: number }): JsonTree {
	const token = tokens[cursor.at++] ?? '';
	if (token === '[') {
		const items: JsonTree[] = [];
		while (tokens[cursor.at] !== ']') items.push(treeAt(tokens, cursor));
		cursor.at++;
		return { kind: 'array', items };
	}
	if (token === '{') {
		const entries: (readonly [string, JsonTree])[] = [];
		while (tokens[cursor.at] !== '}') {
			const key = JSON.parse(tokens[cursor.at++] ?? '""') as string;
			entries.push([key, treeAt(tokens, cursor)]);
		}
		cursor.at++;
		return { kind: 'object', entries };
	}
	if (token.startsWith('"')) return { kind: 'string', text: JSON.parse(token) as string };
	if (/^[-\d]/.test(token)) return { kind: 'number', digits: token };
	return { kind: 'word', word: token as 'true' | 'false' | 'null' };
}
