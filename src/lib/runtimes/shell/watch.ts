import { failed, printed, type ShellCommand } from '#lib/runtimes/command.ts';
import { formatDate } from './date-format.ts';

/**
 * Runs a command again and again, each round below the one before: there is no screen to write over.
 * `-n` seconds between two rounds (2), `-t` no heading, `-e` ends at an error, `-g` ends when the output changes.
 */
export const watch: ShellCommand = async (argv, around) => {
	const words = [...argv];
	let pauseS = 2;
	let hasHeading = true;
	let endsAtError = false;
	let endsAtChange = false;
	while (words[0]?.startsWith('-')) {
		const word = words.shift() ?? '';
		const [, value] = /^(?:-n|--interval=?)(.+)$/.exec(word) ?? [];
		if (value !== undefined) pauseS = Number(value);
		else if (word === '-n' || word === '--interval') pauseS = Number(words.shift());
		else if (word === '-t' || word === '--no-title') hasHeading = false;
		else if (word === '-e' || word === '--errexit') endsAtError = true;
		else if (word === '-g' || word === '--chgexit') endsAtChange = true;
		else if (word === '--') break;
		else return failed(`watch: invalid option -- '${word.replace(/^-+/, '')}'\n`);
	}
	if (words.length === 0) return failed('Usage: watch [-n seconds] [-t] [-e] [-g] command\n');
	if (!(pauseS > 0)) return failed('watch: failed to parse argument\n');

	const line = words.length === 1 ? (words[0] ?? '') : words.map(quoted).join(' ');
	const { outside, signal, tell, exec } = around;
	for (let before: string | undefined; !signal.aborted;) {
		const { stdout, stderr, exitCode } = await exec(line);
		const at = formatDate(await outside.nowMs(), '%a %b %e %H:%M:%S %Y');
		const heading = hasHeading ? `Every ${pauseS.toFixed(1)}s: ${line}  ${at}\n\n` : '';
		tell({ to: 'out', text: `${heading}${stdout}` });
		if (stderr !== '') tell({ to: 'err', text: stderr });
		if (endsAtError && exitCode !== 0) return { stdout: '', stderr: '', exitCode: 8 };
		if (endsAtChange && before !== undefined && before !== stdout) return printed('');
		before = stdout;
		await outside.sleep(pauseS * 1000, signal);
	}
	return { stdout: '', stderr: '', exitCode: 130 };
};

const quoted = (word: string) =>
	/^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
