/** The minutes at which a schedule fires, all in UTC. */
export interface Cron {
	/** First firing strictly after the given time. */
	next(afterMs: number): number;
	/** Last firing strictly before the given time. */
	previous(beforeMs: number): number;
}

/** @source airflow/utils/dates.py `cron_presets` */
const PRESETS: Record<string, string> = {
	'@hourly': '0 * * * *',
	'@daily': '0 0 * * *',
	'@weekly': '0 0 * * 0',
	'@monthly': '0 0 1 * *',
	'@quarterly': '0 0 1 */3 *',
	'@yearly': '0 0 1 1 *'
};

const MINUTE = 60_000;
const DAY = 86_400_000;
/** 29 February can be eight years away (1896 to 1904). */
const HORIZON_DAYS = 8 * 366 + 1;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** The five fields of a preset or of a cron expression as written; undefined for `@once` and the like. */
export function cronExpression(schedule: string): string | undefined {
	const text = PRESETS[schedule] ?? schedule;
	return text.trim().split(/\s+/).length === 5 ? text.trim() : undefined;
}

/**
 * Reads a preset or a five-field cron expression.
 * @returns undefined when the schedule is not one that repeats by the clock.
 */
export function parseCron(schedule: string): Cron | undefined {
	const known = parsed.get(schedule);
	if (known) return known;
	const cron = readCron(schedule);
	if (cron) parsed.set(schedule, cron);
	return cron;
}

/** What was read before: the same text means the same for ever. */
const parsed = new Map<string, Cron>();

function readCron(schedule: string): Cron | undefined {
	const fields = cronExpression(schedule)?.toLowerCase().split(/\s+/);
	if (fields === undefined) return undefined;
	const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
	const minutes = parseField(minute, 0, 59, []);
	const hours = parseField(hour, 0, 23, []);
	const days = parseField(day, 1, 31, []);
	const months = parseField(month, 1, 12, MONTHS, 1);
	const weekdays = parseField(weekday, 0, 7, WEEKDAYS);
	if (!minutes || !hours || !days || !months || !weekdays) return undefined;
	if (weekdays.has(7)) weekdays.add(0);

	// When both day fields are restricted, either may match.
	const either = !day.startsWith('*') && !weekday.startsWith('*');
	const firesOn = (date: Date) => {
		const byDay = days.has(date.getUTCDate());
		const byWeekday = weekdays.has(date.getUTCDay());
		return months.has(date.getUTCMonth() + 1) && (either ? byDay || byWeekday : byDay && byWeekday);
	};
	const timesOfDay = [...hours]
		.flatMap((h) => [...minutes].map((m) => (h * 60 + m) * MINUTE))
		.sort((a, b) => a - b);

	const search = (fromMs: number, step: 1 | -1, fits: (ms: number) => boolean): number => {
		const times = step === 1 ? timesOfDay : [...timesOfDay].reverse();
		let midnight = Math.floor(fromMs / DAY) * DAY;
		for (let tried = 0; tried < HORIZON_DAYS; tried++, midnight += step * DAY) {
			if (!firesOn(new Date(midnight))) continue;
			const found = times.find((time) => fits(midnight + time));
			if (found !== undefined) return midnight + found;
		}
		return step === 1 ? Infinity : -Infinity;
	};
	return {
		next: (afterMs) => search(afterMs, 1, (ms) => ms > afterMs),
		previous: (beforeMs) => search(beforeMs, -1, (ms) => ms < beforeMs)
	};
}

function parseField(
	text: string,
	from: number,
	to: number,
	names: string[],
	firstName = 0
): Set<number> | undefined {
	const values = new Set<number>();
	const numberOf = (word: string) => {
		const name = names.indexOf(word);
		return name >= 0 ? name + firstName : /^\d+$/.test(word) ? Number(word) : NaN;
	};
	for (const part of text.split(',')) {
		const [range = '', stepText] = part.split('/');
		const step = stepText === undefined ? 1 : Number(stepText);
		const [low = '', high] = range.split('-');
		const first = range === '*' ? from : numberOf(low);
		const last =
			range === '*'
				? to
				: high === undefined
					? stepText === undefined
						? first
						: to
					: numberOf(high);
		if (!(step >= 1) || !(first >= from) || !(last <= to) || first > last) return undefined;
		for (let value = first; value <= last; value += step) values.add(value);
	}
	return values;
}
