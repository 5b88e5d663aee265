import { answer } from '#lib/simulator/airflow.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';

/**
 * Whether the world's settings speak of other origins. Only then is the lab's own page treated as one:
 * otherwise it could not call at all, as no page of another origin can by default.
 */
export const hasCorsSettings = (world: World): boolean =>
	['origins', 'methods', 'headers'].some(
		(what) => settingOf(world, 'api', `access_control_allow_${what}`).trim() !== ''
	);

/**
 * A request as a browser sends it from a page of another origin: with a preflight where one is due. What
 * the page may not read, it does not get, though the server may have done it.
 * @source https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function askAcross(
	world: World,
	request: ServerRequest,
	origin: string,
	nowMs: number
): Reply {
	const crossing = { ...request, headers: { ...request.headers, origin } };
	const asked = headersToAskFor(request);
	if (!SIMPLE_METHODS.includes(request.method) || asked.length > 0) {
		const preflight = answer(world, preflightOf(crossing, asked), nowMs);
		if (!passes(preflight, request.method, asked, origin)) return blocked(world);
	}
	const reply = answer(world, crossing, nowMs);
	return lets(reply, origin) ? reply : blocked(world);
}

const SIMPLE_METHODS = ['GET', 'HEAD', 'POST'];
const SIMPLE_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;
/** What the browser writes by itself, or may always be sent. */
const AUTOMATIC =
	/^(accept|accept-language|content-language|accept-encoding|user-agent|referer|origin|host|connection|content-length|cookie|dnt|pragma|cache-control|priority|sec-.*)$/;

function headersToAskFor({ headers }: ServerRequest): string[] {
	return Object.entries(headers)
		.filter(([name, value]) =>
			name === 'content-type' ? !SIMPLE_TYPES.test(value) : !AUTOMATIC.test(name)
		)
		.map(([name]) => name)
		.sort();
}

const preflightOf = (request: ServerRequest, asked: string[]): ServerRequest => ({
	...request,
	method: 'OPTIONS',
	body: '',
	headers: {
		origin: request.headers.origin ?? '',
		'access-control-request-method': request.method,
		...(asked.length > 0 ? { 'access-control-request-headers': asked.join(',') } : {})
	}
});

function passes(reply: Reply, method: string, asked: string[], origin: string): boolean {
	if (reply.status < 200 || reply.status > 299 || !lets(reply, origin)) return false;
	const list = (name: string) =>
		(reply.headers[name] ?? '').split(',').map((item) => item.trim().toLowerCase());
	const methods = list('access-control-allow-methods');
	const headers = list('access-control-allow-headers');
	const isMethodFree = SIMPLE_METHODS.includes(method);
	// A star never stands for `authorization`.
	const isHeaderAllowed = (name: string) =>
		headers.includes(name) || (headers.includes('*') && name !== 'authorization');
	return (
		(isMethodFree || methods.includes(method.toLowerCase()) || methods.includes('*')) &&
		asked.every(isHeaderAllowed)
	);
}

function lets({ headers, delivery }: Reply, origin: string): boolean {
	if (delivery?.isDropped) return true;
	const allowed = headers['access-control-allow-origin'];
	return allowed === '*' || allowed === origin;
}

/** The page sees a network error; the journal says why. */
function blocked(world: World): Reply {
	const entry = world.journal.at(-1);
	if (entry) entry.blocked = 'cors';
	return { status: 0, headers: {}, delivery: { isDropped: true } };
}
