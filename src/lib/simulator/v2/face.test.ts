import { beforeEach, describe, expect, test } from 'vitest';
import { Lab } from './caller.fixture.ts';

let lab: Lab;
beforeEach(() => {
	lab = new Lab();
});

describe('who may call', () => {
	test.each([
		[null, 'GET /monitor/health', 200],
		[null, 'GET /version', 200],
		[null, 'GET /dags', 401],
		['viewer', 'GET /dags', 200],
		['viewer', 'PATCH /dags/hello_api', 403],
		['user', 'PATCH /dags/hello_api', 200],
		['viewer', 'GET /pools', 200],
		['user', 'DELETE /pools/nope', 403],
		['op', 'DELETE /pools/nope', 404],
		['user', 'GET /variables', 403],
		['op', 'GET /variables', 200],
		['viewer', 'POST /dags/~/dagRuns/list', 200]
	])('%s asking %s gets %i', (user, call, status) => {
		const body = call.startsWith('GET')
			? undefined
			: call.includes('/list')
				? {}
				: { is_paused: true };

		expect(lab.call(call, body, user).status).toBe(status);
	});

	test.each([
		['Bearer abc', 403, 'Invalid JWT token'],
		['Bearer', 401, 'Not authenticated'],
		['Basic YWRtaW46YWRtaW4=', 401, 'Not authenticated']
	])('Authorization: %s is answered with %i', (authorization, status, detail) => {
		expect(lab.send('GET /dags', undefined, { authorization })).toMatchObject({
			status,
			body: { detail }
		});
	});

	test('a token runs out after a day of virtual time', () => {
		lab.token('admin');
		lab.nowMs += 86_411_000;

		expect(lab.call('GET /dags')).toMatchObject({ status: 401, body: { detail: 'Token Expired' } });
	});
});

describe('logging in', () => {
	const form = 'application/x-www-form-urlencoded';
	test.each([
		['application/json', '{"username":"admin","password":"admin"}', 201, undefined],
		[form, 'username=admin&password=admin', 201, undefined],
		['application/json', '{"username":"admin","password":"no"}', 401, 'Invalid credentials'],
		[
			'application/json',
			'{"username":"","password":"x"}',
			400,
			'Username and password must be provided'
		],
		['text/plain', 'x', 415, `Only application/json or ${form} is supported`],
		[
			'application/json',
			'{"username":"admin"}',
			422,
			'1 validation error for LoginBody\npassword\n  Field required [type=missing, ' +
				"input_value={'username': 'admin'}, input_type=dict]\n    For further information " +
				'visit https://errors.pydantic.dev/2.13/v/missing'
		]
	])('with %s %s gives %i', (type, body, status, detail) => {
		const reply = lab.send('POST /auth/token', body, { 'content-type': type });

		expect(reply.status).toBe(status);
		expect((reply.body as { detail?: string }).detail).toBe(detail);
	});
});

describe('what is wrong with a request is said as Pydantic says it', () => {
	const issue = (type: string, loc: unknown[], msg: string, input: unknown, ctx?: object) => ({
		type,
		loc,
		msg,
		input,
		...(ctx && { ctx })
	});
	const trigger = 'POST /dags/hello_api/dagRuns';
	test.each([
		[trigger, {}, issue('missing', ['body', 'logical_date'], 'Field required', {})],
		[
			trigger,
			{ logical_date: null, q: 1 },
			issue('extra_forbidden', ['body', 'q'], 'Extra inputs are not permitted', 1)
		],
		[
			trigger,
			{ logical_date: '2026-01-01T00:00:00' },
			issue(
				'timezone_aware',
				['body', 'logical_date'],
				'Input should have timezone info',
				'2026-01-01T00:00:00'
			)
		],
		[
			trigger,
			{ logical_date: '2026-13-01T00:00:00Z' },
			issue(
				'datetime_from_date_parsing',
				['body', 'logical_date'],
				'Input should be a valid datetime or date, month value is outside expected range of 1-12',
				'2026-13-01T00:00:00Z',
				{ error: 'month value is outside expected range of 1-12' }
			)
		],
		[trigger, 'null', issue('missing', ['body'], 'Field required', null)],
		[
			trigger,
			'{"a":1,}',
			issue(
				'json_invalid',
				['body', 7],
				'JSON decode error',
				{},
				{
					error: 'Expecting property name enclosed in double quotes'
				}
			)
		],
		[
			'POST /pools',
			{ name: 'p', slots: -2 },
			issue(
				'greater_than_equal',
				['body', 'slots'],
				'Input should be greater than or equal to -1',
				-2,
				{ ge: -1 }
			)
		],
		[
			'GET /dags?limit=-1',
			undefined,
			issue(
				'greater_than_equal',
				['query', 'limit'],
				'Input should be greater than or equal to 0',
				'-1',
				{ ge: 0 }
			)
		],
		[
			'PATCH /dags/hello_api/dagRuns/x',
			{ state: 'running' },
			issue(
				'enum',
				['body', 'state'],
				"Input should be 'queued', 'success' or 'failed'",
				'running',
				{ expected: "'queued', 'success' or 'failed'" }
			)
		]
	])('%s %j', (call, body, expected) => {
		const reply = lab.call(call, body);

		expect(reply.status).toBe(422);
		expect(JSON.stringify(reply.body)).toBe(JSON.stringify({ detail: [expected] }));
	});
});

describe('unknown routes', () => {
	test.each([
		['GET /nothing', 404, { error: 'API route not found' }],
		['POST /nothing', 405, { detail: 'Method Not Allowed' }],
		['DELETE /dags', 405, { detail: 'Method Not Allowed' }]
	])('%s', (call, status, body) => {
		expect(lab.call(call)).toMatchObject({ status, body });
	});
});
