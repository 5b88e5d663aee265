import { authOfHeader, authOfOpenPair, takeAuth } from '#lib/import/auth.ts';
import type { ImportedAuth, ImportWarning, Read } from '#lib/import/imported.ts';
import type { Header } from '#lib/request/draft.ts';

/** True when the text is one message as it goes down the wire, and no file of requests. */
export function isRawHttp(source: string): boolean {
	const [, end = ''] =
		/^\s*[A-Za-z]+ (?:\/|https?:)\S* HTTP\/\d[.\d]*(\r?)(?:\n|$)/.exec(source) ?? [];
	if (end !== '') return true;
	return /^\s*[A-Za-z]+ \/\S* HTTP\/\d[.\d]*\n/.test(source) && !/^###/m.test(source);
}

/** One HTTP/1.1 message. @source RFC 9112, sections 2.1, 3, 6 */
export function readRawHttp(source: string): Read {
	const text = source.trimStart();
	const [all = '', head = ''] = /^([^]*?)(?:\r?\n\r?\n|$)/.exec(text) ?? [];
	const rest = text.slice(all.length);
	const [requestLine = '', ...lines] = head.split(/\r?\n/);
	const [method = 'GET', target = '/'] = requestLine.split(' ');
	const headers = lines.map((line): Header => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')];
	});
	const valueOf = (name: string) => headers.find(([one]) => one.toLowerCase() === name)?.[1];
	const warnings: ImportWarning[] = [];
	const length = valueOf('content-length');
	const body = cut(rest, length, warnings);
	const taken = takeAuth(
		headers.filter(([name]) => !/^(host|content-length|connection)$/i.test(name))
	);
	const auth = filledIn(valueOf('authorization') ?? '', warnings) ?? taken.auth;
	const host = valueOf('host') ?? 'localhost:8080';
	const scheme = host.endsWith(':443') ? 'https' : 'http';
	return {
		requests: [
			{
				method,
				url: target.startsWith('/') ? `${scheme}://${host}${target}` : target,
				headers: taken.headers,
				...(body === undefined ? {} : { body }),
				...(auth === undefined ? {} : { auth })
			}
		],
		warnings
	};
}

// What was copied may have lost its line ends, or got one more at its end.
function cut(rest: string, length: string | undefined, warnings: ImportWarning[]) {
	if (rest === '' && Number(length ?? 0) === 0) return undefined;
	if (length === undefined) return rest;
	const bytes = new TextEncoder().encode(rest);
	const wanted = Number(length);
	if (bytes.length === wanted) return rest;
	if (bytes.length > wanted && rest.slice(-2).trim() === '')
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, wanted));
	warnings.push({ id: 'length-differs', values: { length, found: String(bytes.length) } });
	return rest;
}

// `<NAME>` stands for what the reader has to put in.
function filledIn(value: string, warnings: ImportWarning[]): ImportedAuth | undefined {
	const [hole, base64Of, name] = /<(?:base64 of ([^<>]*)|([A-Z_]+))>/.exec(value) ?? [];
	if (hole === undefined) return undefined;
	warnings.push({ id: 'secret-variable', values: { text: hole } });
	if (base64Of === undefined) return authOfHeader(value, name);
	const variables = base64Of.match(/AIRFLOW_(?:USERNAME|PASSWORD)/g) ?? [];
	return authOfOpenPair(base64Of, variables);
}
