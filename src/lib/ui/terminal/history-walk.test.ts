import { expect, test } from 'vitest';
import { HistoryWalk } from './history-walk.ts';

test('goes up to the oldest line and back down to the line begun', () => {
	const walk = new HistoryWalk(() => ['one', 'two']);
	expect(walk.step(-1, 'beg')).toBe('two');
	expect(walk.step(-1, 'two')).toBe('one');
	expect(walk.step(-1, 'one')).toBe('one');
	expect(walk.step(1, 'one')).toBe('two');
	expect(walk.step(1, 'two')).toBe('beg');
	expect(walk.step(1, 'beg')).toBe('beg');
});

test('begins anew from below after a line was run', () => {
	const lines = ['one'];
	const walk = new HistoryWalk(() => lines);
	walk.step(-1, '');
	lines.push('two');
	walk.end();
	expect(walk.isUnderWay).toBe(false);
	expect(walk.step(-1, 'x')).toBe('two');
});
