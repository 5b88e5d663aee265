import { readAt } from '#lib/request/json-edit.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import type { SnippetWarning } from '#lib/snippets/target.ts';

/** How a command is written from what was asked; undefined when these values make the command impossible. */
export type Command = (ask: Ask) => string[] | undefined;

/** Commands by the operation's key. */
export type Commands = Readonly<Record<string, Command>>;

/** Hands out a draft's values to one command and remembers which were taken, so that the rest can be named. */
export class Ask {
	readonly #draft: RequestDraft;
	readonly #taken = new Set<string>();
	readonly warnings: SnippetWarning[] = [];
	/** Scheme and host of the server that Send asks. */
	readonly origin: string;

	constructor(draft: RequestDraft, origin: string) {
		this.#draft = draft;
		this.origin = origin;
	}

	/** A path value; its placeholder while the learner has not filled it in. */
	path(name: string): string {
		return this.#draft.path[name] || `{${name}}`;
	}

	/** The one value of a query parameter; undefined, and not taken, when it has several. */
	query(name: string): string | undefined {
		const values = this.#draft.query[name] ?? [];
		if (values.length > 1) return undefined;
		this.#taken.add(name);
		return values[0];
	}

	/** A body field: a string's text, anything else as exact JSON text, undefined when absent or null. */
	body(name: string): string | undefined {
		this.#taken.add(name);
		const json = this.#json(name);
		if (json === undefined || json === 'null') return undefined;
		return json.startsWith('"') ? (JSON.parse(json) as string) : json;
	}

	/** True when the field holds this JSON text; then it is taken. */
	bodyIs(name: string, json: string): boolean {
		if (this.#json(name) !== json) return false;
		this.#taken.add(name);
		return true;
	}

	/** The members of a body field that is a list of strings; undefined, and not taken, for anything else. */
	texts(name: string): string[] | undefined {
		const value: unknown = JSON.parse(this.#json(name) ?? 'null');
		if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined;
		this.#taken.add(name);
		return value as string[];
	}

	/** The members of a body field that is a list of objects; none, and not taken, for anything else. */
	objects(name: string): Record<string, unknown>[] {
		const value: unknown = JSON.parse(this.#json(name) ?? 'null');
		if (!Array.isArray(value) || !value.every(isObject)) return [];
		this.#taken.add(name);
		return value;
	}

	/** Says a value is lost although it was looked at. */
	loses(name: string): void {
		this.#taken.delete(name);
	}

	warn(id: string, values?: Record<string, string>): void {
		this.warnings.push(values ? { id, values } : { id });
	}

	/** Names of the given values that no one took. A null in a body says nothing, so nothing is lost with it. */
	lost(): string[] {
		const { query, headers, body = '' } = this.#draft;
		const fields = Object.keys((JSON.parse(body.trim() || '{}') ?? {}) as object);
		const given = [
			...Object.keys(query).filter((name) => (query[name] ?? []).length > 0),
			...Object.keys(headers).filter(
				(name) => !/^(accept|authorization|content-type)$/i.test(name)
			),
			...fields.filter((name) => this.#json(name) !== 'null')
		];
		return [...new Set(given)].filter((name) => !this.#taken.has(name));
	}

	#json(name: string): string | undefined {
		return readAt(this.#draft.body ?? '', [name]);
	}
}

/** An option with its value, or nothing when there is none. A value that looks like an option is tied on with `=`. */
export function option(flag: string, value: string | undefined): string[] {
	if (value === undefined) return [];
	return value.startsWith('-') ? [`${flag}=${value}`] : [flag, value];
}

/** A flag that is set or not. */
export function flag(name: string, isSet: boolean): string[] {
	return isSet ? [name] : [];
}

/** Operands last, behind `--` when one of them looks like an option. @source Python argparse, "Arguments containing -" */
export function withOperands(words: readonly string[], operands: readonly string[]): string[] {
	const isAmbiguous = operands.some((operand) => operand.startsWith('-'));
	return [...words, ...(isAmbiguous ? ['--'] : []), ...operands];
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
