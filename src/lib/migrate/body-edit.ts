import { readAt, writeAt } from '#lib/request/json-edit.ts';
import type { Change } from './change.ts';

/** A JSON object being rewritten key by key; every number keeps its digits, every change is noted. */
export class BodyEdit {
	#text: string;
	readonly changes: Change[] = [];
	/** Fields whose value nobody can know from the request. */
	readonly blanks: string[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	get text(): string {
		return this.#text;
	}

	get names(): string[] {
		return Object.keys(JSON.parse(this.#text.trim() === '' ? '{}' : this.#text) as object);
	}

	get(name: string): string | undefined {
		return readAt(this.#text, [name]);
	}

	/** The text of a JSON string, or undefined. */
	textOf(name: string): string | undefined {
		const value: unknown = JSON.parse(this.get(name) ?? 'null');
		return typeof value === 'string' ? value : undefined;
	}

	rename(from: string, to: string, id: string): void {
		const value = this.get(from);
		if (value === undefined) return;
		this.#text = writeAt(writeAt(this.#text, [from], undefined), [to], value);
		this.changes.push({ what: 'body', id, from, to });
	}

	drop(name: string, id: string): void {
		const value = this.get(name);
		if (value === undefined) return;
		this.#text = writeAt(this.#text, [name], undefined);
		this.changes.push({ what: 'body', id, from: `${name}: ${value}` });
	}

	set(name: string, value: string, id: string): void {
		const from = `${name}: ${this.get(name) ?? ''}`;
		this.#text = writeAt(this.#text, [name], value);
		this.changes.push({ what: 'body', id, from, to: `${name}: ${value}` });
	}

	/** Only where it is not there yet. */
	add(name: string, value: string, id: string): void {
		if (this.get(name) !== undefined) return;
		this.#text = writeAt(this.#text, [name], value);
		this.changes.push({ what: 'body', id, to: `${name}: ${value}` });
	}

	/** A place for what the learner has to fill in. */
	leave(name: string, value: string, id: string): void {
		if (this.get(name) !== undefined) return;
		this.add(name, value, id);
		this.blanks.push(name);
	}
}
