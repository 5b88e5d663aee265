import { controlled, expect, faults, field, keptSetting, test } from './site.ts';

test('an exercise is solved in the other API, and the choice lasts', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/01-overview/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="overview.trigger-worked"]');
	const choice = page.getByRole('group', { name: /The first request, worked/ });
	const [v1, v2] = [choice.getByLabel('API v1'), choice.getByLabel('API v2')];
	await expect(v1).toBeChecked();
	await expect(lab.getByText('to Airflow 2.x')).toBeVisible();
	await field(lab, 'dag_id').fill('typed_in_v1');
	await v1.focus();
	await page.keyboard.press('ArrowRight');

	await expect(v2).toBeFocused();
	await expect(lab.getByText('to Airflow 3.x')).toBeVisible();
	await expect(field(lab, 'dag_id')).toHaveValue('hello_api');
	// Kept at once, though nobody waited after the last key.
	await expect
		.poll(() => keptSetting(page, 'draft:exercise:overview.trigger-worked'))
		.toContain('typed_in_v1');
	await lab.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(lab.getByTestId('checks').locator('li.passes')).toHaveCount(1);
	// The learner waits for the run; the simulator's clock goes on.
	await page.evaluate(async () => {
		const root = location.pathname.replace(/en\/course\/.*$/, '');
		await fetch(`${root}airflow/overview-trigger-worked-v2/_lab/advance`, {
			method: 'POST',
			body: JSON.stringify({ ms: 60_000 })
		});
	});
	await lab.getByTestId('operation').selectOption('GET /dags/{dag_id}/dagRuns/{dag_run_id}');
	await field(lab, 'dag_id').fill('hello_api');
	await field(lab, 'dag_run_id').fill('first-request');
	await lab.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(lab.getByText('Exercise solved')).toBeVisible();

	await page.reload();
	await expect(v2).toBeChecked();
	await expect(lab.getByText('to Airflow 3.x')).toBeVisible();
	await choice.getByText('API v1').click();
	// Solved in one is solved, and what was typed in the other is there.
	await expect(lab.getByText('Exercise solved')).toBeVisible();
	await expect(field(lab, 'dag_id')).toHaveValue('typed_in_v1');
	await expect(lab.getByTestId('checks').locator('li.passes')).toHaveCount(0);
	expect(await faults(page)).toEqual([]);
});

test('an exercise for one API offers no choice', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/01-overview/`);
	await controlled(page);
	const lab = page.locator('[data-exercise="overview.moved-script"]');
	await expect(lab.getByTestId('operation')).toBeVisible();

	await expect(page.getByRole('group', { name: /a script moved from v1 to v2/ })).toHaveCount(0);
	await expect(page.getByRole('group', { name: /API version of the exercise/ })).not.toHaveCount(0);
});
