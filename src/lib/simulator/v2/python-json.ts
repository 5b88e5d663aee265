import { fail, type Issue } from './readers.ts';

/**
 * Parses a JSON body; what is wrong is said in Python's words at Python's position.
 * @source cpython/Lib/json/decoder.py, fastapi/routing.py (`json_invalid`)
 */
export function parseJson(text: string): { value: unknown } | { issues: Issue[] } {
	try {
		return { value: JSON.parse(text) };
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		const { at, error } = new Scanner(text).findError();
		return fail('json_invalid', ['body', at], 'JSON decode error', {}, { error });
	}
}

interface Fault {
	at: number;
	error: string;
}

/** Walks text that is known to be no JSON, up to the first fault. */
class Scanner {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	findError(): Fault {
		const end = this.#value(this.#skip(0));
		if (typeof end !== 'number') return end;
		return { at: this.#skip(end), error: 'Extra data' };
	}

	#skip(at: number): number {
		while (/[ \t\n\r]/.test(this.#text[at] ?? '')) at++;
		return at;
	}

	#value(at: number): number | Fault {
		const first = this.#text[at];
		if (first === '"') return this.#string(at);
		if (first === '{') return this.#object(at + 1);
		if (first === '[') return this.#array(at + 1);
		const word =
			/^(?:null|true|false|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(
				this.#text.slice(at)
			);
		return word ? at + word[0].length : { at, error: 'Expecting value' };
	}

	#object(at: number): number | Fault {
		at = this.#skip(at);
		if (this.#text[at] === '}') return at + 1;
		for (;;) {
			if (this.#text[at] !== '"') {
				return { at, error: 'Expecting property name enclosed in double quotes' };
			}
			const name = this.#string(at);
			if (typeof name !== 'number') return name;
			at = this.#skip(name);
			if (this.#text[at] !== ':') return { at, error: "Expecting ':' delimiter" };
			const value = this.#value(this.#skip(at + 1));
			if (typeof value !== 'number') return value;
			at = this.#skip(value);
			if (this.#text[at] === '}') return at + 1;
			if (this.#text[at] !== ',') return { at, error: "Expecting ',' delimiter" };
			at = this.#skip(at + 1);
		}
	}

	#array(at: number): number | Fault {
		at = this.#skip(at);
		if (this.#text[at] === ']') return at + 1;
		for (;;) {
			const value = this.#value(at);
			if (typeof value !== 'number') return value;
			at = this.#skip(value);
			if (this.#text[at] === ']') return at + 1;
			if (this.#text[at] !== ',') return { at, error: "Expecting ',' delimiter" };
			at = this.#skip(at + 1);
		}
	}

	#string(start: number): number | Fault {
		for (let at = start + 1; at < this.#text.length; at++) {
			const char = this.#text[at] ?? '';
			if (char === '"') return at + 1;
			if (char < ' ') return { at, error: 'Invalid control character at' };
			if (char !== '\\') continue;
			const escape = this.#text[at + 1];
			if (escape === undefined) break;
			if (escape === 'u' && !/^[0-9a-fA-F]{4}/.test(this.#text.slice(at + 2))) {
				return { at: at + 1, error: 'Invalid \\uXXXX escape' };
			}
			if (!'"\\/bfnrtu'.includes(escape)) return { at, error: 'Invalid \\escape' };
			at++;
		}
		return { at: start, error: 'Unterminated string starting at' };
	}
}
