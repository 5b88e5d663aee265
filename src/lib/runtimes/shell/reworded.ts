import type { Command } from 'just-bash/browser';

type Execute = Command['execute'];

/** Commands of just-bash that speak otherwise than GNU's; the work stays theirs. */
export const reworded: Command[] = [
	{
		name: 'ls',
		execute: spoken(/^ls: (.*): (No such file or directory)$/gm, "ls: cannot access '$1': $2")
	},
	{ name: 'diff', execute: diff },
	{ name: 'xargs', execute: xargs },
	{ name: 'uniq', execute: uniq }
];

function spoken(pattern: RegExp, words: string): Execute {
	return async (argv, { origCommand }) => {
		const result = await origCommand?.(argv);
		if (!result) return { stdout: '', stderr: '', exitCode: 127 };
		const isMissing = pattern.test(result.stderr);
		pattern.lastIndex = 0;
		const stderr = result.stderr.replace(pattern, words);
		return { ...result, stderr, ...(isMissing ? { exitCode: 2 } : {}) };
	};
}

/** With the values that stand at their option: `-n1`, `-I{}`. */
async function xargs(...[argv, { origCommand }]: Parameters<Execute>): ReturnType<Execute> {
	const words: string[] = [];
	let isOption = true;
	for (const word of argv) {
		const [, option, value] = /^(-[nIPdLs])(.+)$/s.exec(word) ?? [];
		if (isOption && option !== undefined && value !== undefined) words.push(option, value);
		else words.push(word);
		if (!word.startsWith('-') && !/^-[nIPdLsE]$/.test(words.at(-2) ?? '')) isOption = false;
	}
	return (await origCommand?.(words)) ?? { stdout: '', stderr: '', exitCode: 127 };
}

/** GNU's column of counts is seven wide. */
async function uniq(...[argv, { origCommand }]: Parameters<Execute>): ReturnType<Execute> {
	const result = await origCommand?.(argv);
	if (!result) return { stdout: '', stderr: '', exitCode: 127 };
	if (!argv.some((word) => /^(-[a-z]*c|--count$)/.test(word))) return result;
	const stdout = result.stdout.replace(
		/^ *(\d+) /gm,
		(_, count: string) => `${count.padStart(7)} `
	);
	return { ...result, stdout };
}

/** GNU `diff` prints its own format unless it is asked for another; just-bash knows the unified one alone. */
async function diff(...[argv, { origCommand }]: Parameters<Execute>): ReturnType<Execute> {
	const result = await origCommand?.(argv);
	if (!result) return { stdout: '', stderr: '', exitCode: 127 };
	const isNormal = !argv.some((word) => /^(-[a-z]*[uUcqys]|--)/.test(word));
	return isNormal && result.exitCode === 1 ? { ...result, stdout: normal(result.stdout) } : result;
}

/** A unified difference in the format that `diff` has without options. */
function normal(unified: string): string {
	let out = '';
	let [left, right] = [0, 0];
	let removed: string[] = [];
	let added: string[] = [];
	const flush = () => {
		if (removed.length + added.length === 0) return;
		const verb = added.length === 0 ? 'd' : removed.length === 0 ? 'a' : 'c';
		out += `${range(left, removed.length)}${verb}${range(right, added.length)}\n`;
		out += removed.map((line) => `< ${line}\n`).join('');
		if (verb === 'c') out += '---\n';
		out += added.map((line) => `> ${line}\n`).join('');
		removed = [];
		added = [];
	};
	for (const line of unified.replace(/^[^]*?(?=^@@ )/m, '').split('\n')) {
		const [, from, to] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line) ?? [];
		if (from !== undefined) {
			flush();
			// The number of the last line that was passed.
			[left, right] = [Number(from) - 1, Number(to) - 1];
		} else if (line.startsWith('-')) {
			left += 1;
			removed.push(line.slice(1));
		} else if (line.startsWith('+')) {
			right += 1;
			added.push(line.slice(1));
		} else if (line.startsWith(' ')) {
			flush();
			left += 1;
			right += 1;
		}
	}
	flush();
	return out;
}

/** The lines that end at `last`; of none, the line before. */
const range = (last: number, count: number) =>
	count < 2 ? `${last}` : `${last - count + 1},${last}`;
