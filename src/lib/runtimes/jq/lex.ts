export interface Token {
	kind: 'word' | 'field' | 'variable' | 'format' | 'number' | 'text' | 'sign' | 'end';
	text: string;
	at: number;
	/** Of a text: pieces of it, and programs between. */
	parts?: (string | { from: number; to: number })[];
}

/** A program that is none, with the offset where that shows. */
export class BadProgram extends Error {
	readonly at: number;
	constructor(words: string, at: number) {
		super(words);
		this.at = at;
	}
}

const SIGNS =
	/^(\?\/\/=?|\/\/=|\|=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[.[\]{}()|,:;=<>+\-*/%$?])/;

export function tokensOf(source: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	const push = (kind: Token['kind'], text: string, length: number, more: Partial<Token> = {}) => {
		tokens.push({ kind, text, at, ...more });
		at += length;
	};
	while (at < source.length) {
		const rest = source.slice(at);
		const [space] = /^(\s+|#[^\n]*)/.exec(rest) ?? [];
		if (space !== undefined) {
			at += space.length;
			continue;
		}
		const [number] = /^(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/.exec(rest) ?? [];
		const [field] = /^\.[A-Za-z_]\w*/.exec(rest) ?? [];
		const [variable] = /^\$(__loc__|[A-Za-z_]\w*(::[A-Za-z_]\w*)*)/.exec(rest) ?? [];
		const [format] = /^@[a-zA-Z0-9_]+/.exec(rest) ?? [];
		const [word] = /^[A-Za-z_]\w*(::[A-Za-z_]\w*)*/.exec(rest) ?? [];
		if (rest.startsWith('"')) {
			const { parts, length } = textParts(source, at);
			push('text', '', length, { parts });
		} else if (number !== undefined) push('number', number, number.length);
		else if (field !== undefined) push('field', field.slice(1), field.length);
		else if (variable !== undefined) push('variable', variable.slice(1), variable.length);
		else if (format !== undefined) push('format', format, format.length);
		else if (word !== undefined) push('word', word, word.length);
		else {
			const [sign] = SIGNS.exec(rest) ?? [];
			if (sign === undefined)
				throw new BadProgram(unexpected('INVALID_CHARACTER', at === 0 ? '$end' : ''), at);
			push('sign', sign, sign.length);
		}
	}
	tokens.push({ kind: 'end', text: '', at: source.length });
	return tokens;
}

export const unexpected = (what: string, expected = ''): string =>
	`syntax error, unexpected ${what}${expected === '' ? '' : `, expecting ${expected}`} (Unix shell quoting issues?)`;

const ESCAPES: Readonly<Record<string, string>> = {
	n: '\n',
	t: '\t',
	r: '\r',
	b: '\b',
	f: '\f',
	'"': '"',
	'\\': '\\',
	'/': '/'
};

function textParts(source: string, start: number) {
	const parts: (string | { from: number; to: number })[] = [];
	let text = '';
	let at = start + 1;
	for (; source[at] !== '"'; at++) {
		const char = source[at];
		if (char === undefined)
			throw new BadProgram(
				unexpected('$end', 'QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END'),
				start + 1
			);
		if (char !== '\\') {
			text += char;
			continue;
		}
		at += 1;
		const next = source[at] ?? '';
		if (next === '(') {
			const to = closing(source, at);
			parts.push(text, { from: at + 1, to });
			text = '';
			at = to;
		} else if (next === 'u') {
			text += String.fromCharCode(parseInt(source.slice(at + 1, at + 5), 16));
			at += 4;
		} else text += ESCAPES[next] ?? next;
	}
	parts.push(text);
	return { parts, length: at + 1 - start };
}

/** The offset of the parenthesis that closes the one at `open`. */
function closing(source: string, open: number): number {
	let depth = 0;
	for (let at = open; at < source.length; at++) {
		if (source[at] === '"') at += textParts(source, at).length - 1;
		else if (source[at] === '(') depth += 1;
		else if (source[at] === ')' && --depth === 0) return at;
	}
	throw new BadProgram(unexpected('$end'), source.length);
}
