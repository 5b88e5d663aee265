import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveWorld } from '#bin/world-server.ts';
import { BORN_MS } from './simulated.ts';

/** What a script printed. */
export interface Printed {
	stdout: string;
	stderr: string;
	exitCode: number;
}

/** The clock of a served world goes this much faster than the wall's, so that nobody waits for its runs. */
export const FASTER = 20;

/** Runs a script in a real bash, in an empty folder, against a fresh simulated Airflow over HTTP. */
export async function realShell(
	script: string,
	api: 'v1' | 'v2',
	env: Readonly<Record<string, string>>,
	path = process.env.PATH ?? ''
): Promise<Printed> {
	const startMs = Date.now();
	const timetable = api === 'v1' ? 'data_interval' : 'trigger';
	const served = await serveWorld({
		port: 0,
		host: '127.0.0.1',
		api,
		beginning: { scenario: 'course', timetable, seed: 1 },
		wallMs: () => BORN_MS + FASTER * (Date.now() - startMs),
		wait: (ms) => new Promise((done) => setTimeout(done, ms / FASTER))
	});
	const folder = await mkdtemp(join(tmpdir(), 'windsock-shell-'));
	try {
		const url = `http://localhost:${served.port}`;
		const printed = await bash(`API=${url}/api/${api}\n${script}`, folder, {
			...env,
			PATH: path,
			HOME: folder,
			LANG: 'C.UTF-8'
		});
		const same = (text: string) => text.replaceAll(`localhost:${served.port}`, 'localhost:8080');
		return { ...printed, stdout: same(printed.stdout), stderr: same(printed.stderr) };
	} finally {
		await served.close();
		await rm(folder, { recursive: true });
	}
}

function bash(script: string, cwd: string, env: Record<string, string>): Promise<Printed> {
	return new Promise((done, fail) => {
		const child = spawn('bash', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.on('error', fail);
		child.on('close', (code) => done({ stdout, stderr, exitCode: code ?? -1 }));
	});
}
