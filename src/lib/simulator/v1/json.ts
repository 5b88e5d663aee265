/** A number that Python holds as a float: `1.0`, not `1`. */
export class PythonFloat {
	readonly value: number;
	constructor(value: number) {
		this.value = value;
	}
}

/**
 * JSON as the API writes it: keys sorted, two spaces, everything but ASCII escaped, a last newline.
 * @source airflow/www/app.py (flask's `JSONIFY_PRETTYPRINT_REGULAR`, `JSON_SORT_KEYS`), connexion
 */
export function printJson(value: unknown): string {
	return `${print(value, '')}\n`;
}

function print(value: unknown, indent: string): string {
	if (value instanceof PythonFloat) {
		return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
	}
	if (typeof value === 'string') return escapeText(value);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
	const inner = `${indent}  `;
	const items = Array.isArray(value)
		? value.map((item) => print(item, inner))
		: Object.entries(value)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([key, item]) => `${escapeText(key)}: ${print(item, inner)}`);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	if (items.length === 0) return `${open}${close}`;
	return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

function escapeText(text: string): string {
	return JSON.stringify(text).replace(
		/[\u007f-\uffff]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
