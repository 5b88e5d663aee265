import { expect, test } from 'vitest';
import { createSiteSearch, type SearchEntry } from './site-search.ts';

const entry = (title: string, text: string, names = ''): SearchEntry => ({
	kind: 'lesson',
	title,
	text,
	href: title,
	names
});
const LONG = `${'Слова ни о чём и ещё слова. '.repeat(30)}Здесь говорится про идемпотентность запроса. ${'И снова слова. '.repeat(30)}`;
const search = createSiteSearch([
	entry('Состояние запуска', 'У запуска четыре состояния: queued, running, success, failed.'),
	entry('Подключения', 'Пароли подключений не показываются.', 'get_connections'),
	entry('Clearing', 'What was triggered twice is cleared once.', 'post_clear_task_instances'),
	entry('Повтор', LONG)
]);
const titles = (query: string) => search(query).map(({ title }) => title);

test.each<[string, string]>([
	['запуски', 'Состояние запуска'],
	['запуском', 'Состояние запуска'],
	['состояниях', 'Состояние запуска'],
	['подключение', 'Подключения'],
	['пароль', 'Подключения'],
	['clear', 'Clearing'],
	['triggering', 'Clearing'],
	['connection', 'Подключения'],
	['postClear', 'Clearing'],
	['подклчение', 'Подключения'],
	['все идемпотентности', 'Повтор']
])('«%s» finds «%s» first', (query, title) => {
	expect(titles(query)[0]).toBe(title);
});

test.each(['', '   ', 'абракадабра', '((('])('«%s» finds nothing', (query) => {
	expect(titles(query)).toEqual([]);
});

test('the excerpt shows the place, cut at words', () => {
	const [found] = search('идемпотентность');
	expect(found?.excerpt).toContain('идемпотентность запроса');
	expect(found?.excerpt.length).toBeLessThan(170);
	expect(found?.excerpt).toMatch(/^…\S.*\S…$/);
});

test('an endless query is cut and answered', () => {
	expect(titles('запуск '.repeat(100_000))[0]).toBe('Состояние запуска');
});
