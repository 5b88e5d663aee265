import { keyMasks, textMasks, unorderedLists } from './masks.ts';

/** What of an answer is compared and recorded. */
export interface Answer {
	status: number;
	/** Lower case, as sent; empty when the header is absent. */
	type: string;
	/** Masked. JSON when the content type says so, else text; absent when the body is empty. */
	body?: unknown;
}

export interface RawAnswer {
	status: number;
	type: string;
	text: string;
}

/** An answer with everything volatile replaced by what it is. Keys keep their order. */
export function normalise(
	{ status, type, text }: RawAnswer,
	forgets: readonly string[] = []
): Answer {
	const normal = { status, type: type.toLowerCase() };
	if (text === '') return normal;
	const body = mask(/json/.test(type) ? parsed(text) : text);
	return { ...normal, body: forgets.length > 0 ? without(body, forgets) : body };
}

/** Where two answers differ, in words; empty when they do not. The order of keys counts. */
export function differences(expected: Answer, actual: Answer): string[] {
	return [
		...compareValues('status', expected.status, actual.status),
		...compareValues('content-type', expected.type, actual.type),
		...compareValues('body', expected.body, actual.body)
	];
}

/** The same for all answers of a case. */
export const inWords = (expected: Answer[], actual: Answer[]): string[] =>
	expected.flatMap((answer, at) =>
		differences(answer, actual[at] ?? { status: 0, type: '' }).map(
			(difference) => `answer ${at + 1}: ${difference}`
		)
	);

function compareValues(path: string, expected: unknown, actual: unknown): string[] {
	if (Array.isArray(expected) && Array.isArray(actual)) {
		const length =
			expected.length === actual.length
				? []
				: [`${path} has ${actual.length} elements, not ${expected.length}`];
		const shared = expected.slice(0, actual.length);
		return [
			...length,
			...shared.flatMap((element, at) => compareValues(`${path}[${at}]`, element, actual[at]))
		];
	}
	if (isObject(expected) && isObject(actual)) return compareObjects(path, expected, actual);
	return Object.is(expected, actual) ? [] : [`${path} is ${shown(actual)}, not ${shown(expected)}`];
}

function compareObjects(
	path: string,
	expected: Record<string, unknown>,
	actual: Record<string, unknown>
): string[] {
	const keys = Object.keys(expected);
	const found = Object.keys(actual);
	const missing = keys.filter((key) => !(key in actual));
	const extra = found.filter((key) => !(key in expected));
	const shared = keys.filter((key) => key in actual);
	const inOrder =
		shared.join('\n') === found.filter((key) => key in expected).join('\n') ||
		`${path} has its keys in the order ${found.join(', ')}, not ${keys.join(', ')}`;
	return [
		...missing.map((key) => `${path}.${key} is missing; it should be ${shown(expected[key])}`),
		...extra.map((key) => `${path}.${key} should not be there; it is ${shown(actual[key])}`),
		...(inOrder === true ? [] : [inOrder]),
		...shared.flatMap((key) => compareValues(`${path}.${key}`, expected[key], actual[key]))
	];
}

function mask(value: unknown, key = ''): unknown {
	if (value === null) return null;
	if (Array.isArray(value))
		return ordered(
			value.map((element) => mask(element)),
			key
		);
	if (isObject(value))
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [name, mask(inner, name)])
		);
	const rule = keyMasks.find(({ keys, form }) => keys.includes(key) && form.test(String(value)));
	if (rule) return rule.as;
	if (typeof value !== 'string') return value;
	return textMasks.reduce((text, { pattern, as }) => text.replace(pattern, as), value);
}

function without(body: unknown, keys: readonly string[]): unknown {
	if (typeof body === 'string' && keys.includes('text')) return '<forgotten>';
	if (!isObject(body)) return body;
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [key, keys.includes(key) ? '<forgotten>' : value])
	);
}

function ordered(list: unknown[], key: string): unknown[] {
	const rule = unorderedLists.find((candidate) => candidate.key === key);
	if (!rule) return list;
	const place = (element: unknown) => rule.sortBy(element as never);
	return list.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return `not JSON: ${text}`;
	}
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => {
	const text = JSON.stringify(value) ?? 'absent';
	return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};
