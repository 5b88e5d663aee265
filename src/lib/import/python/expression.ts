import { Cursor } from '#lib/import/cursor.ts';
import { environmentText, isText, knownCall, knownMethod } from './known-calls.ts';
import { pyNumber } from './number.ts';
import { readPyString } from './strings.ts';
import {
	asPyText,
	itemOf,
	joinPy,
	pyUnknown,
	type PyArguments,
	type PyText,
	type PyValue
} from './value.ts';

/** What a program has given names to. */
export type Names = ReadonlyMap<string, PyValue>;

/** Brackets within brackets; nobody writes more, and more would exhaust the stack. */
const DEEPEST = 500;

/**
 * Expressions of Python, as far as requests are written with them: literals, names that hold literals, texts put
 * together, `json.dumps`, and the environment. Everything else stands for itself.
 */
export class PyExpressions {
	readonly #cursor: Cursor;
	readonly #names: Names;
	#depth = 0;

	constructor(cursor: Cursor, names: Names) {
		this.#cursor = cursor;
		this.#names = names;
	}

	/** @throws ImportError where no expression is */
	read(): PyValue {
		this.skip();
		const start = this.#cursor.at;
		let value = this.#term();
		for (;;) {
			this.#skipInline();
			const operator = this.#cursor.take(
				/\+(?!=)|\||%(?!=)|\*\*?|-(?!=)|\/\/?|<<|>>|\bor\b|\bif\b/y
			);
			if (operator === undefined) return value;
			this.skip();
			const other = this.#term();
			if (operator === '+' && isText(value) && isText(other)) value = joinPy([value, other]);
			else if (operator === '|' && value.kind === 'dict' && other.kind === 'dict')
				value = { kind: 'dict', entries: [...value.entries, ...other.entries] };
			else {
				if (operator === 'if') this.#cursor.take(/\s*else\b\s*/y);
				value = pyUnknown(this.#cursor.source.slice(start, this.#cursor.at));
			}
		}
	}

	/** The arguments of a call, from behind its opening bracket. */
	arguments(): PyArguments {
		const cursor = this.#cursor;
		const plain: PyValue[] = [];
		const named = new Map<string, PyValue>();
		for (this.skip(); cursor.take(/\)/y) === undefined; this.skip()) {
			if (cursor.isAtEnd) cursor.fail(')');
			const name = cursor.match(/([A-Za-z_]\w*)\s*=(?!=)/y)?.[1];
			const isSpread = cursor.take(/\*\*/y) !== undefined;
			const value = this.read();
			if (name !== undefined) named.set(name, value);
			else if (isSpread && value.kind === 'dict')
				for (const [key, inner] of value.entries) named.set(asPyText(key).text, inner);
			else plain.push(value);
			this.skip();
			if (cursor.take(/,/y) === undefined && cursor.char !== ')') cursor.fail(')');
		}
		return { plain, named };
	}

	/** Blanks, line ends and comments, as within brackets. */
	skip(): void {
		this.#cursor.take(/(?:\s|#[^\n]*|\\\n)+/y);
	}

	#skipInline(): void {
		// Within brackets an expression may go on in the next line.
		const ahead = /(?:\s|#[^\n]*|\\\n)*/y;
		ahead.lastIndex = this.#cursor.at;
		const length = ahead.exec(this.#cursor.source)?.[0].length ?? 0;
		const next = this.#cursor.source[this.#cursor.at + length] ?? '';
		const blanks = /[^\S\n]*/y;
		blanks.lastIndex = this.#cursor.at;
		const onLine = blanks.exec(this.#cursor.source)?.[0].length ?? 0;
		this.#cursor.at += '+|%'.includes(next) && next !== '' ? length : onLine;
	}

	#term(): PyValue {
		if (++this.#depth > DEEPEST) this.#cursor.fail(')');
		try {
			return this.#postfixed();
		} finally {
			this.#depth--;
		}
	}

	#postfixed(): PyValue {
		const cursor = this.#cursor;
		const start = cursor.at;
		let value = this.#atom();
		for (;;) {
			const member = cursor.match(/\s*\.\s*([A-Za-z_]\w*)/y)?.[1];
			if (member !== undefined) {
				const isCall = cursor.take(/\(/y) !== undefined;
				const given = isCall ? this.arguments() : undefined;
				value = this.#member(value, member, given, start);
			} else if (cursor.char === '[') {
				cursor.at++;
				const key = asPyText(this.read()).text;
				this.skip();
				cursor.take(/[^\]]*\]/y);
				const isEnvironment = value.kind === 'call' && /(^|\.)environ$/.test(value.name);
				value = isEnvironment
					? environmentText(key)
					: (itemOf(value, key) ?? pyUnknown(cursor.source.slice(start, cursor.at)));
			} else if (cursor.char === '(' && value.kind === 'call' && value.source === value.name) {
				cursor.at++;
				value = this.#called(value.name, this.arguments(), start);
			} else return value;
		}
	}

	#atom(): PyValue {
		const cursor = this.#cursor;
		const first = this.#string();
		if (first) {
			const parts = [first];
			for (;;) {
				const before = cursor.at;
				this.skip();
				const next = this.#string();
				if (next) parts.push(next);
				else {
					cursor.at = before;
					return joinPy(parts);
				}
			}
		}
		const number = cursor.match(
			/([-+]?)(0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?)/y
		);
		if (number) {
			const digits = pyNumber(number[2] ?? '0');
			const isNegative = number[1] === '-' && digits !== '0';
			return { kind: 'number', digits: (isNegative ? '-' : '') + digits };
		}
		if (cursor.take(/\{/y) !== undefined) return this.#dict();
		if (cursor.take(/\[/y) !== undefined) return { kind: 'list', items: this.#items(/\]/y, ']') };
		if (cursor.take(/\(/y) !== undefined) return this.#tuple();
		const name = cursor.take(/(?:await\s+|not\s+|lambda\b)?[A-Za-z_]\w*/y);
		if (name === undefined) return cursor.fail('…');
		if (name === 'None') return { kind: 'constant', value: null };
		if (name === 'True' || name === 'False') return { kind: 'constant', value: name === 'True' };
		const known = this.#names.get(name);
		return known ?? { kind: 'call', name, given: { plain: [], named: new Map() }, source: name };
	}

	#string(): PyText | undefined {
		return readPyString(this.#cursor, (source) => {
			const [, plain = '', conversion] = /^([^!:]*)(?:[!:].*)?$/s.exec(source) ?? [];
			if (conversion !== undefined) return undefined;
			const cursor = new Cursor(plain.trim(), 'python-syntax');
			const value = new PyExpressions(cursor, this.#names).read();
			if (!cursor.isAtEnd) return undefined;
			if (value.kind === 'call' || value.kind === 'list' || value.kind === 'dict') return undefined;
			return asPyText(value);
		});
	}

	#member(value: PyValue, name: string, given: PyArguments | undefined, start: number): PyValue {
		const source = this.#cursor.source.slice(start, this.#cursor.at);
		if (isText(value) && given !== undefined) {
			const known = knownMethod(value, name, given);
			if (known) return known;
		}
		if (value.kind === 'call' && value.source === value.name) {
			const path = `${value.name}.${name}`;
			return given === undefined
				? { ...value, name: path, source: path }
				: this.#called(path, given, start);
		}
		return given ? { kind: 'call', name, given, source } : pyUnknown(source);
	}

	#called(name: string, given: PyArguments, start: number): PyValue {
		const source = this.#cursor.source.slice(start, this.#cursor.at);
		return knownCall(name, given) ?? { kind: 'call', name, given, source };
	}

	#dict(): PyValue {
		const cursor = this.#cursor;
		const entries: (readonly [PyValue, PyValue])[] = [];
		for (this.skip(); cursor.take(/\}/y) === undefined; this.skip()) {
			if (cursor.isAtEnd) cursor.fail('}');
			if (cursor.take(/\*\*/y) !== undefined) {
				const spread = this.read();
				if (spread.kind === 'dict') entries.push(...spread.entries);
			} else {
				const key = this.read();
				this.skip();
				cursor.need(/:/y, ':');
				entries.push([key, this.read()]);
			}
			this.skip();
			if (cursor.take(/,/y) === undefined && cursor.char !== '}') cursor.fail('}');
		}
		return { kind: 'dict', entries };
	}

	#tuple(): PyValue {
		this.skip();
		if (this.#cursor.take(/\)/y) !== undefined) return { kind: 'list', items: [] };
		const first = this.read();
		this.skip();
		if (this.#cursor.take(/\)/y) !== undefined) return first;
		this.#cursor.need(/,/y, ')');
		return { kind: 'list', items: [first, ...this.#items(/\)/y, ')')] };
	}

	#items(end: RegExp, mark: string): PyValue[] {
		const cursor = this.#cursor;
		const items: PyValue[] = [];
		for (this.skip(); cursor.take(end) === undefined; this.skip()) {
			if (cursor.isAtEnd) cursor.fail(mark);
			items.push(this.read());
			this.skip();
			if (cursor.take(/,/y) === undefined && cursor.char !== mark) cursor.fail(mark);
		}
		return items;
	}
}
