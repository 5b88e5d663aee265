import { controlled, expect, faults, test } from './site.ts';

const PAGES = [
	'',
	'play/?api=v2&op=get_dag_runs',
	'server/',
	'terminal/',
	'python/',
	'course/',
	'course/01-overview/',
	'troubleshooting/'
];

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1440, 390]) {
		test(`axe finds nothing on any page (${colorScheme}, ${width} px)`, async ({
			browser,
			site
		}) => {
			const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
			const page = await context.newPage();
			for (const lang of ['ru', 'en'] as const) {
				for (const path of PAGES) {
					await page.goto(`${site.url}${lang}/${path}`);
					await controlled(page);
					if (path.startsWith('play')) {
						await page.getByRole('radio').nth(2).check();
						await expect(page.locator('#base')).toBeVisible();
						await expect(page.locator('[data-snippet=curl]')).toBeVisible();
					}
					expect(await faults(page), `${lang}/${path}`).toEqual([]);
					const overflow = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(overflow, `${lang}/${path} scrolls sideways`).toBe(0);
				}
			}
			await context.close();
		});
	}
}

test('Tab leaves the editors as their hint says', async ({ page, site }) => {
	await page.goto(`${site.url}en/play/?api=v2&op=post_pool`);
	await controlled(page);
	const body = page.locator('section[aria-labelledby=body-title]');
	await expect(body.getByText('Ctrl+M')).toBeVisible();
	await body.locator('.view-lines').click();
	await page.keyboard.press('Control+m');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeFocused();
});
