import { describe, expect, it } from 'vitest';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest } from '#lib/import/imported.ts';

const requests = (text: string): readonly ImportedRequest[] => importText(text).requests;
const ids = (text: string) => importText(text).warnings.map(({ id }) => id);

describe('a .http file', () => {
	it('holds several requests, variables and comments', () => {
		const text = `@host = h:8080
@base = http://{{host}}/api

### First
# @name login
POST {{base}}/x
  ?a=1
  &b={{unknown}}
Content-Type: application/json
Authorization: Basic user pass word

{
  "a": "{{host}}"
}

### Second
// a note
GET /y HTTP/1.1
Host: h

> {% client.log('x') %}
`;
		expect(requests(text)).toEqual([
			{
				method: 'POST',
				url: 'http://h:8080/api/x?a=1&b={{unknown}}',
				headers: [['Content-Type', 'application/json']],
				body: '{\n  "a": "h:8080"\n}',
				auth: { kind: 'basic', username: 'user', password: 'pass word' },
				name: 'login'
			},
			{ method: 'GET', url: 'http://h/y', headers: [], name: 'Second' }
		]);
		expect(ids(text)).toEqual(['scripts-left-out', 'template-variable']);
	});

	it('leaves a file behind', () => {
		expect(ids('POST http://h/\n\n< ./body.json\n')).toEqual(['file']);
	});
});

describe('an HTTP message', () => {
	it('goes to its host, without what the wire adds', () => {
		const text =
			'POST /a HTTP/1.1\r\nHost: h:443\r\nX-A: b\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\n\r\n';
		expect(requests(text)).toEqual([
			{ method: 'POST', url: 'https://h:443/a', headers: [['X-A', 'b']], body: '\n\r\n' }
		]);
	});

	it('says when its length is not what it promises', () => {
		expect(ids('POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc')).toEqual([
			'length-differs'
		]);
	});
});
