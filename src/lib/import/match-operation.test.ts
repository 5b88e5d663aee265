import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { describe } from '#lib/openapi/describe.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { importRequests } from './import-requests.ts';
import type { ImportedRequest } from './imported.ts';
import { apiInAddress, matchOperation } from './match-operation.ts';

const DESCRIPTIONS = ['2.11.2', '3.3.2'].map((version) =>
	describe(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')))
);
const [v1, v2] = DESCRIPTIONS as [ApiDescription, ApiDescription];
const BASES = ['http://localhost:8080', 'https://data.example.com/team/airflow', 'http://[::1]:80'];

group('any draft, sent and imported', () => {
	it.each(DESCRIPTIONS)('is the same draft again: %#', ({ operations }) => {
		fc.assert(
			fc.property(
				fc.constantFrom(...operations),
				fc.constantFrom(...BASES),
				fc.func(fc.string({ unit: 'binary', minLength: 1, maxLength: 10 })),
				fc.func(fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 })),
				(operation, base, pathValue, queryValues) => {
					const draft = filled(operation, pathValue, queryValues);
					const match = matchOperation(operations, sent(operation, draft, base));
					expect({ ...match, operation: match?.operation.key }).toEqual({
						operation: operation.key,
						draft,
						baseUrl: base,
						isExact: true,
						warnings: []
					});
				}
			),
			{ numRuns: 1000 }
		);
	});
});

const get = (url: string): ImportedRequest => ({ method: 'GET', url, headers: [] });

group('an address that the form writes differently', () => {
	it.each([
		['http://h/api/v2/dags?limit=5&tags=a+b', 'url-rewritten', { limit: ['5'], tags: ['a b'] }],
		['http://h/api/v2/dags?tags=%c3%a9', 'url-rewritten', { tags: ['é'] }],
		['http://h/api/v2/dags?tags=%ff', 'url-changed', { tags: ['%ff'] }],
		['http://h/api/v2/dags?only', 'url-rewritten', { only: [''] }]
	])('%s: %s', (url, id, query) => {
		const match = matchOperation(v2.operations, get(url));
		expect(match).toMatchObject({ isExact: false, draft: { query } });
		expect(match?.warnings.map((one) => one.id)).toEqual([id]);
	});

	it('keeps a key with slashes that were not encoded', () => {
		const match = matchOperation(v2.operations, get('http://h/x/api/v2/variables/a/b%20c'));
		expect(match).toMatchObject({
			baseUrl: 'http://h/x',
			isExact: false,
			draft: { operation: 'GET /variables/{variable_key}', path: { variable_key: 'a/b c' } }
		});
	});
});

group('where the server ends', () => {
	it('is before the path of the operation', () => {
		const url = 'http://h/api/v2/api/v2/dags/a';
		expect(matchOperation(v2.operations, get(url))).toMatchObject({
			baseUrl: 'http://h/api/v2',
			draft: { operation: 'GET /dags/{dag_id}', path: { dag_id: 'a' } }
		});
	});

	it('is where the caller says', () => {
		const url = 'http://h/base/api/v2/dags/a';
		expect(matchOperation(v2.operations, get(url), 'http://h/base/')?.baseUrl).toBe(
			'http://h/base'
		);
		expect(matchOperation(v2.operations, get(url), 'http://h/base/api')).toBeUndefined();
	});
});

group('what a draft holds', () => {
	it('has the body as it is, with its type', () => {
		const body = '{"conf": {"n": 12345678901234567890, "n": 1}}';
		const match = matchOperation(v2.operations, {
			method: 'POST',
			url: 'http://h/api/v2/dags/a/dagRuns',
			headers: [
				['content-type', 'application/json; charset=utf-8'],
				['X-A', ' b ']
			],
			body
		});
		expect(match?.draft).toEqual({
			operation: 'POST /dags/{dag_id}/dagRuns',
			path: { dag_id: 'a' },
			query: {},
			headers: { 'X-A': 'b' },
			body,
			contentType: 'application/json; charset=utf-8'
		});
	});

	it('leaves out what a browser writes itself, and says so', () => {
		const match = matchOperation(v1.operations, {
			...get('http://h/api/v1/dags'),
			headers: [
				['Cookie', 'a=b'],
				['Accept', 'x/y'],
				['sec-ch-ua', '"x"']
			]
		});
		expect(match?.draft.headers).toEqual({ Accept: 'x/y' });
		expect(match?.warnings).toEqual([
			{ id: 'header-forbidden', values: { names: 'Cookie, sec-ch-ua' } }
		]);
	});
});

group('importRequests', () => {
	it('gives a draft, the server and the credential', () => {
		const { drafts, warnings } = importRequests(
			`curl -u admin:admin 'http://h/af/api/v2/dags?limit=3' -k`,
			v2.operations,
			'v2'
		);
		expect(warnings.map(({ id }) => id)).toEqual(['insecure']);
		expect(drafts[0]).toMatchObject({
			draft: { operation: 'GET /dags', query: { limit: ['3'] }, headers: {} },
			baseUrl: 'http://h/af',
			auth: { kind: 'basic', username: 'admin', password: 'admin' },
			isExact: true
		});
	});

	it('names the other API, and says when neither has the operation', () => {
		const [other] = importRequests('curl http://h/api/v1/roles', v2.operations, 'v2').drafts;
		expect(other).toMatchObject({ otherApi: 'v1', baseUrl: 'http://h' });
		const [none] = importRequests('curl http://h/nothing', v2.operations, 'v2').drafts;
		expect(none?.warnings.map(({ id }) => id)).toEqual(['no-operation']);
		expect(none?.draft).toBeUndefined();
	});
});

it('tells the API by the address', () => {
	expect(apiInAddress('http://h/x/api/v1?y')).toBe('v1');
	expect(apiInAddress('/api/v2/dags')).toBe('v2');
	expect(apiInAddress('http://h/x?y=/api/v2/')).toBeUndefined();
});

function filled(
	operation: Operation,
	pathValue: (name: string) => string,
	queryValues: (name: string) => string[]
): RequestDraft {
	const names = (place: string) =>
		operation.parameters.filter((one) => one.in === place).map(({ name }) => name);
	// A segment of dots cannot be sent, and half a pair goes out as U+FFFD.
	const text = (value: string) =>
		value.replace(/\p{Surrogate}/gu, '\ufffd').replace(/^\.{1,2}$/, 'x');
	const query = names('query')
		.map((name): [string, string[]] => [name, queryValues(name).map(text)])
		.filter(([, values]) => values.length > 0);
	return {
		operation: operation.key,
		path: Object.fromEntries(names('path').map((name) => [name, text(pathValue(name))])),
		query: Object.fromEntries(query),
		headers: {},
		...(operation.body ? { body: '{"a": 1}', contentType: 'application/json' } : {})
	};
}

function sent(operation: Operation, draft: RequestDraft, base: string): ImportedRequest {
	const { method, url, headers, body } = encodeRequest(operation, draft, base);
	return { method, url, headers, ...(body === undefined ? {} : { body }) };
}
