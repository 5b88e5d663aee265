import type { Cursor } from '#lib/import/cursor.ts';
import { psJson } from './json.ts';
import { formatted, objectOf, plus, staticCall, textMethod } from './operations.ts';
import { readExpansion, readIndex, readString, type Lookup } from './strings.ts';
import {
	asText,
	joinTexts,
	text,
	unknownText,
	type PsObject,
	type PsText,
	type PsValue
} from './value.ts';

/** Brackets within brackets; nobody writes more, and more would exhaust the stack. */
const DEEPEST = 500;

/**
 * Expressions of PowerShell, as far as requests are written with them; a member or a method that is not known leaves
 * the expression as it stands in the script.
 * @source PowerShell language specification, 7 (expressions)
 */
export class Expressions {
	readonly #cursor: Cursor;
	readonly #lookup: Lookup;
	#depth = 0;

	constructor(cursor: Cursor, lookup: Lookup) {
		this.#cursor = cursor;
		this.#lookup = lookup;
	}

	/** @throws ImportError where no expression is */
	read(): PsValue {
		const start = this.#cursor.at;
		let value = this.#postfixed();
		for (;;) {
			this.#cursor.skip(false);
			if (this.#cursor.take(/-join\b/iy) !== undefined) {
				this.#cursor.skip(true);
				const joint = asText(this.#postfixed()).text;
				const items = value.kind === 'list' ? value.items : [value];
				value = joinTexts(items.map(asText), joint);
			} else if (this.#cursor.take(/\+/y) !== undefined) {
				this.#cursor.skip(true);
				value = plus(value, this.#postfixed());
			} else if (this.#cursor.take(/-f\b/iy) !== undefined) {
				this.#cursor.skip(true);
				value = formatted(asText(value), this.listed());
			} else if (this.#cursor.take(/\|\s*ConvertTo-Json\b[^|)\n;]*/iy) !== undefined)
				value = text(psJson(value));
			else if (this.#cursor.take(/-\w+\b/y) !== undefined) {
				this.#postfixed();
				value = unknownText(this.#cursor.source.slice(start, this.#cursor.at));
			} else return value;
		}
	}

	/** One value, or several with commas between them. */
	listed(): PsValue {
		const first = this.#postfixed();
		if (this.#cursor.take(/[^\S\n]*,\s*/y) === undefined) return first;
		const items = [first];
		do items.push(this.#postfixed());
		while (this.#cursor.take(/[^\S\n]*,\s*/y) !== undefined);
		return { kind: 'list', items };
	}

	#postfixed(): PsValue {
		if (++this.#depth > DEEPEST) this.#cursor.fail(')');
		try {
			return this.#postfixedAtom();
		} finally {
			this.#depth--;
		}
	}

	#postfixedAtom(): PsValue {
		const start = this.#cursor.at;
		let value = this.#atom();
		for (;;) {
			const member = this.#cursor.match(/\.(\w+)/y)?.[1];
			if (member !== undefined) {
				const given = this.#cursor.char === '(' ? this.#arguments() : undefined;
				value = this.#member(value, member, given, start);
			} else if (this.#cursor.char === '[') {
				value = this.#item(value) ?? unknownText(this.#cursor.source.slice(start, this.#cursor.at));
			} else return value;
		}
	}

	#item(value: PsValue): PsValue | undefined {
		const key = readIndex(this.#cursor);
		if (value.kind !== 'table' || key === undefined) return undefined;
		return value.entries.findLast(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
	}

	#member(value: PsValue, name: string, given: PsValue[] | undefined, start: number): PsValue {
		if (value.kind === 'object') {
			if (given === undefined)
				return value.members.get(name.toLowerCase()) ?? objectOf(value, name);
			value.calls.push({ method: name.toLowerCase(), given });
			return value;
		}
		const [key, inner] = given ?? [];
		if (value.kind === 'table' && /^add$/i.test(name) && key && inner) {
			value.entries.push([asText(key).text, inner]);
			return value;
		}
		const known = given && textMethod(value, name, given);
		if (known) return known;
		return unknownText(this.#cursor.source.slice(start, this.#cursor.at));
	}

	#arguments(): PsValue[] {
		const cursor = this.#cursor;
		cursor.need(/\(/y, '(');
		const values: PsValue[] = [];
		for (cursor.skip(true); cursor.take(/\)/y) === undefined; cursor.skip(true)) {
			values.push(this.read());
			cursor.skip(true);
			cursor.take(/,/y);
			if (cursor.isAtEnd) cursor.fail(')');
		}
		return values;
	}

	#atom(): PsValue {
		const cursor = this.#cursor;
		const string = readString(cursor, this.#lookup);
		if (string) return string;
		const constant = cursor.match(/\$(true|false|null)\b/iy)?.[1]?.toLowerCase();
		if (constant !== undefined)
			return { kind: 'constant', value: constant === 'null' ? null : constant === 'true' };
		const variable = cursor.match(/\$(?:\{([^}]+)\}|((?:env:)?\w+))/iy);
		if (variable) {
			const name = variable[1] ?? variable[2] ?? '';
			return this.#lookup(name.toLowerCase()) ?? unknownText(variable[0]);
		}
		if (cursor.take(/(?:\[ordered\]\s*)?@\{/iy) !== undefined) return this.#table();
		if (cursor.take(/@\(/y) !== undefined) return this.#list();
		if (cursor.take(/\[pscustomobject\]\s*(?=@\{)/iy) !== undefined) return this.#atom();
		const number = cursor.take(/-?\d+(?:\.\d+)?\b/y);
		if (number !== undefined) return { kind: 'number', text: number };
		const type = cursor.match(/\[([\w.]+(?:\[\])?)\]/y)?.[1];
		if (type !== undefined) return this.#typed(type);
		if (cursor.char === '(') return this.#parenthesised();
		const expansion = readExpansion(cursor, this.#lookup);
		if (expansion) return expansion;
		return cursor.fail('…');
	}

	#parenthesised(): PsValue {
		const cursor = this.#cursor;
		const start = cursor.at;
		cursor.need(/\(/y, '(');
		cursor.skip(true);
		if (cursor.take(/New-Object\s+(?:-TypeName\s+)?/iy) !== undefined) {
			const made = this.newObject();
			cursor.skip(true);
			cursor.need(/\)/y, ')');
			return made;
		}
		if (/^[A-Za-z][\w-]*\b/.test(this.#rest(40))) return this.#skipped(start);
		const value = this.read();
		cursor.skip(true);
		if (cursor.take(/\)/y) === undefined) return this.#skipped(start);
		return value;
	}

	/** What follows `New-Object`. */
	newObject(): PsObject {
		const cursor = this.#cursor;
		const type = cursor.take(/["']?[\w.[\]]+["']?/y) ?? '';
		cursor.skip(false);
		cursor.take(/-ArgumentList\s+/iy);
		const given = cursor.char === '(' ? this.#arguments() : [];
		return { kind: 'object', type, given, members: new Map(), calls: [] };
	}

	// A command whose answer nobody knows.
	#skipped(start: number): PsText {
		const cursor = this.#cursor;
		cursor.at = start;
		let depth = 0;
		do {
			if (readString(cursor, this.#lookup)) continue;
			if (cursor.char === '(') depth++;
			if (cursor.char === ')') depth--;
			cursor.at++;
		} while (depth > 0 && !cursor.isAtEnd);
		return unknownText(cursor.source.slice(start, cursor.at));
	}

	#typed(type: string): PsValue {
		const cursor = this.#cursor;
		const start = cursor.at;
		const member = cursor.match(/::([\w.:]+)/y)?.[1];
		if (member === undefined) {
			const value = this.#postfixed();
			if (/^char$/i.test(type) && value.kind === 'number')
				return text(String.fromCharCode(Number(value.text)));
			return value;
		}
		const given = cursor.char === '(' ? this.#arguments() : [];
		const known = staticCall(member, given);
		if (known) return known;
		return unknownText(`[${type}]${cursor.source.slice(start, cursor.at)}`);
	}

	#table(): PsValue {
		const cursor = this.#cursor;
		const entries: [string, PsValue][] = [];
		for (cursor.skip(true); cursor.take(/\}/y) === undefined; cursor.skip(true)) {
			const bare = cursor.take(/[\w-]+(?=\s*=)/y);
			const key = bare ?? asText(this.#atom()).text;
			cursor.skip(false);
			cursor.need(/=/y, '=');
			cursor.skip(true);
			const first = this.read();
			entries.push([key, this.#restOfList(first)]);
			cursor.skip(false);
			cursor.take(/;/y);
			if (cursor.isAtEnd) cursor.fail('}');
		}
		return { kind: 'table', entries };
	}

	#list(): PsValue {
		const cursor = this.#cursor;
		const items: PsValue[] = [];
		for (cursor.skip(true); cursor.take(/\)/y) === undefined; cursor.skip(true)) {
			items.push(this.read());
			cursor.skip(true);
			cursor.take(/[,;]/y);
			if (cursor.isAtEnd) cursor.fail(')');
		}
		return { kind: 'list', items };
	}

	#restOfList(first: PsValue): PsValue {
		const items = [first];
		while (this.#cursor.take(/[^\S\n]*,\s*/y) !== undefined) items.push(this.read());
		return items.length > 1 ? { kind: 'list', items } : first;
	}

	#rest(length: number): string {
		return this.#cursor.source.slice(this.#cursor.at, this.#cursor.at + length);
	}
}
