import { headerOfAuth } from '#lib/import/auth.ts';
import type { ImportedAuth, ImportedRequest } from '#lib/import/imported.ts';
import { decodedText, splitAddress } from '#lib/import/match-address.ts';
import type { Header } from '#lib/request/draft.ts';

/** A request as HAR 1.2 has it. A body of bytes is base64, which `encoding` says, as the HAR of an answer would. */
export interface HarRequest {
	method: string;
	url: string;
	httpVersion: 'HTTP/1.1';
	cookies: HarPair[];
	headers: HarPair[];
	queryString: HarPair[];
	postData?: { mimeType: string; text: string; params?: HarPair[]; encoding?: 'base64' };
	headersSize: -1;
	bodySize: number;
}

export interface HarPair {
	name: string;
	value: string;
}

/** The request as a HAR `request` object; the address and the body are exact. @source HAR 1.2 specification */
export function harOfRequest({ method, url, headers, body, auth }: ImportedRequest): HarRequest {
	const authorization = auth && (headerOfAuth(auth) ?? shown(auth));
	const all: Header[] = [
		...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
		...headers
	];
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	return {
		method,
		url,
		httpVersion: 'HTTP/1.1',
		cookies: all.filter(([name]) => name.toLowerCase() === 'cookie').flatMap(cookiesIn),
		headers: all.map(([name, value]) => ({ name, value })),
		queryString: pairsIn(splitAddress(url).query ?? ''),
		...(body === undefined ? {} : { postData: postDataOf(body, all) }),
		headersSize: -1,
		bodySize: bytes?.length ?? 0
	};
}

// As the text has it; a pair would have to be base64, where nobody could put the variable in.
function shown(auth: ImportedAuth): string | undefined {
	if (auth.kind === 'basic' || auth.variable === undefined) return undefined;
	return `${auth.kind === 'bearer' ? 'Bearer ' : ''}$${auth.variable}`;
}

function postDataOf(body: string | Uint8Array, headers: readonly Header[]) {
	const mimeType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	if (typeof body !== 'string') {
		const chars = Array.from(body, (byte) => String.fromCharCode(byte));
		return { mimeType, text: btoa(chars.join('')), encoding: 'base64' as const };
	}
	const isForm = /^application\/x-www-form-urlencoded\b/i.test(mimeType);
	return { mimeType, text: body, ...(isForm ? { params: pairsIn(body) } : {}) };
}

function pairsIn(query: string): HarPair[] {
	return query
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const equals = pair.indexOf('=');
			const [name, value] =
				equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
			return { name: formDecoded(name), value: formDecoded(value) };
		});
}

function cookiesIn([, value]: Header): HarPair[] {
	return value
		.split(';')
		.map((pair) => pair.trim())
		.filter((pair) => pair !== '')
		.map((pair) => {
			const equals = pair.indexOf('=');
			return equals < 0
				? { name: '', value: pair }
				: { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
		});
}

const formDecoded = (text: string) => decodedText(text.replaceAll('+', ' '));
