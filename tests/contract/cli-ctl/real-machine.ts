import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './line.ts';

const tokens = new Map<string, Promise<string>>();

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
				AIRFLOW_CLI_API_RETRY_WAIT_MIN: '0',
				AIRFLOW_CLI_API_RETRY_WAIT_MAX: '0',
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

function start(
	command: string,
	argv: string[],
	cwd: string,
	stdin: string,
	env: Record<string, string>
): Promise<{ stdout: string; stderr: string; exitCode: number }> {
	return new Promise((resolve, reject) => {
		// A session of its own, so that a password is not asked for at the terminal.
		const child = spawn(command, argv, { cwd, env, detached: true });
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.on('error', reject);
		child.on('close', (code) => resolve({ stdout, stderr, exitCode: code ?? -1 }));
		child.stdin.on('error', () => undefined).end(stdin);
	});
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
