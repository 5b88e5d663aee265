import { chromium, type Browser, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '#bin/browser.ts';
import { serveFolder } from '#bin/serve.ts';
import { median } from './median.ts';

const ROUNDS = 7;
const TERMINAL_LIMIT_MS = 300;
const PYTHON_LIMIT_MS = 3_000;

/**
 * With everything in the browser's caches: from the first key in the terminal to the output of the first command, and
 * from Run to the first output of a Python program.
 */
export async function benchRuntimes(): Promise<void> {
	const site = await serveFolder('build', { port: 0 });
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags() });
	try {
		const terminal = await measure(browser, `${site.url}en/terminal/`, runInTerminal);
		say('terminal, first key to first output', terminal, TERMINAL_LIMIT_MS);
		const python = await measure(browser, `${site.url}en/python/`, runInPython);
		say('Python, Run to first output', python, PYTHON_LIMIT_MS);
	} finally {
		await browser.close();
		await site.close();
	}
}

interface Measured {
	firstMs: number;
	warmMs: number[];
}

async function measure(
	browser: Browser,
	url: string,
	run: (page: Page) => Promise<number>
): Promise<Measured> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(url);
	await page.waitForFunction('navigator.serviceWorker.controller !== null');
	const firstMs = await run(page);
	const warmMs: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await page.reload();
		warmMs.push(await run(page));
	}
	await context.close();
	return { firstMs, warmMs };
}

async function runInTerminal(page: Page): Promise<number> {
	const field = page.getByTestId('terminal-input');
	await field.waitFor();
	await field.focus();
	const startMs = Date.now();
	await page.keyboard.type('echo 1');
	await page.keyboard.press('Enter');
	await page.locator('[data-stream=out]').last().waitFor();
	return Date.now() - startMs;
}

async function runInPython(page: Page): Promise<number> {
	const run = page.locator('[data-python-pad] button.primary');
	await run.waitFor();
	await page
		.locator('[data-python-pad] .monaco-editor, [data-python-pad] textarea')
		.first()
		.waitFor();
	const startMs = Date.now();
	await run.click();
	await page.locator('[data-python-pad] [data-stream=out]').first().waitFor({ timeout: 60_000 });
	return Date.now() - startMs;
}

function say(what: string, { firstMs, warmMs }: Measured, limitMs: number): void {
	const warm = median(warmMs);
	const over = warm > limitMs ? `, over ${limitMs} ms` : '';
	console.log(
		`${what}: warm median ${warm.toFixed(0)} ms${over}; the first time ${firstMs.toFixed(0)} ms`
	);
}
