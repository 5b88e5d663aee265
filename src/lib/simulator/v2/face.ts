import type { FaceReply } from '#lib/simulator/airflow.ts';
import type { Call, Reply, ServerRequest } from '#lib/simulator/call.ts';
import { createRouter } from '#lib/simulator/router.ts';
import type { World } from '#lib/simulator/world.ts';
import { logV2 } from '#lib/simulator/event-log.ts';
import { corsHeadersV2, preflightV2 } from '#lib/simulator/cors.ts';
import { identify, isRefusedUnseen, mayCall, refreshedCookie, roleFor } from './access.ts';
import { auth } from './auth.ts';
import { refuseOddDagId } from './backfills.ts';
import { events } from './events.ts';
import { parseJson } from './python-json.ts';
import { isRecord } from './readers.ts';
import { isReply, ok, refuse, unprocessable } from './reply.ts';
import { v2Resources } from './resources.ts';
import { startUpTrouble } from './start-up.ts';

const router = createRouter(
	v2Resources.filter((resource) => resource !== auth),
	['pool_name', 'variable_key', 'connection_id', 'key?']
);
/** Beside the API, and of the auth manager. */
const authRouter = createRouter([auth]);

const PREFIX = '/api/v2';

/**
 * Answers as Airflow 3.3.2 does with its default auth manager.
 * @param nowMs virtual now, up to which the world was brought
 */
export function answerV2(world: World, request: ServerRequest, nowMs: number): FaceReply {
	if (startUpTrouble(world) !== undefined) {
		return { status: 0, headers: {}, delivery: { isDropped: true } };
	}
	const preflight = preflightV2(world, request);
	if (preflight) return preflight;
	const cookie = refreshedCookie(world, request, nowMs);
	const reply = answerWithin(world, request, nowMs);
	const headers = { ...reply.headers, ...cookie, ...corsHeadersV2(world, request) };
	return { ...reply, headers };
}

function answerWithin(world: World, request: ServerRequest, nowMs: number): FaceReply {
	const inApi = request.path.startsWith(`${PREFIX}/`);
	const isAuth = request.path.startsWith('/auth/');
	const found = inApi
		? router.find(request.method, request.path.slice(PREFIX.length))
		: isAuth
			? authRouter.find(request.method, request.path)
			: undefined;
	if (!found || 'allowed' in found) return noRoute(request, found?.allowed);

	const { key, handler, params } = found;
	const refusal = (reply: Reply): FaceReply => ({ ...reply, operation: key, params });
	const body = key === 'POST /auth/token' ? { value: undefined } : readBody(request);
	if ('issues' in body) return refusal(unprocessable(body.issues));

	const role = roleFor(key);
	const user = role === undefined ? undefined : identify(world, request, nowMs);
	if (user && isReply(user)) return refusal(user);
	const event = user && events[key];
	const write = () => {
		if (!event) return;
		const query = new URLSearchParams(request.query);
		const sent = body.value === undefined ? undefined : isRecord(body.value) ? body.value : {};
		const { method } = request;
		logV2(world, event, { method, query, params, body: sent, user: user.username });
	};
	const isLoggedFirst = LOGGED_FIRST.test(key);
	if (isLoggedFirst) write();
	const odd = refuseOddDagId(key, body.value);
	if (odd) return refusal(odd);
	if (user && role && (!mayCall(user, role) || isRefusedUnseen(key, params, user))) {
		return { ...refusal(refuse(403, 'Forbidden')), user: user.username };
	}
	if (!isLoggedFirst) write();
	const call: Call = {
		request,
		param: (name) => params[name] ?? '',
		query: new URLSearchParams(request.query),
		body: body.value,
		nowMs,
		...(user && { user: { ...user, password: '' } })
	};
	const reply = handler(world, call);
	return { ...reply, operation: key, params, ...(user && { user: user.username }) };
}

/** Where the log comes before the permission. @source the order of `dependencies` in routes/public/*.py */
const LOGGED_FIRST =
	/\/(variables|backfills|clearTaskInstances|taskGroupInstances|taskInstances)\b(?!.*hitlDetails)/;

/** JSON when it says so; other text arrives as the string it is. @source fastapi/routing.py `get_request_handler` */
function readBody({ headers, body }: ServerRequest): ReturnType<typeof parseJson> {
	if (body === '') return { value: undefined };
	const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
	const isJson = type === 'application/json' || /^application\/.*\+json$/.test(type);
	return isJson ? parseJson(body) : { value: body };
}

/** @source airflow/api_fastapi/core_api/app.py `api_not_found`: a catch-all for GET, which is why 405 allows it */
function noRoute({ method, path }: ServerRequest, allowed?: readonly string[]): FaceReply {
	const inApi = path.startsWith('/api/');
	const isAuth = path.startsWith('/auth/');
	if (!inApi && !isAuth) return refuse(404, 'Not Found');
	if (method === 'GET') return isAuth ? loginPage() : ok({ error: 'API route not found' }, 404);
	const refusal = refuse(405, 'Method Not Allowed');
	const reply = method === 'HEAD' ? { status: 405, headers: refusal.headers } : refusal;
	const allow = inApi ? 'GET' : (allowed?.[0] ?? 'GET');
	return { ...reply, headers: { ...reply.headers, allow } };
}

/** Whatever a browser asks of the login manager is one page, for people. */
const loginPage = (): FaceReply => ({
	status: 200,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: '<!doctype html>\n<html lang="en"><title>Log in</title><body>The simulator has no pages of its own.</body></html>\n'
});
