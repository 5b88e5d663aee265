import type { BrowserContext, Page } from '@playwright/test';
import { controlled, expect, test } from './site.ts';

/** Sends to the page's own world by the page's own `fetch`; the status, 0 when no answer came. */
function ask(page: Page, method: string, path: string, body?: unknown): Promise<[number, string]> {
	return page.evaluate(
		async ({ method, path, body }) => {
			const base = location.pathname.replace(/(ru|en)\/.*$/, 'airflow/main');
			const response = await fetch(`${base}/api/v1${path}`, {
				method,
				headers: {
					authorization: `Basic ${btoa('admin:admin')}`,
					...(body === undefined ? {} : { 'content-type': 'application/json' })
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			});
			return [response.status, await response.text()] as [number, string];
		},
		{ method, path, body }
	);
}

const make = (page: Page, name: string) =>
	ask(page, 'POST', '/pools', { name, slots: 1 }).then(([status]) => status);

async function poolNames(page: Page): Promise<string[]> {
	const [status, text] = await ask(page, 'GET', '/pools?limit=100');
	expect(status).toBe(200);
	return (JSON.parse(text) as { pools: { name: string }[] }).pools
		.map(({ name }) => name)
		.filter((name) => name.startsWith('p'))
		.sort();
}

/** Ends the site's service worker, as a browser does when it wants the memory. */
async function kill(context: BrowserContext, page: Page) {
	const session = await context.newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await session.detach();
}

const names = (count: number, prefix = 'p') =>
	Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(2, '0')}`);

test('a worker that is killed between any two requests loses and doubles nothing', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}en/server/`);
	await controlled(page);
	for (const name of names(12)) {
		expect(await make(page, name)).toBe(200);
		await kill(context, page);
	}

	expect(await poolNames(page)).toEqual(names(12));
	expect(await make(page, 'p00')).toBe(409);
});

test('two tabs that write at once lose and double nothing, one of them hidden', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}en/server/`);
	await controlled(page);
	const second = await context.newPage();
	await second.goto(`${site.url}en/`);
	await controlled(second);
	await second.bringToFront();

	const statuses = await Promise.all([
		...names(25, 'pa').map((name) => make(page, name)),
		...names(25, 'pb').map((name) => make(second, name))
	]);

	expect(new Set(statuses)).toEqual(new Set([200]));
	expect(await poolNames(page)).toEqual([...names(25, 'pa'), ...names(25, 'pb')]);
});

test('a hard reload, which leaves the page without its worker, sees the same world', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}en/server/`);
	await controlled(page);
	expect(await make(page, 'p1')).toBe(200);
	const session = await context.newCDPSession(page);
	await session.send('Page.reload', { ignoreCache: true });
	await page.waitForLoadState();
	await controlled(page);
	expect(await make(page, 'p2')).toBe(200);

	expect(await poolNames(page)).toEqual(['p1', 'p2']);
});

test('on a full disk the change is refused, told, and not half done', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}en/`);
	await controlled(page);
	const session = await context.newCDPSession(page);
	const origin = new URL(site.url).origin;
	// Less than the site itself has stored: nothing more fits.
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	const [status, text] = await ask(page, 'POST', '/pools', { name: 'p1', slots: 1 });
	expect(status).toBe(507);
	expect(text).toContain('no room left');
	await session.send('Storage.overrideQuotaForOrigin', { origin });

	expect(await poolNames(page)).toEqual([]);
	expect(await make(page, 'p1')).toBe(200);
	expect(await poolNames(page)).toEqual(['p1']);
});

test('a world of forty changes comes back whole from a cold start', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}en/server/`);
	await controlled(page);
	for (const name of names(40)) await make(page, name);
	await kill(context, page);
	const [status] = await ask(page, 'GET', '/pools');

	expect(status).toBe(200);
	expect(await poolNames(page)).toHaveLength(40);
});
