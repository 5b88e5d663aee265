import { authOfHeader, authOfOpenPair } from '#lib/import/auth.ts';
import type { ImportedAuth, ImportWarning } from '#lib/import/imported.ts';

/** Fills `{{names}}` from variables and remembers those that have no value. */
export class Template {
	readonly #variables: ReadonlyMap<string, string>;
	readonly warnings: ImportWarning[] = [];

	constructor(variables: ReadonlyMap<string, string>) {
		this.#variables = variables;
	}

	/** The text with every known variable in its place; the others stay, and a warning names them. */
	fill(text: string): string {
		const { filled, unknown } = this.#filled(text);
		for (const one of unknown) this.#warn('template-variable', one);
		return filled;
	}

	/** An Authorization header's value; a secret that nobody knows becomes the name of its variable. */
	auth(value: string): ImportedAuth {
		const { filled, unknown } = this.#filled(value);
		for (const one of unknown) this.#warn('secret-variable', one);
		// Editors make base64 of `Basic user password` by themselves.
		const [, pair, user, password] = /^Basic\s+(?:(\S*:\S*)|(\S+)\s+(\S.*))$/.exec(filled) ?? [];
		if (pair !== undefined) return authOfOpenPair(pair, unknown);
		if (user !== undefined) return authOfOpenPair(`${user}:${password}`, unknown);
		const [first] = unknown;
		return authOfHeader(filled, first === undefined ? undefined : nameOf(first));
	}

	#filled(text: string, depth = 0): { filled: string; unknown: string[] } {
		const unknown: string[] = [];
		const filled = text.replace(HOLE, (hole, name: string) => {
			const environment = /^\$(?:processEnv|dotenv|env)[ .]%?([\w.]+)$/.exec(name)?.[1];
			const value = this.#variables.get(name);
			if (value === undefined || depth > 8) {
				const shown = environment === undefined ? hole : `{{${environment}}}`;
				unknown.push(shown);
				return shown;
			}
			const inner = this.#filled(value, depth + 1);
			unknown.push(...inner.unknown);
			return inner.filled;
		});
		return { filled, unknown };
	}

	#warn(id: string, text: string): void {
		if (!this.warnings.some(({ values }) => values?.text === text))
			this.warnings.push({ id, values: { text } });
	}
}

const HOLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const nameOf = (hole: string) => hole.slice(2, -2);
