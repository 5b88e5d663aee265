import { ImportError, placeAt } from './import-error.ts';

/** A place in a script that moves forward. */
export class Cursor {
	readonly source: string;
	readonly #error: string;
	at = 0;

	/** @param error The id of the error when something expected is missing. */
	constructor(source: string, error: string) {
		this.source = source;
		this.#error = error;
	}

	/** Takes what the sticky pattern matches here. */
	take(pattern: RegExp): string | undefined {
		return this.match(pattern)?.[0];
	}

	/** The same with its groups. */
	match(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.source);
		if (!found) return undefined;
		this.at += found[0].length;
		return found;
	}

	/** @throws ImportError when it is not there */
	need(pattern: RegExp, what: string): string {
		return this.take(pattern) ?? this.fail(what);
	}

	get isAtEnd(): boolean {
		return this.at >= this.source.length;
	}

	get char(): string {
		return this.source[this.at] ?? '';
	}

	/** Blanks, comments and escaped line ends; line ends too where they mean nothing. */
	skip(lines: boolean): void {
		while (
			this.take(lines ? /\s+|#[^\n]*|<#[^]*?#>|`\r?\n/y : /[^\S\n]+|#[^\n]*|<#[^]*?#>|`\r?\n/y)
		);
	}

	/** To the end of the line. */
	skipLine(): string {
		return this.take(/[^\n]*/y) ?? '';
	}

	fail(what: string): never {
		throw new ImportError(this.#error, { what }, placeAt(this.source, this.at));
	}
}
