import type { Call, Handler, Reply } from '#lib/simulator/call.ts';
import { schemaError, type JsonSchema } from '#lib/simulator/json-schema.ts';
import type { User, World } from '#lib/simulator/world.ts';
import { logV1 } from '#lib/simulator/event-log.ts';
import { events } from './events.ts';
import { authenticationOf } from './auth-backends.ts';
import { countLogin } from './caller.ts';
import { needsOf } from './needs.ts';
import { mayCall, mayDag, permissionsOf, type Permissions } from './permissions.ts';
import { readQuery, type Query, type QuerySpec } from './query.ts';
import { badRequest, brokenRequest, crash, forbidden, isReply, problem } from './reply.ts';

/** A call whose query and body have been checked against the operation. */
export interface V1Call extends Call {
	args: Query;
	/** The body; an empty object when the operation takes none. */
	form: Record<string, unknown>;
	/**
	 * Whether the caller may do so with this DAG, for lists, which hide the others. Undefined: with every
	 * DAG, so that nothing need be looked through.
	 */
	dagFilter(...methods: ('GET' | 'PUT')[]): ((dagId: string) => boolean) | undefined;
}

export interface Rule {
	/** Who may, at least, where the operation is unknown to {@link needsOf}. Left out: anyone. */
	role?: User['role'];
	/** True when the path has parameters: only then, or with a query, are unknown ones refused. */
	query?: QuerySpec;
	body?: JsonSchema;
	answer: (world: World, call: V1Call) => Reply;
}

const RANK: User['role'][] = ['viewer', 'user', 'op', 'admin'];

/**
 * A handler that checks in Airflow's order: body, query, credentials, permission, then the rule itself.
 * @source airflow/api_connexion/security.py; connexion 2.14 decorators/validation.py
 */
export function rule({ role, query, body, answer }: Rule): Handler {
	return (world, call) => {
		const form = body === undefined ? {} : readBody(call, body);
		if (isReply(form)) return form;
		const args = readQuery(call, query);
		if (isReply(args)) return args;
		// Anonymous calls count as the role Public: 403, never 401.
		const permissions = permissionsOf(world, call.user);
		if (!isAllowed(world, call, permissions, role)) return forbidden();
		if (isEmptyJsonDelete(call)) return brokenRequest();
		if (!log(world, call, form)) return crash('text/html');
		const dagFilter: V1Call['dagFilter'] = (...methods) =>
			methods.some((method) => mayDag(permissions, method))
				? undefined
				: (dagId) => methods.some((method) => mayDag(permissions, method, dagId));
		return answer(world, { ...call, args, form, dagFilter });
	};
}

function isAllowed(
	world: World,
	{ operation, params, query, user, request, nowMs }: Call,
	permissions: Permissions,
	role: User['role'] | undefined
): boolean {
	const needs = operation === undefined ? undefined : needsOf(operation);
	if (needs) {
		if (needs.length > 0 && authenticationOf(world).readsBasic) {
			countLogin(world, request.headers['authorization'], nowMs);
		}
		// Connexion hands over the query's parameters just as those of the path.
		const dagId = params?.['dag_id'] ?? query.get('dag_id') ?? undefined;
		return mayCall(world, permissions, needs, dagId === '~' ? undefined : dagId);
	}
	const rank = user ? RANK.indexOf(user.role) : -1;
	return role === undefined || rank >= RANK.indexOf(role);
}

/** Before the rule is carried out, whatever becomes of it; false when Airflow breaks over it. */
function log(world: World, call: V1Call | Call, form: Record<string, unknown>): boolean {
	const event = call.operation === undefined ? undefined : events[call.operation];
	if (event === undefined) return true;
	const { request, query, params = {}, user } = call;
	const body =
		request.method === 'DELETE' ? jsonOf(request) : request.body === '' ? undefined : form;
	const logged = {
		method: request.method,
		query,
		params,
		body,
		user: user?.username ?? 'anonymous'
	};
	return [event].flat().every((name) => logV1(world, name, logged));
}

/** A body that nobody asked for is logged all the same. */
function jsonOf({ headers, body }: Call['request']): Record<string, unknown> | undefined {
	if (body === '' || !/application\/json/i.test(headers['content-type'] ?? '')) return undefined;
	const value = parse(body);
	return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

/** Airflow logs the body of every deletion that calls itself JSON, and breaks when there is none. */
function isEmptyJsonDelete({ request }: Call): boolean {
	const type = request.headers['content-type'] ?? '';
	return request.method === 'DELETE' && request.body === '' && /^application\/json/i.test(type);
}

function readBody({ request }: Call, schema: JsonSchema): Record<string, unknown> | Reply {
	const type = request.headers['content-type'] ?? '';
	const isJson = /^application\/([\w.-]+\+)?json\b/i.test(type);
	if (request.body === '' && (isJson || type === '')) {
		return badRequest('Request body must not be empty');
	}
	if (!isJson) {
		const detail = `Invalid Content-type (${type}), expected JSON data`;
		return problem(415, 'Unsupported Media Type', detail, true);
	}
	const value = parse(request.body);
	if (value === undefined || value === null) return badRequest('Request body is not valid JSON');
	const error = schemaError({ type: 'object', ...schema }, value);
	if (!error) return value as Record<string, unknown>;
	const where = error.path.length > 0 ? ` - '${error.path.join('.')}'` : '';
	return badRequest(error.message + where);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}
