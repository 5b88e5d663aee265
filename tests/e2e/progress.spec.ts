import { readFile } from 'node:fs/promises';
import { controlled, expect, faults, test } from './site.ts';

const WORDS = {
	ru: {
		mark: 'Отметить урок пройденным',
		marked: 'Урок отмечен как пройденный.',
		note: 'Заметка для себя',
		save: 'Сохранить файл',
		load: 'Взять из файла',
		take: 'Добавить',
		name: 'Имя в файле',
		same: 'Всё из этого файла здесь уже есть.',
		files: 'Файлы прогресса'
	},
	en: {
		mark: 'Mark the lesson as done',
		marked: 'The lesson is marked as done.',
		note: 'A note for yourself',
		save: 'Save a file',
		load: 'Take from a file',
		take: 'Add them',
		name: 'The name in the file',
		same: 'All of this file is here already.',
		files: 'Progress files'
	}
} as const;

for (const lang of ['ru', 'en'] as const) {
	const words = WORDS[lang];

	test(`progress goes by file to another browser and to the instructor (${lang})`, async ({
		page,
		site,
		browser
	}) => {
		await page.goto(`${site.url}${lang}/course/01-overview/`);
		await controlled(page);
		await page.getByRole('button', { name: words.mark }).click();
		await expect(page.getByText(words.marked)).toBeVisible();
		await page.getByLabel(words.note).fill('my secret note');
		await page.getByLabel(words.note).blur();
		await page.reload();
		await expect(page.getByText(words.marked)).toBeVisible();
		await expect(page.getByLabel(words.note)).toHaveValue('my secret note');

		await page.goto(`${site.url}${lang}/course/`);
		await expect(page.getByTestId('progress')).toContainText('1');
		await page.getByLabel(words.name).fill('Ада');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: words.save }).click()
		]);
		const file = {
			name: 'windsock-progress.json',
			mimeType: 'application/json',
			buffer: await readFile(await download.path())
		};
		expect(file.buffer.toString()).not.toContain('my secret note');

		const elsewhere = await (await browser.newContext()).newPage();
		await elsewhere.goto(`${site.url}${lang}/course/`);
		await controlled(elsewhere);
		await elsewhere.getByLabel(words.load).setInputFiles(file);
		await elsewhere.getByRole('button', { name: words.take }).click();
		await expect(elsewhere.getByTestId('progress')).toContainText('1');
		await elsewhere.reload();
		await expect(elsewhere.getByTestId('progress')).toContainText('1');
		await elsewhere.getByLabel(words.load).setInputFiles(file);
		await expect(elsewhere.getByText(words.same)).toBeVisible();
		expect(await faults(elsewhere)).toEqual([]);

		await elsewhere.goto(`${site.url}${lang}/class/`);
		await controlled(elsewhere);
		await elsewhere
			.getByLabel(words.files)
			.setInputFiles([file, { ...file, name: 'broken.json', buffer: Buffer.from('{"format":') }]);
		await expect(elsewhere.getByRole('rowheader', { name: 'Ада' })).toBeVisible();
		await expect(elsewhere.getByText('broken.json')).toBeVisible();
		expect(await faults(elsewhere)).toEqual([]);
		await elsewhere.context().close();
	});
}

test('what is done is there to print', async ({ page, site }) => {
	await page.goto(`${site.url}en/course/02-endpoints/`);
	await controlled(page);
	await page.getByRole('button', { name: WORDS.en.mark }).click();
	await page.goto(`${site.url}en/course/done/`);
	await expect(page.getByText('Lessons done: 1 of 6.')).toBeVisible();
	await expect(page.getByText('marked by the learner')).toBeVisible();
	expect(await faults(page)).toEqual([]);
});
