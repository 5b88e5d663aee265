import { controlled, expect, faults, field, rawBody, test } from './site.ts';

const LANGUAGES = {
	ru: { send: 'Отправить', operations: 'Операции', simulator: 'Симулятор 2.11.2 · v1' },
	en: { send: 'Send', operations: 'Operations', simulator: 'Simulator 2.11.2 · v1' }
} as const;

for (const lang of ['ru', 'en'] as const) {
	const words = LANGUAGES[lang];

	test(`finds, fills, sends and takes away a request (${lang})`, async ({ page, site }) => {
		await page.goto(`${site.url}${lang}/play/`);
		await controlled(page);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);

		await page.keyboard.press('Control+k');
		await page.keyboard.type('triger dag run');
		await page
			.getByRole('navigation', { name: words.operations })
			.getByRole('link', { name: /POST.*\/dags\/\{dag_id\}\/dagRuns$/ })
			.click();
		await expect(page).toHaveURL(/api=v2&op=trigger_dag_run/);

		await field(page, 'dag_id').fill('hello_api');
		await page.getByRole('button', { name: words.send, exact: true }).click();
		await expect(page.getByTestId('status')).toContainText('200');
		expect(JSON.parse(await rawBody(page))).toMatchObject({ dag_id: 'hello_api', state: 'queued' });

		await expect(page.locator('[data-snippet=curl]')).toContainText(
			'/api/v2/dags/hello_api/dagRuns'
		);
		const language = page.getByTestId('code-target');
		await language.selectOption('python-requests');
		await expect(page.locator('[data-snippet=python-requests]')).toContainText('requests.post(');
		await page.reload();
		await expect(language).toHaveValue('python-requests');
		expect(await faults(page)).toEqual([]);
	});

	test(`watches a run to its success on v1 (${lang})`, async ({ page, site }) => {
		await page.goto(`${site.url}${lang}/play/?api=v1&op=post_dag_run`);
		await controlled(page);
		await expect(page.getByRole('radio', { name: words.simulator })).toBeChecked();
		await field(page, 'dag_id').fill('hello_api');
		await page.getByRole('button', { name: words.send, exact: true }).click();
		await expect(page.getByTestId('status')).toContainText('200');
		const run = JSON.parse(await rawBody(page)) as { dag_run_id: string };

		await page.goto(`${site.url}${lang}/play/?api=v1&op=get_dag_run`);
		await field(page, 'dag_id').fill('hello_api');
		await field(page, 'dag_run_id').fill(run.dag_run_id);
		await expect(async () => {
			await page.getByRole('button', { name: words.send, exact: true }).click();
			await expect(page.getByTestId('status')).toContainText('200');
			expect(JSON.parse(await rawBody(page))).toMatchObject({ state: 'success' });
		}).toPass({ timeout: 40_000, intervals: [1000] });
	});
}

test('sends with Ctrl+Enter and names what is missing', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=get_dag`);
	await controlled(page);
	await expect(page.getByText('Fill in first: dag_id')).toBeVisible();
	await field(page, 'dag_id').fill('no_such_dag');
	await field(page, 'dag_id').press('Control+Enter');
	await expect(page.getByTestId('status')).toContainText('404');
	expect(await rawBody(page)).toContain('no_such_dag');
});

test('the body in Monaco and its form stay in step', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=post_pool`);
	await controlled(page);
	const body = page.locator('section[aria-labelledby=body-title]');
	await expect(body.locator('.monaco-editor').first()).toBeVisible();
	await body.getByRole('button', { name: 'Form' }).click();
	await field(body, 'name').fill('from_form');
	await field(body, 'slots').fill('7');
	await body.getByRole('button', { name: 'JSON' }).click();
	await expect(body.locator('.view-lines')).toContainText('from_form');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText('201');
	expect(JSON.parse(await rawBody(page))).toMatchObject({ name: 'from_form', slots: 7 });
});

test('the body editor knows the operation: completion, hover, errors', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=post_pool`);
	await controlled(page);
	const body = page.locator('section[aria-labelledby=body-title]');
	const lines = body.locator('.view-lines');
	await lines.click();
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText('{"name": "etl", "slots": "four"}');
	await expect(body.locator('.squiggly-warning, .squiggly-error').first()).toBeVisible();

	await lines.getByText('slots').hover();
	await expect(page.getByText('How many slots the pool has').first()).toBeVisible();

	await lines.click();
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText('{\n\n}');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Control+Space');
	await expect(body.locator('.suggest-widget')).toContainText('include_deferred');
});

test('a viewer may look and not touch', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=post_pool`);
	await controlled(page);
	await page.getByLabel('as', { exact: true }).selectOption('viewer');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText('403');
});

test('a link opens a filled request and sends nothing', async ({ page, site, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${site.url}en/play/?api=v2&op=get_dag`);
	await controlled(page);
	await field(page, 'dag_id').fill('nightly_sales');
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('button', { name: /^Copy ?: Link$/ }).click();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toContain('#try=2&api=v2&op=GET/dags/:dag_id&p.dag_id=nightly_sales');

	const paths: string[] = [];
	const other = await context.newPage();
	other.on('request', (request) => paths.push(new URL(request.url()).pathname));
	await other.goto(link);
	await expect(field(other, 'dag_id')).toHaveValue('nightly_sales');
	await expect(other.getByText('Nothing has been sent')).toBeVisible();
	expect(paths.filter((path) => path.includes('/airflow/'))).toEqual([]);
});

test('a specification named in a link is asked about, never loaded', async ({ page, site }) => {
	const urls: string[] = [];
	page.on('request', (request) => urls.push(request.url()));
	const evil = encodeURIComponent('http://evil.example/openapi.json');
	await page.goto(`${site.url}en/play/?spec=${evil}`);
	await expect(page.getByRole('alertdialog')).toContainText('evil.example');
	await page.getByRole('button', { name: 'Do not load' }).click();
	await expect(page.getByRole('alertdialog')).toBeHidden();
	expect(urls.filter((url) => new URL(url).host === 'evil.example')).toEqual([]);
});

test('a pasted specification loads; a broken one names its line', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/`);
	await page.getByText('Another specification').click();
	const box = page.getByLabel('Or paste the text');
	await box.fill('openapi: 3.0.3\npaths:\n  - a\n b: c');
	await page.getByRole('button', { name: 'Read it' }).click();
	await expect(page.getByText(/Line 4/)).toBeVisible();

	const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', nullable: true } };
	const get = { operationId: 'get_thing', parameters: [id], responses: {} };
	const info = { title: 'Tiny', version: '7' };
	await box.fill(JSON.stringify({ openapi: '3.1.0', info, paths: { '/things/{id}': { get } } }));
	await page.getByRole('button', { name: 'Read it' }).click();
	await expect(page.getByText('Showing “Tiny” 7: 1 operations.')).toBeVisible();
	await expect(field(page, 'id')).toBeVisible();
});

test('the history reopens a request as it was', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=get_dag`);
	await controlled(page);
	await field(page, 'dag_id').fill('hello_api');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText('200');
	await field(page, 'dag_id').fill('long_backup');
	await page.getByRole('button', { name: /\/api\/v2\/dags\/hello_api/ }).click();
	await expect(field(page, 'dag_id')).toHaveValue('hello_api');
	await page.getByRole('button', { name: 'Forget' }).click();
	await expect(page.getByText('Nothing sent yet.')).toBeVisible();
});

test('a link made by a stranger runs nothing and breaks nothing', async ({ page, site }) => {
	const hostile = {
		v: 1,
		api: 'v2',
		operation: 'GET /dags/{dag_id}',
		path: { dag_id: '<img src=x onerror="document.title=1">' },
		query: {},
		headers: { accept: 'a\r\nX-Evil: 1', Authorization: 'Bearer stolen' }
	};
	const fragment = Buffer.from(JSON.stringify(hostile)).toString('base64url');
	await page.goto(`${site.url}en/play/#r=${fragment}`);
	await controlled(page);
	await expect(field(page, 'dag_id')).toHaveValue(hostile.path.dag_id);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('HTTP cannot carry the header “accept”');
	expect(await page.title()).toContain('Windsock');

	for (const broken of ['#r=AAAA', '#r=eyJ2IjoxLCJhcGkiOiJ2MiJ9', `#r=${fragment.slice(0, 50)}`]) {
		await page.goto(`${site.url}en/play/${broken}`);
		await expect(page.getByText('The link is damaged')).toBeVisible();
	}
	await page.goto(`${site.url}en/play/?op=${encodeURIComponent('<b>no</b>')}`);
	await expect(page.getByText('has no operation “<b>no</b>”')).toBeVisible();
});

test.describe('without a service worker', () => {
	test.use({ serviceWorkers: 'block' });

	test('the page answers for the simulator itself', async ({ page, site }) => {
		await page.goto(`${site.url}en/play/?api=v2&op=post_variable`);
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByTestId('status')).toContainText('201');
		const { key } = JSON.parse(await rawBody(page)) as { key: string };
		await page.goto(`${site.url}en/play/?api=v1&op=get_variables`);
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(page.getByTestId('status')).toContainText('200');
		expect(await rawBody(page)).toContain(key);
	});
});
