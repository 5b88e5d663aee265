import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, CannotRun, install } from './install.ts';
import { environmentOf, type Line, type Settings } from './line.ts';
import { run, start } from './processes.ts';
import { isReady } from './ready.ts';

const PATIENCE_MS = 420_000;

// Stays in the file: with a write-ahead log readers do not lock writers out. Without it SQLite answers
// "database is locked" to an API whose scheduler, triggerer and tasks are busy.
const WRITE_AHEAD = `
import os, sqlite3
sqlite3.connect(os.path.join(os.environ["AIRFLOW_HOME"], "airflow.db")).execute("PRAGMA journal_mode=WAL")
`;

/** A running Airflow with the course's DAGs, fresh. */
export interface Server {
	line: Line;
	url: string;
	/** Its database and logs; gone with {@link forget}. */
	home: string;
}

/**
 * Installs the line when it must and starts it on a free port; resolves when its API, its scheduler
 * and its six DAGs are there and nothing runs.
 * @param homes gets the folder it keeps its database and logs in, to be forgotten at the end.
 * @throws {CannotRun} with the last words of its logs when it does not come up.
 */
export async function serve(line: Line, origins: string[], homes: string[]): Promise<Server> {
	const bin = await install(line);
	const port = await freePort();
	const home = mkdtempSync(join(cacheFolder(), `home-${line.api}-`));
	homes.push(home);
	const settings: Settings = { port, home, origins };
	const env = environmentOf(line, settings, bin);

	const began = Date.now();
	await must([join(bin, 'airflow'), 'db', 'migrate'], env);
	await must([join(bin, 'python'), '-c', WRITE_AHEAD + line.prepare], env);
	const children = line
		.processes(settings)
		.map((words) =>
			start([join(bin, 'airflow'), ...words], env, join(home, `${words[0] ?? 'airflow'}.log`))
		);
	const server = { line, url: `http://localhost:${port}`, home };
	const deadline = Date.now() + PATIENCE_MS;
	for (let ready = false; !ready; ready = await isReady(server)) {
		const dead = children.find((child) => child.exitCode !== null);
		if (dead)
			throw new CannotRun(`${line.name} stopped: ${dead.spawnargs.join(' ')}\n${logs(home)}`);
		if (Date.now() > deadline) throw new CannotRun(`${line.name} did not come up.\n${logs(home)}`);
		await sleep(1000);
	}
	console.log(`${line.name}: up at ${server.url} in ${Math.round((Date.now() - began) / 1000)} s.`);
	return server;
}

/** Removes what the server kept on disk; call it when its processes have ended. */
export function forget(home: string): void {
	rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

// The last lines of every log.
function logs(home: string, lines = 25): string {
	return readdirSync(home)
		.filter((name) => name.endsWith('.log'))
		.map((name) => {
			const text = readFileSync(join(home, name), 'utf8').trimEnd();
			return `── ${name}\n${text.split('\n').slice(-lines).join('\n')}`;
		})
		.join('\n');
}

async function must(command: string[], env: NodeJS.ProcessEnv): Promise<void> {
	const { ok, output } = await run(command, env);
	if (!ok) {
		const words = output.trim().split('\n').slice(-15).join('\n');
		throw new CannotRun(`${command.slice(0, 3).join(' ')} failed:\n${words}`);
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
