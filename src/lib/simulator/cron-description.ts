import { cronExpression } from './cron.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * A schedule in words, for the common shapes: no schedule, at a time, on one weekday, on one day of the
 * month, every hour. Anything else comes back as it was written.
 * @source airflow/timetables/base.py, interval.py `description` (the cron-descriptor library)
 */
export function describeSchedule(schedule: string | undefined): string {
	if (schedule === undefined) return 'Never, external triggers only';
	const fields = cronExpression(schedule)?.split(/\s+/);
	if (!fields) return schedule === '@once' ? 'Once, as soon as possible' : schedule;
	const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
	if (minute === '0' && [hour, day, month, weekday].every((field) => field === '*')) {
		return 'Every hour';
	}
	if (!/^\d+$/.test(minute) || !/^\d+$/.test(hour) || month !== '*') return schedule;
	const at = `At ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
	if (day === '*' && weekday === '*') return at;
	if (day === '*' && /^[0-6]$/.test(weekday)) return `${at}, only on ${WEEKDAYS[Number(weekday)]}`;
	if (/^\d+$/.test(day) && weekday === '*') return `${at}, on day ${day} of the month`;
	return schedule;
}
