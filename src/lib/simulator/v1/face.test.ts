import { describe, expect, test } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';
import { answerV1 } from './face.ts';

const newWorld = () =>
	createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs: Date.UTC(2026, 10, 23, 10) });

interface Sent {
	user?: string | null;
	type?: string;
	accept?: string;
	body?: unknown;
}

function ask(world: World, operation: string, sent: Sent = {}) {
	const [method = '', url = ''] = operation.split(' ');
	const [path = '', query = ''] = url.split('?');
	const user = sent.user === undefined ? 'admin' : sent.user;
	const body = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body ?? '');
	const reply = answerV1(
		world,
		{
			method,
			path: `/api/v1${path}`,
			query,
			headers: {
				...(user === null ? {} : { authorization: `Basic ${btoa(`${user}:${user}`)}` }),
				...(sent.accept === undefined ? {} : { accept: sent.accept }),
				'content-type': sent.type ?? 'application/json'
			},
			body: sent.body === undefined ? '' : body
		},
		world.nowMs
	);
	return { ...reply, text: String(reply.body ?? '') };
}

const titleAndDetail = (text: string) => {
	const { title, detail } = JSON.parse(text) as { title: string; detail: string };
	return [title, detail];
};

describe('what is refused', () => {
	test.each<[string, Sent, number, string | null, string | null]>([
		['GET /dags', { user: null }, 403, 'Forbidden', null],
		['GET /dags', { user: 'nobody' }, 403, 'Forbidden', null],
		['POST /pools', { user: 'viewer', body: {} }, 403, 'Forbidden', null],
		['GET /variables', { user: 'user' }, 403, 'Forbidden', null],
		[
			'GET /dags?limit=x',
			{ user: null },
			400,
			'Bad Request',
			"Wrong type, expected 'integer' for query parameter 'limit'"
		],
		['GET /dags?limit=-1', {}, 400, 'Page limit must be a positive integer', null],
		['GET /dags?b=1&a=1', {}, 400, null, 'Extra query parameter(s) a, b not in spec'],
		['GET /dags/x', {}, 404, 'DAG not found', 'The DAG with dag_id: x was not found'],
		[
			'PUT /dags/x',
			{},
			405,
			'Method Not Allowed',
			'The method is not allowed for the requested URL.'
		],
		['POST /pools', { body: '{' }, 400, 'Bad Request', 'Request body is not valid JSON'],
		['POST /pools', {}, 400, 'Bad Request', 'Request body must not be empty'],
		[
			'POST /pools',
			{ body: {}, type: 'text/plain' },
			415,
			'Unsupported Media Type',
			'Invalid Content-type (text/plain), expected JSON data'
		],
		[
			'POST /pools',
			{ body: {} },
			400,
			'Bad Request',
			"Missing required property(ies): ['name', 'slots']"
		],
		[
			'POST /pools',
			{ body: { name: 'default_pool', slots: 1 } },
			409,
			'Conflict',
			'Pool: default_pool already exists'
		],
		[
			'POST /dags/hello_api/dagRuns',
			{ body: { logical_date: '2026-11-01' } },
			400,
			'Bad Request',
			"'2026-11-01' is not a 'date-time' - 'logical_date'"
		],
		[
			'POST /dags/hello_api/dagRuns',
			{ body: { state: 'success' } },
			400,
			'Bad Request',
			"Property is read-only - 'state'"
		],
		[
			'POST /dags/nightly_sales/dagRuns',
			{ body: { conf: { limit: 0 } } },
			400,
			'Bad Request',
			"Invalid input for param limit: 0 is less than the minimum of 1\n\nFailed validating 'minimum' in schema:\n    {'type': 'integer', 'minimum': 1, 'maximum': 10000}\n\nOn instance:\n    0"
		]
	])('%s %j', (operation, sent, status, title, detail) => {
		const reply = ask(newWorld(), operation, sent);
		expect(reply.status).toBe(status);
		expect(reply.headers['content-type']).toBe('application/problem+json');
		expect(titleAndDetail(reply.text)).toEqual([title, detail]);
	});
});

describe('what is answered', () => {
	test('health and version need no credentials', () => {
		const answers = ['/health', '/version'].map(
			(path) => ask(newWorld(), `GET ${path}`, { user: null }).status
		);
		expect(answers).toEqual([200, 200]);
	});

	test('keys come sorted, indented, and in ASCII', () => {
		const reply = ask(newWorld(), 'POST /variables', { body: { value: 'ж', key: 'k' } });
		expect(reply.text).toBe('{\n  "key": "k",\n  "value": "\\u0436"\n}\n');
	});

	test('a trigger without a body of its own makes a run that comes to success', () => {
		const world = newWorld();
		const made = JSON.parse(ask(world, 'POST /dags/hello_api/dagRuns', { body: {} }).text);
		expect(made).toMatchObject({ state: 'queued', start_date: null, external_trigger: true });
		expect(made.dag_run_id).toBe(`manual__${made.logical_date}`);

		advance(world, world.nowMs + 20_000);
		const path = `/dags/hello_api/dagRuns/${encodeURIComponent(made.dag_run_id)}`;
		expect(JSON.parse(ask(world, `GET ${path}`).text).state).toBe('success');
		const listed = JSON.parse(ask(world, `GET ${path}/taskInstances`).text);
		expect(listed.total_entries).toBe(2);
	});

	test.each([
		['run id', { dag_run_id: 'a', logical_date: '2026-11-02T00:00:00Z' }, "DAGRun ID: 'a'"],
		[
			'logical date',
			{ dag_run_id: 'b', logical_date: '2026-11-01T02:00:00+02:00' },
			"DAGRun logical date: '2026-11-01 00:00:00+00:00'"
		]
	])('a second run of the same %s is a conflict', (_, body, what) => {
		const world = newWorld();
		const first = { dag_run_id: 'a', logical_date: '2026-11-01T00:00:00Z' };
		ask(world, 'POST /dags/hello_api/dagRuns', { body: first });
		const reply = ask(world, 'POST /dags/hello_api/dagRuns', { body });
		expect(titleAndDetail(reply.text)).toEqual([
			'Conflict',
			`DAGRun with DAG ID: 'hello_api' and ${what} already exists`
		]);
	});

	test('a clear is a dry run unless told otherwise', () => {
		const world = newWorld();
		ask(world, 'POST /dags/broken_export/dagRuns', { body: { dag_run_id: 'a' } });
		advance(world, world.nowMs + 30_000);
		// Logging in counts, and the event log goes on.
		const lasting = ({ users: _, eventLogs: __, ...rest }: World) => rest;
		const before = lasting(structuredClone(world));
		const clear = 'POST /dags/broken_export/clearTaskInstances';
		const named = (text: string) =>
			JSON.parse(text).task_instances.map((one: { task_id: string }) => one.task_id);

		expect(named(ask(world, clear, { body: {} }).text)).toEqual(['export', 'notify']);
		expect(lasting(world)).toEqual(before);
		ask(world, clear, { body: { dry_run: false, reset_dag_runs: true } });
		expect(world.runs.get('broken_export\na')?.state).toBe('queued');
	});

	test('a waiting task says what holds it back', () => {
		const world = newWorld();
		ask(world, 'POST /dags/paused_cleanup/dagRuns', { body: { dag_run_id: 'a' } });
		const path = '/dags/paused_cleanup/dagRuns/a/taskInstances/cleanup/dependencies';
		const { dependencies } = JSON.parse(ask(world, `GET ${path}`).text);
		expect(dependencies.map((one: { name: string }) => one.name)).toEqual([
			'Dag Not Paused',
			'Dagrun Running',
			'Task Instance State'
		]);
	});

	test.each([
		['application/json', 400],
		['text/plain', 204]
	])('a deletion without a body that calls itself %s is answered %i', (type, status) => {
		const world = newWorld();
		ask(world, 'POST /pools', { body: { name: 'etl', slots: 1 } });
		expect(ask(world, 'DELETE /pools/etl', { type }).status).toBe(status);
	});

	test('each try of a task can be read', () => {
		const world = newWorld();
		ask(world, 'POST /dags/flaky_import/dagRuns', { body: { dag_run_id: 'a' } });
		advance(world, world.nowMs + 60_000);
		const path = '/dags/flaky_import/dagRuns/a/taskInstances/fetch/tries';
		const { task_instances: tries } = JSON.parse(ask(world, `GET ${path}`).text);
		expect(tries.map((one: { state: string }) => one.state)).toEqual(['failed', 'success']);
	});

	test.each([
		['application/json', 'application/json'],
		['*/*', 'text/plain'],
		['text/html', 'application/json']
	])('logs asked for as %s come as %s', (accept, type) => {
		const world = newWorld();
		ask(world, 'POST /dags/hello_api/dagRuns', { body: { dag_run_id: 'a' } });
		advance(world, world.nowMs + 30_000);
		const path = '/dags/hello_api/dagRuns/a/taskInstances/say_hello/logs/1';
		const reply = ask(world, `GET ${path}`, { accept });
		expect(reply.headers['content-type']).toBe(type);
		expect(reply.text).toContain('INFO - hello');
	});
});
