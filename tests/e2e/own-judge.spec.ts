import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { serveWorld, type WorldServer } from '#bin/world-server.ts';
import { logIn, openExercise } from './own-login.ts';
import { expect, faults, test } from './site.ts';

let airflow: WorldServer;
let url: string;

const serve = (scenario: string) =>
	serveWorld({
		port: 0,
		host: 'localhost',
		api: 'v2',
		beginning: { scenario, seed: 3, timetable: 'trigger' },
		wallMs: () => Date.now(),
		wait: (ms) => new Promise((done) => setTimeout(done, ms))
	});
test.beforeEach(async () => {
	airflow = await serve('course');
	url = `http://localhost:${airflow.port}`;
});
test.afterEach(() => airflow.close());

test('an exercise is done on one’s own Airflow, which is asked before each write', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/play/`);
	await logIn(page, 'v2', url);
	const lab = await openExercise(page, '01-overview', 'overview.moved-script');
	await lab.getByRole('radio', { name: 'My Airflow' }).check();
	const mark = lab.getByTestId('own-airflow');
	await expect(mark).toContainText(`A real server, ${url}.`);
	await expect(lab.getByRole('button', { name: 'Start over' })).toHaveCount(0);

	await send(lab);
	const asked = lab.getByRole('alertdialog');
	await expect(asked).toContainText(`POST ${url}/api/v2/dags/nightly_sales/dagRuns`);
	await asked.getByRole('button').first().click();
	await expect(asked).toHaveCount(0);
	await expect(lab.getByTestId('status')).toHaveCount(0);

	// What the exercise gives lacks a field: the server says so, and the lab says what that means.
	await send(lab);
	await asked.getByRole('button').nth(1).click();
	await expect(lab.getByTestId('status')).toContainText('422');
	expect(await runsOf('nightly_sales')).not.toContain('moved-script');
	expect(await faults(page)).toEqual([]);

	await lab.locator('.monaco-editor [role=textbox], .monaco-editor textarea').first().focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.press('Delete');
	await page.keyboard.type(
		'{"dag_run_id": "moved-script", "logical_date": null, "conf": {"region": "amer"}}'
	);
	await send(lab);
	await asked.getByRole('button').nth(1).click();
	await expect(lab.getByTestId('status')).toContainText('200');
	await expect(lab.getByText('Exercise solved.')).toBeVisible();
	expect(await runsOf('nightly_sales')).toContain('moved-script');

	// Back in the simulator nothing of it is to be seen.
	await lab.getByRole('radio', { name: 'Simulator' }).check();
	await expect(lab.getByTestId('checks').locator('li.passes')).toHaveCount(0);
});

test('what is done beside the page counts, and names that are taken are told', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}ru/play/`);
	await logIn(page, 'v2', url);
	const lab = await openExercise(page, '01-overview', 'overview.moved-script');
	await lab.getByRole('radio', { name: 'Мой Airflow' }).check();
	await expect(lab.getByTestId('own-airflow')).toContainText(`Настоящий сервер ${url}.`);
	await trigger('nightly_sales', { dag_run_id: 'moved-script', logical_date: null });
	await send(lab);
	await lab.getByRole('alertdialog').getByRole('button').nth(1).click();

	await expect(lab.getByTestId('checks').locator('li.passes')).not.toHaveCount(0);
	await lab.getByRole('button', { name: 'Начать отсчёт заново' }).click();
	await expect(lab.getByTestId('own-airflow')).toContainText('moved-script');
	await expect(lab.getByTestId('checks').locator('li.passes')).toHaveCount(0);
});

test('a request of a lesson’s text goes to one’s own Airflow, marked and asked for', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/play/?api=v2&op=get_pools`);
	await logIn(page, 'v2', url);
	await openExercise(page, '01-overview', 'overview.moved-script');
	const block = page.locator('[data-block=http]', { hasText: 'POST /api/v2/dags/nightly_sales' });
	await block.getByRole('button', { name: 'Run it here' }).click();
	await expect(block.getByTestId('python-target')).toContainText(`My Airflow · ${url}`);
	const before = await runsOf('nightly_sales');

	await send(block);
	await block.getByRole('alertdialog').getByRole('button').first().click();
	await expect(block.getByRole('alertdialog')).toHaveCount(0);
	expect(await runsOf('nightly_sales')).toEqual(before);
	await send(block);
	await block.getByRole('alertdialog').getByRole('button').nth(1).click();
	await expect(block.getByTestId('status')).toContainText('200');
	expect(await runsOf('nightly_sales')).toHaveLength(before.length + 1);
	expect(await faults(page)).toEqual([]);

	// What lay on the playground is there as it was.
	await page.getByRole('link', { name: 'Playground', exact: true }).click();
	await expect(page.locator('#operation')).toContainText('List pools');
});

test('a server without the DAGs is given their file', async ({ page, site }) => {
	const bare = await serve('empty');
	try {
		await page.goto(`${site.url}en/play/`);
		await logIn(page, 'v2', `http://localhost:${bare.port}`);
		const lab = await openExercise(page, '01-overview', 'overview.moved-script');
		await lab.getByRole('radio', { name: 'My Airflow' }).check();
		await expect(lab.getByTestId('own-airflow')).toContainText('lacks these DAGs: nightly_sales');
		const saving = page.waitForEvent('download');
		await lab.getByRole('button', { name: 'Download windsock_course.py' }).click();
		const file = readFileSync(await (await saving).path(), 'utf8');
		expect(file).toContain('from airflow.sdk import DAG');
		expect(file).toContain('dag_id="nightly_sales"');
	} finally {
		await bare.close();
	}
});

test('an exercise that no other Airflow can judge says so', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/03-authentication/`);
	const lab = page.locator('[data-exercise="auth.token-hour"]');
	await expect(lab.getByTestId('only-here')).toContainText('In the simulator only:');
	await expect(lab.getByRole('radio', { name: 'My Airflow' })).toHaveCount(0);
});

test('a server that stops answering is not a bare failure', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/`);
	await logIn(page, 'v2', url);
	const lab = await openExercise(page, '01-overview', 'overview.moved-script');
	await airflow.close();
	await lab.getByRole('radio', { name: 'My Airflow' }).check();
	await expect(lab.getByTestId('own-airflow')).toContainText(`Nothing answers at ${url}`);
	await expect(lab.getByRole('button', { name: 'Look again' })).toBeVisible();
});

const send = (lab: Locator) => lab.getByRole('button', { name: /^(Send|Отправить)$/ }).click();

async function tokenHeaders(): Promise<Record<string, string>> {
	const type = { 'content-type': 'application/json' };
	const body = JSON.stringify({ username: 'admin', password: 'admin' });
	const answer = await fetch(`${url}/auth/token`, { method: 'POST', headers: type, body });
	const { access_token: token } = (await answer.json()) as { access_token: string };
	return { ...type, authorization: `Bearer ${token}` };
}

async function trigger(dagId: string, body: object) {
	const headers = await tokenHeaders();
	const path = `${url}/api/v2/dags/${dagId}/dagRuns`;
	const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
	expect(answer.status).toBe(200);
}

async function runsOf(dagId: string): Promise<string[]> {
	const headers = await tokenHeaders();
	const answer = await fetch(`${url}/api/v2/dags/${dagId}/dagRuns`, { headers });
	const { dag_runs: runs } = (await answer.json()) as { dag_runs: { dag_run_id: string }[] };
	return runs.map(({ dag_run_id: id }) => id);
}
