import { describe, expect, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { World } from '#lib/simulator/world.ts';

const bornMs = Date.UTC(2026, 10, 23, 10);

function newWorld(cfg: string): World {
	const birth = { name: 'main', scenario: 'course', seed: 1, nowMs: bornMs };
	return { ...createWorld({ ...birth, timetable: 'trigger' }), cfg };
}

function ask(
	world: World,
	operation: string,
	{
		headers = {},
		body,
		afterMs = 0
	}: { headers?: Record<string, string>; body?: object; afterMs?: number } = {}
) {
	const [method = '', address = ''] = operation.split(' ');
	const [path = '', query = ''] = address.split('?');
	const json = body === undefined ? {} : { 'content-type': 'application/json' };
	const text = body === undefined ? '' : JSON.stringify(body);
	const request = { method, path, query, headers: { ...json, ...headers }, body: text };
	return answer(world, request, bornMs + afterMs);
}

const allAdmins = '[core]\nsimple_auth_manager_all_admins = True\n';
const who = { username: 'viewer', password: 'viewer' };
const tokenOf = ({ body }: { body?: unknown }) => (body as { access_token: string }).access_token;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const claimsOf = (token: string) =>
	JSON.parse(atob(token.split('.')[1] ?? '')) as {
		sub: string;
		role: string;
		exp: number;
		iat: number;
	};

describe('where everybody is an admin', () => {
	test.each<[string, Record<string, string>, number]>([
		['who sends nothing is let in', {}, 200],
		['a bad cookie is overlooked', { cookie: '_token=abc' }, 200],
		['a bad token still counts', { authorization: 'Bearer x' }, 403],
		['a password still is no token', { authorization: 'Basic YTpi' }, 401]
	])('%s', (_, headers, status) => {
		expect(ask(newWorld(allAdmins), 'GET /api/v2/variables', { headers }).status).toBe(status);
	});

	test.each([
		['GET /auth/token', undefined],
		['POST /auth/token', { username: 'a', password: 'b' }],
		['POST /auth/token', { username: '', password: '' }],
		['POST /auth/token/cli', { username: 'a', password: 'b' }]
	])('%s gives whoever asks an admin’s token', (operation, body) => {
		const world = newWorld(allAdmins);
		const reply = ask(world, operation, body ? { body } : {});

		expect(reply.status).toBe(201);
		expect(claimsOf(tokenOf(reply))).toMatchObject({ sub: 'Anonymous', role: 'ADMIN' });
		const headers = bearer(tokenOf(reply));
		expect(ask(newWorld(''), 'GET /api/v2/variables', { headers }).status).toBe(200);
	});

	test.each([
		['GET /auth/token/login', '/'],
		['GET /auth/token/login?next=/dags', '/dags'],
		['GET /auth/token/login?next=http://evil/', '/']
	])('%s leads to %s with a cookie', (operation, location) => {
		const world = newWorld(allAdmins);
		const reply = ask(world, operation);

		expect(reply).toMatchObject({ status: 307, headers: { location } });
		const cookie = /^_token=([\w.-]+); HttpOnly; Path=\/; SameSite=lax$/.exec(
			reply.headers['set-cookie'] ?? ''
		)?.[1];
		expect(claimsOf(cookie ?? '').sub).toBe('Anonymous');
	});

	test('the way to log in and out is another', () => {
		for (const operation of ['GET /api/v2/auth/login', 'GET /api/v2/auth/logout']) {
			const { headers } = ask(newWorld(allAdmins), operation);
			expect(headers['location']).toBe('/auth/token/login');
		}
	});
});

describe('the life of a token', () => {
	const times = '[api_auth]\njwt_expiration_time = 100\njwt_cli_expiration_time = 50\n';

	test.each([
		['POST /auth/token', '', 86_400],
		['POST /auth/token/cli', '', 3_600],
		['POST /auth/token', times, 100],
		['POST /auth/token/cli', times, 50]
	])('of %s with the settings %j is %i seconds', (operation, cfg, seconds) => {
		const world = newWorld(cfg);
		const token = tokenOf(ask(world, operation, { body: who }));
		const { exp, iat } = claimsOf(token);
		const late = { headers: bearer(token), afterMs: (seconds + 10) * 1000 };

		expect(exp - iat).toBe(seconds);
		expect(ask(world, 'GET /api/v2/dags', { headers: bearer(token) }).status).toBe(200);
		expect(ask(world, 'GET /api/v2/dags', late)).toMatchObject({
			status: 401,
			body: { detail: 'Token Expired' }
		});
	});

	test('a terminal’s that is no number is found out when it is asked for', () => {
		const world = newWorld('[api_auth]\njwt_cli_expiration_time = soon\n');

		expect(ask(world, 'POST /auth/token/cli', { body: who }).status).toBe(500);
		expect(ask(world, 'POST /auth/token', { body: who }).status).toBe(201);
	});
});

test.each([
	'[api_auth]\njwt_expiration_time = x\n',
	'[core]\nsimple_auth_manager_all_admins = maybe\n',
	'[core]\nauth_manager = no.such.Thing\n',
	'[core]\nauth_manager = airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager\n',
	'[api]\naccess_control_allow_origins = *\n'
])('with %j the server does not come up', (cfg) => {
	expect(ask(newWorld(cfg), 'GET /api/v2/version').delivery).toEqual({ isDropped: true });
});

test('a cookie that is good no more is taken away', () => {
	const reply = ask(newWorld(''), 'GET /api/v2/version', { headers: { cookie: '_token=abc' } });

	expect(reply.headers['set-cookie']).toBe('_token=""; HttpOnly; Max-Age=0; Path=/; SameSite=lax');
});
