import { dumps } from './python-repr.ts';

/**
 * A JSON text read as Python does it, which tells `1.0` from `1`, knows numbers of any length, `NaN` and
 * `Infinity`: such numbers come as marked texts, which {@link writeJson} turns back. Undefined when it is
 * no JSON.
 * @source cpython/Lib/json
 */
export function readJson(json: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(json.replace(TOKEN, markNumber)) };
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}

/** The other way round. */
export const writeJson = (value: unknown): string =>
	dumps(value).replace(MARKED, (_, number: string) => number);

/** Whether a text stands for a number that JavaScript would write in another way. */
export const isNumberMark = (text: string) => text.startsWith(MARK);

const MARK = '\uE000number ';
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|NaN|-?Infinity/g;
const MARKED = /"\\ue000number ([^"]*)"/g;

/** Texts and plain numbers stay; so does what only looks like a number, for the parser to refuse. */
function markNumber(token: string): string {
	if (token.startsWith('"') || /^-?(0|[1-9]\d{0,14})$/.test(token)) return token;
	if (/^-?0\d/.test(token)) return token;
	const isWhole = /^-?\d+$/.test(token);
	return `"${MARK}${isWhole ? token : floatText(Number(token))}"`;
}

/** @source Python's `float.__repr__` */
function floatText(number: number): string {
	if (!Number.isFinite(number)) return Number.isNaN(number) ? 'NaN' : String(number);
	const [digits = '', power = '0'] = number.toExponential().split('e');
	const exponent = Number(power);
	if (exponent < -4 || exponent >= 16) {
		const size = String(Math.abs(exponent)).padStart(2, '0');
		return `${digits}e${exponent < 0 ? '-' : '+'}${size}`;
	}
	const plain = Object.is(number, -0) ? '-0' : String(number);
	return plain.includes('.') ? plain : `${plain}.0`;
}
