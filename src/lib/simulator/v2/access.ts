import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import type { User, World } from '#lib/simulator/world.ts';
import { refuse } from './reply.ts';
import { everybodyIsAdmin } from './start-up.ts';
import { ANONYMOUS, readToken, type Bearer } from './token.ts';

/** These look for what they are about before they ask who may: see their handlers. */
const ASKS_ITSELF = new Set([
	'PATCH /dags/{dag_id}/dagRuns',
	'POST /dags/{dag_id}/clearDagRuns',
	'PATCH /pools',
	'PATCH /variables',
	'PATCH /connections',
	'POST /connections/enqueue-test',
	'GET /connections/enqueue-test',
	'PUT /parseDagFile/{file_token}'
]);

const RANK: Record<User['role'], number> = { viewer: 0, user: 1, op: 2, admin: 3 };

/**
 * The least role that an operation asks for; undefined when anybody may call it.
 * @source airflow/api_fastapi/auth/managers/simple/simple_auth_manager.py `is_authorized_*`
 */
export function roleFor(operation: string): User['role'] | undefined {
	const [method = '', path = ''] = operation.split(' ');
	if (path === '/version' || /^\/(monitor|auth)\//.test(path)) return undefined;
	// Marking a favourite asks for no more than seeing the DAG.
	const reads = method === 'GET' || /\/(list|favorite|unfavorite)$/.test(path);
	if (ASKS_ITSELF.has(operation) || path.startsWith('/backfills/{')) return 'viewer';
	if (/^\/(variables|connections)\b/.test(path)) return 'op';
	if (path.startsWith('/pools')) return reads ? 'viewer' : 'op';
	if (path.startsWith('/assets') || path.includes('/assets/')) return reads ? 'viewer' : 'op';
	return reads ? 'viewer' : 'user';
}

/** Who calls, or the refusal. @source airflow/api_fastapi/core_api/security.py `get_user` */
export function identify(world: World, request: ServerRequest, nowMs: number): Bearer | Reply {
	// With everybody an admin, a header is made up for whoever sends none.
	if (everybodyIsAdmin(world) && request.headers['authorization'] === undefined) return ANONYMOUS;
	const token = bearerOf(request);
	if (!token) return refuse(401, 'Not authenticated');
	const holder = readToken(world, token, nowMs);
	if (holder === 'expired') return refuse(401, 'Token Expired');
	if (holder === 'invalid') return refuse(403, 'Invalid JWT token');
	return holder;
}

/** The token of a request: the header's, or else the cookie's. */
export function bearerOf(request: ServerRequest): string | undefined {
	const [scheme = '', ...words] = (request.headers['authorization'] ?? '').split(' ');
	const bearer = words.join(' ').trim();
	return scheme.toLowerCase() === 'bearer' && bearer !== '' ? bearer : cookie(request);
}

/** A backfill whose id cannot be one is on no DAG in particular: to change it takes a user. */
export const isRefusedUnseen = (
	operation: string,
	{ backfill_id: id = '' }: Record<string, string>,
	user: Bearer
) => /^PUT \/backfills\/\{/.test(operation) && !/^\d+(\.0*)?$/.test(id) && !mayCall(user, 'user');

/** Every token of a request, in the order in which they count. */
export function tokensOf(request: ServerRequest): string[] {
	const both = [bearerOf(request), cookie(request)].filter((token) => token !== undefined);
	return [...new Set(both)];
}

/** A cookie that is good no more is taken away. @source airflow/api_fastapi/auth/middlewares/refresh_token.py */
export function refreshedCookie(
	world: World,
	request: ServerRequest,
	nowMs: number
): Record<string, string> {
	const token = cookie(request);
	if (token === undefined || typeof readToken(world, token, nowMs) !== 'string') return {};
	return { 'set-cookie': '_token=""; HttpOnly; Max-Age=0; Path=/; SameSite=lax' };
}

/** Whether a role reaches up to another; an unknown caller is one of a test's own and may. */
export const mayCall = (user: Pick<User, 'role'> | undefined, role: User['role']) =>
	user === undefined || RANK[user.role] >= RANK[role];

function cookie(request: ServerRequest): string | undefined {
	return /(?:^|;\s*)_token=([^;]+)/.exec(request.headers['cookie'] ?? '')?.[1];
}
