import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OperationWire, ParameterWire, RequestDraft } from './draft.ts';
import { encodeRequest, missingPathParameters } from './encode.ts';

const BASE = 'http://localhost:8080';
const NASTY = [
	'manual__2026-01-01T00:00:00+00:00',
	'a/b',
	'a%2Fb',
	'a b',
	'?x=1&y=2#z',
	'~',
	'100%',
	'ключ',
	'🦜',
	"it's (a) *test*!",
	'back\\slash',
	'[a]{b}|c^d`e"f<g>',
	'a;b,c:d@e$f',
	'line\nbreak\ttab',
	'\u0000',
	'%7Bdag_id%7D',
	'...',
	' '
];

const query = (name: string, more: Partial<ParameterWire> = {}): ParameterWire => ({
	name,
	in: 'query',
	style: 'form',
	explode: true,
	...more
});
const wire = (path: string, parameters: ParameterWire[] = [], method = 'GET'): OperationWire => ({
	method,
	path,
	parameters
});
const draft = (parts: Partial<RequestDraft> = {}): RequestDraft => ({
	operation: 'GET /x',
	path: {},
	query: {},
	headers: {},
	...parts
});
const urlOf = (operation: OperationWire, parts: Partial<RequestDraft>, base = BASE) =>
	encodeRequest(operation, draft(parts), base).url;

describe('path parameters', () => {
	it.each(NASTY)('arrive as typed: %j', (value) => {
		const url = urlOf(wire('/dags/{dag_id}/dagRuns'), { path: { dag_id: value } });
		const segments = new URL(url).pathname.split('/');
		expect(segments).toHaveLength(4);
		expect(decodeURIComponent(segments[2] as string)).toBe(value);
		expect(new URL(url).href).toBe(url);
	});

	it('arrive as typed whatever they are, dots alone excepted', () => {
		const sendable = fc
			.string({ minLength: 1, unit: 'binary' })
			.filter((text) => !/^\.{1,2}$/.test(text));
		fc.assert(
			fc.property(sendable, (value) => {
				const url = urlOf(wire('/pools/{name}'), { path: { name: value } });
				expect(decodeURIComponent(new URL(url).pathname.slice('/pools/'.length))).toBe(value);
			})
		);
	});

	it.each([
		['manual__2026-01-01T00:00:00+00:00', 'manual__2026-01-01T00%3A00%3A00%2B00%3A00'],
		['~', '~'],
		["!'()*", '%21%27%28%29%2A'],
		['.', '%2E'],
		['..', '%2E%2E'],
		['a.b', 'a.b'],
		['a\uD800b', 'a%EF%BF%BDb']
	])('%j is written %s', (value, expected) => {
		expect(urlOf(wire('/x/{id}'), { path: { id: value } })).toBe(`${BASE}/x/${expected}`);
	});

	it('stay as an encoded placeholder until they are filled, and are listed', () => {
		const operation = wire('/dags/{dag_id}/dagRuns/{dag_run_id}');
		const half = draft({ path: { dag_id: 'a', dag_run_id: '' } });
		expect(encodeRequest(operation, half, BASE).url).toBe(
			`${BASE}/dags/a/dagRuns/%7Bdag_run_id%7D`
		);
		expect(missingPathParameters(operation, half)).toEqual(['dag_run_id']);
		expect(missingPathParameters(operation, draft())).toEqual(['dag_id', 'dag_run_id']);
	});

	it('of dots alone count as missing: a URL parser would step up the path', () => {
		const operation = wire('/pools/{name}');
		expect(new URL(urlOf(operation, { path: { name: '..' } })).pathname).toBe('/');
		expect(missingPathParameters(operation, draft({ path: { name: '..' } }))).toEqual(['name']);
		expect(missingPathParameters(operation, draft({ path: { name: '...' } }))).toEqual([]);
	});

	it('are not found on the prototype', () => {
		expect(missingPathParameters(wire('/x/{constructor}'), draft())).toEqual(['constructor']);
	});
});

describe('query parameters', () => {
	it.each(NASTY)('arrive as typed: %j', (value) => {
		const url = urlOf(wire('/x', [query('q')]), { query: { q: [value, value] } });
		expect(new URL(url).searchParams.getAll('q')).toEqual([value, value]);
		expect(url).not.toContain('+');
	});

	it.each<[string, Partial<ParameterWire>, string]>([
		['form, exploded', {}, 'tags=a%20b&tags=c%2Cd'],
		['form, joined', { explode: false }, 'tags=a%20b,c%2Cd'],
		['space-delimited', { style: 'spaceDelimited', explode: false }, 'tags=a%20b%20c%2Cd'],
		['pipe-delimited', { style: 'pipeDelimited', explode: false }, 'tags=a%20b%7Cc%2Cd']
	])('%s', (_, style, expected) => {
		const url = urlOf(wire('/x', [query('tags', style)]), { query: { tags: ['a b', 'c,d'] } });
		expect(url).toBe(`${BASE}/x?${expected}`);
	});

	it('of style deepObject take a JSON object apart', () => {
		const operation = wire('/x', [query('f', { style: 'deepObject' })]);
		expect(urlOf(operation, { query: { f: ['{"a b":"1&2","n":3}'] } })).toBe(
			`${BASE}/x?f[a%20b]=1%262&f[n]=3`
		);
		expect(urlOf(operation, { query: { f: ['{half'] } })).toBe(`${BASE}/x?f=%7Bhalf`);
	});

	it('go in the order of the operation, unknown names after them in the order typed', () => {
		const operation = wire('/x', [query('limit'), query('offset')]);
		const url = urlOf(operation, {
			query: { zeta: ['1'], offset: ['5'], 'a b': ['2'], limit: ['10'] }
		});
		expect(url).toBe(`${BASE}/x?limit=10&offset=5&zeta=1&a%20b=2`);
	});

	it('that are empty text are sent, and that are absent are not', () => {
		const operation = wire('/x', [query('cursor'), query('limit')]);
		expect(urlOf(operation, { query: { cursor: [''], limit: [] } })).toBe(`${BASE}/x?cursor=`);
	});
});

describe('the base URL', () => {
	it.each([
		['http://a', 'http://a/api/v2/dags'],
		['http://a/', 'http://a/api/v2/dags'],
		['http://a//', 'http://a/api/v2/dags'],
		['https://a:8443/airflow', 'https://a:8443/airflow/api/v2/dags'],
		['https://a/team/airflow/', 'https://a/team/airflow/api/v2/dags'],
		['http://a/?x=1#y', 'http://a/api/v2/dags']
	])('%s', (base, expected) => {
		expect(urlOf(wire('/api/v2/dags'), {}, base)).toBe(expected);
	});
});

describe('headers and body', () => {
	it('has no headers of its own', () => {
		expect(
			encodeRequest(wire('/x', [], 'DELETE'), draft({ contentType: 'text/plain' }), BASE)
		).toEqual({
			method: 'DELETE',
			url: `${BASE}/x`,
			headers: []
		});
	});

	it('adds Content-Type to a body, the empty one too, last', () => {
		const request = encodeRequest(
			wire('/x', [], 'POST'),
			draft({ headers: { Accept: 'text/plain' }, body: '' }),
			BASE
		);
		expect(request.body).toBe('');
		expect(request.headers).toEqual([
			['Accept', 'text/plain'],
			['Content-Type', 'application/json']
		]);
	});

	it('leaves a Content-Type the learner typed alone', () => {
		const request = encodeRequest(
			wire('/x', [], 'POST'),
			draft({ headers: { 'content-type': 'text/plain' }, body: '{}', contentType: 'a/b' }),
			BASE
		);
		expect(request.headers).toEqual([['content-type', 'text/plain']]);
	});
});
