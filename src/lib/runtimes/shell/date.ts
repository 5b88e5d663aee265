import { failed, printed, type ShellCommand } from '#lib/runtimes/command.ts';
import { formatDate } from './date-format.ts';
import { readDate } from './date-read.ts';

/** GNU `date` in UTC, at the target's time. @source coreutils 9.1, asked */
export const date: ShellCommand = async (argv, { outside }) => {
	const nowMs = await outside.nowMs();
	let text: string | undefined;
	let format: string | undefined;
	let bad: string | undefined;
	const words = [...argv];
	for (let word = words.shift(); word !== undefined; word = words.shift()) {
		const [, name = '', value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
		if (word.startsWith('+')) format = word.slice(1);
		else if (word === '-u' || word === '--utc' || word === '--universal') continue;
		else if (word === '-d' || word === '--date') text = words.shift();
		else if (name === '--date') text = value;
		else if (/^-u?d./.test(word)) text = word.replace(/^-u?d/, '');
		else if (word === '-ud') text = words.shift();
		else if (word === '-R' || /^--rfc-(email|2822)$/.test(word))
			format = '%a, %d %b %Y %H:%M:%S %z';
		else if (/^-I/.test(word) || /^--iso-8601/.test(word))
			format = ISO[word.replace(/^-I|^--iso-8601=?/, '') || 'date'];
		else if (name === '--rfc-3339') format = ISO[value ?? '']?.replace('T', ' ');
		else bad ??= word;
	}
	if (bad !== undefined)
		return failed(
			bad.startsWith('-')
				? `date: invalid option -- '${bad.replace(/^-+/, '').slice(0, 1)}'\nTry 'date --help' for more information.\n`
				: `date: invalid date ‘${bad}’\n`
		);
	const ms = text === undefined ? nowMs : readDate(text, nowMs);
	if (ms === undefined) return failed(`date: invalid date ‘${text}’\n`);
	return printed(`${formatDate(ms, format ?? '%a %b %e %H:%M:%S UTC %Y')}\n`);
};

const ISO: Readonly<Record<string, string>> = {
	date: '%Y-%m-%d',
	hours: '%Y-%m-%dT%H%:z',
	minutes: '%Y-%m-%dT%H:%M%:z',
	seconds: '%Y-%m-%dT%H:%M:%S%:z',
	ns: '%Y-%m-%dT%H:%M:%S,%N%:z'
};
