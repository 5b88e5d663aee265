import type { Reply, ServerRequest } from '#lib/simulator/call.ts';

/** A fetch request as the simulated server reads it. `root` is the path that is its `/`. */
export async function toServerRequest(request: Request, root: string): Promise<ServerRequest> {
	const { pathname, search } = new URL(request.url);
	return {
		method: request.method,
		path: pathname.slice(root.length) || '/',
		query: search.slice(1),
		headers: Object.fromEntries(request.headers),
		body: await request.text()
	};
}

/** The bytes of a reply's body; undefined = none. */
export function bodyText({ body }: Reply): string | undefined {
	return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

/** @source https://fetch.spec.whatwg.org/#null-body-status */
const BODYLESS = new Set([101, 103, 204, 205, 304]);

export function toResponse(reply: Reply, method = 'GET'): Response {
	const isBodyless = BODYLESS.has(reply.status) || method === 'HEAD';
	return new Response(isBodyless ? null : (bodyText(reply) ?? null), {
		status: reply.status,
		statusText: REASONS[reply.status] ?? '',
		headers: reply.headers
	});
}

/** A reply of the lab itself, not of the simulated Airflow; worded as a problem (RFC 9457). */
export const labReply = (status: number, title: string, detail: string): Reply => ({
	status,
	headers: { 'content-type': 'application/problem+json' },
	body: { status, title, detail }
});

/** HTTP/1.1 reason phrases, which both Airflows send. */
export const REASONS: Record<number, string> = {
	200: 'OK',
	201: 'Created',
	202: 'Accepted',
	204: 'No Content',
	207: 'Multi-Status',
	304: 'Not Modified',
	307: 'Temporary Redirect',
	308: 'Permanent Redirect',
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	406: 'Not Acceptable',
	409: 'Conflict',
	412: 'Precondition Failed',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Content',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	501: 'Not Implemented',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
	507: 'Insufficient Storage'
};
