import { expect, type Page } from '@playwright/test';

/** On the playground: aims at an Airflow of one's own and logs in as admin. */
export async function logIn(page: Page, api: 'v1' | 'v2', url: string): Promise<void> {
	// The radio is there before the script that listens to it.
	await expect(async () => {
		await page.getByRole('radio').nth(2).check();
		await expect(page.locator('#base')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await page.locator('#base').fill(url);
	await page.locator('#api').selectOption(api);
	await page.locator('#username').fill('admin');
	await page.locator('#password').fill('admin');
	if (api === 'v1') return;
	await page.getByRole('button', { name: /^(Log in|Войти)$/ }).click();
	await expect(page.getByText(/Logged in; the token is here\.|Вход выполнен/)).toBeVisible();
}

/** Opens an exercise by links, since a login lives in memory. */
export async function openExercise(page: Page, lesson: string, id: string) {
	await page.getByRole('navigation').first().getByRole('link').first().click();
	await page.locator(`a[href*="${lesson}"]`).first().click();
	return page.locator(`[data-exercise="${id}"]`);
}
