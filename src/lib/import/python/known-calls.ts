import { percentEncode } from '#lib/request/encode.ts';
import { dumps, layoutOf } from './dumps.ts';
import {
	asPyText,
	joinPy,
	pyText,
	pyUnknown,
	type PyArguments,
	type PyText,
	type PyValue
} from './value.ts';

export const isText = (value: PyValue): value is PyText =>
	value.kind === 'text' || value.kind === 'bytes';

/** A variable of the environment, written as a shell would. */
export const environmentText = (name: string): PyText => pyUnknown(`$${name}`);

/** What a function gives that every program for a request may call; undefined for any other. */
export function knownCall(name: string, given: PyArguments): PyValue | undefined {
	const short = name.replace(/^.*\./, '');
	if (name === 'dict' && given.plain.length === 0)
		return { kind: 'dict', entries: [...given.named].map(([key, one]) => [pyText(key), one]) };
	const [first] = given.plain;
	if (first === undefined) return undefined;
	if (short === 'dumps') return pyText(dumps(first, layoutOf(given)));
	if (short === 'getenv' || /environ\.get$/.test(name))
		return environmentText(asPyText(first).text);
	if (name === 'str') return { ...asPyText(first), kind: 'text' };
	if (name === 'dict' && first.kind === 'dict') return first;
	if (short === 'b64encode' && isText(first)) return encoded(first);
	if (/^quote(_plus)?$/.test(short) && isText(first) && first.unknown.length === 0)
		return pyText(percentEncode(first.text));
	return undefined;
}

/** What a method of a text gives; undefined for any other. */
export function knownMethod(value: PyText, name: string, given: PyArguments): PyText | undefined {
	if (name === 'encode') return { ...value, kind: 'bytes' };
	if (name === 'decode') return { ...value, kind: 'text' };
	if (name === 'strip' && given.plain.length === 0) return { ...value, text: value.text.trim() };
	return name === 'format' ? formatted(value, given) : undefined;
}

function formatted(pattern: PyText, { plain, named }: PyArguments): PyText | undefined {
	let next = 0;
	const parts = pattern.text.split(/(\{\w*\})/).map((part) => {
		if (!/^\{\w*\}$/.test(part)) return pyText(part);
		const name = part.slice(1, -1);
		const value =
			name === '' ? plain[next++] : /^\d+$/.test(name) ? plain[Number(name)] : named.get(name);
		return value && asPyText(value);
	});
	const known = parts.filter((part) => part !== undefined);
	return known.length === parts.length ? joinPy(known) : undefined;
}

function encoded(text: PyText): PyText {
	// The name of a variable in base64 would say nothing: the pair stays readable.
	if (text.unknown.length > 0) return { ...text, text: `{${text.text}}` };
	const bytes = new TextEncoder().encode(text.text);
	return { ...text, text: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}
