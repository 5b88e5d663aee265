import type { Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { controlled, expect, test, type Site } from './site.ts';

/** Opens the control room with its time standing still. */
async function enter(page: Page, site: Site, query = '') {
	await page.goto(`${site.url}en/server/${query}`);
	await controlled(page);
	await page.getByRole('radio', { name: 'Pause' }).check();
	await expect(page.getByTestId('now')).toBeVisible();
}

/** A request of v1 as admin to the page's world, sent by the page itself. */
function ask(page: Page, method: string, path: string, body?: unknown) {
	return page.evaluate(
		async ({ method, path, body }) => {
			const base = location.pathname.replace(/(ru|en)\/.*$/, 'airflow/main');
			try {
				const response = await fetch(`${base}/api/v1${path}`, {
					method,
					headers: {
						authorization: `Basic ${btoa('admin:admin')}`,
						...(body === undefined ? {} : { 'content-type': 'application/json' })
					},
					...(body === undefined ? {} : { body: JSON.stringify(body) })
				});
				const retryAfter = response.headers.get('retry-after');
				return { status: response.status, retryAfter, text: await response.text() };
			} catch (error) {
				return { status: 0, retryAfter: null, text: String(error) };
			}
		},
		{ method, path, body }
	);
}

const trigger = (page: Page, dagId: string, runId: string) =>
	ask(page, 'POST', `/dags/${dagId}/dagRuns`, { dag_run_id: runId });
const nowMs = async (page: Page) =>
	Date.parse((await page.getByTestId('now').getAttribute('datetime')) ?? '');
const runOf = (page: Page, runId: string) =>
	page.getByRole('button', { name: new RegExp(`^Run ${runId}:`) });

test('time stands, jumps, and steps from event to event', async ({ page, site }) => {
	await enter(page, site);
	const before = await nowMs(page);
	await page.getByRole('button', { name: '+1 hour' }).click();
	await expect.poll(async () => (await nowMs(page)) - before).toBe(3_600_000);

	await trigger(page, 'hello_api', 'mine');
	await expect(runOf(page, 'mine')).toHaveAccessibleName('Run mine: queued');
	for (let steps = 0; steps < 9; steps++) {
		if ((await runOf(page, 'mine').getAttribute('aria-label'))?.endsWith('running')) break;
		const then = await nowMs(page);
		await page.getByRole('button', { name: 'To the next event' }).click();
		await expect.poll(() => nowMs(page)).toBeGreaterThan(then);
	}
	await expect(runOf(page, 'mine')).toHaveAccessibleName('Run mine: running');
	await page.getByRole('button', { name: '+1 minute' }).click();
	await expect(runOf(page, 'mine')).toHaveAccessibleName('Run mine: success');
});

test('a run is shown with its tasks, how long they worked, and its graph', async ({
	page,
	site
}) => {
	await enter(page, site);
	await trigger(page, 'nightly_sales', 'mine');
	await page.getByRole('button', { name: '+1 minute' }).click();
	await runOf(page, 'mine').click();

	const rows = page.getByRole('table').first().getByRole('row');
	await expect(rows).toHaveCount(6);
	await expect(rows.nth(1)).toContainText('success');
	await expect(page.getByRole('img', { name: /transform → load_warehouse/ })).toBeVisible();
});

test('the latest change is undone, also after a reload', async ({ page, site }) => {
	await enter(page, site);
	await trigger(page, 'hello_api', 'first');
	await trigger(page, 'hello_api', 'second');
	await page.reload();
	await page.getByRole('button', { name: /^Undo: POST/ }).click();

	await expect(runOf(page, 'second')).toHaveCount(0);
	await expect(runOf(page, 'first')).toBeVisible();
	expect((await ask(page, 'GET', '/dags/hello_api/dagRuns/second')).status).toBe(404);
});

test('the past can be looked at, and lived on from', async ({ page, site }) => {
	await enter(page, site);
	await trigger(page, 'hello_api', 'first');
	await page.getByRole('button', { name: '+1 hour' }).click();
	await trigger(page, 'hello_api', 'second');
	await expect(runOf(page, 'second')).toBeVisible();

	await page.getByLabel('Look back').fill(String((await nowMs(page)) - 1_800_000));
	await expect(page.getByText('This is the past')).toBeVisible();
	await expect(runOf(page, 'second')).toHaveCount(0);
	await page.getByRole('button', { name: /^Go on from here/ }).click();
	await expect(page.getByText('This is the past')).toHaveCount(0);
	expect((await ask(page, 'GET', '/dags/hello_api/dagRuns/second')).status).toBe(404);
	expect((await ask(page, 'GET', '/dags/hello_api/dagRuns/first')).status).toBe(200);
});

test('faults strike as often as they were asked to', async ({ page, site }) => {
	await enter(page, site);
	await page.getByLabel('What happens').selectOption('503');
	await page.getByLabel('How often').selectOption({ label: 'once' });
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByText('1 to go')).toBeVisible();

	expect(await ask(page, 'GET', '/dags')).toMatchObject({ status: 503, retryAfter: '5' });
	expect((await ask(page, 'GET', '/dags')).status).toBe(200);
	await expect(page.getByText('Nothing is broken.')).toBeVisible();
});

test('a broken connection fails as a real one does', async ({ page, site }) => {
	await enter(page, site);
	await page.getByLabel('What happens').selectOption('drop');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByText('1 to go')).toBeVisible();

	expect(await ask(page, 'GET', '/dags')).toMatchObject({
		status: 0,
		text: 'TypeError: Failed to fetch'
	});
});

test('while the scheduler is down, runs stay queued and health tells', async ({ page, site }) => {
	await enter(page, site);
	await page.getByLabel('The scheduler is down').check();
	await trigger(page, 'hello_api', 'mine');
	await page.getByRole('button', { name: '+1 minute' }).click();
	await expect(runOf(page, 'mine')).toHaveAccessibleName('Run mine: queued');
	expect((await ask(page, 'GET', '/health')).text).toContain('unhealthy');

	await page.getByLabel('The scheduler is down').uncheck();
	await page.getByRole('button', { name: '+1 minute' }).click();
	await expect(runOf(page, 'mine')).toHaveAccessibleName('Run mine: success');
});

test('airflow.cfg rules, and what is typed is not lost', async ({ page, site }) => {
	await enter(page, site);
	await page.getByLabel('Changes to airflow.cfg').fill('[api]\nmaximum_page_limit = 2\n');
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
	const { text } = await ask(page, 'GET', '/dags?limit=50');
	expect((JSON.parse(text) as { dags: unknown[] }).dags).toHaveLength(2);

	await page.reload();
	await expect(page.getByLabel('Changes to airflow.cfg')).toHaveValue(/maximum_page_limit = 2/);
});

test('a page that airflow.cfg does not let in fails as it would at a real server', async ({
	page,
	site
}) => {
	await enter(page, site);
	const cfg = page.getByLabel('Changes to airflow.cfg');
	await cfg.fill('[api]\naccess_control_allow_origins = https://elsewhere.example\n');
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
	expect(await ask(page, 'GET', '/pools')).toMatchObject({
		status: 0,
		text: 'TypeError: Failed to fetch'
	});
	await page.goto(`${site.url}en/play/?api=v2&op=get_pools`);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByText('does not let this page read the answer (CORS)')).toBeVisible();

	await enter(page, site);
	await cfg.fill(
		`[api]\naccess_control_allow_origins = ${new URL(site.url).origin}\naccess_control_allow_methods = GET\naccess_control_allow_headers = authorization\n`
	);
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
	expect((await ask(page, 'GET', '/pools')).status).toBe(200);
	expect((await ask(page, 'DELETE', '/pools/nothing')).status).toBe(0);
});

test('a request of the log is sent again as the same user', async ({ page, site }) => {
	await enter(page, site);
	await ask(page, 'POST', '/pools', { name: 'etl', slots: 1 });
	await ask(page, 'DELETE', '/pools/etl');
	await page.getByRole('button', { name: 'Again: POST /api/v1/pools' }).click();

	await expect(page.getByRole('button', { name: 'Again: POST /api/v1/pools' })).toHaveCount(2);
	expect((await ask(page, 'GET', '/pools/etl')).status).toBe(200);
});

test('a world goes into a file and comes back, and a bad file changes nothing', async ({
	page,
	site
}, info) => {
	await enter(page, site);
	await trigger(page, 'hello_api', 'mine');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save the world as a file' }).click()
	]);
	const saved = await download.path();
	await page.getByRole('button', { name: 'Start over' }).click();
	await expect(runOf(page, 'mine')).toHaveCount(0);

	const bad = info.outputPath('bad.json');
	writeFileSync(bad, readFileSync(saved, 'utf8').replace('"hello_api', '"'));
	writeFileSync(bad, '{"windsock":"world","version":1}');
	await page.getByLabel('Open a world from a file').setInputFiles(bad);
	await expect(page.getByText('This is no Windsock world: birth')).toBeVisible();
	await page.getByLabel('Open a world from a file').setInputFiles(saved);
	await expect(runOf(page, 'mine')).toBeVisible();
});

test('a link offers its world and does nothing until it is accepted', async ({
	page,
	site,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await enter(page, site);
	await trigger(page, 'hello_api', 'mine');
	await page.getByRole('button', { name: 'Link to this world' }).click();
	await expect(page.getByText('Link copied')).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	await page.getByRole('button', { name: 'Start over' }).click();
	await expect(runOf(page, 'mine')).toHaveCount(0);

	const other = await context.newPage();
	await other.goto(link);
	await expect(other.getByText('offers another world')).toBeVisible();
	await expect(runOf(other, 'mine')).toHaveCount(0);
	await other.getByRole('button', { name: 'Open that world' }).click();
	await expect(runOf(other, 'mine')).toBeVisible();
	expect((await ask(page, 'GET', '/dags/hello_api/dagRuns/mine')).status).toBe(200);
});
