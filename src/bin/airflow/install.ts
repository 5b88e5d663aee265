import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Line } from './line.ts';
import { run } from './processes.ts';

/** A failure that says in one sentence what the reader can do. */
export class CannotRun extends Error {}

/** Where installed Airflows are kept between runs. */
export const cacheFolder = (): string =>
	process.env.WINDSOCK_CACHE ?? join(homedir(), '.cache', 'windsock');

/**
 * The `bin` folder of a virtual environment with the line in it, made on the first run and kept
 * until its lock file changes.
 * @throws {CannotRun} without Python or without the package index.
 */
export async function install(line: Pick<Line, 'name' | 'lock'>): Promise<string> {
	const lock = join('tests/contract/airflow', line.lock);
	const hash = createHash('sha256').update(readFileSync(lock)).digest('hex').slice(0, 12);
	const folder = join(cacheFolder(), `${line.lock.replace(/\.txt$/, '')}-${hash}`);
	const bin = join(folder, 'bin');
	const done = join(folder, 'installed');
	// The link to a Python that has been upgraded away leads nowhere.
	if (existsSync(done) && existsSync(join(bin, 'python'))) return bin;

	console.log(`${line.name}: installing it into the cache, once.`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(cacheFolder(), { recursive: true });
	await makeEnvironment(folder);
	await fill(line, bin, lock);
	writeFileSync(done, '');
	return bin;
}

/**
 * A Python that both Airflows run on (3.11 or 3.12), or any other one that can fetch such a Python.
 * On Debian, root gets what is missing from the distribution.
 */
export function ensurePython(): void {
	if (python().name !== undefined) return;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Python with venv is missing; installing it.');
		const command =
			'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv';
		spawnSync('sh', ['-c', command], { stdio: 'inherit', timeout: 600_000 });
	}
	if (python().name === undefined)
		throw new CannotRun('Python 3 with its venv module is needed: install python3-venv.');
}

async function makeEnvironment(folder: string): Promise<void> {
	const { name, fits } = python();
	if (name === undefined) throw new CannotRun('Python 3 with its venv module is needed.');
	if (fits) return must([name, '-m', 'venv', folder], 'the virtual environment could not be made');

	// Too new or too old for Airflow: uv, run by this Python, brings one that fits.
	const bootstrap = `${folder}-uv`;
	await must([name, '-m', 'venv', bootstrap], 'the virtual environment could not be made');
	await must([join(bootstrap, 'bin/pip'), 'install', '-q', 'uv'], noIndex);
	await must(
		[join(bootstrap, 'bin/uv'), 'venv', '-q', '--seed', '--python', '>=3.11,<3.13', folder],
		'no Python 3.11 or 3.12 was found, and none could be fetched'
	);
	rmSync(bootstrap, { recursive: true, force: true });
}

async function fill(line: Pick<Line, 'name'>, bin: string, lock: string): Promise<void> {
	await must([join(bin, 'python'), '-m', 'pip', 'install', '-q', 'uv'], noIndex);
	const uv = [join(bin, 'uv'), 'pip', 'install', '-q', '--python', join(bin, 'python'), '-r', lock];
	if (!(await run(uv, installEnvironment())).ok) {
		console.log(`${line.name}: uv could not install it; trying pip.`);
		await must([join(bin, 'python'), '-m', 'pip', 'install', '-q', '-r', lock], noIndex);
	}
}

const noIndex =
	'Airflow could not be installed: the Python package index could not be reached or lacks a package';

async function must(command: string[], complaint: string): Promise<void> {
	const { ok, output } = await run(command, installEnvironment());
	if (!ok) throw new CannotRun(`${complaint}.\n${output.trim().split('\n').slice(-5).join('\n')}`);
}

// uv does not read pip's own setting for the certificates of a proxy.
function installEnvironment(): NodeJS.ProcessEnv {
	const certificates = process.env.SSL_CERT_FILE ?? process.env.PIP_CERT;
	return { ...process.env, ...(certificates ? { SSL_CERT_FILE: certificates } : {}) };
}

function python(): { name?: string; fits: boolean } {
	const found = ['python3', 'python3.11', 'python3.12'].flatMap((name) => {
		const script = 'import sys, venv, ensurepip; print(sys.version_info[1])';
		const { status, stdout } = spawnSync(name, ['-c', script], { encoding: 'utf8' });
		return status === 0 ? [{ name, minor: Number(stdout) }] : [];
	});
	const fitting = found.find(({ minor }) => minor === 11 || minor === 12);
	const any = fitting ?? found[0];
	return { ...(any ? { name: any.name } : {}), fits: fitting !== undefined };
}
