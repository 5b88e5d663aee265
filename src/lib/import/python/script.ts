import { Cursor } from '#lib/import/cursor.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportWarning } from '#lib/import/imported.ts';
import { PyExpressions } from './expression.ts';
import { readPyString } from './strings.ts';
import { pyText, type PyArguments, type PyValue } from './value.ts';

/** A call that sends a request. */
export interface PyCall {
	library: 'requests' | 'httpx';
	/** `post`, or `request`, whose first argument is the method. */
	method: string;
	given: PyArguments;
	/** What was set on the session that is asked: `headers`, `auth`, `params`, `base_url`. */
	session: ReadonlyMap<string, PyValue>;
}

export interface PyScript {
	calls: PyCall[];
	warnings: ImportWarning[];
}

/**
 * The requests that a program sends, read from top to bottom as if every line ran once.
 * @throws ImportError for a string or a bracket that is never closed
 */
export function readPython(source: string): PyScript {
	return new Reader(source.replaceAll('\r\n', '\n')).script();
}

type Session = { library: 'requests' | 'httpx'; members: Map<string, PyValue> };

const METHOD = '(get|post|put|patch|delete|head|options|request)';
const CALL = new RegExp(`([A-Za-z_]\\w*)\\.${METHOD}\\s*\\(`, 'y');
const ASSIGNED = /(?<=(?:^|\n)[^\S\n]*)([A-Za-z_]\w*)((?:\.\w+)*)(\[)?/y;

class Reader {
	readonly #cursor: Cursor;
	readonly #names = new Map<string, PyValue>();
	readonly #sessions = new Map<string, Session>();
	readonly #expressions: PyExpressions;
	readonly #script: PyScript = { calls: [], warnings: [] };

	constructor(source: string) {
		this.#cursor = new Cursor(source, 'python-syntax');
		this.#expressions = new PyExpressions(this.#cursor, this.#names);
		for (const library of ['requests', 'httpx'] as const)
			this.#sessions.set(library, { library, members: new Map() });
	}

	script(): PyScript {
		const cursor = this.#cursor;
		while (!cursor.isAtEnd) {
			if (cursor.take(/(?:\s|#[^\n]*|\\\n)+/y) !== undefined) continue;
			if (readPyString(cursor, () => undefined)) continue;
			if (this.#session() || this.#call() || this.#update() || this.#assignment()) continue;
			if (cursor.take(/[A-Za-z_]\w*|[^]/y) === undefined) break;
		}
		return this.#script;
	}

	// `s = requests.Session()`, `with httpx.Client(…) as client:`
	#session(): boolean {
		const cursor = this.#cursor;
		const found =
			cursor.match(
				/([A-Za-z_]\w*)\s*=\s*(?:(requests|httpx)\.)?(Session|session|Client|AsyncClient)\(/y
			) ?? cursor.match(/(with\s+)(?:(requests|httpx)\.)?(Session|session|Client|AsyncClient)\(/y);
		if (!found) return false;
		const [, before = '', library, kind = ''] = found;
		const { named } = this.#expressions.arguments();
		const name = /^with\s/.test(before) ? cursor.match(/\s*as\s+([A-Za-z_]\w*)/y)?.[1] : before;
		const isHttpx = library === 'httpx' || kind.endsWith('Client');
		if (name !== undefined)
			this.#sessions.set(name, {
				library: isHttpx ? 'httpx' : 'requests',
				members: new Map(named)
			});
		return true;
	}

	#call(): boolean {
		const cursor = this.#cursor;
		CALL.lastIndex = cursor.at;
		const name = CALL.exec(cursor.source)?.[1];
		const session = name === undefined ? undefined : this.#sessions.get(name);
		if (!session) return false;
		const [, , method = ''] = cursor.match(CALL) ?? [];
		const given = this.#expressions.arguments();
		this.#script.calls.push({ library: session.library, method, given, session: session.members });
		return true;
	}

	// `session.headers.update({…})`, `payload.update(…)`
	#update(): boolean {
		const cursor = this.#cursor;
		const found = cursor.match(/([A-Za-z_]\w*)(?:\.(headers|params|cookies))?\.update\s*\(/y);
		if (!found) return false;
		const [, name = '', member] = found;
		const more = this.#expressions.arguments().plain[0];
		const session = this.#sessions.get(name);
		if (session && member !== undefined) merge(session.members, member, more);
		else if (member === undefined) merge(this.#names, name, more);
		return true;
	}

	#assignment(): boolean {
		const cursor = this.#cursor;
		const start = cursor.at;
		const [all, name = '', path = '', bracket] = cursor.match(ASSIGNED) ?? [];
		if (all === undefined) return false;
		try {
			const key = bracket === undefined ? undefined : this.#expressions.read();
			if (key !== undefined) cursor.need(/\s*\]/y, ']');
			if (cursor.take(/\s*(?::\s*[\w[\], .|]+)?\s*\+?=(?!=)\s*/y) === undefined) {
				cursor.at = start;
				return false;
			}
			// The call itself is read by the next step.
			if (
				/^(?:await\s+)?[A-Za-z_]\w*\.(?:get|post|put|patch|delete|head|options|request)\s*\(/.test(
					cursor.source.slice(cursor.at, cursor.at + 80)
				) &&
				this.#isSessionAhead()
			)
				return true;
			this.#set(name, path.slice(1), key, this.#expressions.read());
			return true;
		} catch (error) {
			if (!(error instanceof ImportError) || error.values.what !== '…') throw error;
			// Code that says nothing of a request.
			cursor.at = start;
			cursor.take(/[A-Za-z_]\w*|[^]/y);
			return true;
		}
	}

	#isSessionAhead(): boolean {
		const [, name = ''] =
			/^(?:await\s+)?([A-Za-z_]\w*)/.exec(this.#cursor.source.slice(this.#cursor.at)) ?? [];
		return this.#sessions.has(name);
	}

	#set(name: string, path: string, key: PyValue | undefined, value: PyValue): void {
		const session = this.#sessions.get(name);
		const [values, slot] = session && path !== '' ? [session.members, path] : [this.#names, name];
		if (session && path === '') return;
		if (key === undefined) values.set(slot, value);
		else merge(values, slot, { kind: 'dict', entries: [[key, value]] });
	}
}

function merge(values: Map<string, PyValue>, name: string, more: PyValue | undefined): void {
	const before = values.get(name);
	const entries = before?.kind === 'dict' ? before.entries : [];
	if (more?.kind === 'dict')
		values.set(name, { kind: 'dict', entries: [...entries, ...more.entries] });
	else if (more?.kind === 'call') values.set(name, pyText(more.source, [more.source]));
}
