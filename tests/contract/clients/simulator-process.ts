import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '#contract/cases/case.ts';

const children: ChildProcess[] = [];

/** Ends every simulator that was started here. */
export const endSimulators = (): void => children.forEach((child) => child.kill());

/** What `npm run simulator` starts, with the world of the contract; its base URL once it answers. */
export async function startSimulator(api: Api): Promise<string> {
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
			await fetch(`${url}/api/${api}/version`, { headers: { connection: 'close' } });
			return url;
		} catch {
			// Not listening yet.
			await sleep(100);
		}
	}
	throw new Error('The simulator does not answer');
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
