import { describe, expect, test } from 'vitest';
import { askSite, jsonOf, siteWorld } from './site.fixture.ts';
import type { World } from './world.ts';

const ENABLED = '[core]\ntest_connection = Enabled\n';
const tried = (line: 'v1' | 'v2', body: object, world = siteWorld(ENABLED)) =>
	askSite(world, `POST /api/${line}/connections/test`, { body });
const verdict = (line: 'v1' | 'v2', body: object) =>
	jsonOf(tried(line, { connection_id: 'a', ...body })) as { status: boolean; message: string };

describe('a connection is tested', () => {
	test.each<[string, object, string, string?]>([
		['of an unknown type', { conn_type: 'x"y' }, 'Unknown hook type "x"y"'],
		['of no class', { conn_type: 'generic' }, "'NoneType' object has no attribute 'rsplit'"],
		['to a file system', { conn_type: 'fs' }, 'File Path is undefined.'],
		[
			'to a file system’s folder',
			{ conn_type: 'fs', extra: '{"path": "/tmp"}' },
			'Path /tmp is existing.'
		],
		[
			'to a file that is none',
			{ conn_type: 'fs', extra: '{"path": "/nothing"}' },
			'Path /nothing does not exist.'
		],
		[
			'to a path that is no text',
			{ conn_type: 'fs', extra: '{"path": 5}' },
			'expected str, bytes or os.PathLike object, not int'
		],
		['to no index', { conn_type: 'package_index' }, 'Please provide an index URL.'],
		['to no mail server', { conn_type: 'smtp' }, 'please run connect() first'],
		['to this machine', { conn_type: 'smtp', host: 'localhost' }, '[Errno 111] Connection refused'],
		[
			'to another machine',
			{ conn_type: 'smtp', host: 'mail.example.org' },
			'[Errno -2] Name or service not known'
		],
		[
			'of a type that only v1 has',
			{ conn_type: 'imap' },
			"Hook ImapHook doesn't implement or inherit test_connection method",
			'Unknown hook type "imap"'
		],
		[
			'to a site',
			{ conn_type: 'http', schema: 'https' },
			"Invalid URL 'https://': No host supplied",
			'Unknown hook type "http"'
		],
		[
			'to a database',
			{ conn_type: 'sqlite', host: '/nothing/x.db' },
			'unable to open database file',
			'Unknown hook type "sqlite"'
		]
	])('%s', (_, body, inV1, inV2 = inV1) => {
		expect(verdict('v1', body).message).toBe(inV1);
		expect(verdict('v2', body).message).toBe(inV2);
	});

	test('and found good', () => {
		expect(verdict('v1', { conn_type: 'sqlite', host: ':memory:' })).toEqual({
			status: true,
			message: 'Connection successfully tested'
		});
	});

	test('by v1 only when it is whole', () => {
		const reply = tried('v1', { conn_type: 'http' });
		expect([reply.status, (jsonOf(reply) as { detail: string }).detail]).toEqual([
			400,
			"{'connection_id': ['Missing data for required field.']}"
		]);
	});

	test.each<[string, object, number]>([
		['elsewhere without its password', { host: 'other' }, 400],
		['elsewhere with stars for a password', { host: 'other', password: '***' }, 400],
		['elsewhere with a password', { host: 'other', password: 'p' }, 200],
		['at another port', { port: 26 }, 400],
		['where it is', { host: 'localhost' }, 200],
		['with nothing said', {}, 200]
	])('by v2, one that is kept, %s', (_, change, status) => {
		const world = siteWorld(ENABLED);
		const kept = { connection_id: 'a', conn_type: 'smtp', host: 'localhost', password: 'secret' };
		askSite(world, 'POST /api/v2/connections', { body: kept });
		const body = { connection_id: 'a', conn_type: 'smtp', ...change };
		expect(tried('v2', body, world).status).toBe(status);
	});
});

describe('a test in the queue', () => {
	function queue(world: World, body: object) {
		const whole = { connection_id: 'a', conn_type: 'fs', ...body };
		return askSite(world, 'POST /api/v2/connections/enqueue-test', { body: whole });
	}
	function poll(world: World, { body }: { body?: unknown }, afterMs: number) {
		const { token } = body as { token: string };
		const headers = { 'airflow-connection-test-token': token };
		const reply = askSite(world, 'GET /api/v2/connections/enqueue-test', { headers, afterMs });
		const { state, result_message } = reply.body as Record<string, unknown>;
		return [state, result_message];
	}

	test('is pending, then queued, then done', () => {
		const world = siteWorld(ENABLED);
		const queued = queue(world, {});
		expect((queued.body as { token: string }).token).toMatch(/^[\w-]{43}$/);
		expect(poll(world, queued, 100)).toEqual(['pending', null]);
		expect(poll(world, queued, 700)).toEqual(['queued', null]);
		expect(poll(world, queued, 2000)).toEqual(['failed', 'File Path is undefined.']);
	});

	test('keeps others of that connection away until it is done', () => {
		const world = siteWorld(ENABLED);
		expect(queue(world, {}).status).toBe(202);
		expect(queue(world, {}).status).toBe(409);
		askSite(world, 'GET /api/v2/pools', { afterMs: 2000 });
		expect(queue(world, {}).status).toBe(202);
	});

	test.each<[string, object, number]>([
		['that succeeds keeps the connection when asked to', { extra: '{"path": "/tmp"}' }, 200],
		['that fails does not', {}, 404]
	])('%s', (_, body, status) => {
		const world = siteWorld(ENABLED);
		queue(world, { ...body, commit_on_success: true });
		const reply = askSite(world, 'GET /api/v2/connections/a', { afterMs: 2000 });
		expect(reply.status).toBe(status);
	});

	test('stays pending while there is no scheduler', () => {
		const world = { ...siteWorld(ENABLED), schedulerDownSinceMs: 0 };
		expect(poll(world, queue(world, {}), 60_000)).toEqual(['pending', null]);
	});
});
