import type { CommandResult } from '#lib/runtimes/command.ts';

const SIGNALS = [
	'EXIT',
	'HUP',
	'INT',
	'QUIT',
	'TERM',
	'USR1',
	'USR2',
	'PIPE',
	'ERR',
	'DEBUG',
	'RETURN'
];
const NUMBERS: Readonly<Record<string, string>> = {
	0: 'EXIT',
	1: 'HUP',
	2: 'INT',
	3: 'QUIT',
	13: 'PIPE',
	15: 'TERM'
};
/** What can happen to a script here. */
const CARRIED_OUT = new Set(['EXIT', 'INT', 'TERM', 'HUP', 'QUIT', 'PIPE', 'USR1', 'USR2']);

/** `trap`, into a list of what runs when; EXIT and INT happen here, other signals never do. */
export function setTrap(argv: readonly string[], traps: Map<string, string>): CommandResult {
	const words = argv[0] === '--' ? argv.slice(1) : [...argv];
	const [action, ...names] = words;
	if (action === undefined || action === '-p') {
		const lines = [...traps].map(([name, text]) => `trap -- ${quoted(text)} ${shown(name)}\n`);
		return { stdout: lines.join(''), stderr: '', exitCode: 0 };
	}
	if (action === '-l')
		return { stdout: `${SIGNALS.slice(1, 8).join(' ')}\n`, stderr: '', exitCode: 0 };
	if (names.length === 0)
		return { stdout: '', stderr: 'trap: usage: trap [-lp] [[arg] signal_spec ...]\n', exitCode: 2 };
	let stderr = '';
	for (const word of names) {
		const name = NUMBERS[word] ?? word.toUpperCase().replace(/^SIG/, '');
		if (!SIGNALS.includes(name)) stderr += `bash: trap: ${word}: invalid signal specification\n`;
		else if (action === '-') traps.delete(name);
		else {
			traps.set(name, action);
			if (!CARRIED_OUT.has(name))
				stderr += `windsock: trap: ${name} is not carried out in this shell; EXIT and INT are\n`;
		}
	}
	return { stdout: '', stderr, exitCode: stderr.includes('invalid') ? 1 : 0 };
}

const shown = (name: string) =>
	['EXIT', 'ERR', 'DEBUG', 'RETURN'].includes(name) ? name : `SIG${name}`;

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
