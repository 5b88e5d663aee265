const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * A cron expression in words, for the plain ones: `At 03:00`, `At 00:00, only on Sunday`.
 * Lists and ranges give the empty text, as Airflow itself gives for what it cannot describe.
 * @source the cron-descriptor package, which Airflow asks for `timetable_description`
 */
export function describeCron(expression: string): string {
	const [minute = '', hour = '', day = '', month = '', weekday = ''] = expression.split(/\s+/);
	const time = describeTime(minute, hour);
	const rest = [
		plain(day, '*', () => `on day ${day} of the month`),
		plain(weekday, '*', () => `only on ${DAYS[Number(weekday) % 7]}`),
		plain(month, '*', () => `only in ${MONTHS[Number(month) - 1]}`)
	];
	if (time === undefined || rest.includes(undefined)) return '';
	return [time, ...rest].filter((words) => words !== '').join(', ');
}

function describeTime(minute: string, hour: string): string | undefined {
	const every = /^\*\/(\d+)$/.exec(minute)?.[1];
	const isNumber = (text: string) => /^\d+$/.test(text);
	if (isNumber(minute) && isNumber(hour)) {
		return `At ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
	}
	if (hour !== '*') return undefined;
	if (minute === '*') return 'Every minute';
	if (every !== undefined) return `Every ${every} minutes`;
	if (minute === '0') return 'Every hour';
	return isNumber(minute) ? `At ${minute} minutes past the hour` : undefined;
}

function plain(field: string, any: string, words: () => string): string | undefined {
	if (field === any) return '';
	return /^\d+$/.test(field) ? words() : undefined;
}
