export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS =
	'January February March April May June July August September October November December'.split(
		' '
	);
const DAY_MS = 86_400_000;

/** A moment in UTC by `strftime` and GNU's own letters. */
export function formatDate(ms: number, format: string): string {
	const at = new Date(ms);
	const pad = (value: number, width = 2, fill = '0') => `${value}`.padStart(width, fill);
	const year = at.getUTCFullYear();
	const hours = at.getUTCHours();
	const weekday = at.getUTCDay();
	const dayOfYear = Math.floor(
		(Date.UTC(year, at.getUTCMonth(), at.getUTCDate()) - Date.UTC(year, 0)) / DAY_MS
	);
	const day = DAYS[weekday] ?? '';
	const month = MONTHS[at.getUTCMonth()] ?? '';
	const seconds = Math.floor(ms / 1000);
	const nanos = pad((((ms % 1000) + 1000) % 1000) * 1_000_000, 9);
	const [isoYear, isoWeek] = isoWeekOf(at);
	const letters: Record<string, () => string> = {
		'%': () => '%',
		n: () => '\n',
		t: () => '\t',
		Y: () => `${year}`,
		y: () => pad(year % 100),
		C: () => pad(Math.floor(year / 100)),
		m: () => pad(at.getUTCMonth() + 1),
		d: () => pad(at.getUTCDate()),
		e: () => pad(at.getUTCDate(), 2, ' '),
		H: () => pad(hours),
		k: () => pad(hours, 2, ' '),
		I: () => pad(hours % 12 || 12),
		l: () => pad(hours % 12 || 12, 2, ' '),
		M: () => pad(at.getUTCMinutes()),
		S: () => pad(at.getUTCSeconds()),
		N: () => nanos,
		s: () => `${seconds}`,
		p: () => (hours < 12 ? 'AM' : 'PM'),
		P: () => (hours < 12 ? 'am' : 'pm'),
		a: () => day.slice(0, 3),
		A: () => day,
		b: () => month.slice(0, 3),
		h: () => month.slice(0, 3),
		B: () => month,
		j: () => pad(dayOfYear + 1, 3),
		u: () => `${weekday || 7}`,
		w: () => `${weekday}`,
		U: () => pad(Math.floor((dayOfYear + 7 - weekday) / 7)),
		W: () => pad(Math.floor((dayOfYear + 7 - ((weekday + 6) % 7)) / 7)),
		V: () => pad(isoWeek),
		G: () => `${isoYear}`,
		g: () => pad(isoYear % 100),
		q: () => `${Math.floor(at.getUTCMonth() / 3) + 1}`,
		z: () => '+0000',
		':z': () => '+00:00',
		'::z': () => '+00:00:00',
		Z: () => 'UTC',
		F: () => formatDate(ms, '%Y-%m-%d'),
		D: () => formatDate(ms, '%m/%d/%y'),
		x: () => formatDate(ms, '%m/%d/%y'),
		T: () => formatDate(ms, '%H:%M:%S'),
		X: () => formatDate(ms, '%H:%M:%S'),
		R: () => formatDate(ms, '%H:%M'),
		r: () => formatDate(ms, '%I:%M:%S %p'),
		c: () => formatDate(ms, '%a %b %e %H:%M:%S %Y')
	};
	return format.replace(
		/%([-_0^#]?)(\d*)(:{0,2}[a-zA-Z%])/g,
		(whole, flag: string, width: string, letter: string) => {
			const made = letters[letter]?.();
			if (made === undefined) return whole;
			if (letter === 'N' && width !== '') return made.slice(0, Number(width));
			if (flag === '-') return made.replace(/^[ 0]+(?=\d)/, '');
			if (flag === '_') return made.replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length));
			if (flag === '^') return made.toUpperCase();
			return width === '' ? made : made.padStart(Number(width), '0');
		}
	);
}

function isoWeekOf(at: Date): [year: number, week: number] {
	const thursday = new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * DAY_MS);
	const year = thursday.getUTCFullYear();
	return [year, 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS))];
}
