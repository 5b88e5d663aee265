import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 10_000;
const groups = new Set<ChildProcess>();

/** Runs a command to its end; `output` is all it said. */
export function run(
	[program = '', ...words]: string[],
	env: NodeJS.ProcessEnv
): Promise<{ ok: boolean; output: string }> {
	return new Promise((resolve) => {
		const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
		groups.add(child);
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.on('error', (error) => resolve({ ok: false, output: error.message }));
		child.on('close', (status) => {
			groups.delete(child);
			resolve({ ok: status === 0, output });
		});
	});
}

/** Starts a command that goes on, in a process group of its own; what it says goes to `log`. */
export function start(command: string[], env: NodeJS.ProcessEnv, log: string): ChildProcess {
	const [program = '', ...words] = command;
	const file = openSync(log, 'a');
	const child = spawn(program, words, { env, stdio: ['ignore', file, file], detached: true });
	closeSync(file);
	// Without a listener a missing program would end this process; the wait for health tells of it.
	child.on('error', (error) => console.error(error.message));
	groups.add(child);
	return child;
}

/** Runs a command whose words the reader sees; resolves with its status. */
export function show([program = '', ...words]: string[], env: NodeJS.ProcessEnv): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(program, words, { env, stdio: 'inherit', detached: true });
		groups.add(child);
		child.on('error', () => resolve(1));
		child.on('close', (status) => {
			groups.delete(child);
			resolve(status ?? 1);
		});
	});
}

/** Stops everything started here, with all it has started itself. */
export async function stopAll(): Promise<void> {
	const pids = everyPid();
	signal(pids, 'SIGTERM');
	const deadline = Date.now() + GRACE_MS;
	while (pids.some(isAlive) && Date.now() < deadline) await sleep(100);
	signal(pids.filter(isAlive), 'SIGKILL');
	groups.clear();
}

/** The same at once, for a process that is about to end. */
export function killAll(): void {
	signal(everyPid(), 'SIGKILL');
	groups.clear();
}

// Airflow puts tasks into sessions of their own, so groups alone would leave some behind.
function everyPid(): number[] {
	const roots = [...groups].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
	const parents = parentOfEach();
	const isOurs = (pid: number): boolean => {
		const parent = parents.get(pid);
		return roots.includes(pid) || (parent !== undefined && parent > 1 && isOurs(parent));
	};
	const descendants = [...parents.keys()].filter(isOurs);
	return [...roots.map((pid) => -pid), ...descendants];
}

function parentOfEach(): Map<number, number> {
	const parents = new Map<number, number>();
	for (const name of processFolders()) {
		try {
			// "pid (name, which may hold anything) state parent …"
			const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
			parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
		} catch {
			// It ended in between.
			continue;
		}
	}
	return parents;
}

function processFolders(): string[] {
	try {
		return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		// No /proc on this system: groups must do.
		return [];
	}
}

function signal(pids: number[], name: NodeJS.Signals): void {
	for (const pid of pids) {
		try {
			process.kill(pid, name);
		} catch {
			// It ended in between.
			continue;
		}
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
