import { takeAuth } from '#lib/import/auth.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedRequest, ImportWarning, Read } from '#lib/import/imported.ts';
import type { Header } from '#lib/request/draft.ts';
import { percentEncode } from '#lib/request/encode.ts';
import { formText, multipartText } from './form.ts';
import { isRecord, parseJson, records, textIn, type JsonRecord } from './read.ts';

/** The requests of a HAR 1.2 log, of one of its entries, or of one request object. @throws ImportError */
export function harRequests(source: string): Read {
	return harOf(parseJson(source));
}

/** The same for a document that is parsed already. @throws ImportError when it is no HAR */
export function harOf(value: unknown): Read {
	const found = requestsIn(value);
	if (found.length === 0) throw new ImportError('har-none');
	const warnings: ImportWarning[] = [];
	return { requests: found.map((request) => harRequest(request, warnings)), warnings };
}

/**
 * One HAR `request` object. The text of a body is kept as it is, also when it holds half a surrogate pair.
 * @source HAR 1.2 specification, "request", "postData"
 * @throws ImportError when it has no method or address
 */
export function harRequest(request: JsonRecord, warnings: ImportWarning[]): ImportedRequest {
	const method = textIn(request, 'method');
	const address = textIn(request, 'url');
	if (method === undefined || method === '') throw new ImportError('har-lacks', { name: 'method' });
	if (address === undefined || address === '') throw new ImportError('har-lacks', { name: 'url' });
	const all = records(request.headers).map((one): Header => [
		textIn(one, 'name') ?? '',
		textIn(one, 'value') ?? ''
	]);
	const has = (name: string) => all.some(([one]) => one.toLowerCase() === name);
	const cookies = records(request.cookies).map(
		(one) => `${textIn(one, 'name')}=${textIn(one, 'value')}`
	);
	if (cookies.length > 0 && !has('cookie')) all.push(['Cookie', cookies.join('; ')]);

	const postData = isRecord(request.postData) ? request.postData : undefined;
	const { body, type } = postData ? bodyOf(postData, warnings) : { body: undefined, type: '' };
	if (body !== undefined && type !== '' && !has('content-type')) all.push(['Content-Type', type]);
	const { headers, auth } = takeAuth(all.filter((header) => !isOfTheWire(header, address, body)));
	return {
		method,
		url: withQuery(address.replace(/#.*$/s, ''), records(request.queryString)),
		headers,
		...(body === undefined ? {} : { body }),
		...(auth === undefined ? {} : { auth })
	};
}

function requestsIn(value: unknown): JsonRecord[] {
	if (Array.isArray(value)) return value.flatMap(requestsIn);
	if (!isRecord(value)) return [];
	if (isRecord(value.log)) return requestsIn(value.log.entries);
	if (isRecord(value.request)) return [value.request];
	return 'url' in value || 'method' in value ? [value] : [];
}

// HTTP/2 has its request line among the headers, and every client writes these by itself.
function isOfTheWire(
	[name, value]: Header,
	address: string,
	body: ImportedRequest['body']
): boolean {
	const lower = name.toLowerCase();
	if (name.startsWith(':')) return true;
	const host = /^[a-z]+:\/\/(?:[^@/?#]*@)?([^/?#]*)/i.exec(address)?.[1] ?? '';
	if (lower === 'host') return value.toLowerCase() === host.toLowerCase();
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	if (lower === 'content-length') return Number(value) === (bytes?.length ?? 0);
	return lower === 'connection' && /^(keep-alive|close)$/i.test(value);
}

// The address holds the query already, in every HAR that a browser writes.
function withQuery(url: string, pairs: readonly JsonRecord[]): string {
	if (url.includes('?') || pairs.length === 0) return url;
	const query = pairs.map((one) =>
		[textIn(one, 'name') ?? '', textIn(one, 'value') ?? ''].map(percentEncode).join('=')
	);
	return `${url}?${query.join('&')}`;
}

function bodyOf(postData: JsonRecord, warnings: ImportWarning[]) {
	const type = textIn(postData, 'mimeType') ?? '';
	const text = textIn(postData, 'text');
	const params = records(postData.params);
	if (text !== undefined && (text !== '' || params.length === 0)) {
		const encoding = textIn(postData, 'encoding') ?? textIn(postData, '_encoding');
		return { type, body: encoding === 'base64' ? fromBase64(text) : text };
	}
	if (params.length === 0) return { type, body: undefined };
	for (const one of params)
		if (textIn(one, 'fileName') !== undefined)
			warnings.push({ id: 'file', values: { names: textIn(one, 'fileName') ?? '' } });
	const pairs = params
		.filter((one) => textIn(one, 'fileName') === undefined)
		.map((one) => [textIn(one, 'name') ?? '', textIn(one, 'value') ?? ''] as const);
	if (!/^multipart\//i.test(type)) return { type, body: formText(pairs, 'browser') };
	const boundary = /boundary="?([^";]+)/i.exec(type)?.[1] ?? 'windsock-boundary';
	const full = type.includes('boundary=') ? type : `${type}; boundary=${boundary}`;
	return { type: full, body: multipartText(pairs, boundary) };
}

function fromBase64(text: string): string | Uint8Array {
	let bytes: Uint8Array;
	try {
		bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
	} catch (error) {
		throw new ImportError('har-base64', { why: error instanceof Error ? error.message : '' });
	}
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		// Bytes that are no text stay bytes.
		return bytes;
	}
}
