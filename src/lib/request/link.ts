import type { RequestDraft } from './draft.ts';

/** What a link to a request carries: never a credential, never a server. */
export interface SharedRequest {
	api: 'v1' | 'v2';
	draft: RequestDraft;
}

const VERSION = 1;
const SECRET_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization', 'x-api-key']);

/** The fragment of a link to a filled request, without `#`. Headers that hold secrets are left out. */
export function encodeShared({ api, draft }: SharedRequest): string {
	const headers = Object.fromEntries(
		Object.entries(draft.headers).filter(([name]) => !SECRET_HEADERS.has(name.toLowerCase()))
	);
	const bytes = new TextEncoder().encode(JSON.stringify({ v: VERSION, api, ...draft, headers }));
	const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	return `r=${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Reads a fragment; undefined when it is not one of ours. Its content is a stranger's: every field is checked. */
export function decodeShared(fragment: string): SharedRequest | undefined {
	const match = /^#?r=([\w-]+)$/.exec(fragment);
	if (!match) return undefined;
	try {
		const base64 = (match[1] as string).replaceAll('-', '+').replaceAll('_', '/');
		const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
		return checked(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
	} catch {
		// Cut off or mangled on its way: the caller says so.
		return undefined;
	}
}

function checked(value: unknown): SharedRequest | undefined {
	if (!isRecord(value) || value.v !== VERSION) return undefined;
	if (value.api !== 'v1' && value.api !== 'v2') return undefined;
	if (typeof value.operation !== 'string') return undefined;
	if (!isTexts(value.path) || !isTexts(value.headers) || !isTextLists(value.query))
		return undefined;
	const headers = Object.entries(value.headers).filter(
		([name]) => !SECRET_HEADERS.has(name.toLowerCase())
	);

	return {
		api: value.api,
		draft: {
			operation: value.operation,
			path: { ...value.path },
			query: { ...value.query },
			headers: Object.fromEntries(headers),
			...(typeof value.body === 'string' ? { body: value.body } : {}),
			...(typeof value.contentType === 'string' ? { contentType: value.contentType } : {})
		}
	};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is Record<string, string> =>
	isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
const isTextLists = (value: unknown): value is Record<string, string[]> =>
	isRecord(value) &&
	Object.values(value).every(
		(list) => Array.isArray(list) && list.every((text) => typeof text === 'string')
	);
