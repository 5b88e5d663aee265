import type { Header, HttpRequest } from '#lib/request/draft.ts';
import { percentEncode } from '#lib/request/encode.ts';
import type { SnippetWarning } from './target.ts';

/** What leaves when Send is pressed, as far as the request itself decides it. */
export interface SentRequest extends HttpRequest {
	/** The draft's own Authorization header was taken out; the snippet shows a variable in its place. */
	hasOwnAuthorization: boolean;
	warnings: SnippetWarning[];
}

/**
 * The request after the rules that `fetch` lays on it, so that a snippet sends what Send sends: values trimmed, equal
 * names joined by a comma, forbidden names gone, lone surrogates replaced, a text type for a body without one.
 * @source Fetch Standard: "forbidden request-header", "normalize a byte sequence", "extract a body"
 */
export function sentRequest(request: HttpRequest): SentRequest {
	const warnings: SnippetWarning[] = [];
	const warn = (id: string, names: readonly string[]) => {
		if (names.length > 0) warnings.push({ id, values: { names: names.join(', ') } });
	};

	const named = request.headers.map(([name, value]) => [name, trim(value)] as const);
	const broken = named.filter(([name, value]) => !TOKEN.test(name) || CONTROL.test(value));
	const wide = named.filter(([, value]) => /[^\0-\xff]/.test(value));
	const forbidden = named.filter(([name]) => FORBIDDEN.test(name));
	const dropped = new Set([...broken, ...wide, ...forbidden]);
	warn('header-broken', names(broken));
	warn('header-not-latin1', names(wide));
	warn('header-forbidden', names(forbidden));

	const headers = joined(named.filter((header) => !dropped.has(header)));
	const sent: SentRequest = {
		method: request.method,
		url: sentUrl(request.url),
		headers: headers.filter(([name]) => name.toLowerCase() !== 'authorization'),
		hasOwnAuthorization: headers.some(([name]) => name.toLowerCase() === 'authorization'),
		warnings
	};
	if (request.body === undefined) return sent;
	if (request.method === 'GET' || request.method === 'HEAD') {
		warnings.push({ id: 'body-not-sent', values: { method: request.method } });
		return sent;
	}

	if (!headers.some(([name]) => name.toLowerCase() === 'content-type'))
		sent.headers = [...sent.headers, ['Content-Type', 'text/plain;charset=UTF-8']];
	return { ...sent, body: request.body.replace(/\p{Surrogate}/gu, '\ufffd') };
}

/**
 * The URL without its fragment and with nothing raw in it that no request line may hold; all else as written.
 * @source WHATWG URL, "basic URL parser" (tab and newline go), "query percent-encode set"
 */
export function sentUrl(url: string): string {
	return url
		.replace(/[\t\n\r]|#.*$/gs, '')
		.trim()
		.replace(/[^\x21\x23-\x3b\x3d\x3f-\x7e]+/g, percentEncode);
}

/** True when a segment of the path is `.` or `..`, also percent-encoded: browsers take such segments out. */
export function hasDotSegments(url: string): boolean {
	const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
	return path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/;
const FORBIDDEN =
	/^(accept-charset|accept-encoding|access-control-request-(headers|method)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

function trim(value: string): string {
	return value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
}

function names(headers: readonly Header[]): string[] {
	return [...new Set(headers.map(([name]) => JSON.stringify(name).slice(1, -1)))];
}

function joined(headers: readonly Header[]): Header[] {
	const byName = new Map<string, Header>();
	for (const [name, value] of headers) {
		const earlier = byName.get(name.toLowerCase());
		byName.set(
			name.toLowerCase(),
			earlier ? [earlier[0], `${earlier[1]}, ${value}`] : [name, value]
		);
	}
	return [...byName.values()];
}
