import { expect, test } from 'vitest';
import { asApi } from '#lib/course/twin.ts';
import { triggerWorked } from '#lessons/01-overview/trigger-worked.ts';
import { draftFrom, draftKeyOf, draftToKeep } from './kept-draft.ts';

const draft = {
	operation: 'POST /pools',
	path: { a: '1' },
	query: { limit: ['5'] },
	headers: { 'X-Mine': 'x' },
	body: '{"name": "etl"}',
	contentType: 'application/json'
};

test('a draft comes back as it was typed', () => {
	expect(draftFrom(draftToKeep(draft))).toEqual(draft);
});

test('secrets are not kept', () => {
	const secret = {
		...draft,
		headers: { Authorization: 'Bearer abc' },
		body: '{"password": "abc"}'
	};

	expect(draftToKeep(secret)).not.toContain('abc');
});

test.each([undefined, '', '{', 'null', '{"operation": 1}', '{"operation": "x", "path": []}'])(
	'%j is no draft',
	(text) => {
		expect(draftFrom(text)).toBeUndefined();
	}
);

test('an exercise has a draft in each API, the older one where it always was', () => {
	expect([triggerWorked, asApi(triggerWorked, 'v2')].map(draftKeyOf)).toEqual([
		'exercise:overview.trigger-worked',
		'exercise:overview.trigger-worked:v2'
	]);
});
