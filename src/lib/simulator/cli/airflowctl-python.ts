/** A number that Python keeps as a float: written `1.0`, not `1`. */
export class Float {
	readonly value: number;
	constructor(value: number) {
		this.value = value;
	}
}

/** Python's `repr`. */
export function repr(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (value instanceof Float) return reprFloat(value.value);
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'string') return reprText(value);
	if (typeof value === 'number') return Number.isInteger(value) ? String(value) : reprFloat(value);
	if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
	const pairs = Object.entries(value).map(([key, item]) => `${reprText(key)}: ${repr(item)}`);
	return `{${pairs.join(', ')}}`;
}

/** Python's `str`. */
export const str = (value: unknown): string => (typeof value === 'string' ? value : repr(value));

export const isDict = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Float);

/** Python's `format(value, 'g')`. */
export function general(value: number): string {
	if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
	if (value === 0) return '0';
	const [digits = '', power = '0'] = value.toExponential(5).split('e');
	const exponent = Number(power);
	if (exponent < -4 || exponent >= 6) return `${trimZeros(digits)}e${powerWords(exponent)}`;
	return trimZeros(value.toFixed(5 - exponent));
}

/** Rounds half to the even number, as Python's `round` does. */
export function roundEven(value: number): number {
	const floor = Math.floor(value);
	const part = value - floor;
	if (part !== 0.5) return Math.round(value);
	return floor % 2 === 0 ? floor : floor + 1;
}

function reprText(text: string): string {
	const sign = text.includes("'") && !text.includes('"') ? '"' : "'";
	const escaped = text
		.replaceAll('\\', '\\\\')
		.replaceAll(sign, `\\${sign}`)
		.replace(/(?! )[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, escapeChar);
	return sign + escaped + sign;
}

const SHORT: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };

function escapeChar(char: string): string {
	if (SHORT[char] !== undefined) return `\\${SHORT[char]}`;
	const hex = (char.codePointAt(0) ?? 0).toString(16);
	if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
	return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function reprFloat(value: number): string {
	const size = Math.abs(value);
	if (value !== 0 && (size >= 1e16 || size < 1e-4)) {
		const [digits = '', power = '0'] = value.toExponential().split('e');
		return `${digits}e${powerWords(Number(power))}`;
	}
	return Number.isInteger(value) ? `${value}.0` : String(value);
}

const powerWords = (power: number) =>
	(power < 0 ? '-' : '+') + String(Math.abs(power)).padStart(2, '0');

const trimZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
