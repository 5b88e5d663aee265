/** A value as Python's `repr` writes it, which is how Airflow's messages quote what was sent. */
export function pythonRepr(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (value === true) return 'True';
	if (value === false) return 'False';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return reprText(value);
	if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
	// A Map is a dictionary whose keys are not all text.
	if (value instanceof Map) {
		const items = [...value].map(([key, item]) => `${pythonRepr(key)}: ${pythonRepr(item)}`);
		return `{${items.join(', ')}}`;
	}
	const entries = Object.entries(value as object);
	return `{${entries.map(([key, item]) => `${reprText(key)}: ${pythonRepr(item)}`).join(', ')}}`;
}

/** As `pprint.pformat(width=72)` has it: an object too long for a line gets a line for each key. */
export function pythonPretty(value: unknown): string {
	const line = pythonRepr(value);
	if (line.length <= 72 || typeof value !== 'object' || value === null) return line;
	const items = Array.isArray(value)
		? value.map(pythonRepr)
		: Object.entries(value).map(([key, item]) => `${reprText(key)}: ${pythonRepr(item)}`);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}${items.join(',\n ')}${close}`;
}

function reprText(text: string): string {
	const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
	const escaped = text
		.replaceAll('\\', '\\\\')
		.replaceAll(quote, `\\${quote}`)
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t');
	return `${quote}${escaped}${quote}`;
}
