import { percentEncode } from '#lib/request/encode.ts';

/** Whose way of writing a form: they agree on what it means, not on every byte. */
export type FormStyle = keyof typeof STYLES;

/**
 * Names and values as a form sends them.
 * @source WHATWG URL, "application/x-www-form-urlencoded serializing"; Python, urllib.parse.quote_plus; .NET,
 * WebUtility.UrlEncode; RFC 3986, as Postman encodes
 */
export function formText(
	pairs: readonly (readonly [name: string, value: string])[],
	style: FormStyle
): string {
	return pairs.map((pair) => pair.map(STYLES[style]).join('=')).join('&');
}

/** Text fields as a multipart body. @source RFC 7578 */
export function multipartText(
	pairs: readonly (readonly [name: string, value: string])[],
	boundary: string
): string {
	const parts = pairs.map(
		([name, value]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`
	);
	return `${parts.join('')}--${boundary}--\r\n`;
}

const plus = (text: string) => percentEncode(text).replaceAll('%20', '+');
const STYLES = {
	browser: (text: string) => plus(text).replaceAll('%2A', '*').replaceAll('~', '%7E'),
	python: plus,
	dotnet: (text: string) =>
		plus(text)
			.replace(/%(21|28|29|2A)/g, (code) => decodeURIComponent(code))
			.replaceAll('~', '%7E'),
	postman: percentEncode
} as const;
const quoted = (name: string) =>
	name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
