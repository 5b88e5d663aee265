import { answer } from './airflow.ts';
import type { Reply } from './call.ts';
import { createWorld } from './create-world.ts';
import type { World } from './world.ts';

const BORN_MS = Date.UTC(2026, 10, 23, 10);

/** An empty world of one API line whose `airflow.cfg` has these changes. */
export function siteWorld(cfg: string): World {
	const birth = { name: 'main', scenario: 'empty', seed: 1, nowMs: BORN_MS };
	return { ...createWorld({ ...birth, timetable: 'trigger' }), cfg };
}

/** Asks a world of {@link siteWorld} as its admin; `call` is `GET /api/v1/config`. */
export function askSite(
	world: World,
	call: string,
	{
		headers = {},
		body,
		afterMs = 0
	}: { headers?: Record<string, string>; body?: unknown; afterMs?: number } = {}
): Reply {
	const [method = '', address = ''] = call.split(' ');
	const [path = '', query = ''] = address.split('?');
	const nowMs = BORN_MS + afterMs;
	const authorization = path.startsWith('/api/v1') ? BASIC : `Bearer ${tokenOf(world, nowMs)}`;
	const json = body === undefined ? {} : { 'content-type': 'application/json' };
	const text = body === undefined ? '' : JSON.stringify(body);
	const request = { method, path, query, body: text };
	return answer(
		world,
		{ ...request, headers: { accept: '*/*', authorization, ...json, ...headers } },
		nowMs
	);
}

/** A reply's JSON, which v1 has as text already. */
export const jsonOf = ({ body }: Reply): unknown =>
	typeof body === 'string' ? (JSON.parse(body) as unknown) : body;

const BASIC = `Basic ${btoa('admin:admin')}`;

function tokenOf(world: World, nowMs: number): string {
	const reply = answer(
		world,
		{
			method: 'POST',
			path: '/auth/token',
			query: '',
			headers: { 'content-type': 'application/json' },
			body: '{"username":"admin","password":"admin"}'
		},
		nowMs
	);
	return (reply.body as { access_token: string }).access_token;
}
