import { controlled, expect, faults, test } from './site.ts';

test('a term of a lesson shows its meaning, by pointer and by keyboard, and leads to the glossary', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}ru/course/02-endpoints/`);
	await controlled(page);
	const term = page.locator('a.term').first();
	const card = page.getByRole('tooltip');
	await expect(card).toBeHidden();
	await term.hover();
	await expect(card).toBeVisible();
	expect(await faults(page)).toEqual([]);
	await page.mouse.move(0, 0);
	await expect(card).toBeHidden();

	await term.focus();
	await expect(card).toBeVisible();
	await expect(term).toHaveAttribute('aria-describedby', 'term-card');
	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();

	await term.click();
	await expect(page).toHaveURL(/\/ru\/glossary\/#/);
	await expect(page.locator('dl > div:target')).toBeVisible();
});

test('the glossary is filtered as one types (en)', async ({ page, site }) => {
	await page.goto(`${site.url}en/glossary/`);
	await controlled(page);
	await page.getByRole('searchbox').fill('auth man');
	await expect(page.locator('dt')).toHaveText(['auth manager', 'FAB']);
	await page.getByRole('searchbox').fill('zzz');
	await expect(page.getByText('The glossary has no such word.')).toBeVisible();
	expect(await faults(page)).toEqual([]);
});
