import type { ShellCommand } from '#lib/runtimes/command.ts';

/** `airflow` or `airflowctl`, with the files of the home folder. */
export const program =
	(name: 'airflow' | 'airflowctl'): ShellCommand =>
	async (argv, { outside, stdin, env, files, write, remove, signal }) => {
		const known = await files();
		const run = { program: name, argv: [...argv], env, files: known, stdin };
		const outcome = await outside.program(run, signal);
		for (const [path, text] of Object.entries(outcome.files)) {
			if (text === null) await remove(path);
			else await write(path, text);
		}
		const { stdout, stderr, exitCode } = outcome;
		return { stdout, stderr, exitCode };
	};
