const INDENT = '  ';

/**
 * Lays JSON text out with two spaces a level without parsing it, so integers beyond 2^53, duplicate keys and
 * number forms stay as they were sent. Text that is not JSON comes back as it is.
 */
export function prettyJson(text: string): string {
	if (!isJson(text)) return text;

	let out = '';
	let depth = 0;
	const tokens = tokensOf(text);
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as string;
		const next = tokens[i + 1];
		if (token === '{' || token === '[') {
			const closes = next === '}' || next === ']';
			if (closes) {
				out += token + next;
				i++;
			} else {
				depth++;
				out += token + newline(depth);
			}
		} else if (token === '}' || token === ']') {
			depth--;
			out += newline(depth) + token;
		} else if (token === ',') out += ',' + newline(depth);
		else if (token === ':') out += ': ';
		else out += token;
	}
	return out;
}

/** True when the text is one JSON value. */
export function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// A question, not a failure: the caller shows the text as it is.
		return false;
	}
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/gs;

function tokensOf(text: string): string[] {
	return text.match(TOKEN) ?? [];
}

function newline(depth: number): string {
	return '\n' + INDENT.repeat(depth);
}
