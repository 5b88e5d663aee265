import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Printed {
	stdout: string;
	stderr: string;
	exitCode: number;
}

/** A machine with a terminal, where command lines are typed, and the server that they change. */
export interface Machine {
	api: 'v1' | 'v2';
	url: string;
	/** The Authorization header of the admin. */
	authorization(): Promise<string>;
	/** Runs code in bash. */
	run(code: string): Promise<Printed>;
	close(): void;
}

/** The machine of the scheduler: `airflow` there works on the server's own database, in `home`. */
export function schedulerMachine(
	api: 'v1' | 'v2',
	url: string,
	command: string,
	home: string
): Machine {
	return machine(api, url, command, {
		HOME: home,
		AIRFLOW_HOME: home,
		AIRFLOW__CORE__DAGS_FOLDER: new URL('../airflow/dags', import.meta.url).pathname,
		AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
		AIRFLOW__CORE__EXECUTOR: 'LocalExecutor',
		AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: 'admin:admin,op:op,user:user,viewer:viewer',
		_AIRFLOW__SKIP_DATABASE_EXECUTOR_COMPATIBILITY_CHECK: '1'
	});
}

/** Any machine that reaches the server, where somebody has logged in with `airflowctl`. */
export async function remoteMachine(url: string, command: string): Promise<Machine> {
	const home = mkdtempSync(join(tmpdir(), 'airflowctl-snippets-'));
	const token = await tokenOf(url);
	mkdirSync(join(home, 'airflow'), { recursive: true });
	writeFileSync(join(home, 'airflow/production.json'), JSON.stringify({ api_url: url }));
	const made = machine('v2', url, command, {
		HOME: home,
		AIRFLOW_HOME: join(home, 'airflow'),
		AIRFLOW_CLI_TOKEN: token,
		PYTHON_KEYRING_BACKEND: 'keyring.backends.fail.Keyring'
	});
	return { ...made, close: () => rmSync(home, { recursive: true, force: true }) };
}

function machine(
	api: 'v1' | 'v2',
	url: string,
	command: string,
	own: Record<string, string>
): Machine {
	const env = {
		PATH: `${dirname(command)}:${process.env.PATH ?? ''}`,
		TZ: 'UTC',
		LANG: 'C.UTF-8',
		NO_PROXY: '*',
		// Tables as wide as they like to be.
		COLUMNS: '1000',
		...own
	};
	return {
		api,
		url,
		authorization: async () =>
			api === 'v1' ? `Basic ${btoa('admin:admin')}` : `Bearer ${await tokenOf(url)}`,
		run: (code) =>
			new Promise((done) => {
				const child = execFile(
					'bash',
					['-c', code],
					{ env, cwd: tmpdir() },
					(error, stdout, stderr) => {
						const exitCode = error === null ? 0 : Number(error.code ?? 1);
						done({ stdout, stderr, exitCode });
					}
				);
				child.stdin?.end();
			}),
		close: () => undefined
	};
}

const tokens = new Map<string, Promise<string>>();

function tokenOf(url: string): Promise<string> {
	const token = tokens.get(url) ?? logIn(url);
	tokens.set(url, token);
	return token;
}

async function logIn(url: string): Promise<string> {
	const response = await fetch(`${url}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', connection: 'close' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	return ((await response.json()) as { access_token: string }).access_token;
}
