import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const LESSONS = readdirSync('src/lessons').filter((name) => /^\d\d-/.test(name));

/** The mean length of the text's full lines, in characters. */
const lineLength = (page: Page) =>
	page.evaluate(() => {
		const lengths: number[] = [];
		for (const paragraph of document.querySelectorAll('.prose p')) {
			const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
			const lines: number[] = [];
			let middle = -Infinity;
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				for (let at = 0; at < (node.textContent ?? '').length; at++) {
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + 1);
					const { top, bottom } = range.getBoundingClientRect();
					const isNext = (top + bottom) / 2 > middle + 10;
					if (isNext) middle = (top + bottom) / 2;
					if (isNext) lines.push(0);
					lines[lines.length - 1]! += 1;
				}
			}
			// The last line of a paragraph ends where the words do.
			lengths.push(...lines.slice(0, -1));
		}
		return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
	});

for (const language of ['ru', 'en']) {
	for (const lesson of LESSONS) {
		test(`a line of ${lesson} holds 60 to 75 characters (${language})`, async ({ page, site }) => {
			await page.goto(`${site.url}${language}/course/${lesson}/`);
			const length = await lineLength(page);
			expect(length).toBeGreaterThanOrEqual(60);
			expect(length).toBeLessThanOrEqual(75);
		});
	}
}

test.describe('on a phone of 360 px', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	for (const lesson of LESSONS) {
		test(`${lesson} does not scroll sideways`, async ({ page, site }) => {
			for (const language of ['ru', 'en']) {
				await page.goto(`${site.url}${language}/course/${lesson}/`);
				await expect(page.getByTestId('operation').first()).toBeVisible();
				const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				expect(await beyond()).toBeLessThanOrEqual(0);
			}
		});
	}
});
