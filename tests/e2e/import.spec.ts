import { controlled, expect, faults, field, test } from './site.ts';

const WORDS = {
	ru: { import: 'Импорт', read: 'Прочитать', open: 'Открыть', text: 'Текст' },
	en: { import: 'Import', read: 'Read', open: 'Open', text: 'Text' }
} as const;

for (const lang of ['ru', 'en'] as const) {
	const words = WORDS[lang];

	test(`a curl command becomes a filled form, what is left out is told (${lang})`, async ({
		page,
		site
	}) => {
		await page.goto(`${site.url}${lang}/play/?api=v2`);
		await controlled(page);
		await page.getByRole('button', { name: words.import, exact: true }).click();
		const dialog = page.getByRole('dialog');
		await dialog
			.getByLabel(words.text, { exact: true })
			.fill(
				`curl -u admin:hunter2 --proxy http://p:3128 -H 'Content-Type: application/json' -d '{"name": "etl", "slots": 4}' http://af.example:8080/api/v2/pools`
			);
		await dialog.getByRole('button', { name: words.read }).click();
		await expect(dialog.getByText('POST /pools')).toBeVisible();
		await expect(dialog.getByText('--proxy http://p:3128')).toBeVisible();
		await expect(dialog.getByText('http://af.example:8080')).toBeVisible();
		expect(await faults(page)).toEqual([]);
		await dialog.getByRole('button', { name: words.open, exact: true }).click();

		await expect(page.locator('#operation')).toBeFocused();
		await expect(page.getByText('/api/v2/pools').first()).toBeVisible();
		await expect(page.locator('[data-snippet=curl]')).toContainText('"slots": 4');
		await expect(page.locator('[data-snippet=curl]')).not.toContainText('hunter2');
	});
}

test('a request of the other API opens with that API', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2`);
	await controlled(page);
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog
		.getByLabel('Text', { exact: true })
		.fill('curl "http://localhost:8080/api/v1/dags/nightly_sales/dagRuns?limit=5"');
	await dialog.getByRole('button', { name: 'Read' }).click();
	await dialog.getByRole('button', { name: 'Open in API v1' }).click();

	await expect(page.getByRole('radio', { name: /v1/ })).toBeChecked();
	await expect(field(page.locator('main'), 'dag_id')).toHaveValue('nightly_sales');
});

test('a text that cannot be read is told of, and stays', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2`);
	await controlled(page);
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	const dialog = page.getByRole('dialog');
	const text = `curl 'http://localhost:8080/api/v2/dags`;
	await dialog.getByLabel('Text', { exact: true }).fill(text);
	await dialog.getByRole('button', { name: 'Read' }).click();

	await expect(dialog.getByRole('status')).toContainText('1');
	await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue(text);
});
