import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A Python that has these packages (each pinned, `name==version`), made once in the user's cache.
 * @throws Error that says what to install when it cannot be made.
 */
export function pythonWith(packages: readonly string[]): Promise<string> {
	const folder = join(caches, `wire-${packages.join('-').replace(/[^\w.-]+/g, '_')}`);
	// Two runners that ask at once share one making.
	const made = making.get(folder) ?? makePython(folder, packages);
	making.set(folder, made);
	return made;
}

const caches = join(homedir(), '.cache', 'windsock');
const making = new Map<string, Promise<string>>();

async function makePython(folder: string, packages: readonly string[]): Promise<string> {
	const pythonIn = (place: string) => join(place, 'bin', 'python');
	if (existsSync(pythonIn(folder))) return pythonIn(folder);

	// Made beside its place and moved there: half of one, or two made at once, must not be found.
	const draft = `${folder}.${process.pid}`;
	try {
		await mkdir(caches, { recursive: true });
		await run('python3', ['-m', 'venv', draft]);
		await run(pythonIn(draft), ['-m', 'pip', 'install', '--quiet', ...packages]);
		await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
	} catch (cause) {
		throw new Error(
			`The snippets that need ${packages.join(', ')} cannot be run: no Python with them could be made in ${folder}. ` +
				`Install python3 with venv and pip, and let pip reach PyPI.`,
			{ cause }
		);
	}
	return pythonIn(folder);
}

/**
 * Makes sure that these programs (each named as its Debian package) can be run.
 * @throws Error that names those that are missing and could not be installed.
 */
export function needPrograms(...names: string[]): void {
	const missing = names.filter((name) => !isOnPath(name));
	if (missing.length === 0) return;

	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		const install = `apt-get update -qq && apt-get install -y -qq ${missing.join(' ')}`;
		spawnSync('sh', ['-c', install], {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
			timeout: 300_000
		});
	}
	const still = missing.filter((name) => !isOnPath(name));
	if (still.length > 0)
		throw new Error(`Install ${still.join(', ')}: the wire test runs snippets that need them.`);
}

function isOnPath(name: string): boolean {
	return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}
