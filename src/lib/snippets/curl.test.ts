import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#lib/request/draft.ts';
import { curl } from './curl.ts';
import { inputFor } from './input.fixture.ts';
import type { SnippetAuth } from './target.ts';

const url = 'http://localhost:8080/api/v2/dags';
const codeOf = (request: Partial<HttpRequest>, auth: SnippetAuth = { kind: 'none' }) =>
	curl.generate(inputFor(request, { auth })).code;
const idsOf = (request: Partial<HttpRequest>) =>
	curl.generate(inputFor(request)).warnings.map(({ id }) => id);

describe('curl', () => {
	it('reads as plainly as the request is', () => {
		expect(codeOf({})).toBe(`curl '${url}'`);
	});

	it.each<[string, Partial<HttpRequest>]>([
		[`curl -I '${url}'`, { method: 'HEAD' }],
		[`curl -X DELETE '${url}'`, { method: 'DELETE' }],
		[`curl -X POST '${url}'`, { method: 'POST' }],
		[
			`curl '${url}' -H 'Content-Type: a/b' --data-raw '@x'`,
			{ method: 'POST', body: '@x', headers: [['Content-Type', 'a/b']] }
		],
		[`curl '${url}' -H 'X-Empty;'`, { headers: [['X-Empty', '']] }],
		[`curl '${url}' -H 'If-Match: it'\\''s'`, { headers: [['If-Match', "it's"]] }],
		[`curl -g 'http://[::1]:8080/x'`, { url: 'http://[::1]:8080/x' }],
		[`curl --path-as-is 'http://localhost/a/../b'`, { url: 'http://localhost/a/../b' }],
		[`curl -X 'X Y' '${url}'`, { method: 'X Y' }]
	])('says %s', (code, request) => {
		expect(codeOf(request)).toBe(code);
	});

	it('breaks a long command into one argument a line', () => {
		const body = `{"note": "${'x'.repeat(60)}"}`;

		expect(codeOf({ method: 'POST', body, headers: [['Content-Type', 'application/json']] })).toBe(
			`curl '${url}' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '${body}'`
		);
	});

	it.each<[string, SnippetAuth]>([
		['-u "admin:$AIRFLOW_PASSWORD"', { kind: 'basic', username: 'admin' }],
		['-u "${AIRFLOW_USERNAME}:$AIRFLOW_PASSWORD"', { kind: 'basic' }],
		[`-u 'o'\\''ne $x!:'"$AIRFLOW_PASSWORD"`, { kind: 'basic', username: "o'ne $x!" }],
		['-H "Authorization: Bearer $AIRFLOW_TOKEN"', { kind: 'bearer' }]
	])('shows the credential as %s', (words, auth) => {
		expect(codeOf({}, auth).replace(/ \\\n */g, ' ')).toBe(`curl '${url}' ${words}`);
	});

	it.each<[string, Partial<HttpRequest>]>([
		['header-broken', { headers: [['X-A', 'a\nX-B: b']] }],
		['header-not-latin1', { headers: [['X-A', 'да']] }],
		['header-not-ascii', { headers: [['X-A', 'é']] }],
		['header-forbidden', { headers: [['Cookie', 'a=b']] }],
		['body-not-sent', { body: '{}' }],
		['body-nul', { method: 'POST', body: '\0' }],
		['body-too-long', { method: 'POST', body: 'x'.repeat(140_000) }],
		['paste-control', { method: 'POST', body: 'a\r\nb' }],
		['dot-segments-kept', { url: 'http://localhost/%2E%2e/x' }]
	])('warns of %s', (id, request) => {
		expect(idsOf(request)).toContain(id);
	});

	it('says nothing of a plain request, and has no code for what no command can carry', () => {
		expect(idsOf({ method: 'POST', body: '{\n}' })).toEqual([]);
		expect(curl.generate(inputFor({ method: 'POST', body: '\0' }))).toMatchObject({
			available: false,
			code: ''
		});
	});
});
