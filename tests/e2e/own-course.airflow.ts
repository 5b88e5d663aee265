import { expect, test } from '@playwright/test';
import { serveFolder, type Served } from '#bin/serve.ts';
import { logIn, openExercise } from './own-login.ts';
import { controlled } from './site.ts';

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
		version: '2.11.2',
		login: '-u admin:admin',
		pythonLogin: "auth=('admin', 'admin')",
		body: ''
	},
	v2: {
		url: process.env.AIRFLOW_V2_URL,
		version: '3.3.2',
		login: '-H "Authorization: Bearer $AIRFLOW_TOKEN"',
		pythonLogin: "headers={'Authorization': 'Bearer ' + os.environ['AIRFLOW_TOKEN']}",
		body: ', "description": "from the page"'
	}
} as const;

for (const api of ['v1', 'v2'] as const) {
	const { version, login, pythonLogin, body } = SERVERS[api];
	const url = SERVERS[api].url ?? '';

	test.beforeEach(() => {
		if (url === '')
			throw new Error(`AIRFLOW_${api.toUpperCase()}_URL is not set: run npm run test:airflow.`);
	});

	test(`the terminal reads from and writes to a real Airflow (${api})`, async ({ page }) => {
		await page.goto(`${site.url}en/play/`);
		await controlled(page);
		await logIn(page, api, url);
		await page.getByRole('link', { name: 'Terminal', exact: true }).click();
		const key = `page-terminal-${api}`;
		const root = `${url}/api/${api}`;
		const input = page.getByTestId('terminal-input');
		await input.fill(
			`curl -s ${login} ${root}/version | jq -r .version; ` +
				`curl -s ${login} --json '{"key": "${key}", "value": "1"${body}}' ${root}/variables | jq -r .key; ` +
				`curl -s ${login} -X DELETE -w '%{http_code}' ${root}/variables/${key}`
		);
		await input.press('Enter');
		await page.getByRole('button', { name: 'Send all until this run ends' }).click();
		const last = page.getByTestId('terminal-entry').last();
		await expect(last).toContainText('exit code 0');
		await expect(last.locator('[data-stream=out]')).toHaveText(`${version}\n${key}\n204`);
	});

	test(`a Python program reads from and writes to a real Airflow (${api})`, async ({ page }) => {
		await page.goto(`${site.url}en/play/`);
		await controlled(page);
		await logIn(page, api, url);
		await page.getByRole('link', { name: 'Python', exact: true }).click();
		const pad = page.locator('[data-python-pad]');
		const root = `${url}/api/${api}`;
		await pad.locator('.view-lines').click();
		await page.keyboard.press('Control+a');
		await page.keyboard.insertText(
			[
				'import os, requests',
				`print(requests.get('${root}/version').json()['version'])`,
				`login = dict(${pythonLogin})`,
				`pool = {'name': 'page_python', 'slots': 2}`,
				`print(requests.post('${root}/pools', json=pool, **login).json()['slots'])`,
				`print(requests.delete('${root}/pools/page_python', **login).status_code)`
			].join('\n')
		);
		await pad.getByRole('button', { name: /^▶/ }).click();
		const all = pad.getByRole('button', { name: 'Send all until this run ends' });
		await all.click({ timeout: 60_000 });
		await expect(pad.getByTestId('python-status')).toHaveText(/exit code 0/);
		await expect(pad.getByTestId('python-output')).toContainText(`${version}\n2\n204`);
	});
}

test('an exercise is done on a real Airflow', async ({ page, request }) => {
	const url = SERVERS.v2.url ?? '';
	const login = { data: { username: 'admin', password: 'admin' } };
	const answer = await request.post(`${url}/auth/token`, login);
	const { access_token: token } = (await answer.json()) as { access_token: string };
	// The name is the exercise's, and it is free but for an earlier try of this test.
	const run = `${url}/api/v2/dags/nightly_sales/dagRuns/moved-script`;
	const forget = () => request.delete(run, { headers: { authorization: `Bearer ${token}` } });
	await forget();
	await page.goto(`${site.url}en/play/`);
	await logIn(page, 'v2', url);
	const lab = await openExercise(page, '01-overview', 'overview.moved-script');
	await lab.getByRole('radio', { name: 'My Airflow' }).check();
	await expect(lab.getByTestId('own-airflow')).toContainText(`A real server, ${url}.`);
	await lab.locator('.monaco-editor [role=textbox], .monaco-editor textarea').first().focus();
	await page.keyboard.press('Control+A');
	await page.keyboard.press('Delete');
	await page.keyboard.type(
		'{"dag_run_id": "moved-script", "logical_date": null, "conf": {"region": "amer"}}'
	);
	await lab.getByRole('button', { name: 'Send', exact: true }).click();
	await lab.getByRole('alertdialog').getByRole('button').nth(1).click();
	await expect(lab.getByTestId('status')).toContainText('200');
	await expect(lab.getByText('Exercise solved.')).toBeVisible();
	expect((await forget()).status()).toBe(204);
});
