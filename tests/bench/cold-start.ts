import { chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '#bin/browser.ts';
import { serveFolder } from '#bin/serve.ts';
import { median } from './median.ts';

const ROUNDS = 11;
/** What the learner did in the world before: it is born and lives through all of it anew. */
const DEEDS = 20;
const LIMIT_MS = 100;

/**
 * From the first request after the browser killed the service worker to its answer: the worker's start, the
 * world's birth and everything done in it since.
 */
export async function benchColdStart(): Promise<void> {
	const site = await serveFolder('build', { port: 0 });
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags() });
	try {
		const page = await browser.newPage();
		await page.goto(`${site.url}en/play/`);
		await page.waitForFunction('navigator.serviceWorker.controller !== null');
		const session = await page.context().newCDPSession(page);
		await session.send('ServiceWorker.enable');
		const url = `${site.url}airflow/main/api/v1`;
		for (let deed = 0; deed < DEEDS; deed++)
			await ask(page, `${url}/dags/nightly_sales/dagRuns`, '{}');
		const path = `${url}/dags?limit=5`;
		const cold: number[] = [];
		const warm: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			await session.send('ServiceWorker.stopAllWorkers');
			cold.push(await ask(page, path));
			warm.push(await ask(page, path));
		}
		const coldMs = median(cold);
		console.log(
			`cold start, worker killed before the request: median ${coldMs.toFixed(0)} ms` +
				(coldMs > LIMIT_MS ? `, over ${LIMIT_MS} ms` : '') +
				`; the next request ${median(warm).toFixed(1)} ms`
		);
	} finally {
		await browser.close();
		await site.close();
	}
}

/** How long a request of the page takes to be answered, in ms; a body makes it a POST. */
function ask(page: Page, url: string, body?: string): Promise<number> {
	return page.evaluate(
		async ({ url, body }) => {
			const headers = {
				authorization: `Basic ${btoa('admin:admin')}`,
				'content-type': 'application/json'
			};
			const start = performance.now();
			const response = await fetch(
				url,
				body === undefined ? { headers } : { method: 'POST', headers, body }
			);
			await response.text();
			if (!response.ok) throw new Error(`${url}: ${response.status}`);
			return performance.now() - start;
		},
		{ url, body }
	);
}
