import { controlled, expect, faults, test } from './site.ts';

const WORDS = {
	ru: { show: 'Показать в симуляторе', cure: 'Починить', seen: 'Вот эта неполадка' },
	en: { show: 'Show it in the simulator', cure: 'Mend it', seen: 'This is the trouble' }
} as const;

for (const lang of ['ru', 'en'] as const) {
	const { show, cure, seen } = WORDS[lang];

	test(`a trouble is found, seen and mended in the simulator (${lang})`, async ({ page, site }) => {
		await page.goto(`${site.url}${lang}/troubleshooting/#queued-because-paused`);
		await controlled(page);
		const paused = page.locator('#queued-because-paused');
		await paused.getByRole('button', { name: show }).click();
		await expect(paused.getByRole('heading', { name: seen })).toBeVisible();
		await expect(paused.getByText('"state":"queued"').last()).toBeVisible();
		await paused.getByRole('button', { name: cure }).click();
		await expect(paused.getByText('"state":"success"')).toBeVisible();
		expect(await faults(page)).toEqual([]);

		await page.getByRole('searchbox').fill('failed CORS');
		await expect(page.locator('details')).toHaveCount(1);
		const blocked = page.locator('#failed-to-fetch-cors');
		await blocked.locator('summary').click();
		await blocked.getByRole('button', { name: show }).click();
		await expect(blocked.getByText('Failed to fetch')).toHaveCount(2);
		await blocked.getByRole('button', { name: cure }).click();
		await expect(blocked.getByText('"dag_id":"broken_export"')).toBeVisible();
	});
}

test('the troubles read with JavaScript off', async ({ browser, site }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${site.url}ru/troubleshooting/`);
	await page.getByText('Долгий скрипт работал и вдруг получил 401').click();
	await expect(page.getByText('Срок записан в самом токене')).toBeVisible();
	await context.close();
});
