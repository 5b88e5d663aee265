import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the heavy parts take on the wire, compressed: the shell's worker and its chunks, Pyodide, the wheels. */
export function benchWireSizes(): void {
	const chunks = 'build/_app/immutable';
	const scripts = readdirSync(chunks, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => ({ name, text: readFileSync(join(chunks, name)) }));
	const shell = scripts.filter(({ text }) => text.includes('executionLimits.maxCommandCount'));
	tell('the shell (just-bash and what is around it)', shell);
	tell('the service worker with the simulator', [
		{ name: 'service-worker.js', text: readFileSync('build/service-worker.js') }
	]);
	const { folder, files = {} } = JSON.parse(readFileSync('build/python/manifest.json', 'utf8')) as {
		folder?: string;
		files?: Record<string, number>;
	};
	if (folder === undefined) {
		console.log('Python: not bundled in this build');
		return;
	}
	const all = Object.keys(files).map((name) => ({
		name,
		text: readFileSync(join('build', folder, name))
	}));
	const isWheel = (name: string) => name.endsWith('.whl');
	tell(
		'Pyodide',
		all.filter(({ name }) => !isWheel(name))
	);
	tell(
		'wheels of requests',
		all.filter(({ name }) => /^(requests|urllib3|idna|certifi|charset_normalizer)-/.test(name))
	);
	tell(
		'all wheels',
		all.filter(({ name }) => isWheel(name))
	);
}

function tell(what: string, files: readonly { name: string; text: Buffer }[]): void {
	const raw = files.reduce((sum, { text }) => sum + text.length, 0);
	const wire = files.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0);
	console.log(`${what}: ${(wire / 1000).toFixed(0)} kB gzip, ${(raw / 1000).toFixed(0)} kB raw`);
}
