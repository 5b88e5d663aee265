import { controlled, expect, faults, test } from './site.ts';

const WORDS = {
	ru: { show: 'То же в API v2', open: 'Открыть в API v2', now: 'переведён в API v2' },
	en: { show: 'In API v2', open: 'Open in API v2', now: 'now one of API v2' }
} as const;

for (const lang of ['ru', 'en'] as const) {
	const words = WORDS[lang];

	test(`a v1 request is shown beside its v2 twin, and opens there (${lang})`, async ({
		page,
		site
	}) => {
		await page.goto(
			`${site.url}${lang}/play/?api=v1#try=2&api=v1&op=POST/dags/:dag_id/dagRuns&p.dag_id=hello_api&body={"execution_date":"2026-01-01T00:00:00Z"}`
		);
		await controlled(page);
		await page.getByRole('button', { name: words.show, exact: true }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByText('/api/v1/dags/hello_api/dagRuns')).toBeVisible();
		await expect(dialog.getByText('/api/v2/dags/hello_api/dagRuns')).toBeVisible();
		await expect(dialog.getByText('"logical_date": "2026-01-01T00:00:00Z"')).toBeVisible();
		await expect(dialog.getByText('/auth/token')).toBeVisible();
		expect(await faults(page)).toEqual([]);

		await dialog.getByRole('button', { name: words.open, exact: true }).click();
		await expect(page.getByRole('radio', { name: /v2/ })).toBeChecked();
		await expect(page.getByText(words.now)).toBeVisible();
		await expect(page.locator('[data-snippet=curl]')).toContainText('logical_date');
	});
}

test('what the other API does not have is said, with the reason', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=list_backfills`);
	await controlled(page);
	await page.getByRole('button', { name: 'In API v1', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText('API v1 has no such request')).toBeVisible();
	await expect(dialog.getByText('airflow dags backfill')).toBeVisible();
	await expect(dialog.getByRole('button', { name: 'Open in API v1' })).toHaveCount(0);
});
