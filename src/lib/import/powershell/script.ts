import { ImportError } from '#lib/import/import-error.ts';
import type { ImportWarning } from '#lib/import/imported.ts';
import { Cursor } from '#lib/import/cursor.ts';
import { Arguments } from './arguments.ts';
import { Expressions } from './expression.ts';
import { readIndex } from './strings.ts';
import { asText, type PsCommand, type PsObject, type PsValue } from './value.ts';

/** The commands of a script and what could not be read in it. */
export interface PsScript {
	commands: PsCommand[];
	warnings: ImportWarning[];
}

/**
 * The commands that a PowerShell script runs, from top to bottom; blocks are read as if they ran once.
 * @throws ImportError for a string or a bracket that is never closed
 */
export function readPowershell(source: string): PsScript {
	return new Reader(source.replaceAll('\r\n', '\n')).script();
}

const SENDS = /curl|Invoke-|\b(iwr|irm)\b/i;

const CONSTANTS = new Map<string, PsValue>([
	['true', { kind: 'constant', value: true }],
	['false', { kind: 'constant', value: false }],
	['null', { kind: 'constant', value: null }]
]);

class Reader {
	readonly #cursor: Cursor;
	readonly #expressions: Expressions;
	readonly #arguments: Arguments;
	readonly #variables = new Map<string, PsValue>(CONSTANTS);
	readonly #commands: PsCommand[] = [];
	readonly #warnings: ImportWarning[] = [];

	constructor(source: string) {
		this.#cursor = new Cursor(source, 'powershell-syntax');
		const lookup = (name: string) => this.#variables.get(name);
		this.#expressions = new Expressions(this.#cursor, lookup);
		this.#arguments = new Arguments(this.#cursor, lookup, this.#expressions);
	}

	script(): PsScript {
		const cursor = this.#cursor;
		for (cursor.skip(true); !cursor.isAtEnd; cursor.skip(true)) {
			if (cursor.take(/[;{}]+|(?:PS\s?)?[A-Z]?:?[\w\\]*>+[^\S\n]+/y) !== undefined) continue;
			this.#careful();
		}
		return { commands: this.#commands, warnings: this.#warnings };
	}

	// Code that says nothing of a request may be written in any way; it is named and left out.
	#careful(): void {
		const cursor = this.#cursor;
		const start = cursor.at;
		try {
			this.#statement();
		} catch (error) {
			cursor.at = start;
			const line = cursor.skipLine();
			const isOther = error instanceof ImportError && !/^["')}]$/.test(error.values.what ?? '');
			if (!isOther || SENDS.test(line)) throw error;
			this.#warnings.push({ id: 'code-left-out', values: { text: line } });
		}
	}

	#statement(): void {
		const cursor = this.#cursor;
		// A condition says nothing of what is sent.
		if (cursor.take(/(?:if|elseif|while|foreach|switch|catch|param)\s*\(/iy) !== undefined) {
			let depth = 1;
			for (; depth > 0 && !cursor.isAtEnd; cursor.at++)
				depth += cursor.char === '(' ? 1 : cursor.char === ')' ? -1 : 0;
			return;
		}
		if (cursor.take(/(?:try|else|finally|do|begin|process|end|catch)\s*(?=\{)/iy) !== undefined)
			return;
		const assigned = cursor.match(/\$((?:env:)?\w+)((?:\.\w+)*)[^\S\n]*(\+?=)\s*/iy);
		if (assigned) {
			const [, name = '', members = '', sign] = assigned;
			return this.#assign(name.toLowerCase(), members, sign === '+=', this.#assignable());
		}
		const isIndexed = /\$(\w+)(?=\[)/y;
		isIndexed.lastIndex = cursor.at;
		const indexed = isIndexed.exec(cursor.source);
		if (indexed && this.#assignItem(indexed)) return;
		if (/[$@('"[]/.test(cursor.char)) return this.#valueOrPipe();
		this.#pipeline();
	}

	// `$headers['X-A'] = 'b'`
	#assignItem([all, name = '']: RegExpExecArray): boolean {
		const cursor = this.#cursor;
		const start = cursor.at;
		cursor.at += all.length;
		const key = readIndex(cursor);
		const table = this.#variables.get(name.toLowerCase());
		if (key === undefined || cursor.take(/[^\S\n]*=(?!=)\s*/y) === undefined) {
			cursor.at = start;
			return false;
		}
		const value = this.#expressions.read();
		if (table?.kind === 'table') table.entries.push([key, value]);
		return true;
	}

	#assignable(): PsValue | undefined {
		const cursor = this.#cursor;
		if (cursor.take(/New-Object\s+(?:-TypeName\s+)?/iy) !== undefined)
			return this.#expressions.newObject();
		if (/[A-Za-z&]/.test(cursor.char)) {
			this.#pipeline();
			return undefined;
		}
		return this.#expressions.read();
	}

	#assign(name: string, members: string, isMore: boolean, value: PsValue | undefined): void {
		const [last, ...path] = members.split('.').filter(Boolean).reverse();
		if (value === undefined) return void this.#variables.delete(name);
		const before = this.#variables.get(name);
		if (last === undefined) {
			const isTable = isMore && before?.kind === 'table' && value.kind === 'table';
			const whole: PsValue = isTable
				? { kind: 'table', entries: [...before.entries, ...value.entries] }
				: value;
			return void this.#variables.set(name, whole);
		}
		if (before?.kind === 'table' && path.length === 0)
			this.#variables.set(name, { kind: 'table', entries: [...before.entries, [last, value]] });
		if (before?.kind === 'object') before.members.set(last.toLowerCase(), value);
	}

	#valueOrPipe(): void {
		const cursor = this.#cursor;
		const value = this.#expressions.read();
		cursor.skip(false);
		if (cursor.take(/=[^=]/y) !== undefined) {
			// A property of something: `$OutputEncoding.x = …`, `$headers['a'] = 'b'`.
			cursor.skip(false);
			cursor.at--;
			this.#expressions.read();
			return;
		}
		if (cursor.take(/\|\s*/y) !== undefined) this.#pipeline(value);
		else if (!/[\n;})]|^$/.test(cursor.char)) cursor.skipLine();
	}

	#pipeline(input?: PsValue): void {
		const cursor = this.#cursor;
		const offset = cursor.at;
		cursor.take(/&\s*/y);
		const name = asText(this.#arguments.read().value).text;
		const command: PsCommand = {
			name,
			given: [],
			isPiped: false,
			offset,
			...(input === undefined ? {} : { input })
		};
		const given = [];
		for (;;) {
			cursor.skip(false);
			if (cursor.isAtEnd || /[\n;|)}{]/.test(cursor.char)) break;
			if (cursor.take(/\d?>{1,2}&?\s*\S+/y) !== undefined) {
				command.isPiped = true;
				continue;
			}
			given.push(this.#arguments.read());
		}
		const isPipe = cursor.take(/\|\s*/y) !== undefined;
		this.#commands.push({ ...command, given, isPiped: command.isPiped || isPipe });
		if (isPipe) this.#pipeline();
		else if (cursor.take(/\)/y) !== undefined) cursor.skipLine();
	}
}

/** The cookies that were put into a session. */
export function cookiesOf(session: PsObject): string {
	const jar = session.members.get('cookies');
	if (jar?.kind !== 'object') return '';
	const added = jar.calls.filter(({ method }) => method === 'add').flatMap(({ given }) => given);
	return added
		.filter((one) => one.kind === 'object')
		.map(({ given: [name, value] }) =>
			[name, value].map((part) => (part ? asText(part).text : '')).join('=')
		)
		.join('; ');
}
