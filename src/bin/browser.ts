import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * The path of a Chromium to test with: `CHROMIUM_PATH`, a system Chromium or Chrome, Playwright's own
 * (downloaded when it can be), Debian's package when we are root there.
 * @throws Error one sentence that says what to do when there is none.
 */
export function findBrowser(): string {
	const named = process.env.CHROMIUM_PATH;
	if (named !== undefined) {
		if (isRunnable(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, which is not a program that can be run.`);
	}
	return (
		onPath() ??
		playwrights() ??
		installed(['npx', 'playwright', 'install', 'chromium'], playwrights) ??
		installed(debian(), onPath) ??
		missing()
	);
}

/** The flags Chromium needs in a container: as root it refuses to start in its sandbox. */
export function browserFlags(): string[] {
	const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
	return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}

function onPath(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...candidates, ...PLACES].find(isRunnable);
}

function playwrights(): string | undefined {
	const path = chromium.executablePath();
	return isRunnable(path) ? path : undefined;
}

function installed(command: string[], find: () => string | undefined): string | undefined {
	const [program, ...words] = command;
	if (program === undefined) return undefined;
	console.log(`No browser found yet; trying: ${command.join(' ')}`);
	const { status } = spawnSync(program, words, { stdio: 'inherit', timeout: 600_000 });
	return status === 0 ? find() : undefined;
}

function debian(): string[] {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [];
	return [
		'sh',
		'-c',
		'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium'
	];
}

function missing(): never {
	throw new Error(
		'No Chromium or Chrome was found and none could be installed: install one and run again, or set CHROMIUM_PATH to its program.'
	);
}

function isRunnable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		// Not there, or not a program: the search goes on.
		return false;
	}
}

/** The browser's own word for its version, for reports. */
export function browserVersion(path: string): string {
	return execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim();
}
