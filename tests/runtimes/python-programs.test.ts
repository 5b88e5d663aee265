import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import wheels from '#lib/runtimes/python/wheels.json' with { type: 'json' };
import { serveWorld } from '#bin/world-server.ts';
import { pythonWith } from '#wire/tools.ts';
import { pythonHere, type PythonHere } from './python-here.ts';
import { PRELUDE, PROGRAMS } from './python-programs.ts';
import { BORN_MS } from './simulated.ts';

const versionOf = (name: string) =>
	`${name}==${wheels.find((wheel) => wheel.name === name)?.version ?? ''}`;

let here: PythonHere;
let real: string;
beforeAll(async () => {
	[here, real] = await Promise.all([
		pythonHere(),
		pythonWith(['requests', 'urllib3', 'httpx', 'apache-airflow-client'].map(versionOf))
	]);
}, 300_000);

describe('the page’s Python prints what CPython prints', () => {
	test.for(PROGRAMS.map((program, at) => [at + 1, program] as const))(
		'program %i',
		async ([, program]) => {
			const code = PRELUDE + program;
			const ours = await here.run(code, 'v2');
			const theirs = await runReal(code, ours.environment);

			expect(summary(ours)).toEqual(summary(theirs));
		}
	);

	test('in 60 programs', () => {
		expect(PROGRAMS.length).toBeGreaterThanOrEqual(60);
	});
});

interface Printed {
	stdout: string;
	stderr: string;
	exitCode: number;
}

/** Tracebacks of 3.11 and 3.14 underline differently: their last line says the same. */
function summary({ stdout, stderr, exitCode }: Printed) {
	const mask = (text: string) => text.replaceAll(/0x[0-9a-f]+/g, '<address>');
	return { stdout: mask(stdout), says: mask(stderr.trimEnd().split('\n').at(-1) ?? ''), exitCode };
}

const FASTER = 20;

async function runReal(code: string, environment: Record<string, string>): Promise<Printed> {
	const startMs = Date.now();
	const served = await serveWorld({
		port: 0,
		host: '127.0.0.1',
		api: 'v2',
		beginning: { scenario: 'course', timetable: 'trigger', seed: 1 },
		wallMs: () => BORN_MS + FASTER * (Date.now() - startMs),
		wait: (ms) => new Promise((done) => setTimeout(done, ms / FASTER))
	});
	const folder = await mkdtemp(join(tmpdir(), 'windsock-python-'));
	try {
		const url = `http://localhost:${served.port}`;
		const faster = `import time\n_sleep = time.sleep\ntime.sleep = lambda s: _sleep(s / ${FASTER})\n`;
		const env = { ...environment, AIRFLOW: url, PATH: process.env.PATH ?? '', NO_PROXY: '*' };
		const printed = await python(`${faster}${code}`, folder, env);
		const same = (text: string) =>
			text
				.replaceAll(`localhost:${served.port}`, 'localhost:8080')
				.replaceAll(`port=${served.port}`, 'port=8080');
		return { ...printed, stdout: same(printed.stdout), stderr: same(printed.stderr) };
	} finally {
		await served.close();
		await rm(folder, { recursive: true });
	}
}

function python(code: string, cwd: string, env: Record<string, string>): Promise<Printed> {
	return new Promise((done, fail) => {
		const child = spawn(real, ['-W', 'ignore', '-c', code], { cwd, env });
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.on('error', fail);
		child.on('close', (exitCode) => done({ stdout, stderr, exitCode: exitCode ?? -1 }));
	});
}
