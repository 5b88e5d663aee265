import type { Page } from '@playwright/test';
import { controlled, expect, faults, test } from './site.ts';

/** The learner types a script and presses Enter. */
async function enter(page: Page, script: string) {
	const field = page.getByTestId('terminal-input');
	await field.fill(script);
	await field.press('Enter');
}

const last = (page: Page) => page.getByTestId('terminal-entry').last();

test('a pipeline of curl and jq asks the simulator, and shows its output and its request', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	await enter(
		page,
		`curl -s -H "Authorization: Bearer $AIRFLOW_TOKEN" http://localhost:8080/api/v2/dags | jq -r '.dags[0].dag_id'`
	);

	await expect(last(page).locator('[data-stream=out]')).toHaveText('broken_export\n');
	await expect(last(page)).toContainText('exit code 0');
	await expect(last(page).getByTestId('python-requests')).toContainText('/api/v2/dags');
	await expect(page.getByTestId('terminal-status')).toHaveText('Exit code 0, lines of output: 1');
	expect(await faults(page)).toEqual([]);
});

test('variables, files and history last; files survive a reload', async ({ page, site }) => {
	await page.goto(`${site.url}ru/terminal/`);
	await controlled(page);
	await enter(page, 'x=5; echo kept > note.txt');
	await expect(last(page)).toContainText('код выхода 0');
	await enter(page, 'echo "$x"; cat note.txt; ls /nowhere');
	await expect(last(page).locator('[data-stream=out]')).toHaveText('5\nkept\n');
	await expect(last(page).locator('[data-stream=err]')).toContainText('No such file');
	await page.getByTestId('terminal-input').press('ArrowUp');
	await expect(page.getByTestId('terminal-input')).toHaveValue(/^echo "\$x"/);

	await page.reload();
	await enter(page, 'cat note.txt');
	await expect(last(page).locator('[data-stream=out]')).toHaveText('kept\n');
});

test('what is not whole goes on in the next line; Tab completes, Escape and Tab leave', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	const field = page.getByTestId('terminal-input');
	await field.fill('for i in 1 2');
	await field.press('Enter');
	await expect(field).toHaveValue('for i in 1 2\n');
	await field.pressSequentially('do echo "n$i"; done');
	await field.press('Enter');
	await expect(last(page).locator('[data-stream=out]')).toHaveText('n1\nn2\n');

	await field.fill('airflow dags unpa');
	await field.press('Tab');
	await expect(field).toHaveValue('airflow dags unpause ');
	await field.pressSequentially('p');
	await field.press('Tab');
	await expect(field).toHaveValue('airflow dags unpause paused_cleanup ');
	await field.press('Escape');
	await field.press('Tab');
	await expect(field).not.toBeFocused();
});

test('the button asks for the rest of what is not whole, as Enter does', async ({ page, site }) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	const field = page.getByTestId('terminal-input');
	const run = page.getByRole('button', { name: 'Run', exact: false }).last();
	for (const [begun, rest, says] of [
		["echo 'open", "quote'", 'open\nquote\n'],
		['cat <<END', 'in it\nEND', 'in it\n']
	] as const) {
		await field.fill(begun);
		await field.press('Home');
		await run.click();
		await expect(field).toHaveValue(`${begun}\n`);
		await expect(field).toBeFocused();
		await expect(page.getByText('The command is not finished')).toBeVisible();
		await page.keyboard.insertText(rest);
		await expect(page.getByText('The command is not finished')).toBeHidden();
		await run.click();
		await expect(last(page).locator('[data-stream=out]')).toHaveText(says);
	}
	expect(await faults(page)).toEqual([]);
});

for (const [name, script] of [
	['a loop that sleeps', 'while true; do sleep 1; done'],
	['a loop that burns', 'while true; do :; done']
] as const) {
	test(`Ctrl+C ends ${name} within 200 ms`, async ({ page, site }) => {
		await page.goto(`${site.url}en/terminal/`);
		await controlled(page);
		await enter(page, 'echo ready');
		await expect(last(page)).toContainText('exit code 0');
		await enter(page, script);
		await expect(last(page)).toContainText('Running');
		const tookMs = await page.evaluate(async () => {
			const entries = () => [...document.querySelectorAll('[data-testid=terminal-entry]')];
			const startMs = performance.now();
			const field = document.querySelector<HTMLElement>('[data-testid=terminal-input]');
			field?.dispatchEvent(
				new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true, cancelable: true })
			);
			while (!entries().at(-1)?.textContent?.includes('stopped'))
				await new Promise((done) => setTimeout(done, 2));
			return performance.now() - startMs;
		});

		expect(tookMs).toBeLessThan(200);
		await enter(page, 'echo again');
		await expect(last(page).locator('[data-stream=out]')).toHaveText('again\n');
	});
}

test('what takes too much is cut short and told', async ({ page, site }) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	for (const [script, says] of [
		['f() { f | f & }; f', 'call themselves without end'],
		['x=xxxxxxxxxxxxxxxx; while :; do x=$x$x; done', 'grew beyond 20 MB'],
		['for i in $(seq 1 3000); do echo x > "f$i"; done', 'holds 1000 files']
	] as const) {
		await enter(page, script);
		await expect(last(page)).toContainText(says, { timeout: 40_000 });
	}
	await enter(page, 'rm -f f*; ls | wc -l');
	await expect(last(page).locator('[data-stream=out]')).toHaveText(/^ *0\n$/);
});

test('ten megabytes of output do not freeze the page', async ({ page, site }) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	await page.evaluate(() => {
		const w = window as unknown as { longestMs: number };
		w.longestMs = 0;
		let before = performance.now();
		setInterval(() => {
			const now = performance.now();
			w.longestMs = Math.max(w.longestMs, now - before);
			before = now;
		}, 10);
	});
	await enter(
		page,
		'x=$(printf "a%.0s" {1..90000}); for i in $(seq 1 115); do echo "$x"; done; echo end'
	);
	await expect(last(page)).toContainText('exit code 0', { timeout: 60_000 });
	await expect(last(page)).toContainText('end');
	const longest = await page.evaluate(() => (window as unknown as { longestMs: number }).longestMs);

	expect(longest).toBeLessThan(1_000);
	const shown = await last(page).locator('[data-stream=out]').first().textContent();
	expect((shown ?? '').length).toBeLessThan(200_000);
});

test('text is text, whatever it looks like', async ({ page, site }) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	await enter(page, `echo '<img src=x onerror="document.title=1">'`);

	await expect(last(page).locator('[data-stream=out]')).toHaveText(/<img src=x/);
	expect(await page.locator('.entries img').count()).toBe(0);
});

test('airflow changes the world that the control room shows, with the server killed too', async ({
	page,
	site,
	context
}) => {
	await page.goto(`${site.url}en/terminal/`);
	await controlled(page);
	await enter(page, 'airflow pools set etl 3 "nightly jobs"');
	await expect(last(page).locator('[data-stream=out]')).toContainText('etl');
	await site.kill();
	await context.setOffline(true);
	await page.reload();
	await enter(
		page,
		'curl -s -H "Authorization: Bearer $AIRFLOW_TOKEN" localhost:8080/api/v2/pools/etl | jq .slots'
	);
	await expect(last(page).locator('[data-stream=out]')).toHaveText('3\n');
});
