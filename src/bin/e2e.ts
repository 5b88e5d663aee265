import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.ts';

if (!existsSync('build/index.html')) {
	console.error(
		'There is no build to test: run `npm run build` first, or `npm test` for everything.'
	);
	process.exit(1);
}

let browser: string;
try {
	browser = findBrowser();
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}

const { status } = spawnSync(
	'npx',
	['playwright', 'test', '--config', 'playwright.config.ts', ...process.argv.slice(2)],
	{ stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: browser } }
);
process.exit(status ?? 1);
