import type { Page } from '@playwright/test';
import { controlled, expect, faults, field, rawBody, test } from './site.ts';

const WORDS = {
	ru: { send: 'Отправить', done: 'решено 1 из 8', none: 'Пройдено: 0 из 6' },
	en: { send: 'Send', done: '1 of 8 solved', none: '0 of 6 done' }
} as const;

const firstLesson = (page: Page) => page.getByRole('listitem').filter({ hasText: '14.01' });

for (const lang of ['ru', 'en'] as const) {
	const { send, done, none } = WORDS[lang];

	test(`the first lesson checks itself and is remembered (${lang})`, async ({
		page,
		site,
		context
	}) => {
		await page.goto(`${site.url}${lang}/course/`);
		await controlled(page);
		await expect(page.getByTestId('progress')).toContainText(none);
		await page.getByRole('listitem').getByRole('link').first().click();

		const exercise = page.locator('[data-exercise="overview.trigger-with-conf"]');
		await field(exercise, 'dag_id').fill('nightly_sales');
		const body = exercise.locator('section[aria-labelledby^=body-title]');
		await body.getByRole('button', { name: /^(Форма|Form)$/ }).click();
		await field(body, 'conf').fill('{"region": "apac"}');
		await field(body, 'dag_run_id').fill('apac-now');
		await exercise.getByRole('button', { name: send, exact: true }).click();
		await expect(exercise.getByTestId('status')).toContainText('200');
		await expect(exercise.getByTestId('checks').locator('li.passes')).toHaveCount(1);

		await exercise.getByTestId('operation').selectOption('GET /dags/{dag_id}/dagRuns/{dag_run_id}');
		await field(exercise, 'dag_id').fill('nightly_sales');
		await field(exercise, 'dag_run_id').fill('apac-now');
		await expect(async () => {
			await exercise.getByRole('button', { name: send, exact: true }).click();
			expect(JSON.parse(await rawBody(exercise))).toMatchObject({ state: 'success' });
		}).toPass({ timeout: 50_000, intervals: [1500] });
		await expect(exercise.getByTestId('checks').locator('li.passes')).toHaveCount(3);
		expect(await faults(page)).toEqual([]);

		await page.goto(`${site.url}${lang}/course/`);
		await expect(firstLesson(page)).toContainText(done);
		await page.reload();
		await expect(firstLesson(page)).toContainText(done);
		const second = await context.newPage();
		await second.goto(`${site.url}${lang}/course/`);
		await expect(firstLesson(second)).toContainText(done);
		expect(await faults(second)).toEqual([]);
	});
}

test('the lesson reads with JavaScript off', async ({ browser, site }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${site.url}ru/course/01-overview/`);
	await expect(page.getByRole('heading', { name: 'Четыре запроса на каждый день' })).toBeVisible();
	await expect(page.getByText('POST /api/v2/dags/nightly_sales/dagRuns').first()).toBeVisible();
	await context.close();
});
