import { spawnSync } from 'node:child_process';
import { serveFolder, type Served } from './serve.ts';

const FIRST_PORT = 4173;
const PORTS_TO_TRY = 50;

const built = spawnSync('npm', ['run', 'build'], {
	stdio: 'inherit',
	shell: process.platform === 'win32'
});
if (built.status !== 0) process.exit(built.status ?? 1);

const { url } = await serveBuild();
console.log(`\nWindsock is at ${url}\nCtrl-C stops it.`);

/** A port that was asked for is taken or nothing; without one, the next free port will do. */
async function serveBuild(): Promise<Served> {
	const wanted = process.env.PORT;
	if (wanted) return serveFolder('build', { port: Number(wanted) });
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port++) {
		try {
			return await serveFolder('build', { port });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		}
	}
	return serveFolder('build', { port: 0 });
}
