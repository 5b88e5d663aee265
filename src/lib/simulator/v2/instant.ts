import { parseInstant, type Instant } from '#lib/simulator/time.ts';

/** An instant that remembers the zone it was written in. */
export interface ZonedInstant extends Instant {
	offsetMinutes: number;
}

const DATE_TIME =
	/^\d{4}-\d{2}-\d{2}[Tt _]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[Zz]|([+-])(\d{2}):?(\d{2}))?$/;

/** Numbers beyond this are milliseconds, not seconds. @source speedate, "MS_WATERSHED" */
const WATERSHED = 2e10;

/**
 * Reads a date-time as Pydantic does: ISO 8601 or a Unix timestamp.
 * @returns the instant, or Pydantic's words for what is wrong.
 * @source speedate `DateTime::parse_bytes_rfc3339`, `Date::parse_bytes`
 */
export function readInstant(input: string | number): ZonedInstant | string {
	if (typeof input === 'number' || /^[+-]?\d+(\.\d+)?$/.test(input)) {
		const stamp = Number(input);
		const ms = Math.abs(stamp) > WATERSHED ? stamp : stamp * 1000;
		const micros = Math.round((ms - Math.floor(ms)) * 1000);
		return { ms: Math.floor(ms), micros, naive: false, offsetMinutes: 0 };
	}
	const match = DATE_TIME.exec(input);
	const hours = Number(match?.[2] ?? 0);
	if (match && hours < 24) {
		const instant = parseInstant(input.replace('_', 'T'));
		const sign = match[1] === '-' ? -1 : 1;
		if (instant) return { ...instant, offsetMinutes: sign * (hours * 60 + Number(match[3] ?? 0)) };
	}
	const wrong = dateError(input);
	if (wrong !== undefined) return wrong;
	const midnight = parseInstant(input);
	return midnight ? { ...midnight, offsetMinutes: 0 } : 'day value is outside expected range';
}

/** Written in its own zone: `2026-02-03T04:05:06+02:00`, or with `Z`. */
export function isoZoned({ ms, micros, offsetMinutes }: ZonedInstant): string {
	const iso = new Date(ms + offsetMinutes * 60_000).toISOString();
	const digits = iso.slice(20, 23) + String(micros).padStart(3, '0');
	const local = digits === '000000' ? iso.slice(0, 19) : `${iso.slice(0, 19)}.${digits}`;
	if (offsetMinutes === 0) return `${local}Z`;
	const two = (value: number) => String(value).padStart(2, '0');
	const minutes = Math.abs(offsetMinutes);
	return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function dateError(text: string): string | undefined {
	if (text.length < 10) return 'input is too short';
	if (!/^\d{4}/.test(text)) return 'invalid character in year';
	if (text[4] !== '-') return 'invalid date separator, expected `-`';
	if (!/^\d{2}/.test(text.slice(5))) return 'invalid character in month';
	if (text[7] !== '-') return 'invalid date separator, expected `-`';
	if (!/^\d{2}/.test(text.slice(8))) return 'invalid character in day';
	const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
	if (!month || month > 12) return 'month value is outside expected range of 1-12';
	const lastDay = new Date(Date.UTC(year ?? 0, month, 0)).getUTCDate();
	if (!day || day > lastDay) return 'day value is outside expected range';
	return text.length > 10 ? 'unexpected extra characters at the end of the input' : undefined;
}
