import { expect, test } from 'vitest';
import type { ProgressEvent } from './progress.ts';
import { dueQuestions, recalls } from './recall.ts';

const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2026, 0, 1);
const on = (day: number, kind: ProgressEvent['kind'], exercise = 'q'): ProgressEvent => ({
	id: `${exercise} ${day} ${kind}`,
	at: new Date(FIRST_MS + day * DAY_MS).toISOString(),
	exercise,
	kind
});
const dueDay = (events: ProgressEvent[]) => {
	const dueMs = recalls(events).get('q')?.dueMs ?? NaN;
	return (dueMs - FIRST_MS) / DAY_MS;
};

test.each<[string, ProgressEvent[], number]>([
	['recalled, it comes back the next day', [on(0, 'recalled')], 1],
	['recalled again, after three days', [on(0, 'recalled'), on(1, 'recalled')], 4],
	['a third time, after seven', [on(0, 'recalled'), on(1, 'recalled'), on(4, 'recalled')], 11],
	[
		'a fourth time, never',
		[on(0, 'recalled'), on(1, 'recalled'), on(4, 'recalled'), on(11, 'recalled')],
		Infinity
	],
	['forgotten, it starts over', [on(0, 'recalled'), on(1, 'recalled'), on(4, 'forgotten')], 5],
	['answered before its day, it does not move', [on(0, 'recalled'), on(0.5, 'recalled')], 1],
	[
		'forgotten and mended at once, it comes back the next day',
		[on(0, 'forgotten'), on(0, 'recalled')],
		1
	]
])('%s', (_, events, day) => {
	expect(dueDay(events)).toBe(day);
});

test('what is due comes the longest due first, what is not does not', () => {
	const events = [on(0, 'recalled', 'late'), on(2, 'recalled', 'later'), on(9, 'recalled', 'not')];
	expect(dueQuestions(events, FIRST_MS + 9.5 * DAY_MS)).toEqual(['late', 'later']);
});

test('solving exercises asks nothing', () => {
	expect([...recalls([on(0, 'solved')])]).toEqual([]);
});
