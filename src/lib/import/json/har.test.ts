import { describe, expect, it } from 'vitest';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest } from '#lib/import/imported.ts';

const requests = (text: string): readonly ImportedRequest[] => importText(text).requests;
const ids = (text: string) => importText(text).warnings.map(({ id }) => id);

describe('a Postman collection', () => {
	it('hands down its login, fills its variables and leaves out what is switched off', () => {
		const auth = { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}' }] };
		const url = {
			raw: '{{base}}/dags/:id?x={{y}}',
			variable: [{ key: 'id', value: 'a/b' }]
		};
		const item = {
			name: 'Trigger',
			event: [{ listen: 'test', script: { exec: ['pm.test()'] } }],
			request: {
				method: 'POST',
				header: [{ key: 'X-A', value: 'b', disabled: true }],
				url,
				body: { mode: 'raw', raw: '{"a": 1}', options: { raw: { language: 'json' } } }
			}
		};
		const text = JSON.stringify({
			info: { name: 'Airflow' },
			auth,
			variable: [{ key: 'base', value: 'http://h/api/v2' }],
			item: [{ name: 'DAGs', item: [item] }]
		});
		expect(requests(text)).toEqual([
			{
				method: 'POST',
				url: 'http://h/api/v2/dags/a%2Fb?x={{y}}',
				headers: [['Content-Type', 'application/json']],
				body: '{"a": 1}',
				auth: { kind: 'bearer', variable: 'token' },
				name: 'DAGs / Trigger'
			}
		]);
		expect(ids(text)).toEqual(['scripts-left-out', 'secret-variable', 'template-variable']);
	});
});

describe('a HAR', () => {
	it('gives the body as it was sent, and no header of the wire', () => {
		const request = {
			method: 'POST',
			url: 'http://h/a?b=%20#c',
			headers: [
				{ name: ':authority', value: 'h' },
				{ name: 'Host', value: 'h' },
				{ name: 'content-length', value: '6' },
				{ name: 'X-A', value: 'b' }
			],
			queryString: [{ name: 'b', value: ' ' }],
			cookies: [{ name: 'k', value: 'v' }],
			postData: { mimeType: 'x/y', text: '\ud83d\0b1' }
		};
		expect(requests(JSON.stringify({ request }))).toEqual([
			{
				method: 'POST',
				url: 'http://h/a?b=%20',
				headers: [
					['X-A', 'b'],
					['Cookie', 'k=v'],
					['Content-Type', 'x/y']
				],
				body: '\ud83d\0b1'
			}
		]);
	});

	it('makes a query and a form of pairs, and bytes of base64', () => {
		const pairs = [
			{ name: 'a b', value: 'c&d*~' },
			{ name: 'a b', value: '' }
		];
		const base = { method: 'POST', url: 'http://h/' };
		const form = { mimeType: 'application/x-www-form-urlencoded', params: pairs };
		expect(
			requests(JSON.stringify({ ...base, queryString: pairs, postData: form }))[0]
		).toMatchObject({ url: 'http://h/?a%20b=c%26d%2A~&a%20b=', body: 'a+b=c%26d*%7E&a+b=' });
		const bytes = (text: string) =>
			requests(JSON.stringify({ ...base, postData: { mimeType: '', text, encoding: 'base64' } }))[0]
				?.body;
		expect(bytes('0LY=')).toBe('ж');
		expect(bytes('/wA=')).toEqual(Uint8Array.of(0xff, 0));
	});
});
