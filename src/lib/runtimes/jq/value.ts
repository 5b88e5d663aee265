/** JSON as jq has it: objects keep the order of their keys, whatever these are. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = Map<string, Json>;

/** What a program raised: any value. */
export class Raised extends Error {
	readonly value: Json;
	constructor(value: Json) {
		super(typeof value === 'string' ? value : dump(value));
		this.value = value;
	}
}

/** `break`, to the label with that number. */
export class Broken extends Error {
	readonly label: number;
	constructor(label: number) {
		super('break');
		this.label = label;
	}
}

export const isObject = (value: Json | undefined): value is JsonObject => value instanceof Map;

export function kindOf(value: Json): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return isObject(value) ? 'object' : typeof value;
}

export const isTrue = (value: Json): boolean => value !== null && value !== false;

export const sortedKeys = (object: JsonObject): string[] =>
	[...object.keys()].sort((one, other) => (one < other ? -1 : 1));

export interface Layout {
	/** What one level is indented by; undefined = all on one line. */
	indent?: string | undefined;
	sortsKeys?: boolean;
	asciiOnly?: boolean;
}

/** A value as jq prints it. */
export function dump(value: Json, layout: Layout = {}, level = 0): string {
	if (typeof value === 'number') return numberText(value);
	if (typeof value === 'string') return quoted(value, layout.asciiOnly);
	if (value === null || typeof value === 'boolean') return `${value}`;
	const { indent, sortsKeys } = layout;
	const line = indent === undefined ? '' : `\n${indent.repeat(level + 1)}`;
	const last = indent === undefined ? '' : `\n${indent.repeat(level)}`;
	const colon = indent === undefined ? ':' : ': ';
	if (Array.isArray(value)) {
		const parts = value.map((one) => line + dump(one, layout, level + 1));
		return parts.length === 0 ? '[]' : `[${parts.join(',')}${last}]`;
	}
	const keys = sortsKeys ? sortedKeys(value) : [...value.keys()];
	const parts = keys.map(
		(key) =>
			line + quoted(key, layout.asciiOnly) + colon + dump(value.get(key) ?? null, layout, level + 1)
	);
	return parts.length === 0 ? '{}' : `{${parts.join(',')}${last}}`;
}

/** A value within an error, cut to eleven characters. */
export function brief(value: Json): string {
	const text = dump(value);
	return `${kindOf(value)} (${text.length > 14 ? `${text.slice(0, 11)}...` : text})`;
}

/** @source jv_dtoa.c of jq 1.6: exponents where a plain number would need many zeros */
function numberText(value: number): string {
	if (Number.isNaN(value)) return 'null';
	if (Object.is(value, -0)) return '-0';
	if (value === 0) return '0';
	const finite = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
	const [mantissa = '', exponent = ''] = Math.abs(finite).toExponential().split('e');
	const digits = mantissa.replace('.', '');
	const point = Number(exponent) + 1;
	const sign = finite < 0 ? '-' : '';
	if (point <= -4 || point > digits.length + 15) {
		const power = `${Math.abs(point - 1)}`.padStart(2, '0');
		const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
		return `${sign}${digits[0] ?? ''}${fraction}e${point - 1 < 0 ? '-' : '+'}${power}`;
	}
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
	if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
	return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'"': '\\"',
	'\\': '\\\\',
	'\n': '\\n',
	'\t': '\\t',
	'\r': '\\r',
	'\b': '\\b',
	'\f': '\\f'
};

function quoted(text: string, asciiOnly = false): string {
	// eslint-disable-next-line no-control-regex -- they are what must be escaped
	const pattern = asciiOnly ? /["\\\u0000-\u001f\u007f-\uffff]/g : /["\\\u0000-\u001f\u007f]/g;
	return `"${text.replace(
		pattern,
		(char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
	)}"`;
}
