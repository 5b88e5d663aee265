import type { Reply, Resource, ServerRequest } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { tokensOf } from './access.ts';
import { optionalText } from './filters.ts';
import { operation } from './operation.ts';
import { badRequest } from './reply.ts';
import { everybodyIsAdmin } from './start-up.ts';
import { revoke } from './token.ts';

/** Ways for browsers. @source airflow/api_fastapi/core_api/routes/public/auth.py */
export const loginPages = {
	'GET /auth/login': operation(
		{ query: { next: optionalText } },
		(world, { request }, { query: { next } }) => {
			if (!next) return redirect(loginUrl(world));
			if (!isSafe(next, request)) return badRequest('Invalid or unsafe next URL');
			return redirect(`${loginUrl(world)}?${new URLSearchParams({ next })}`);
		}
	),
	'GET /auth/logout': (world, { request, nowMs }) => {
		for (const token of tokensOf(request)) revoke(world, token);
		const expires = new Date(nowMs).toUTCString();
		return redirect(loginUrl(world), {
			'set-cookie': `_token=""; expires=${expires}; HttpOnly; Max-Age=0; Path=/; SameSite=lax`
		});
	}
} satisfies Resource;

/** Where to go on to: what was asked for, or the front page when that is no page of this server. */
export const targetOf = (next: string | null, request: ServerRequest) =>
	next && isSafe(next, request) ? next : '/';

export const redirect = (location: string, headers: Record<string, string> = {}): Reply => ({
	status: 307,
	headers: { location, ...headers }
});

const loginUrl = (world: World) => (everybodyIsAdmin(world) ? '/auth/token/login' : '/auth/login');

/** Only the server's own pages. @source airflow/api_fastapi/core_api/security.py `is_safe_url` */
function isSafe(next: string, { headers }: ServerRequest): boolean {
	const base = `http://${headers['host'] ?? 'localhost'}/`;
	if (!URL.canParse(next, base)) return false;
	const { protocol, host } = new URL(next, base);
	return /^https?:$/.test(protocol) && host === new URL(base).host;
}
