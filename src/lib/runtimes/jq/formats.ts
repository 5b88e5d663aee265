import { brief, dump, kindOf, Raised, type Json } from './value.ts';

export const toText = (value: Json): string => (typeof value === 'string' ? value : dump(value));

const HTML: Readonly<Record<string, string>> = {
	'<': '&lt;',
	'>': '&gt;',
	'&': '&amp;',
	"'": '&#39;',
	'"': '&quot;'
};

const TSV: Readonly<Record<string, string>> = {
	'\t': '\\t',
	'\n': '\\n',
	'\r': '\\r',
	'\\': '\\\\'
};

/** `@csv` and its like. @throws Raised */
export function formatted(name: string, value: Json): string {
	switch (name) {
		case '@text':
			return toText(value);
		case '@json':
			return dump(value);
		case '@csv':
			return row(value, 'csv', ',', (text) => `"${text.replaceAll('"', '""')}"`);
		case '@tsv':
			return row(value, 'tsv', '\t', (text) =>
				text.replace(/[\t\n\r\\]/g, (char) => TSV[char] ?? '')
			);
		case '@html':
			return toText(value).replace(/[<>&'"]/g, (char) => HTML[char] ?? '');
		case '@uri':
			return encodeURIComponent(toText(value)).replace(
				/[!'()*]/g,
				(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
			);
		case '@sh':
			return (Array.isArray(value) ? value : [value]).map(shellWord).join(' ');
		case '@base64':
			return btoa(String.fromCharCode(...new TextEncoder().encode(toText(value))));
		case '@base64d':
			return fromBase64(toText(value));
		default:
			throw new Raised(`${name.slice(1)} is not a valid format`);
	}
}

function row(value: Json, name: string, between: string, quote: (text: string) => string): string {
	if (!Array.isArray(value))
		throw new Raised(`${brief(value)} cannot be ${name}-formatted, only array`);
	return value
		.map((one) => {
			if (typeof one === 'string') return quote(one);
			if (one === null) return '';
			if (typeof one === 'object') throw new Raised(`${brief(one)} is not valid in a csv row`);
			return dump(one);
		})
		.join(between);
}

function shellWord(value: Json): string {
	if (typeof value === 'string') return `'${value.replaceAll("'", "'\\''")}'`;
	if (['array', 'object'].includes(kindOf(value)))
		throw new Raised(`${brief(value)} can not be escaped for shell`);
	return dump(value);
}

function fromBase64(text: string): string {
	const length = text.replace(/=+$/, '').length;
	if (length % 4 === 1) throw new Raised(`${brief(text)} trailing base64 byte found`);
	try {
		const bytes = Uint8Array.from(atob(text.replace(/=+$/, '')), (char) => char.charCodeAt(0));
		return new TextDecoder().decode(bytes);
	} catch {
		throw new Raised(`${brief(text)} is not valid base64 data`);
	}
}
