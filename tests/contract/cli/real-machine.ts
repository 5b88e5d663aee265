import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Machine, Printed, Version } from './line.ts';

/** The real program with a database and a home of its own. */
export interface Installation {
	/** A folder for one case; its first line finds a fresh database. */
	machine(): Machine;
	end(): void;
}

const DRIVER = new URL('driver.py', import.meta.url).pathname;
const DAGS = new URL('../airflow/dags', import.meta.url).pathname;

/** Makes a home with a database and starts the forking program in it. */
export function install(command: string, version: Version): Installation {
	const home = mkdtempSync(join(tmpdir(), `airflow-${version}-`));
	const env = environment(command, home, version);
	const prepare = (...argv: string[]) => {
		const { status, stdout, stderr } = spawnSync(command, argv, { env, encoding: 'utf8' });
		if (status !== 0) throw new Error(`airflow ${argv.join(' ')}: ${stdout}\n${stderr}`);
	};
	prepare('db', 'migrate');
	if (version === '2') {
		prepare('sync-perm');
		for (const name of ['admin', 'op', 'user', 'viewer']) prepare(...createUser(name));
	}
	prepare('dags', 'reserialize');
	const child = spawn(join(dirname(command), 'python'), ['-W', 'default', DRIVER], { env });
	child.stderr.resume();
	const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	let turn: Promise<unknown> = Promise.resolve();
	const ask = (question: object) => {
		const mine = turn.then(() => askDriver(child, answers, question));
		turn = mine.catch(() => undefined);
		return mine;
	};
	return {
		machine: () => machineIn(home, ask),
		end() {
			child.kill();
			rmSync(home, { recursive: true, force: true });
		}
	};
}

const createUser = (name: string) =>
	`users create -u ${name} -e ${name}@example.org -f ${name} -l Course -p ${name} -r ${name[0]?.toUpperCase()}${name.slice(1)}`.split(
		' '
	);

const environment = (command: string, home: string, version: Version): Record<string, string> => ({
	PATH: `${dirname(command)}:${process.env.PATH ?? ''}`,
	HOME: home,
	AIRFLOW_HOME: home,
	AIRFLOW__CORE__DAGS_FOLDER: DAGS,
	AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
	AIRFLOW__CORE__EXECUTOR: 'LocalExecutor',
	AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: 'admin:admin,op:op,user:user,viewer:viewer',
	...(version === '2'
		? {
				AIRFLOW__API__AUTH_BACKENDS:
					'airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session'
			}
		: {}),
	_AIRFLOW__SKIP_DATABASE_EXECUTOR_COMPATIBILITY_CHECK: '1',
	TZ: 'UTC',
	LANG: 'C.UTF-8'
});

type Ask = (question: object) => Promise<Omit<Printed, 'files'>>;

function machineIn(home: string, ask: Ask): Machine {
	const folder = join(home, 'run');
	let isFirst = true;
	return {
		async run(argv, line) {
			if (isFirst) rmSync(folder, { recursive: true, force: true });
			mkdirSync(folder, { recursive: true });
			for (const [name, text] of Object.entries(line.files ?? {}))
				writeFileSync(join(folder, name), text);
			const env = { ...line.env };
			const question = { argv, stdin: line.stdin ?? '', cwd: folder, env, isFirst };
			isFirst = false;
			const printed = await ask(question);
			const left = (line.leaves ?? []).map((name) => {
				const path = join(folder, name);
				return [name, existsSync(path) ? readFileSync(path, 'utf8') : ''];
			});
			const hide = (text: string) => text.replaceAll(DAGS, '<dags>').replaceAll(home, '<home>');
			return {
				exitCode: printed.exitCode,
				stdout: hide(printed.stdout),
				stderr: hide(printed.stderr),
				files: Object.fromEntries(left) as Record<string, string>
			};
		},
		close() {
			for (const name of existsSync(folder) ? readdirSync(folder) : [])
				rmSync(join(folder, name), { recursive: true, force: true });
		}
	};
}

async function askDriver(
	child: ChildProcessWithoutNullStreams,
	answers: AsyncIterator<string>,
	question: object
): Promise<Omit<Printed, 'files'>> {
	child.stdin.write(`${JSON.stringify(question)}\n`);
	const { value, done } = await answers.next();
	if (done) throw new Error(`${DRIVER} has ended`);
	return JSON.parse(value) as Omit<Printed, 'files'>;
}
