import { describe, expect, it } from 'vitest';
import type { RequestDraft } from './draft.ts';
import { blanksIn, fillBlank, withoutSecrets } from './secrets.ts';

const draftOf = (body: string): RequestDraft => ({
	operation: 'POST /connections',
	path: {},
	query: {},
	headers: {},
	body
});

describe('a body', () => {
	it.each([
		[
			'the password of a connection',
			'{"connection_id": "pg", "password": "hunter2", "port": 5432}',
			'{"connection_id": "pg", "password": "{{password}}", "port": 5432}'
		],
		['a number under a secret name', '{"token":12345}', '{"token":"{{token}}"}'],
		[
			'all that lies under a secret name',
			'{"secret":{"a":["x",{"b":"y"}]},"n":"z"}',
			'{"secret":{"a":["{{secret}}",{"b":"{{secret}}"}]},"n":"z"}'
		],
		[
			'the extra of a connection, JSON inside a string',
			JSON.stringify({ extra: '{"api_key": "k", "region": "eu"}' }),
			JSON.stringify({ extra: '{"api_key": "{{api_key}}", "region": "eu"}' })
		],
		[
			'the value of a variable whose key sounds secret',
			'{"key": "crm_token", "value": "abc", "description": "x"}',
			'{"key": "crm_token", "value": "{{crm_token}}", "description": "x"}'
		],
		[
			'a password in a URI',
			'{"uri": "postgres://me:pw@host/db"}',
			'{"uri": "postgres://me:{{password}}@host/db"}'
		],
		['a form', 'user=me&password=a%20b&x=1', 'user=me&password={{password}}&x=1']
	])('loses %s', (_, body, safe) => {
		expect(withoutSecrets(draftOf(body)).body).toBe(safe);
	});

	it.each([
		'{"conf": {"n": 12345678901234567890, "d": 1.50,  "b": true}}',
		'{"logical_date":null}',
		'[1, "a", {"key": "region", "value": "eu"}]',
		'not json {',
		'{"password": null}',
		''
	])('stays to the letter when it holds no secret: %s', (body) => {
		expect(withoutSecrets(draftOf(body)).body).toBe(body);
	});
});

it('drops headers and blanks parameters by their names', () => {
	const draft: RequestDraft = {
		operation: 'GET /dags',
		path: {},
		query: { api_key: ['k'], limit: ['5'] },
		headers: { Authorization: 'Basic eA==', 'X-Api-Key': 'k', Cookie: 'session=1', Accept: '*/*' }
	};

	expect(withoutSecrets(draft)).toMatchObject({
		query: { api_key: ['{{api_key}}'], limit: ['5'] },
		headers: { Accept: '*/*' }
	});
	expect(Object.keys(withoutSecrets(draft).headers)).toEqual(['Accept']);
});

it('names its blanks, and takes a value back that needs escaping', () => {
	const draft = withoutSecrets(draftOf('{"password": "x", "extra": "{\\"token\\": \\"y\\"}"}'));

	expect(blanksIn(draft)).toEqual(['password', 'token']);
	expect(JSON.parse(fillBlank(draft, 'password', 'a"b\\').body ?? '')).toMatchObject({
		password: 'a"b\\'
	});
	expect(
		JSON.parse((JSON.parse(fillBlank(draft, 'token', 'a"b').body ?? '') as { extra: string }).extra)
	).toEqual({ token: 'a"b' });
});
