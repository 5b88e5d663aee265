import { controlled, expect, test } from './site.ts';

test('a block of a lesson opens filled in, blanks left blank, and is not sent', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/course/02-endpoints/`);
	await controlled(page);
	await page.locator('.try a[href*="api=v2&op=POST/dags/:dag_id/dagRuns&"]').first().click();
	await expect(page.locator('#operation')).toBeVisible();
	await expect(page.locator('[data-snippet=curl]')).toContainText(
		'/api/v2/dags/nightly_sales/dagRuns'
	);
	await expect(page.locator('[data-snippet=curl]')).toContainText('report-42');
	await expect(page.getByText('Nothing sent yet.')).toBeVisible();

	await page.goBack();
	await page
		.locator('.try a[href*="op=GET/dags/:dag_id/dagRuns/:dag_run_id/taskInstances&"]')
		.last()
		.click();
	await expect(page.locator('#operation')).toBeVisible();
	await expect(page.getByRole('textbox', { name: /dag_id/ }).first()).toHaveValue('broken_export');
	await expect(page.getByRole('textbox', { name: /dag_run_id/ })).toHaveValue('');
});
