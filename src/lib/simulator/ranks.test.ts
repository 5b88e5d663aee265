import { expect, test } from 'vitest';
import { ranksOf } from './ranks.ts';

const MANY = Array.from({ length: 5000 }, (_, index) => ({ index, key: (index * 7919) % 613 }));

const LISTS = {
	none: [],
	one: MANY.slice(0, 1),
	few: MANY.slice(0, 50),
	many: MANY,
	'in order': MANY.toSorted((a, b) => a.key - b.key),
	'the other way round': MANY.toSorted((a, b) => b.key - a.key),
	'all alike': MANY.map(({ index }) => ({ index, key: 1 }))
};

test.each(Object.entries(LISTS))('a page is a piece of the whole in order: %s', (_, rows) => {
	const whole = rows.toSorted((a, b) => a.key - b.key);
	const order = (a: number, b: number) => (rows[a]?.key ?? 0) - (rows[b]?.key ?? 0);
	for (const [start, end] of [
		[0, 50],
		[2475, 2525],
		[4950, 5000],
		[4990, 5040],
		[6000, 6050],
		[0, 5000],
		[10, 10]
	] as const) {
		expect(ranksOf(rows, order, start, end)).toEqual(whole.slice(start, end));
	}
});
