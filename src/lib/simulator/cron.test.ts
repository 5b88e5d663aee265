import { expect, test } from 'vitest';
import { describeSchedule } from './cron-description.ts';
import { parseCron } from './cron.ts';

const at = (iso: string) => Date.parse(`${iso}Z`);
const iso = (ms: number | undefined) => new Date(ms ?? NaN).toISOString().slice(0, 16);

test.each([
	['0 3 * * *', '2026-11-23T02:59', '2026-11-23T03:00', '2026-11-22T03:00'],
	['0 3 * * *', '2026-11-23T03:00', '2026-11-24T03:00', '2026-11-22T03:00'],
	['@weekly', '2026-11-23T10:00', '2026-11-29T00:00', '2026-11-22T00:00'],
	['@hourly', '2026-12-31T23:30', '2027-01-01T00:00', '2026-12-31T23:00'],
	['@monthly', '2026-11-23T10:00', '2026-12-01T00:00', '2026-11-01T00:00'],
	['@yearly', '2026-11-23T10:00', '2027-01-01T00:00', '2026-01-01T00:00'],
	['*/15 8-9 * * mon-fri', '2026-11-20T09:45', '2026-11-23T08:00', '2026-11-20T09:30'],
	['30 12 1,15 * *', '2026-11-16T00:00', '2026-12-01T12:30', '2026-11-15T12:30'],
	['0 0 13 * 5', '2026-11-14T00:00', '2026-11-20T00:00', '2026-11-13T00:00'],
	['0 0 29 2 *', '2026-11-23T00:00', '2028-02-29T00:00', '2024-02-29T00:00'],
	['0 0 * jan 7', '2026-11-23T00:00', '2027-01-03T00:00', '2026-01-25T00:00']
])('%s around %s fires next at %s, before at %s', (schedule, now, next, previous) => {
	const cron = parseCron(schedule);
	expect([iso(cron?.next(at(now))), iso(cron?.previous(at(now)))]).toEqual([next, previous]);
});

test.each(['@once', '@continuous', '* * *', '61 * * * *', '5-1 * * * *', 'x * * * *'])(
	'%s does not repeat by the clock',
	(schedule) => {
		expect(parseCron(schedule)).toBeUndefined();
	}
);

test.each([
	[undefined, 'Never, external triggers only'],
	['0 3 * * *', 'At 03:00'],
	['@weekly', 'At 00:00, only on Sunday'],
	['@monthly', 'At 00:00, on day 1 of the month'],
	['@hourly', 'Every hour']
])('%s reads: %s', (schedule, words) => {
	expect(describeSchedule(schedule)).toBe(words);
});
