/**
 * A date and time as `datetime.fromisoformat` of every Python 3 reads it and `isoformat` writes it; undefined where
 * Python has none: a day that does not exist, digits behind the microsecond.
 * @source CPython Lib/_pydatetime.py, fromisoformat, isoformat
 */
export function pythonInstant(text: string): string | undefined {
	const match = ISO.exec(text);
	if (!match) return undefined;
	const [, day = '', hour = '00', minute = '00', second = '00', fraction = '', zone = ''] = match;
	if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
		return undefined;
	const offset = /^z$/i.test(zone) ? '+00:00' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
	if (Number(offset.slice(1, 3)) > 23 || Number(offset.slice(4)) > 59) return undefined;
	const micro = fraction.padEnd(6, '0');
	const point = Number(micro) === 0 ? '' : `.${micro}`;
	return `${day}T${hour}:${minute}:${second}${point}${offset.replace('-00:00', '+00:00')}`;
}

/** True for a day of the calendar, `2026-02-28`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const ISO =
	/^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?([Zz]|[+-]\d\d:?\d\d)?)?$/;
