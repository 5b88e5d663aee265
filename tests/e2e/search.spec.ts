import { controlled, expect, faults, test } from './site.ts';

test('one box finds lessons, troubles, operations and commands, also offline (ru)', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}ru/`);
	await controlled(page);
	await page.getByRole('link', { name: 'Поиск' }).click();
	const box = page.getByRole('searchbox');
	await expect(box).toBeFocused();
	await context.setOffline(true);
	await box.fill('состояниями запусков');
	await expect(page.getByRole('heading', { name: 'Уроки' })).toBeVisible();
	await expect(page.getByRole('link', { name: /Состояние запуска/ }).first()).toBeVisible();
	await box.fill('airflow pools set');
	await expect(page.getByRole('link', { name: 'airflow pools set' }).first()).toBeVisible();
	await box.fill('командная строка');
	const pages = page.getByRole('region', { name: 'Страницы' });
	await expect(pages.getByRole('link', { name: 'Терминал' })).toHaveAttribute(
		'href',
		/\/ru\/terminal\/$/
	);
	await box.fill('абракадабра');
	await expect(page.getByText('Ничего не нашлось')).toBeVisible();
	expect(await faults(page)).toEqual([]);
});

test('what is found opens at its place, and the address keeps the words (en)', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/search/?q=${encodeURIComponent('update_mask')}`);
	await controlled(page);
	await expect(page.getByRole('searchbox')).toHaveValue('update_mask');
	expect(await faults(page)).toEqual([]);
	await page.getByRole('searchbox').fill('401 although the password');
	await expect(page).toHaveURL(/q=401/);
	await page.getByRole('region', { name: 'Troubles' }).getByRole('link').first().click();
	await expect(page).toHaveURL(/troubleshooting\/#/);
	await page.goBack();
	await page.getByRole('searchbox').fill('trigger_dag_run');
	await page.getByRole('region', { name: 'API operations' }).getByRole('link').first().click();
	await expect(page.locator('#operation')).toBeVisible();
	await expect(page.getByText('/api/v2/dags/{dag_id}/dagRuns').first()).toBeVisible();
});
