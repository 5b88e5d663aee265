import { failed, printed, type ShellCommand } from '#lib/runtimes/command.ts';

const UNITS_MS: Readonly<Record<string, number>> = {
	s: 1000,
	m: 60_000,
	h: 3_600_000,
	d: 86_400_000
};

/** GNU `sleep`: several numbers are added, with fractions and the suffixes s, m, h, d. */
export const sleep: ShellCommand = async (argv, { outside, signal }) => {
	const words = argv[0] === '--' ? argv.slice(1) : argv;
	if (words.length === 0)
		return failed("sleep: missing operand\nTry 'sleep --help' for more information.\n");
	let ms = 0;
	for (const word of words) {
		const [, number, unit = 's'] = /^(\d+\.?\d*|\.\d+|infinity|inf)([smhd]?)$/.exec(word) ?? [];
		if (number === undefined)
			return failed(
				word.startsWith('-')
					? `sleep: invalid option -- '${word.slice(1, 2)}'\nTry 'sleep --help' for more information.\n`
					: `sleep: invalid time interval ‘${word}’\nTry 'sleep --help' for more information.\n`
			);
		ms += number.startsWith('inf') ? Infinity : Number(number) * (UNITS_MS[unit || 's'] ?? 1000);
	}
	await outside.sleep(Math.min(ms, LONGEST_MS), signal);
	return printed('');
};

/** What a timer can count. */
const LONGEST_MS = 2 ** 31 - 1;
