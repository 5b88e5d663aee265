import type { FaceReply } from '#lib/simulator/airflow.ts';
import type { ServerRequest } from '#lib/simulator/call.ts';
import { corsHeadersV1 } from '#lib/simulator/cors.ts';
import { createRouter } from '#lib/simulator/router.ts';
import type { World } from '#lib/simulator/world.ts';
import { authenticationOf } from './auth-backends.ts';
import { callerOf } from './caller.ts';
import { noSuchUrl, problem } from './reply.ts';
import { v1Resources } from './resources.ts';

const PREFIX = '/api/v1';
export const FAB_PREFIX = '/auth/fab/v1';

const router = createRouter(v1Resources, ['variable_key', 'uri']);

/**
 * Airflow 2.11's REST API. Credentials are Basic; without them a caller is the role Public and may
 * only see health and version.
 */
export function answerV1(world: World, request: ServerRequest, nowMs: number): FaceReply {
	const authentication = authenticationOf(world);
	if (authentication.trouble !== undefined) return noServer();
	// Flask answers HEAD by what it would say to GET, and OPTIONS by itself.
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	const found = router.find(method, pathOf(request.path));
	if (!found || ('params' in found && !hasWholeNumbers(found.params))) return noSuchUrl();
	const cors = corsHeadersV1(world, request);
	if ('allowed' in found) {
		if (method === 'OPTIONS') return options(found.allowed, cors);
		const detail = 'The method is not allowed for the requested URL.';
		return problem(405, 'Method Not Allowed', detail, true);
	}
	const user = authentication.readsBasic
		? callerOf(world, request.headers.authorization)
		: undefined;
	const { body, headers, ...reply } = found.handler(world, {
		request,
		operation: found.key,
		params: found.params,
		param: (name) => found.params[name] ?? '',
		query: new URLSearchParams(request.query),
		body: undefined,
		nowMs,
		...(user === undefined ? {} : { user })
	});
	return {
		...reply,
		headers: { ...headers, ...cors },
		...(body === undefined || request.method === 'HEAD' ? {} : { body }),
		operation: found.key,
		params: found.params,
		...(user === undefined ? {} : { user: user.username })
	};
}

/** Users and roles have the auth manager's own address too. @source airflow/providers/fab, `/auth/fab/v1` */
function pathOf(path: string): string {
	if (path.startsWith(PREFIX)) return path.slice(PREFIX.length);
	const own = path.slice(FAB_PREFIX.length);
	return /^\/(users|roles|permissions)(\/|$)/.test(own) ? own : '';
}

/** Parameters that the specification calls integers take digits only; else the address is another one. */
const hasWholeNumbers = (params: Readonly<Record<string, string>>) =>
	INTEGERS.every((name) => params[name] === undefined || /^\d+$/.test(params[name]));
const INTEGERS = ['map_index', 'task_try_number', 'import_error_id', 'event_log_id'];

function options(allowed: readonly string[], cors: Record<string, string>): FaceReply {
	const methods = ['OPTIONS', ...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])];
	const headers = { 'content-type': 'text/html; charset=utf-8', allow: methods.join(', ') };
	return { status: 200, headers: { ...headers, ...cors } };
}

/** Nobody listens: the server has not come up with what its settings say. */
const noServer = (): FaceReply => ({ status: 0, headers: {}, delivery: { isDropped: true } });
