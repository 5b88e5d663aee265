import { controlled, expect, test } from './site.ts';

test('a block of a lesson opens filled in, blanks left blank, and is not sent', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/course/02-endpoints/`);
	await controlled(page);
	await page.locator('a.try[href*="api=v2&op=POST/dags/:dag_id/dagRuns&"]').first().click();
	await expect(page.locator('#operation')).toBeVisible();
	await expect(page.locator('[data-snippet=curl]')).toContainText(
		'/api/v2/dags/nightly_sales/dagRuns'
	);
	await expect(page.locator('[data-snippet=curl]')).toContainText('report-42');
	await expect(page.getByText('Nothing sent yet.')).toBeVisible();

	await page.goBack();
	await page
		.locator('a.try[href*="op=GET/dags/:dag_id/dagRuns/:dag_run_id/taskInstances&"]')
		.last()
		.click();
	await expect(page.locator('#operation')).toBeVisible();
	await expect(page.getByRole('textbox', { name: /dag_id/ }).first()).toHaveValue('broken_export');
	await expect(page.getByRole('textbox', { name: /dag_run_id/ })).toHaveValue('');
});

test('blocks run in their place: a request, a pipeline, a program', async ({ page, site }) => {
	await page.goto(`${site.url}ru/course/02-endpoints/`);
	await controlled(page);
	const block = (language: string) => page.locator(`[data-block=${language}]`).first();
	const open = (language: string) =>
		block(language).getByRole('button', { name: 'Выполнить здесь' }).click();

	await open('bash');
	await expect(block('bash').getByTestId('terminal-input')).toHaveValue(/curl/);
	await expect(block('bash').getByTestId('terminal-entry')).toHaveCount(0);
	await block('bash').getByTestId('terminal-input').press('Enter');
	await expect(block('bash').getByTestId('terminal-entry').first()).toContainText('код выхода 0');

	await open('http');
	await block('http').getByRole('button', { name: 'Отправить', exact: true }).click();
	await expect(block('http').getByTestId('status')).toContainText(/\d{3}/);

	await open('python');
	await block('python').getByRole('button', { name: 'Запустить' }).click();
	await expect(block('python').getByTestId('python-status')).toContainText('код выхода 0', {
		timeout: 60_000
	});
});
