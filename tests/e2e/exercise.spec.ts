import { encodeShared } from '#lib/request/link.ts';
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

test('a sequence of requests is composed of shared links, and walked offline', async ({
	page,
	site,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const draft = { path: {}, query: {}, headers: { authorization: 'Bearer hunter2' } };
	const list = await encodeShared({
		api: 'v2',
		draft: { ...draft, operation: 'GET /dags', query: { limit: ['3'] } }
	});
	const old = await encodeShared({ api: 'v1', draft: { ...draft, operation: 'GET /dags' } });
	await page.goto(`${site.url}en/exercise/`);
	await controlled(page);
	await page.getByLabel('Title, in English').fill('A look around');
	await page.getByLabel('Task, in English').fill('Send these one after the other.');
	const link = page.getByLabel('Link to a request');
	const add = page.getByRole('button', { name: 'Add a step' });
	await link.fill(`${site.url}en/`);
	await add.click();
	await expect(page.getByText('There is no request in this link.')).toBeVisible();
	await link.fill(`${site.url}en/play/#${old}`);
	await add.click();
	await expect(page.getByText('This request is for API v1')).toBeVisible();
	await link.fill(`${site.url}en/play/#${list}`);
	await add.click();
	await link.fill(
		`${site.url}en/play/#${await encodeShared({
			api: 'v2',
			draft: { ...draft, operation: 'GET /pools/{pool_name}', path: { pool_name: 'default_pool' } }
		})}`
	);
	await add.click();
	const steps = page.getByTestId('composed-steps').getByRole('listitem');
	await expect(steps).toContainText([/GET \/dags\?limit=3/, /GET \/pools\/default_pool/]);
	await page.getByRole('button', { name: 'Step 2: earlier' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Step 1: remove' })).toBeFocused();
	await expect(steps).toContainText([/GET \/pools\/default_pool/, /GET \/dags\?limit=3/]);
	await page.getByLabel('Words for step 1, in English').fill('How many slots are there?');
	await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
	await expect(page.getByText('Without goals the steps themselves are counted.')).toBeVisible();
	expect(await faults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Copy the link' }).click();
	const made = await page.evaluate(() => navigator.clipboard.readText());
	expect(made).toContain('/en/exercise/#x=2.');

	const learner = await context.newPage();
	await learner.goto(`${site.url}ru/`);
	await controlled(learner);
	await context.setOffline(true);
	await learner.goto(made.replace('/en/', '/ru/'));
	const walk = learner.getByTestId('walk').getByRole('listitem');
	await expect(walk).toContainText([/How many slots/, /GET \/dags\?limit=3/]);
	await walk.nth(0).getByRole('button').click();
	await expect(learner.getByTestId('status')).toHaveCount(0);
	await learner.getByRole('button', { name: 'Отправить' }).click();
	await expect(walk.nth(0)).toHaveClass(/done/);
	await expect(walk.nth(1)).not.toHaveClass(/done/);
	await walk.nth(1).getByRole('button').click();
	await learner.getByRole('button', { name: 'Отправить' }).click();
	await expect(learner.getByText('Упражнение выполнено.')).toBeVisible();
	expect(await faults(learner)).toEqual([]);
});
