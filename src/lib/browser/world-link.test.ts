import { expect, test } from 'vitest';
import type { Chronicle } from '#lib/simulator/timeline/chronicle.ts';
import { packWorld, unpackWorld } from './world-link.ts';

const chronicle: Chronicle = {
	windsock: 'world',
	version: 1,
	birth: { scenario: 'course', seed: 1, nowMs: Date.UTC(2026, 4, 20) },
	nowMs: Date.UTC(2026, 4, 21),
	deeds: []
};

test('a world goes through a link and back', async () => {
	const fragment = await packWorld(chronicle);

	expect(fragment).toMatch(/^w=[\w-]+$/);
	expect(JSON.parse((await unpackWorld(`#${fragment}`)) ?? '')).toEqual(chronicle);
});

test.each([
	['#r=abc', undefined],
	['', undefined],
	['#w=abc', ''],
	['#w=a', '']
])('%s holds %o', async (fragment, expected) => {
	expect(await unpackWorld(fragment)).toBe(expected);
});

test('a small link that would unpack to very much is refused', async () => {
	const huge = { ...chronicle, padding: ' '.repeat(9_000_000) };

	expect(await unpackWorld(await packWorld(huge))).toBe('');
});
