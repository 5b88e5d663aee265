import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { serveFolder } from '#bin/serve.ts';

export interface Site {
	/** With a closing slash: `http://localhost:41234/`. */
	url: string;
	/** Stops answering: the server is gone for good. */
	kill(): Promise<void>;
}

interface Fixtures {
	/** Path the build is served under: `/` or `/some/lab/`. */
	mountedAt: string;
	site: Site;
	/** Uncaught errors of the page; a test that ends with one has failed. */
	pageErrors: string[];
}

/** Every test has a server and so an origin of its own: no storage and no worker is shared. */
export const test = base.extend<Fixtures>({
	mountedAt: ['/', { option: true }],
	site: async ({ mountedAt }, use) => {
		const server = await serveFolder('build', { port: 0, mount: mountedAt });
		let isUp = true;
		const kill = async () => {
			if (isUp) await server.close();
			isUp = false;
		};
		await use({ url: server.url, kill });
		await kill();
	},
	pageErrors: [
		async ({ page }, use) => {
			const errors: string[] = [];
			page.on('pageerror', (error) => errors.push(error.message));
			await use(errors);
			expect(errors).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Accessibility faults that axe finds on the page as it is, one line each. */
export async function faults(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		const { axe } = window as unknown as {
			axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const { violations } = await axe.run();
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)
		);
	});
}

/** Resolves when the site's service worker answers for this page. */
export async function controlled(page: Page) {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Text of the answer's body as it arrived. */
export async function rawBody(scope: Page | Locator): Promise<string> {
	const answer = scope.locator('section[aria-labelledby^=answer-title]');
	await answer.getByRole('button', { name: /^(Как пришло|Raw)$/ }).click();
	return (await answer.locator('pre.raw').textContent()) ?? '';
}

/** The field of a parameter or body key, by its exact name. */
export function field(scope: Page | Locator, name: string): Locator {
	return scope.getByLabel(new RegExp(`^${name}\\b`)).first();
}

/** What this browser keeps under a key, as text. */
export function keptSetting(page: Page, key: string): Promise<string> {
	return page.evaluate(
		(name) =>
			new Promise<string>((done) => {
				const opened = indexedDB.open('windsock-kept:/');
				opened.onsuccess = () => {
					const get = opened.result.transaction('settings').objectStore('settings').get(name);
					get.onsuccess = () => done(String(get.result));
				};
			}),
		key
	);
}
