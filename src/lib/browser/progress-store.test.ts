import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ProgressEvent } from '#lib/course/progress.ts';
import { openProgress } from './progress-store.ts';

const event = (n: number): ProgressEvent => ({
	id: `id-${n}`,
	at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
	exercise: `exercise-${n}`,
	kind: 'solved'
});

test('keeps all of 40 events that two tabs append at the same time, oldest first', async () => {
	const [one, two] = [openProgress('racing'), openProgress('racing')];
	const events = Array.from({ length: 40 }, (_, n) => event(n));

	await Promise.all(events.toReversed().map((each, n) => (n % 2 ? one : two).append(each)));

	expect(await one.read()).toEqual(events);
});

test('keeps an event once, however often it is appended', async () => {
	const store = openProgress('twice');
	await store.append(event(1));
	await store.append(event(1));

	expect(await store.read()).toEqual([event(1)]);
});

test('tells other tabs', async () => {
	const [one, two] = [openProgress('telling'), openProgress('telling')];
	const told = new Promise<void>((done) => two.onChange(done));
	await one.append(event(1));
	await told;

	expect(await two.read()).toEqual([event(1)]);
});
