import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs every snippet of a batch for real; the key is the run's name. The bodies are those that a snippet wants in a
 * file beside it.
 */
export type Runner = (
	snippets: ReadonlyMap<string, string>,
	bodies?: ReadonlyMap<string, string>
) => Promise<Outcome>;

export interface Outcome {
	/** What they complained of; empty when all is well. */
	complaints: string;
	/** The files they left in their empty folder: an injected command would leave one. */
	left: string[];
}

/** What the variables hold that snippets take their credentials from. */
export const secrets = {
	AIRFLOW_PASSWORD: 'p@ss "w$rd"\'!',
	AIRFLOW_TOKEN: 'tok.en',
	AIRFLOW_USERNAME: 'me'
};

/** The folders of one process: its snippets, one file each, and the empty folder it runs in. */
export interface Folders {
	code: string;
	work: string;
}

/** A runner that starts this command for a folder of snippets, twice side by side, each with half of them. */
export function runnerOf(
	extension: string,
	command: (folders: Folders) => readonly string[] | Promise<readonly string[]>
): Runner {
	return async (snippets) => {
		const entries = [...snippets].map(([name, code]) => [`${name}${extension}`, code] as const);
		const half = Math.ceil(entries.length / 2);
		const halves = [entries.slice(0, half), entries.slice(half)].filter((some) => some.length > 0);
		return together(await Promise.all(halves.map((some) => runHere(some, command))));
	};
}

/** Several outcomes as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
	return {
		complaints: outcomes
			.map(({ complaints }) => complaints)
			.join('\n')
			.trim(),
		left: outcomes.flatMap(({ left }) => left)
	};
}

async function runHere(
	files: readonly (readonly [name: string, code: string])[],
	command: (folders: Folders) => readonly string[] | Promise<readonly string[]>
): Promise<Outcome> {
	const root = await mkdtemp(join(tmpdir(), 'windsock-wire-'));
	const folders = {
		code: await mkdtemp(join(root, 'code-')),
		work: await mkdtemp(join(root, 'work-'))
	};
	await Promise.all(files.map(([name, code]) => writeFile(join(folders.code, name), `${code}\n`)));

	const complaints = await started(await command(folders), folders.work);
	const left = (await readdir(folders.work)).filter((name) => !name.startsWith('.'));
	await rm(root, { recursive: true });
	return { complaints: withoutProgress(complaints), left };
}

/** Starts a program in a folder with the secrets and little else in its environment; answers with its stderr. */
export function started(
	[program = '', ...args]: readonly string[],
	cwd: string,
	stdin = ''
): Promise<string> {
	const env = { PATH: process.env.PATH, HOME: cwd, LANG: 'C.UTF-8', NO_PROXY: '*', ...secrets };
	return new Promise((done) => {
		const finish = (error: ExecFileException | null, _: string, stderr: string) =>
			done(error && stderr === '' ? error.message : stderr);
		const child = execFile(program, args, { cwd, env, maxBuffer: 1e9 }, finish);
		// A program that does not read closes the pipe.
		child.stdin?.on('error', () => undefined).end(stdin);
	});
}

// Curl without a terminal draws a progress meter.
function withoutProgress(stderr: string): string {
	return stderr.replace(/^ +% Total.*\n.*\n(.*\r)*.*\n?/gm, '').trim();
}
