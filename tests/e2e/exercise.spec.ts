import { controlled, expect, faults, test } from './site.ts';

test('an exercise is composed without code, tried, and opens from its link offline', async ({
	page,
	site,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${site.url}ru/exercise/`);
	await controlled(page);
	await expect(page.getByText('Пока не хватает: Название')).toBeVisible();
	await page.getByLabel('Название, по-русски').fill('Пул для ETL');
	await page.getByLabel('Задание, по-русски').fill('Заведите пул etl на 4 слота.');
	await page.getByRole('combobox', { name: 'Цель 1' }).selectOption('pool');
	await page.getByLabel('name', { exact: true }).fill('etl');
	await page.getByLabel('slots').fill('4');
	await page.getByLabel('С какой операции начать').selectOption('POST /pools');
	await page.getByRole('button', { name: 'Добавить подсказку' }).click();
	await page.getByLabel('Подсказка 1, по-русски').fill('POST /pools');
	expect(await faults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Попробовать' }).click();
	await expect(page.getByTestId('checks')).toContainText('есть пул etl, слотов: 4');
	await page.getByRole('button', { name: 'Скопировать ссылку' }).click();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toContain('/ru/exercise/#x=1.');

	const learner = await context.newPage();
	await learner.goto(`${site.url}en/`);
	await controlled(learner);
	await context.setOffline(true);
	await learner.goto(link.replace('/ru/', '/en/'));
	await expect(learner.getByRole('heading', { name: 'Пул для ETL' })).toBeVisible();
	await expect(learner.getByTestId('checks')).toContainText('there is a pool etl with 4 slots');
	await learner.getByRole('button', { name: 'Send' }).click();
	await expect(learner.getByText('Exercise solved')).toBeVisible();
	expect(await faults(learner)).toEqual([]);
});

test('a damaged or hostile exercise is refused with a reason', async ({ page, site }) => {
	await page.goto(`${site.url}en/exercise/#x=1.AAAA`);
	await controlled(page);
	await expect(page.getByRole('alert')).toContainText('cut off');
	const hostile = {
		format: 'windsock-exercise',
		version: 1,
		api: 'v2',
		scenario: 'course',
		title: { ru: '', en: '<img src=x onerror=alert(1)>' },
		task: { ru: '', en: 'x' },
		hints: [],
		goals: [{ kind: 'pool', name: 'x' }],
		start: { operation: 'GET //evil.example/x' }
	};
	const upload = (value: unknown) =>
		page.getByLabel('Open a file').setInputFiles({
			name: 'x.json',
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(value))
		});
	await upload({ ...hostile, start: { operation: 'GET https://evil.example' } });
	await expect(page.getByRole('alert')).toContainText('start');
	await upload({ ...hostile, start: { operation: 'GET /dags' } });
	// Words stay words.
	await expect(page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
});
