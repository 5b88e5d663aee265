import { expect, it } from 'vitest';
import { decodeShared, encodeShared, type SharedRequest } from './link.ts';

const trigger: SharedRequest = {
	api: 'v2',
	draft: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'продажи' },
		query: { state: ['success', 'failed'] },
		headers: { Accept: 'application/json' },
		body: '{"logical_date":null,"conf":{"n":12345678901234567890}}',
		contentType: 'application/json'
	}
};

it('opens to the request it was made from', () => {
	expect(decodeShared(`#${encodeShared(trigger)}`)).toEqual(trigger);
});

it('leaves credentials out, also when somebody put them in by hand', () => {
	const draft = { ...trigger.draft, headers: { authorization: 'Bearer secret', Accept: '*/*' } };
	const byHand = btoa(JSON.stringify({ v: 1, api: 'v2', ...draft, path: {} })).replaceAll('=', '');

	expect(decodeShared(encodeShared({ api: 'v2', draft }))?.draft.headers).toEqual({
		Accept: '*/*'
	});
	expect(decodeShared(`#r=${byHand}`)?.draft.headers).toEqual({ Accept: '*/*' });
});

it.each([
	'',
	'#',
	'#r=',
	'#r=!!!',
	'#r=eyJ2IjoxfQ',
	'#other=1',
	`#${encodeShared(trigger).slice(0, 40)}`
])('does not take %j for a request', (fragment) => {
	expect(decodeShared(fragment)).toBeUndefined();
});
