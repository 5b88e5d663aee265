import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Machine } from './line.ts';

const tokens = new Map<string, Promise<string>>();

// Read when the program is imported.
const PATIENCE = { AIRFLOW_CLI_API_RETRY_WAIT_MIN: '0', AIRFLOW_CLI_API_RETRY_WAIT_MAX: '0' };

/** The real program, `command`, in a folder of its own, against the real server at `url`. */
export function realMachine(command: string, url: string): Machine {
	const folder = mkdtempSync(join(tmpdir(), 'airflowctl-'));
	const origin = new URL(url).origin;
	return {
		url: origin,
		async run(argv, line, { isStrange, hasKeyring }, env) {
			if (!isStrange) {
				mkdirSync(join(folder, 'home'), { recursive: true });
				writeFileSync(join(folder, 'home/production.json'), `{"api_url": "${origin}"}`);
			}
			for (const [name, text] of Object.entries(line.files ?? {}))
				writeFileSync(join(folder, name), text);
			const backend = hasKeyring
				? 'keyrings.alt.file.PlaintextKeyring'
				: 'keyring.backends.fail.Keyring';
			const printed = await start(command, argv, folder, line.stdin ?? '', {
				PATH: process.env.PATH ?? '',
				HOME: folder,
				XDG_DATA_HOME: join(folder, 'data'),
				TZ: 'UTC',
				LANG: 'C.UTF-8',
				NO_PROXY: '*',
				PYTHON_KEYRING_BACKEND: backend,
				...PATIENCE,
				...env
			});
			if (!line.hasTrouble && printed.stdout.includes('time calling it.'))
				throw new Error(`The server was too busy: ${argv.join(' ')}\n${printed.stdout}`);
			const left = (line.leaves ?? []).map((name) => {
				const path = join(folder, name);
				return [name, existsSync(path) ? readFileSync(path, 'utf8') : ''];
			});
			return { ...printed, files: Object.fromEntries(left) as Record<string, string> };
		},
		tokenOf: (caller) => tokenOf(origin, caller),
		async remove(path) {
			const authorization = `Bearer ${await tokenOf(origin, 'admin')}`;
			const headers = { authorization, connection: 'close' };
			await fetch(`${origin}/api/v2${path}`, { method: 'DELETE', headers });
		},
		close() {
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The forking program; one for all, since it runs one command line at a time. */
let driver: { child: ChildProcessWithoutNullStreams; answers: AsyncIterator<string> } | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Ends the forking program. */
export function endDriver(): void {
	driver?.child.kill();
	driver = undefined;
}

// In turns: two writers at a time make Airflow 3 on SQLite wait for itself until its patience ends.
function start(
	command: string,
	argv: string[],
	cwd: string,
	stdin: string,
	env: Record<string, string>
): Promise<{ stdout: string; stderr: string; exitCode: number }> {
	const mine = turn.then(async () => {
		driver ??= startDriver(command);
		driver.child.stdin.write(`${JSON.stringify({ argv, cwd, stdin, env })}\n`);
		const { value, done } = await driver.answers.next();
		if (done) throw new Error(`${DRIVER} has ended`);
		return JSON.parse(value) as { stdout: string; stderr: string; exitCode: number };
	});
	turn = mine.catch(() => undefined);
	return mine;
}

const DRIVER = new URL('driver.py', import.meta.url).pathname;

function startDriver(command: string) {
	const python = join(dirname(command), 'python');
	const child = spawn(python, [DRIVER], { env: { ...process.env, ...PATIENCE } });
	child.stderr.pipe(process.stderr);
	const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return { child, answers };
}

function tokenOf(origin: string, caller: string): Promise<string> {
	const key = `${origin} ${caller}`;
	const token = tokens.get(key) ?? logIn(origin, caller);
	tokens.set(key, token);
	return token;
}

async function logIn(origin: string, caller: string): Promise<string> {
	const response = await fetch(`${origin}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', connection: 'close' },
		body: JSON.stringify({ username: caller, password: caller })
	});
	if (response.status !== 201) throw new Error(`${caller} could not log in: ${response.status}`);
	return ((await response.json()) as { access_token: string }).access_token;
}
