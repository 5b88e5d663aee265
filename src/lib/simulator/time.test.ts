import { expect, test } from 'vitest';
import { isoInZone, isoUtc, isoZ, parseInstant } from './time.ts';

test.each([
	[Date.UTC(2026, 10, 23, 3), 0, '2026-11-23T03:00:00'],
	[Date.UTC(2026, 10, 23, 3, 0, 0, 5), 0, '2026-11-23T03:00:00.005000'],
	[Date.UTC(2026, 10, 23, 3), 42, '2026-11-23T03:00:00.000042']
])('%i ms and %i µs is %s', (ms, micros, text) => {
	expect([isoUtc(ms, micros), isoZ(ms, micros)]).toEqual([`${text}+00:00`, `${text}Z`]);
});

test('no time is null', () => {
	expect([isoUtc(undefined), isoZ(undefined)]).toEqual([null, null]);
});

test.each([
	['2026-11-10T05:06:07.123456+02:00', '2026-11-10T03:06:07.123456+00:00', false],
	['2026-11-10T05:06:07Z', '2026-11-10T05:06:07+00:00', false],
	['2026-11-10T05:06:07', '2026-11-10T05:06:07+00:00', true],
	['2026-11-10', '2026-11-10T00:00:00+00:00', true],
	['2026-11-10T05:06-0330', '2026-11-10T08:36:00+00:00', false]
])('%s is read as %s', (text, utc, naive) => {
	const instant = parseInstant(text);
	expect(instant && isoUtc(instant.ms, instant.micros)).toBe(utc);
	expect(instant?.naive).toBe(naive);
});

test.each(['', 'x', '2026-13-01', '2026-02-30', '2026-11-10T25:00:00Z', '2026-11-10 05'])(
	'%j is not a time',
	(text) => {
		expect(parseInstant(text)).toBeUndefined();
	}
);

test('an instant can be written in the zone it came in', () => {
	for (const text of ['2026-11-10T05:06:07+02:00', '2026-11-10T05:06:07.000001-03:30']) {
		const instant = parseInstant(text);
		expect(instant && isoInZone(instant)).toBe(text);
	}
});
