import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { browserFlags, browserVersion, findBrowser } from '#bin/browser.ts';
import { serveFolder } from '#bin/serve.ts';
import { median } from './median.ts';

const PEERS = join(import.meta.dirname, 'peers');
const SPEC = 'static/openapi/airflow-3.3.2.json';
const ROUNDS = 7;

/** What is measured: a page, and the moment when every operation of the spec is in its list. */
interface Contender {
	name: string;
	url: string;
	isReady: string;
}

/** From navigation to the list of operations, ours beside Swagger UI's. */
export async function benchPage(): Promise<void> {
	const peer = swaggerFolder();
	const ours = await serveFolder('build', { port: 0 });
	const theirs = await serveFolder(peer, { port: 0 });
	const path = findBrowser();
	const browser = await chromium.launch({ executablePath: path, args: browserFlags() });
	try {
		console.log(`${browserVersion(path)}, ${SPEC}, ${ROUNDS} rounds, a new profile each, medians`);
		await operationList(browser, ours.url, theirs.url);
	} finally {
		await browser.close();
		await ours.close();
		await theirs.close();
		rmSync(peer, { recursive: true });
	}
}

/** Operation list ready: from navigation to the last operation's row being laid out. */
async function operationList(browser: Browser, ours: string, theirs: string) {
	const contenders: Contender[] = [
		{
			name: 'Windsock',
			url: `${ours}en/play/`,
			isReady: `document.querySelectorAll('nav a[href*="op="]').length > 100`
		},
		{
			name: 'Swagger UI 5.35.0',
			url: theirs,
			// Rows are mounted as they scroll into view; the first tags with their rows are what it calls ready.
			isReady: `document.querySelectorAll('.opblock').length > 10`
		}
	];
	const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { name, url, isReady } of contenders)
			times.get(name)?.push(await timeToReady(browser, url, isReady));
	}
	const [us = NaN, them = NaN] = contenders.map(({ name }) => median(times.get(name) ?? []));
	for (const { name } of contenders)
		console.log(`operation list ready, ${name}: ${Math.round(median(times.get(name) ?? []))} ms`);
	console.log(`ratio: Windsock takes ${(us / them).toFixed(2)} of Swagger UI's time`);
}

async function timeToReady(browser: Browser, url: string, isReady: string): Promise<number> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await page.goto(url, { waitUntil: 'commit' });
	await page.waitForFunction(isReady, undefined, { polling: 'raf' });
	const elapsedMs = await page.evaluate(() => performance.now());
	await context.close();
	return elapsedMs;
}

/** Swagger UI as its own distribution ships it, showing our copy of the spec. */
function swaggerFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'windsock-bench-'));
	const dist = join(PEERS, 'node_modules/swagger-ui-dist');
	mkdirSync(folder, { recursive: true });
	for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
		copyFileSync(join(dist, file), join(folder, file));
	copyFileSync(SPEC, join(folder, 'openapi.json'));
	writeFileSync(
		join(folder, 'index.html'),
		`<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="swagger-ui.css"><div id="ui"></div>
<script src="swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#ui' });</script>`
	);
	return folder;
}
