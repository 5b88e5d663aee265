import type { Command } from 'just-bash/browser';
import { failed, printed, type CommandAround, type ShellCommand } from '#lib/runtimes/command.ts';
import { runCurl } from '#lib/runtimes/curl/curl.ts';
import { runHttpie } from '#lib/runtimes/httpie/httpie.ts';
import { runJq } from '#lib/runtimes/jq/jq.ts';
import type { Outside } from '#lib/runtimes/outside.ts';
import type { Piece } from '#lib/runtimes/run.ts';
import { runWget } from '#lib/runtimes/wget/wget.ts';
import { date } from './date.ts';
import { HOME, type Home } from './home.ts';
import { LIVE_MARK } from './live-output.ts';
import { program } from './program.ts';
import { sleep } from './sleep.ts';
import { watch } from './watch.ts';

/** What the shell has beside the usual commands, by name. */
export const COMMANDS: Readonly<Record<string, ShellCommand>> = {
	airflow: program('airflow'),
	airflowctl: program('airflowctl'),
	curl: runCurl,
	date,
	http: (argv, around) => runHttpie('http', argv, around),
	https: (argv, around) => runHttpie('https', argv, around),
	jq: runJq,
	sleep,
	watch,
	wget: runWget,
	clear: async () => printed('\u001b[2J'),
	...Object.fromEntries(
		['python', 'python3', 'pip'].map((name): [string, ShellCommand] => [
			name,
			async () =>
				failed(`windsock: ${name} is not in this shell; Python has a page of its own\n`, 127)
		])
	),
	...Object.fromEntries(
		['nano', 'vi', 'vim', 'less', 'more', 'top'].map((name): [string, ShellCommand] => [
			name,
			async () =>
				failed(`windsock: ${name} needs a screen; write files with cat <<'END' > file\n`, 127)
		])
	)
};

interface Surroundings {
	outside: Outside;
	home: Home;
	tell(piece: Piece): void;
	signal: AbortSignal;
}

/** The commands as just-bash takes them. */
export function shellCommands({ outside, home, tell, signal }: Surroundings): Command[] {
	return Object.entries(COMMANDS).map(([name, run]) => ({
		name,
		execute: async (argv, context) => {
			const { cwd, fs } = context;
			const resolve = (path: string) => fs.resolvePath(cwd, path);
			const { [LIVE_MARK]: mark, ...exported } = context.exportedEnv ?? {};
			const env = { HOME, ...exported, PWD: cwd };
			const around: CommandAround = {
				outside,
				stdin: utf8(context.stdin),
				env,
				cwd,
				read: (path) => fs.readFile(resolve(path)).catch(() => undefined),
				write: (path, text) => fs.writeFile(resolve(path), text),
				files: () => home.files(),
				remove: (path) => fs.rm(resolve(path), { force: true }),
				signal: context.signal ?? signal,
				isTerminal: mark !== undefined,
				exec: async (line) =>
					context.exec?.(line, { cwd, env, replaceEnv: true }) ?? failed('', 127),
				tell
			};
			return { ...(await run(argv, around)), stdoutKind: 'text' as const };
		}
	}));
}

/** Standard input comes as text with one byte a character. */
function utf8(stdin: unknown): string {
	const text = String(stdin);
	if (/[\u0100-\uffff]/.test(text)) return text;
	return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}
