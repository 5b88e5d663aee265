import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Api } from '#contract/cases/case.ts';
import { callEveryMethod } from './every-method.ts';

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill()));

test.each<Api>(['v1', 'v2'])('the official client for %s, every method of it', async (api) => {
	const line = api.toUpperCase();
	const python = process.env[`CLIENT_${line}_PYTHON`] ?? '';
	const real = process.env[`AIRFLOW_${line}_URL`] ?? '';
	const simulated = await startSimulator(api);
	const [truth, ours] = [
		callEveryMethod(api, python, real, await token(api, real)),
		callEveryMethod(api, python, simulated, await token(api, simulated))
	];

	expect(ours).toEqual(truth);
	expect(truth.length).toBeGreaterThan(70);
});

async function startSimulator(api: Api): Promise<string> {
	const port = await freePort();
	const words = ['--api', api, '--port', `${port}`, '--scenario', 'showcase'];
	const child = spawn('node', ['--import', 'tsx', 'src/bin/simulator.ts', ...words], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
	children.push(child);
	const url = `http://localhost:${port}`;
	for (let tries = 0; tries < 300; tries++) {
		if (child.exitCode !== null) break;
		try {
			await fetch(`${url}/api/${api}/version`);
			return url;
		} catch {
			// Not listening yet.
			await sleep(100);
		}
	}
	throw new Error('The simulator does not answer');
}

async function token(api: Api, url: string): Promise<string | undefined> {
	if (api === 'v1') return undefined;
	const response = await fetch(`${url}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	return ((await response.json()) as { access_token: string }).access_token;
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
