import { expect, test } from 'vitest';
import { readDate } from './date-read.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 9, 30);

// Each was asked of GNU date 9.1 at that time, a Monday.
test.each([
	['now', '2026-11-23T09:30:00'],
	['@86400', '1970-01-02T00:00:00'],
	['2026-01-01', '2026-01-01T00:00:00'],
	['20260115', '2026-01-15T00:00:00'],
	['2026-01-01T10:00:00Z', '2026-01-01T10:00:00'],
	['2026-01-01T00:00:00+02:00', '2025-12-31T22:00:00'],
	['2026-01-01 + 3 days', '2026-01-04T00:00:00'],
	['2026-03-01 -1 day', '2026-02-28T00:00:00'],
	['2026-01-01 12:00 3 hours ago', '2026-01-01T09:00:00'],
	['1 hour ago', '2026-11-23T08:30:00'],
	['yesterday', '2026-11-22T09:30:00'],
	['next month', '2026-12-23T09:30:00'],
	['tomorrow 06:00', '2026-11-24T06:00:00'],
	['Jan 5 2026', '2026-01-05T00:00:00'],
	['5 January 2026 10:00', '2026-01-05T10:00:00']
])('%s', (text, expected) => {
	expect(new Date(readDate(text, NOW_MS) ?? NaN).toISOString()).toBe(`${expected}.000Z`);
});

test.each(['2026-02-30', 'Feb 30 2026', 'not a date', '25:00'])('%s is no date', (text) => {
	expect(readDate(text, NOW_MS)).toBeUndefined();
});
