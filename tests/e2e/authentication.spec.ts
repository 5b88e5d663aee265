import type { Locator, Page } from '@playwright/test';
import { controlled, expect, faults, field, test } from './site.ts';

const CFG = /airflow\.cfg/;
const ADDRESS = 'airflow.api.auth.backend';

/** The lab of one exercise, among the eight of the page. */
async function labOf(page: Page, url: string, id: string): Promise<Locator> {
	await page.goto(url);
	await controlled(page);
	const lab = page.locator(`[data-exercise="${id}"]`);
	await expect(lab.getByTestId('checks')).toBeVisible();
	return lab;
}

async function send(lab: Locator, status: number) {
	await lab.getByRole('button', { name: /^(Отправить|Send)$/ }).click();
	await expect(lab.getByTestId('status')).toContainText(String(status));
}

async function asForm(lab: Locator): Promise<Locator> {
	const body = lab.locator('section[aria-labelledby^=body-title]');
	await body.getByRole('button', { name: /^(Форма|Form)$/ }).click();
	return body;
}

const caller = (lab: Locator) => lab.getByLabel(/^(Кто спрашивает|Who is asking)$/);
const passes = (lab: Locator) => lab.getByTestId('checks').locator('li.passes');

test('one request as three callers', async ({ page, site }) => {
	const lab = await labOf(page, `${site.url}en/course/03-authentication/`, 'auth.three-callers');
	await field(lab, 'dag_id').fill('hello_api');
	await caller(lab).selectOption('no credentials');
	await send(lab, 401);
	await expect(passes(lab)).toHaveCount(1);
	await caller(lab).selectOption('viewer');
	await send(lab, 403);
	await expect(passes(lab)).toHaveCount(2);

	await caller(lab).selectOption('a token of my own');
	await lab.getByLabel('Token', { exact: true }).fill('made-up');
	await send(lab, 403);
	await expect(lab.getByRole('status').getByText('Invalid JWT token')).toBeVisible();

	await caller(lab).selectOption('user');
	await send(lab, 200);
	await expect(passes(lab)).toHaveCount(3);
	expect(await faults(page)).toEqual([]);
});

test('the airflow.cfg of an exercise is its own, is edited in place and comes back', async ({
	page,
	site
}) => {
	const lab = await labOf(page, `${site.url}ru/course/03-authentication/`, 'auth.basic-off');
	const cfg = lab.getByRole('textbox', { name: CFG });
	const apply = lab.getByRole('button', { name: 'Применить' });
	const given = `[api]\nauth_backends = ${ADDRESS}.session\n`;
	await expect(cfg).toHaveValue(given);
	await send(lab, 403);

	await cfg.fill('[api]\nauth_backends = basic_auth\n');
	await apply.click();
	await expect(lab.getByText('не поднимается').first()).toBeVisible();
	await cfg.fill(`[api]\nauth_backends = ${ADDRESS}.basic_auth,${ADDRESS}.session\n`);
	await apply.click();
	await expect(passes(lab)).toHaveCount(2);
	await send(lab, 200);
	await expect(passes(lab)).toHaveCount(3);
	expect(await faults(page)).toEqual([]);

	await lab.getByRole('button', { name: 'Начать сначала' }).click();
	await expect(cfg).toHaveValue(given);
	await expect(passes(lab)).toHaveCount(1);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('a user of one’s own asks with name and password', async ({ page, site }) => {
		const lab = await labOf(page, `${site.url}ru/course/03-authentication/`, 'auth.least-role');
		const body = await asForm(lab);
		for (const [name, value] of [
			['username', 'ci_bot'],
			['password', 'quite-long'],
			['email', 'ci_bot@example.org'],
			['first_name', 'CI'],
			['last_name', 'Bot'],
			['roles', '[{"name": "User"}]']
		] as const)
			await field(body, name).fill(value);
		await send(lab, 200);
		await lab.getByTestId('operation').selectOption('POST /dags/{dag_id}/dagRuns');
		await field(lab, 'dag_id').fill('hello_api');
		await caller(lab).selectOption('другие имя и пароль');
		await lab.getByLabel('Имя', { exact: true }).fill('ci_bot');
		await lab.getByLabel('Пароль', { exact: true }).fill('quite-long');
		await send(lab, 200);
		await expect(passes(lab)).toHaveCount(3);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBe(390);
	});
});

test('a token of an hour, and logging in again', async ({ page, site }) => {
	const lab = await labOf(page, `${site.url}en/course/03-authentication/`, 'auth.token-hour');
	await lab.getByRole('textbox', { name: CFG }).fill('[api_auth]\njwt_expiration_time = 3600\n');
	await lab.getByRole('button', { name: 'Apply' }).click();
	await expect(passes(lab)).toHaveCount(1);
	await lab.getByRole('button', { name: 'Log in', exact: true }).click();
	await expect(lab.getByRole('button', { name: 'Log in again' })).toBeVisible();
	await expect(passes(lab)).toHaveCount(2);
	await lab.getByTestId('operation').selectOption('GET /pools');
	await send(lab, 200);
	await expect(passes(lab)).toHaveCount(3);
});
