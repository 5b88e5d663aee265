import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeShared, encodeShared, looksShared, type SharedRequest } from './link.ts';

const trigger: SharedRequest = {
	api: 'v2',
	draft: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'продажи' },
		query: { state: ['success', 'failed', ''] },
		headers: { Accept: 'application/json' },
		body: '{"logical_date":null,"conf":{"n":12345678901234567890}}',
		contentType: 'application/json'
	},
	code: 'python-requests',
	view: 'headers',
	note: 'Сначала снимите DAG с паузы',
	scenario: 'production-morning'
};

describe('a link', () => {
	it('opens to the request it was made from', async () => {
		expect(await decodeShared(`#${await encodeShared(trigger)}`)).toEqual(trigger);
	});

	it('brings back whatever can be typed into a request', async () => {
		const text = fc.string({ unit: 'grapheme' });
		const name = fc.string({ unit: 'grapheme', minLength: 1 });
		const harmless = name.filter((one) => !/[a-z]{3}/i.test(one));
		const drafts = fc.record(
			{
				operation: fc.constantFrom('GET /dags', 'POST /a/{b_c}/~/x', 'GET /{a}.{b}/:x', 'odd'),
				path: fc.dictionary(harmless, text),
				query: fc.dictionary(harmless, fc.array(text, { minLength: 1 })),
				headers: fc.dictionary(harmless, text),
				body: text,
				contentType: fc.constantFrom('application/json', 'text/plain')
			},
			{ requiredKeys: ['operation', 'path', 'query', 'headers', 'body', 'contentType'] }
		);
		await fc.assert(
			fc.asyncProperty(drafts, fc.constantFrom('v1', 'v2'), async (draft, api) => {
				// What has a password's looks is taken out, which is another test's matter.
				fc.pre(!/=|:/.test(draft.body));
				const plain = { ...draft, path: { ...draft.path } };
				expect(await decodeShared(await encodeShared({ api, draft: plain }))).toEqual({
					api,
					draft: plain
				});
			}),
			{ numRuns: 200 }
		);
	});

	it('is readable where it is short', async () => {
		const draft = {
			operation: 'GET /dags/{dag_id}/dagRuns',
			path: { dag_id: '~' },
			query: { limit: ['5'], order_by: ['-start_date'] },
			headers: {}
		};
		expect(await encodeShared({ api: 'v2', draft })).toBe(
			'try=2&api=v2&op=GET/dags/:dag_id/dagRuns&p.dag_id=~&q.limit=5&q.order_by=-start_date'
		);
	});

	it('keeps a trigger with conf under 500 characters', async () => {
		const conf = {
			region: 'apac',
			tables: ['orders', 'refunds', 'customers'],
			window: { from: '2026-05-01T00:00:00Z', to: '2026-05-20T00:00:00Z' },
			limit_rows: 250000
		};
		const body = JSON.stringify(
			{ dag_run_id: 'retry-2026-05-20', logical_date: null, conf },
			null,
			2
		);
		const draft = { ...trigger.draft, path: { dag_id: 'nightly_sales' }, body };
		const fragment = await encodeShared({ api: 'v2', draft, code: 'curl' });

		expect(fragment.length).toBeLessThan(500);
		expect(fragment).toMatch(/^z=2\.[\w-]+$/);
	});

	it('holds no character that an address bar, a chat or Markdown takes for an end', async () => {
		const draft = { ...trigger.draft, path: { 'd"<': `a b()[]{}<>'"!*|\\^\`` }, body: '' };
		expect(await encodeShared({ api: 'v2', draft })).toMatch(/^[\w.~%&=+:/,@-]+$/);
	});
});

it('leaves credentials out, also when somebody put them in by hand', async () => {
	const headers = { authorization: 'Bearer abc', Accept: '*/*' };
	const draft = { ...trigger.draft, headers, body: '{"password":"hunter2"}' };
	const byHand = btoa(JSON.stringify({ v: 1, api: 'v2', ...draft, path: {} })).replaceAll('=', '');

	for (const fragment of [await encodeShared({ api: 'v2', draft }), `#r=${byHand}`]) {
		const opened = await decodeShared(fragment);
		expect(opened?.draft.headers).toEqual({ Accept: '*/*' });
		expect(opened?.draft.body).toBe('{"password":"{{password}}"}');
	}
	expect(await encodeShared({ api: 'v2', draft })).not.toMatch(/hunter2|abc/);
});

it.each([
	'',
	'#',
	'#r=',
	'#r=!!!',
	'#r=eyJ2IjoxfQ',
	'#other=1',
	'#z=2.AAAA',
	'#z=3.q1YqSCwqTlWyAgA',
	'#try=2&api=v3&op=GET/dags',
	'#try=2&api=v2&op=%E0%A4%A',
	'#try=1&api=v2&op=GET/dags'
])('does not take %j for a request', async (fragment) => {
	expect(await decodeShared(fragment)).toBeUndefined();
});

it('knows that a damaged link was one', () => {
	expect(['#r=x', 'z=2.!', '#try=2'].map(looksShared)).toEqual([true, true, true]);
	expect(['#w=abc', '#content', ''].map(looksShared)).toEqual([false, false, false]);
});

/** Links that were given out: they open for ever. Add to the file, never change a line of it. */
describe('golden links', () => {
	const golden = JSON.parse(readFileSync(new URL('link.golden.json', import.meta.url), 'utf8')) as {
		fragment: string;
		opens: SharedRequest;
	}[];

	it.each(golden)('$fragment', async ({ fragment, opens }) => {
		expect(await decodeShared(fragment)).toEqual(opens);
	});
});
