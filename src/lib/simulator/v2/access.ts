import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import type { User, World } from '#lib/simulator/world.ts';
import { refuse } from './reply.ts';
import { readToken, type Bearer } from './token.ts';

const ASKS_ITSELF = new Set(['PATCH /dags/{dag_id}/dagRuns', 'POST /dags/{dag_id}/clearDagRuns']);

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
	if (path.startsWith('/variables')) return 'op';
	if (path.startsWith('/pools')) return reads ? 'viewer' : 'op';
	if (path.startsWith('/assets') || path.includes('/assets/')) return reads ? 'viewer' : 'op';
	// These look for what they are about before they ask who may: see their handlers.
	if (ASKS_ITSELF.has(operation) || path.startsWith('/backfills/{')) return 'viewer';
	return reads ? 'viewer' : 'user';
}

/** Who calls, or the refusal. @source airflow/api_fastapi/core_api/security.py `get_user` */
export function identify(world: World, request: ServerRequest, nowMs: number): Bearer | Reply {
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

export const mayCall = (user: Bearer, role: User['role']) => RANK[user.role] >= RANK[role];

function cookie(request: ServerRequest): string | undefined {
	return /(?:^|;\s*)_token=([^;]+)/.exec(request.headers['cookie'] ?? '')?.[1];
}
