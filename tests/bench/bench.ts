import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchColdStart } from './cold-start.ts';
import { benchHuge } from './huge.ts';
import { benchImports } from './imports.ts';
import { benchPage } from './page.ts';
import { benchRuntimes } from './runtimes.ts';
import { benchServer } from './server.ts';
import { benchSnippets } from './snippets.ts';
import { benchWireSizes } from './wire-sizes.ts';

const PEERS = join(import.meta.dirname, 'peers');

/** `npm run bench` runs them all, `npm run bench -- server imports` some. */
const PARTS: Readonly<Record<string, () => unknown>> = {
	page: benchPage,
	'cold-start': benchColdStart,
	snippets: benchSnippets,
	imports: benchImports,
	runtimes: benchRuntimes,
	sizes: benchWireSizes,
	huge: benchHuge,
	server: benchServer
};

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});

async function main() {
	const asked = process.argv.slice(2);
	const strange = asked.filter((name) => !(name in PARTS));
	if (strange.length > 0)
		throw new Error(
			`No such part: ${strange.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`
		);
	if (!existsSync('build/index.html')) run('npm', ['run', '--silent', 'build']);
	if (!existsSync(join(PEERS, 'node_modules'))) run('npm', ['ci', '--prefix', PEERS]);
	for (const [name, measure] of Object.entries(PARTS)) {
		if (asked.length > 0 && !asked.includes(name)) continue;
		console.log(`── ${name}`);
		await measure();
	}
}

function run(program: string, words: string[]) {
	const { status } = spawnSync(program, words, { stdio: 'inherit' });
	if (status !== 0) throw new Error(`${program} ${words.join(' ')} failed`);
}
