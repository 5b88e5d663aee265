import { expect, test, type Page } from '@playwright/test';
import { serveFolder, type Served } from '#bin/serve.ts';
import { logIn } from './own-login.ts';
import { field, rawBody } from './site.ts';

/** The origin that the Airflows were told to let in. */
const PAGE_PORT = 4173;

let site: Served;
test.beforeAll(async () => {
	site = await serveFolder('build', { port: PAGE_PORT });
});
test.afterAll(() => site.close());

const SERVERS = {
	v1: {
		url: process.env.AIRFLOW_V1_URL,
		trigger: 'post_dag_run',
		clear: 'post_clear_task_instances'
	},
	v2: {
		url: process.env.AIRFLOW_V2_URL,
		trigger: 'trigger_dag_run',
		clear: 'post_clear_task_instances'
	}
} as const;

for (const api of ['v1', 'v2'] as const) {
	const { url, trigger, clear } = SERVERS[api];

	test(`the page works a real Airflow: log in, list, trigger, watch, clear (${api})`, async ({
		page
	}) => {
		if (url === undefined)
			throw new Error(`AIRFLOW_${api.toUpperCase()}_URL is not set: run npm run test:airflow.`);
		await page.goto(`${site.url}en/play/`);
		await logIn(page, api, url);
		if (api === 'v2') await expect(page.getByText(/The token is good until/)).toBeVisible();

		await open(page, 'get_dags');
		await send(page, 200);
		expect(await rawBody(page)).toContain('nightly_sales');

		const runId = `page-${api}-${Date.now()}`;
		await open(page, trigger);
		await field(page, 'dag_id').fill('nightly_sales');
		const body = page.locator('section[aria-labelledby=body-title]');
		await body.getByRole('button', { name: 'Form' }).click();
		await field(body, 'conf').fill('{"region": "apac"}');
		await field(body, 'dag_run_id').fill(runId);
		await send(page, 200);
		expect(JSON.parse(await rawBody(page))).toMatchObject({
			state: 'queued',
			conf: { region: 'apac' }
		});

		await open(page, 'get_dag_run');
		await field(page, 'dag_id').fill('nightly_sales');
		await field(page, 'dag_run_id').fill(runId);
		await expect(async () => {
			await send(page, 200);
			expect(JSON.parse(await rawBody(page))).toMatchObject({ state: 'success' });
		}).toPass({ timeout: 150_000, intervals: [2000] });

		await open(page, clear);
		await field(page, 'dag_id').fill('nightly_sales');
		await body.getByRole('button', { name: 'Form' }).click();
		await field(body, 'dag_run_id').fill(runId);
		await field(body, 'dry_run').selectOption('true');
		await field(body, 'only_failed').selectOption('false');
		await field(body, 'task_ids').fill('');
		if (api === 'v1') {
			// v1 takes a run or a window of dates, not both; its example shows the window.
			await field(body, 'start_date').fill('');
			await field(body, 'end_date').fill('');
		}
		await send(page, 200);
		expect(await cleared(page)).toHaveLength(5);
		await field(body, 'dry_run').selectOption('false');
		await field(body, 'reset_dag_runs').selectOption('true');
		await send(page, 200);
		expect(await cleared(page)).toHaveLength(5);

		await open(page, 'get_dag_run');
		await send(page, 200);
		expect(await rawBody(page)).toMatch(/"state": ?"(queued|running)"/);
		await expect(async () => {
			await send(page, 200);
			expect(JSON.parse(await rawBody(page))).toMatchObject({ state: 'success' });
		}).toPass({ timeout: 150_000, intervals: [2000] });
	});
}

test('a server that does not let the page in gets the mend for its version', async ({ page }) => {
	const { url } = SERVERS.v2;
	if (url === undefined) throw new Error('AIRFLOW_V2_URL is not set: run npm run test:airflow.');
	const stranger = await serveFolder('build', { port: 0 });
	try {
		await page.goto(`${stranger.url}en/play/?api=v2&op=get_dags`);
		await page.getByRole('radio', { name: 'My Airflow' }).check();
		await page.locator('#base').fill(url);
		await page.locator('#token').fill('x.y.z');
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		const trouble = page.getByRole('alert');
		await expect(trouble).toContainText('CORS');
		await expect(trouble).toContainText('access_control_allow_headers');
		await expect(trouble).toContainText(new URL(stranger.url).origin);
	} finally {
		await stranger.close();
	}
});

/** Opens an operation from the list, as a learner does: by a search. */
async function open(page: Page, operationId: string) {
	await page.keyboard.press('Control+k');
	await page.keyboard.type(operationId);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`op=${operationId}(&|$|#)`));
}

async function send(page: Page, status: number) {
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText(String(status));
}

async function cleared(page: Page): Promise<unknown[]> {
	return (JSON.parse(await rawBody(page)) as { task_instances: unknown[] }).task_instances;
}
