import { DAYS } from './date-format.ts';

const DAY_MS = 86_400_000;
const UNITS_MS: Readonly<Record<string, number>> = {
	sec: 1000,
	second: 1000,
	min: 60_000,
	minute: 60_000,
	hour: 3_600_000,
	day: DAY_MS,
	week: 7 * DAY_MS,
	fortnight: 14 * DAY_MS
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?<month>${MONTHS.map((name) => `${name}[a-z]*`).join('|')})`;
const YEAR = String.raw`(?:,?\s+(?<year>\d{4})(?!\d|:))?`;
/** `5 January 2026` and `Jan 5, 2026`. */
const DAY_FIRST = new RegExp(String.raw`^(?<day>\d{1,2})\s+${MONTH}${YEAR}`);
const MONTH_FIRST = new RegExp(String.raw`^${MONTH}\s+(?<day>\d{1,2})(?![\d:])${YEAR}`);

/**
 * A date as people write it for `date -d`, in UTC: dates, times, offsets, `yesterday`, `3 days ago`, `next monday`.
 * @returns milliseconds since the epoch; undefined when it makes no sense
 */
export function readDate(text: string, nowMs: number): number | undefined {
	const epoch = /^\s*@(-?\d+)(\.\d+)?\s*$/.exec(text);
	if (epoch) return Math.floor(Number(`${epoch[1]}${epoch[2] ?? ''}`) * 1000);
	const at = new Date(nowMs);
	let rest = text.trim().toLowerCase().replace(/^utc$/, 'now');
	let isTimed = false;
	let isDated = false;
	let offsetMs = 0;
	const shifts: [amount: number, unit: string][] = [];
	let weekday: { day: number; weeks: number } | undefined;

	const take = (pattern: RegExp): RegExpExecArray | undefined => {
		const found = pattern.exec(rest);
		if (!found) return undefined;
		rest = rest.slice(found[0].length).trimStart();
		return found;
	};
	for (let found: RegExpExecArray | undefined; rest !== '';) {
		if (
			(found =
				take(/^(\d{4})-(\d{1,2})-(\d{1,2})(?=t|\s|$)t?/) ??
				take(/^(\d{4})(\d\d)(\d\d)(?=t|\s|$)t?/))
		) {
			const [, year, month, day] = found.map(Number);
			if (isDated || !isDay(year ?? 0, month ?? 0, day ?? 0)) return undefined;
			at.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day ?? 1);
			isDated = true;
			if (!isTimed) at.setUTCHours(0, 0, 0, 0);
		} else if ((found = take(MONTH_FIRST) ?? take(DAY_FIRST))) {
			const { day = '', month = '', year } = found.groups ?? {};
			const at12 = MONTHS.indexOf(month.slice(0, 3)) + 1;
			const inYear = Number(year ?? at.getUTCFullYear());
			if (isDated || !isDay(inYear, at12, Number(day))) return undefined;
			at.setUTCFullYear(inYear, at12 - 1, Number(day));
			isDated = true;
			if (!isTimed) at.setUTCHours(0, 0, 0, 0);
		} else if ((found = take(/^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:\s*(am|pm))?/))) {
			const [, hours = '', minutes = '', seconds = '0', part = '', half] = found;
			const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
			if (isTimed || hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
			at.setUTCHours(hour, Number(minutes), Number(seconds), Number(`0.${part || 0}`) * 1000);
			isTimed = true;
			const zone = take(/^(?:z|utc|gmt)(?![a-z])/)
				? ''
				: take(/^([+-])(\d\d):?(\d\d)?(?!\d)(?!\s*[a-z])/);
			if (zone)
				offsetMs =
					(zone[1] === '-' ? 1 : -1) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0)) * 60_000;
		} else if (take(/^(z|utc|gmt)(?![a-z])/)) continue;
		else if (take(/^(now|today)(?![a-z])/)) continue;
		else if (take(/^midnight(?![a-z])/)) at.setUTCHours(0, 0, 0, 0);
		else if (take(/^yesterday(?![a-z])/)) shifts.push([-1, 'day']);
		else if (take(/^tomorrow(?![a-z])/)) shifts.push([1, 'day']);
		else if (
			(found = take(
				/^(next|last|this|[+-]?\s*\d+)?\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?(?![a-z])(\s+ago(?![a-z]))?/
			))
		) {
			const [, count = '1', unit = '', ago] = found;
			const word = { next: 1, last: -1, this: 0 }[count];
			const amount = word ?? Number(count.replace(/\s/g, ''));
			shifts.push([ago ? -amount : amount, unit]);
		} else if (
			(found = take(
				/^(next|last|this)?\s*(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?(?![a-z])/
			))
		) {
			const day = DAYS.findIndex((name) =>
				name.toLowerCase().startsWith((found?.[2] ?? '').slice(0, 3))
			);
			weekday = { day, weeks: found[1] === 'next' ? 1 : found[1] === 'last' ? -1 : 0 };
			if (!isTimed) at.setUTCHours(0, 0, 0, 0);
		} else return undefined;
	}
	if (weekday) {
		const ahead = (weekday.day - at.getUTCDay() + 7) % 7;
		// The coming such day is «next» already, unless today is one.
		const weeks = weekday.weeks > 0 && ahead > 0 ? 0 : weekday.weeks;
		at.setTime(at.getTime() + (ahead + 7 * weeks) * DAY_MS);
	}
	for (const [amount, unit] of shifts) {
		if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + amount);
		else if (unit === 'year') at.setUTCFullYear(at.getUTCFullYear() + amount);
		else at.setTime(at.getTime() + amount * (UNITS_MS[unit] ?? 0));
	}
	return at.getTime() + offsetMs;
}

const isDay = (year: number, month: number, day: number) => {
	const at = new Date(Date.UTC(year, month - 1, day));
	return month > 0 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
};
