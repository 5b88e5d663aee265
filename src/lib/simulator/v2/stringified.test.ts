import { expect, test } from 'vitest';
import { stringified } from './stringified.ts';

const zone = {
	__classname__: 'builtins.tuple',
	__version__: 1,
	__data__: ['UTC', 'pendulum.tz.timezone.Timezone', 1, true]
};

test.each<[string, unknown, unknown]>([
	['a plain object stays', { a: [1, null] }, { a: [1, null] }],
	['a tuple becomes one text', zone, '(UTC,pendulum.tz.timezone.Timezone,1,True)'],
	[
		'an object of a class tells its fields, texts in quotes',
		{ __classname__: 'a.B', __version__: 2, __data__: { at: 1.5, name: 'x', zone } },
		"a.B@version=2(at=1.5, name='x', zone=(UTC,pendulum.tz.timezone.Timezone,1,True))"
	],
	[
		'an object within a list too',
		[{ __classname__: 'a.B', __version__: 1, __data__: 'x' }],
		['a.B@version=1(x)']
	]
])('%s', (_, value, expected) => {
	expect(stringified(value)).toEqual(expected);
});
