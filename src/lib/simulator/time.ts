/** `2026-11-23T03:00:00+00:00`: Python's isoformat, six digits or none. Undefined is null. */
export function isoUtc(ms: number, micros?: number): string;
export function isoUtc(ms: number | undefined, micros?: number): string | null;
export function isoUtc(ms: number | undefined, micros = 0): string | null {
	return ms === undefined ? null : `${toSecondsAndMicros(ms, micros)}+00:00`;
}

/** `2026-11-23T03:00:00Z`: as Pydantic writes it, six digits or none. Undefined is null. */
export function isoZ(ms: number, micros?: number): string;
export function isoZ(ms: number | undefined, micros?: number): string | null;
export function isoZ(ms: number | undefined, micros = 0): string | null {
	return ms === undefined ? null : `${toSecondsAndMicros(ms, micros)}Z`;
}

function toSecondsAndMicros(ms: number, micros: number): string {
	const iso = new Date(Math.floor(ms)).toISOString();
	const seconds = iso.slice(0, 19);
	const fraction = iso.slice(20, 23) + String(micros).padStart(3, '0');
	return fraction === '000000' ? seconds : `${seconds}.${fraction}`;
}

/** An instant to the microsecond. `naive` when it was written without a zone. */
export interface Instant {
	ms: number;
	/** 0–999 beyond the millisecond. */
	micros: number;
	naive: boolean;
	/** The zone it was written in, as its distance from UTC. */
	offsetMs?: number;
}

/** As `isoUtc`, in the zone that the instant was written in: `2026-11-10T05:00:00+02:00`. */
export function isoInZone({ ms, micros, offsetMs = 0 }: Instant): string {
	const minutes = Math.abs(offsetMs) / 60_000;
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	const zone = `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
	return toSecondsAndMicros(ms + offsetMs, micros) + zone;
}

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/;

/** Reads an ISO 8601 date or date-time; a naive one is taken as UTC. Undefined when it is not one. */
export function parseInstant(text: string): Instant | undefined {
	const match = ISO.exec(text);
	if (!match) return undefined;
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
	const parts = [year, month, day, hour, minute, second].map(Number);
	const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
	const midnight = new Date(Date.UTC(y, mo - 1, d));
	const isReal = midnight.getUTCMonth() === mo - 1 && midnight.getUTCDate() === d;
	if (!isReal || h > 23 || mi > 59 || s > 59) return undefined;
	const micros = Number(fraction.padEnd(6, '0').slice(0, 6));
	const atMs = Date.UTC(y, mo - 1, d, h, mi, s, Math.floor(micros / 1000));
	const offsetMs = offsetOf(zone);
	return { ms: atMs - offsetMs, micros: micros % 1000, naive: zone === undefined, offsetMs };
}

function offsetOf(zone: string | undefined): number {
	if (zone === undefined || /^z$/i.test(zone)) return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(3).replace(':', '') || '0');
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
