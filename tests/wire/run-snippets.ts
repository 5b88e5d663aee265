import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const REQUESTS = 'requests==2.34.2';
const RUN_PYTHON = `
import contextlib, io, pathlib, sys, traceback
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(path.read_bytes(), str(path), 'exec'), {'__name__': '__main__'})
    except BaseException:
        print(path.name, traceback.format_exc(limit=1), file=sys.stderr)
`;
const RUN_SHELL =
	'for snippet in "$1"/*; do . "$snippet" >/dev/null || echo "$snippet: $?" >&2; done';

/** Where a snippet runs. */
export type Runner = 'bash' | 'sh' | 'python';

export const secrets = {
	AIRFLOW_PASSWORD: 'p@ss "w$rd"\'!',
	AIRFLOW_TOKEN: 'tok.en',
	AIRFLOW_USERNAME: 'me'
};

/**
 * Runs every snippet, one after another in one process, in an empty folder.
 * Answers with what they complained of, and the files they left: an injected command would leave one.
 */
export async function runSnippets(runner: Runner, snippets: ReadonlyMap<string, string>) {
	const root = await mkdtemp(join(tmpdir(), 'windsock-wire-'));
	const folders = {
		code: await mkdtemp(join(root, 'code-')),
		work: await mkdtemp(join(root, 'work-'))
	};
	const write = ([name, code]: [string, string]) =>
		writeFile(join(folders.code, name), `${code}\n`);
	await Promise.all([...snippets].map(write));

	const python = runner === 'python' ? await findPython() : '';
	const [program, ...args] =
		runner === 'python'
			? [python, '-c', RUN_PYTHON, folders.code]
			: [runner, '-c', RUN_SHELL, runner, folders.code];
	const { stderr } = await run(program as string, args, {
		cwd: folders.work,
		env: { PATH: process.env.PATH, HOME: folders.work, LANG: 'C.UTF-8', NO_PROXY: '*', ...secrets },
		maxBuffer: 1e8
	});
	const left = await readdir(folders.work);
	await rm(root, { recursive: true });
	return { complaints: withoutProgress(stderr), left };
}

// Curl without a terminal draws a progress meter.
function withoutProgress(stderr: string): string {
	return stderr.replace(/^ +% Total.*\n.*\n(.*\r)*.*\n?/gm, '').trim();
}

/** A Python that has requests; makes one in the user's cache when there is none. */
async function findPython(): Promise<string> {
	const cached = join(homedir(), '.cache', 'windsock', 'wire');
	const inCache = join(cached, 'bin', 'python');
	for (const python of ['python3', 'python', ...(existsSync(inCache) ? [inCache] : [])])
		if (await hasRequests(python)) return await executableOf(python);

	try {
		await run('python3', ['-m', 'venv', cached]);
		await run(inCache, ['-m', 'pip', 'install', '--quiet', REQUESTS]);
	} catch (cause) {
		throw new Error(
			`The Python snippets cannot be run: no python3 here has requests, and none could be made in ${cached}. ` +
				`Install python3 with venv and pip, or python3-requests.`,
			{ cause }
		);
	}
	return inCache;
}

async function hasRequests(python: string): Promise<boolean> {
	return run(python, ['-c', 'import requests']).then(
		() => true,
		() => false
	);
}

// A version manager's shim looks into HOME, which the snippets do not get.
async function executableOf(python: string): Promise<string> {
	return (await run(python, ['-c', 'import sys; print(sys.executable)'])).stdout.trim();
}
