import { expect, it } from 'vitest';
import type { FieldModel } from './field.ts';
import { checkValue, type Issue } from './validate.ts';

const field = (kind: FieldModel['kind'], more: Partial<FieldModel> = {}): FieldModel => ({
	name: 'p',
	kind,
	required: false,
	nullable: false,
	readOnly: false,
	...more
});
const ranged = field('integer', { minimum: 0, maximum: 100 });
const state = field('enum', { enumValues: ['queued', 'failed'] });
const short = field('text', { minLength: 2, maxLength: 3, pattern: '^[a-z🦜]+$' });

it.each<[FieldModel, string, Issue | undefined]>([
	[field('text', { required: true }), '', { id: 'required' }],
	[field('integer'), '', undefined],
	[ranged, '100', undefined],
	[ranged, '-1', { id: 'too-small', values: { minimum: '0' } }],
	[ranged, '101', { id: 'too-large', values: { maximum: '100' } }],
	[ranged, '1.0', { id: 'not-integer' }],
	[ranged, '1e2', { id: 'not-integer' }],
	[ranged, ' 1', { id: 'not-integer' }],
	[field('number'), '1.5e-3', undefined],
	[field('number'), '.5', undefined],
	[field('number'), '0x10', { id: 'not-number' }],
	[field('number'), 'NaN', { id: 'not-number' }],
	[field('boolean'), 'true', undefined],
	[field('boolean'), 'yes', { id: 'not-boolean' }],
	[state, 'failed', undefined],
	[state, 'Failed', { id: 'not-in-enum', values: { values: 'queued, failed' } }],
	[field('date-time'), '2026-11-23T10:00:00Z', undefined],
	[field('date-time'), '2026-11-23T10:00:00.123456+03:00', undefined],
	[field('date-time'), '2024-02-29T10:00+0300', undefined],
	[field('date-time'), '2026-11-23T10:00:00', { id: 'no-zone' }],
	[field('date-time'), '2026-11-23', { id: 'not-date-time' }],
	[field('date-time'), '2026-02-29T10:00:00Z', { id: 'not-date-time' }],
	[field('date-time'), '2026-11-23T24:00:00Z', { id: 'not-date-time' }],
	[field('date-time'), '2026-11-23T10:00:00 Moscow', { id: 'not-date-time' }],
	[field('date'), '2026-11-30', undefined],
	[field('date'), '2026-11-31', { id: 'not-date' }],
	[short, 'ab', undefined],
	[short, '🦜a', undefined],
	[short, 'a', { id: 'too-short', values: { minLength: '2' } }],
	[short, 'abcd', { id: 'too-long', values: { maxLength: '3' } }],
	[short, 'AB', { id: 'pattern', values: { pattern: '^[a-z🦜]+$' } }],
	[field('text', { pattern: '(?P<x>a)' }), 'b', undefined],
	[field('list', { items: ranged }), 'x', { id: 'not-integer' }],
	[field('json'), '{', undefined]
])('of %o, %j is judged %j', (model, text, issue) => {
	expect(checkValue(model, text)).toEqual(issue);
});
