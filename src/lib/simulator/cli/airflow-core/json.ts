import { parseJson } from '#lib/simulator/v2/python-json.ts';

/** What Python's `json.loads` makes of a text, or how its JSONDecodeError reads. */
export function readJson(
	text: string
): { value: unknown } | { error: string; message: string; line: number } {
	const read = parseJson(text);
	if ('value' in read) return read;
	const { loc, ctx } = read.issues[0] ?? {};
	const at = Number(loc?.at(-1) ?? 0);
	const before = text.slice(0, at).split('\n');
	const column = (before.at(-1)?.length ?? 0) + 1;
	const message = String(ctx?.error);
	return {
		error: `${message}: line ${before.length} column ${column} (char ${at})`,
		message,
		line: before.length
	};
}

/** An object with its keys in order, as `sort_keys=True` writes it. */
export const sorted = (object: Readonly<Record<string, unknown>>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(object)
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, value]) => [
				key,
				typeof value === 'object' && value !== null && !Array.isArray(value)
					? sorted(value as Record<string, unknown>)
					: value
			])
	);
