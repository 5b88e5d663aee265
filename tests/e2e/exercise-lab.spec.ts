import { controlled, expect, faults, field, keptSetting, test } from './site.ts';

test('what was typed comes back after a reload, unsent; reset forgets it', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/course/02-endpoints/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="endpoints.widen-pool"]');
	await field(lab, 'pool_name').fill('half_typed');
	// Kept a moment after the last key.
	await expect
		.poll(() => keptSetting(page, 'draft:exercise:endpoints.widen-pool'))
		.toContain('half_typed');

	await page.reload();
	await expect(field(lab, 'pool_name')).toHaveValue('half_typed');
	await expect(lab.getByText('The server’s answer will appear here')).toBeVisible();
});

test('the latest change is taken back, and it is said which', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/01-overview/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="overview.trigger-worked"]');
	await lab.getByRole('button', { name: 'Undo the last change' }).click();
	await expect(lab.getByText('There is nothing to undo.')).toBeVisible();
	await lab.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(lab.getByTestId('checks').locator('li.passes')).not.toHaveCount(0);
	await lab.getByRole('button', { name: 'Undo the last change' }).click();

	await expect(lab.getByText(/Undone: POST \/api\/v1\/dags\/.*\/dagRuns/)).toBeVisible();
	await expect(lab.getByTestId('checks').locator('li.passes')).toHaveCount(0);
});

test('the last request stands beside what is expected', async ({ page, site }) => {
	await page.goto(`${site.url}ru/course/01-overview/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="overview.moved-script"]');
	await expect(lab.getByTestId('compare')).toHaveCount(0);
	await lab.getByRole('button', { name: 'Отправить', exact: true }).click();
	await lab.getByText('Сравнить последний запрос с ожидаемым').click();

	const row = lab.getByTestId('compare').getByRole('row', { name: /body\.logical_date/ });
	await expect(row.getByRole('cell')).toHaveText(['—', 'null']);
	expect(await faults(page)).toEqual([]);
});

test('it is told why a step is not there yet, until it is mended', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/03-authentication/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="auth.basic-off"]');
	const why = lab.getByTestId('why').getByRole('listitem');
	await expect(lab.getByTestId('checks')).toBeVisible();
	await expect(why).toHaveCount(0);
	await lab.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(why).toHaveText([/got 403 as from nobody: this server reads no names/]);
	expect(await faults(page)).toEqual([]);

	await lab
		.getByRole('textbox', { name: /airflow\.cfg/ })
		.fill(
			'[api]\nauth_backends = airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session\n'
		);
	await lab.getByRole('button', { name: 'Apply' }).click();
	await lab.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(lab.getByText('Exercise solved.')).toBeVisible();
	await expect(why).toHaveCount(0);
});

test('what is done in the terminal counts in the exercise', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/05-cli/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="cli.variable-set"]');
	const first = lab.getByTestId('checks').locator('li').first();
	await expect(first).not.toHaveClass(/passes/);
	await lab.locator('summary', { hasText: 'The same request as curl' }).click();
	await lab.getByTestId('code-target').selectOption('curl');
	await lab.getByRole('button', { name: 'Run in the terminal' }).click();
	const input = lab.getByTestId('terminal-input');
	await input.fill(`airflow variables set alert_channel '#data-oncall'`);
	await input.press('Enter');
	await expect(lab.getByTestId('terminal-entry').last()).toContainText('exit code 0');

	await expect(first).toHaveClass(/passes/);
});

test('an exercise says by what it is solved, and its solution names the learner’s own run', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/course/02-endpoints/`);
	await controlled(page);
	const log = page.locator('[data-exercise="endpoints.read-log"]');
	await expect(
		log.getByText('Ways to solve it: the form, curl, Python', { exact: true })
	).toBeVisible();
	const run = await page.evaluate(() => new Date(Date.now() - 7.75 * 3_600_000).toISOString());
	const night = new Date(Date.parse(run.slice(0, 10)) - 86_400_000).toISOString().slice(0, 10);
	await log.getByText('Show a solution').click();
	await expect(log.getByTestId('solution')).toContainText(`scheduled__${night}T01:10:00+00:00`);

	const pool = page.locator('[data-exercise="endpoints.widen-pool"]');
	await expect(pool.getByText('the form, curl, Python, airflow')).toBeVisible();
	await pool.getByText('Show a solution').click();
	await expect(pool.getByText('The same in the terminal, by airflow')).toBeVisible();
	await expect(pool.getByText('airflow pools set warehouse 16')).toBeVisible();
	expect(await faults(page)).toEqual([]);
});
