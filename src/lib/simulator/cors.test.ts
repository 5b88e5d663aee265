import { describe, expect, test } from 'vitest';
import { answer } from './airflow.ts';
import { createWorld } from './create-world.ts';

const cfg = (origins: string, methods = '', headers = '') =>
	`[api]\naccess_control_allow_origins = ${origins}\naccess_control_allow_methods = ${methods}\n` +
	`access_control_allow_headers = ${headers}\n`;

function ask(settings: string, method: string, path: string, headers: Record<string, string> = {}) {
	const nowMs = Date.UTC(2026, 10, 23, 10);
	const timetable = path.startsWith('/api/v1') ? 'data_interval' : 'trigger';
	const world = createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs, timetable });
	world.cfg = settings;
	const reply = answer(world, { method, path, query: '', headers, body: '' }, nowMs);
	const named = Object.entries(reply.headers)
		.filter(([name]) => name.startsWith('access-control-') || name === 'vary' || name === 'allow')
		.map(([name, value]) => [name.replace('access-control-allow-', ''), value]);
	return { ...reply, cors: Object.fromEntries(named) as Record<string, string> };
}

// Asked of a running Airflow 2.11.2.
describe('Airflow 2 and other origins', () => {
	const two = cfg('http://a.b http://c.d', 'GET,POST', 'authorization');
	const sent = { headers: 'authorization', methods: 'GET,POST' };

	test.each<[string, string, Record<string, string>, Record<string, string>]>([
		['says nothing by default', cfg(''), { origin: 'http://a.b' }, {}],
		[
			'names the origin that asks',
			two,
			{ origin: 'http://c.d' },
			{ ...sent, origin: 'http://c.d' }
		],
		['names the first when nobody asks', two, {}, { ...sent, origin: 'http://a.b' }],
		['names none to a stranger', two, { origin: 'http://evil' }, sent],
		[
			'takes a comma for a part of the origin',
			cfg('http://a.b,http://c.d'),
			{ origin: 'http://a.b' },
			{}
		],
		['does not know a slash at the end', cfg('http://a.b/'), { origin: 'http://a.b' }, {}],
		['lets all in by a star', cfg('*'), { origin: 'http://a.b' }, { origin: '*' }]
	])('%s', (_, settings, headers, expected) => {
		expect(ask(settings, 'GET', '/api/v1/version', headers).cors).toEqual(expected);
	});

	test.each([
		['a refusal has them', 'GET', '/api/v1/pools', 403, true],
		['a bad body has them', 'POST', '/api/v1/pools', 400, true],
		['an unknown address has not', 'GET', '/api/v1/nope', 404, false],
		['a wrong method has not', 'PUT', '/api/v1/pools', 405, false]
	])('%s', (_, method, path, status, hasThem) => {
		const reply = ask(two, method, path, { origin: 'http://a.b' });

		expect(reply.status).toBe(status);
		expect('origin' in reply.cors).toBe(hasThem);
	});

	test('a preflight is answered by the methods there are, allowed or not', () => {
		const preflight = { origin: 'http://evil', 'access-control-request-method': 'DELETE' };
		const reply = ask(two, 'OPTIONS', '/api/v1/pools', preflight);

		expect(reply).toMatchObject({ status: 200, cors: sent });
		expect(reply.body).toBeUndefined();
		expect(reply.cors['allow']?.split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST']);
		expect(ask(two, 'OPTIONS', '/api/v1/nope', preflight).status).toBe(404);
	});
});

// Asked of a running Airflow 3.3.2.
describe('Airflow 3 and other origins', () => {
	const two = cfg('http://a.b,http://c.d', 'GET,POST', 'authorization');
	const credentials = { credentials: 'true' };
	const named = { ...credentials, origin: 'http://a.b', vary: 'Origin' };

	test.each<[string, string, Record<string, string>, Record<string, string>]>([
		['says nothing by default', cfg(''), { origin: 'http://a.b' }, {}],
		['says nothing to its own', two, {}, {}],
		['names the origin that asks', two, { origin: 'http://a.b' }, named],
		['names none to a stranger', two, { origin: 'http://evil' }, credentials],
		[
			'takes a space for a part of the origin',
			cfg('http://a.b http://c.d'),
			{ origin: 'http://a.b' },
			credentials
		],
		['speaks up when only methods are set', cfg('', 'GET'), { origin: 'http://a.b' }, credentials]
	])('%s', (_, settings, headers, expected) => {
		expect(ask(settings, 'GET', '/api/v2/version', headers).cors).toEqual(expected);
	});

	test.each([
		['OK', two, 'http://a.b', 'GET', 'authorization'],
		['OK', two, 'http://a.b', 'GET', 'content-type'],
		['Disallowed CORS headers', two, 'http://a.b', 'GET', 'Authorization, X-Other'],
		['Disallowed CORS method', two, 'http://a.b', 'DELETE', undefined],
		['Disallowed CORS origin, method, headers', two, 'http://evil', 'DELETE', 'x-other'],
		['OK', cfg('http://a.b', '*', '*'), 'http://a.b', 'DELETE', 'x-other'],
		['Disallowed CORS origin', cfg('http://a.b', '*', '*'), 'http://evil', 'DELETE', 'x-other'],
		['Disallowed CORS origin', cfg('', 'GET'), 'http://a.b', 'GET', undefined]
	])('a preflight is told: %s', (says, settings, origin, method, asked) => {
		const reply = ask(settings, 'OPTIONS', '/api/v2/nope', {
			origin,
			'access-control-request-method': method,
			...(asked === undefined ? {} : { 'access-control-request-headers': asked })
		});

		expect([reply.status, reply.body]).toEqual([says === 'OK' ? 200 : 400, says]);
		expect(reply.cors['vary']).toBe('Origin');
	});

	test('a preflight mirrors the headers where all are allowed, and lists them where some are', () => {
		const preflight = {
			origin: 'http://a.b',
			'access-control-request-method': 'GET',
			'access-control-request-headers': 'X-Other'
		};
		const mirrored = ask(cfg('http://a.b', 'GET', '*'), 'OPTIONS', '/api/v2/pools', preflight);

		expect(mirrored.cors['headers']).toBe('X-Other');
		expect(ask(two, 'OPTIONS', '/api/v2/pools', preflight).cors['headers']).toBe(
			'Accept, Accept-Language, Content-Language, Content-Type, authorization'
		);
	});

	test('where nothing is set a preflight is a method like others, which is not allowed', () => {
		const preflight = { origin: 'http://a.b', 'access-control-request-method': 'GET' };

		expect(ask(cfg(''), 'OPTIONS', '/api/v2/pools', preflight)).toMatchObject({
			status: 405,
			cors: { allow: 'GET' }
		});
	});

	test('a star keeps the server from coming up', () => {
		expect(ask(cfg('*'), 'GET', '/api/v2/version').delivery).toEqual({ isDropped: true });
	});
});
