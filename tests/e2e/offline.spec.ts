import { controlled, expect, field, rawBody, test } from './site.ts';

test('works with the server killed and the network off', async ({ page, site, context }) => {
	await page.goto(`${site.url}en/`);
	await controlled(page);
	await site.kill();
	await context.setOffline(true);

	await page.goto(`${site.url}en/play/?api=v2&op=get_pools`);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText('200');
	expect(await rawBody(page)).toContain('default_pool');

	await page.goto(`${site.url}en/play/?api=v2&op=post_pool`);
	await expect(page.locator('.monaco-editor').first()).toBeVisible();

	await page.goto(`${site.url}ru/course/01-overview/`);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Четыре запроса на каждый день' })).toBeVisible();
	await expect(field(page.locator('[data-exercise]'), 'dag_id')).toBeVisible();
});

test.describe('under a sub-path of a dumb static server', () => {
	test.use({ mountedAt: '/some/lab/' });

	test('deep links, the simulator and the languages work', async ({ page, site, context }) => {
		expect(new URL(site.url).pathname).toBe('/some/lab/');
		const answer = await page.goto(`${site.url}ru/play/?api=v1&op=get_pools`);
		expect(answer?.status()).toBe(200);
		await controlled(page);
		await page.getByRole('button', { name: 'Отправить', exact: true }).click();
		await expect(page.getByTestId('status')).toContainText('200');
		await page.getByRole('link', { name: 'In English' }).click();
		await expect(page).toHaveURL(/\/some\/lab\/en\/play\/\?api=v1&op=get_pools/);
		await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();

		await site.kill();
		await context.setOffline(true);
		await page.reload();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByTestId('status')).toContainText('200');
	});
});

test('asks nothing of anybody else', async ({ page, site }) => {
	const foreign: string[] = [];
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(site.url).origin)
			foreign.push(request.url());
	});
	for (const path of ['', 'ru/', 'ru/play/', 'en/course/', 'en/course/01-overview/']) {
		await page.goto(site.url + path);
		await controlled(page);
	}
	expect(foreign).toEqual([]);
});

test('two tabs share one Airflow', async ({ page, site, context }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=post_variable`);
	await controlled(page);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText('201');
	const { key } = JSON.parse(await rawBody(page)) as { key: string };

	const second = await context.newPage();
	await second.goto(`${site.url}en/play/?api=v1&op=get_variables`);
	await second.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(second.getByTestId('status')).toContainText('200');
	expect(await rawBody(second)).toContain(key);
});
