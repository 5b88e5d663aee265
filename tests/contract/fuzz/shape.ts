/**
 * Where the shapes of two bodies differ: types by key, at any depth, in words; nothing when they do not.
 * An empty list says nothing of its elements and null nothing of its field: neither differs from anything.
 */
export function shapeDifferences(expected: unknown, actual: unknown, path = 'body'): string[] {
	const [a, b] = [kindOf(expected), kindOf(actual)];
	if (a === 'null' || b === 'null') return [];
	if (a !== b) return [`${path} is ${b}, not ${a}`];
	if (Array.isArray(expected) && Array.isArray(actual)) {
		const [first, other] = [expected[0] as unknown, actual[0] as unknown];
		if (first === undefined || other === undefined) return [];
		return shapeDifferences(first, other, `${path}[0]`);
	}
	if (a !== 'object') return [];
	const [left, right] = [expected, actual] as [Record<string, unknown>, Record<string, unknown>];
	if (isFree(path)) return [];
	return [
		...Object.keys(left)
			.filter((key) => !(key in right))
			.map((key) => `${path}.${key} is missing`),
		...Object.keys(right)
			.filter((key) => !(key in left))
			.map((key) => `${path}.${key} should not be there`),
		...Object.keys(left)
			.filter((key) => key in right)
			.flatMap((key) => shapeDifferences(left[key], right[key], `${path}.${key}`))
	];
}

/** Objects whose keys are the caller's or the task's, not the API's. */
const isFree = (path: string) => /\.(conf|extra|rendered_fields|params|input|ctx)$/.test(path);

const kindOf = (value: unknown) =>
	value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
