import type { Reply, Resource } from '#lib/simulator/call.ts';
import { bearerOf } from './access.ts';
import { optionalText } from './filters.ts';
import { operation } from './operation.ts';
import { badRequest } from './reply.ts';
import { revoke } from './token.ts';

const LOGIN = '/auth/login';

/** Ways for browsers. @source airflow/api_fastapi/core_api/routes/public/auth.py */
export const loginPages = {
	'GET /auth/login': operation(
		{ query: { next: optionalText } },
		(_, call, { query: { next } }) => {
			if (!next) return redirect(LOGIN);
			if (!isSafe(next, call.request.headers.host)) return badRequest('Invalid or unsafe next URL');
			return redirect(`${LOGIN}?${new URLSearchParams({ next })}`);
		}
	),
	'GET /auth/logout': (world, { request }) => {
		const token = bearerOf(request);
		if (token !== undefined) revoke(world, token);
		return redirect(LOGIN, {
			'set-cookie': '_token=""; HttpOnly; Max-Age=0; Path=/; SameSite=lax'
		});
	}
} satisfies Resource;

const redirect = (location: string, headers: Record<string, string> = {}): Reply => ({
	status: 307,
	headers: { location, ...headers }
});

/** Only the server's own pages. @source airflow/api_fastapi/core_api/security.py `is_safe_url` */
function isSafe(next: string, host: string | undefined): boolean {
	if (next.startsWith('/') && !next.startsWith('//')) return true;
	return URL.canParse(next) && new URL(next).host === host;
}
