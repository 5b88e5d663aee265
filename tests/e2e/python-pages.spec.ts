import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlled, expect, faults, test } from './site.ts';

test("a program asks before it writes to the learner's own Airflow", async ({ page, site }) => {
	const seen: string[] = [];
	const server = createServer((request, response) => {
		if (request.method !== 'OPTIONS')
			seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
		response.writeHead(200, {
			'access-control-allow-origin': '*',
			'access-control-allow-headers': 'authorization,content-type',
			'access-control-allow-methods': 'GET,POST',
			'content-type': 'application/json'
		});
		response.end('{"dags": [], "total_entries": 0}');
	});
	await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
	const own = `http://localhost:${(server.address() as AddressInfo).port}`;

	await page.goto(`${site.url}en/play/?api=v2&op=get_dags`);
	await controlled(page);
	await expect(async () => {
		await page.getByRole('radio').nth(2).check();
		await expect(page.locator('#base')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await page.locator('#base').fill(own);
	await page.getByLabel('Token', { exact: true }).fill('sesame');
	await page.getByRole('link', { name: 'Python', exact: true }).click();
	const pad = page.locator('[data-python-pad]');
	await expect(pad.getByTestId('python-target')).toContainText(`My Airflow · ${own}`);
	await pad.locator('.view-lines').click();
	await page.keyboard.press('Control+a');
	await page.keyboard.insertText(
		`import requests\nprint(requests.get('${own}/api/v2/dags').json())\n` +
			`for _ in 'ab': print(requests.post('${own}/api/v2/pools', json={}).status_code)`
	);
	const button = pad.getByRole('button', { name: /^▶/ });
	await button.click();
	const question = pad.getByRole('alertdialog');
	await expect(question).toContainText(`POST ${own}/api/v2/pools`, { timeout: 30_000 });
	expect(seen).toEqual(['GET /api/v2/dags Bearer sesame']);
	expect(await faults(page)).toEqual([]);
	await question.getByRole('button', { name: 'Do not send' }).click();
	await expect(pad.getByTestId('python-status')).toHaveText(/exit code 1/);
	expect(seen.length).toBe(1);

	await button.click();
	await question.getByRole('button', { name: 'Send all until this run ends' }).click();
	await expect(pad.getByTestId('python-status')).toHaveText(/exit code 0/);
	expect(seen.filter((line) => line.startsWith('POST')).length).toBe(2);
	await new Promise((done) => server.close(done));
});

test('the licences of what is bundled are listed, and their texts can be read', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/python/`);
	await controlled(page);
	await page.getByRole('link', { name: 'Licences', exact: true }).click();
	for (const name of ['marked', 'monaco-editor', 'requests', 'pyodide'])
		await expect(page.getByRole('rowheader', { name, exact: true }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Show the texts here' }).click();
	await expect(page.locator('pre')).toContainText('Apache License');
	await expect(page.locator('pre')).toContainText('PYTHON SOFTWARE FOUNDATION LICENSE');
	expect(await faults(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the pad is clean on a phone (${colorScheme})`, async ({ browser, site }) => {
		const context = await browser.newContext({
			colorScheme,
			viewport: { width: 390, height: 844 },
			hasTouch: true,
			isMobile: true
		});
		const page = await context.newPage();
		for (const lang of ['ru', 'en']) {
			for (const path of ['python', 'licences']) {
				await page.goto(`${site.url}${lang}/${path}/`);
				await controlled(page);
				expect(await faults(page), `${lang}/${path}`).toEqual([]);
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(overflow, `${lang}/${path} scrolls sideways`).toBe(0);
			}
		}
		await page.goto(`${site.url}en/python/`);
		const pad = page.locator('[data-python-pad]');
		const area = pad.getByRole('textbox', { name: 'Python program' });
		await area.fill('raise SystemExit(3)');
		await pad.getByRole('button', { name: /^▶/ }).click();
		await expect(pad.getByTestId('python-status')).toHaveText(/exit code 3/, { timeout: 30_000 });
		await context.close();
	});
}
