import { syllabus } from '#lessons/syllabus.ts';
import { controlled, expect, test } from './site.ts';

const PAGES = [
	...syllabus.filter(({ isReady }) => isReady).map(({ id }) => `course/${id}/`),
	...['', 'course/', 'course/done/', 'class/', 'exercise/', 'glossary/', 'search/?q=dag'],
	...['troubleshooting/', 'play/', 'server/']
];

test.describe('on a screen of 360 px', () => {
	test.use({ viewport: { width: 360, height: 800 } });

	test('no page scrolls sideways, whatever it holds', async ({ page, site }) => {
		await page.goto(`${site.url}ru/`);
		await controlled(page);
		for (const path of PAGES) {
			await page.goto(`${site.url}ru/${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
			for (const lab of await page.getByTestId('solution').all())
				await lab.locator('summary').click();
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			expect([path, wide]).toEqual([path, 360]);
		}
	});
});
