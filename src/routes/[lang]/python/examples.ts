import type { InBoth, Language } from '#lib/course/lesson.ts';

export interface Example {
	/** Name of its file: `1-session`. */
	id: string;
	title: InBoth;
}

export const examples: readonly Example[] = [
	{ id: '1-session', title: { ru: 'Сессия и вход', en: 'A session and a login' } },
	{ id: '2-trigger-and-wait', title: { ru: 'Запустить и дождаться', en: 'Trigger and wait' } },
	{ id: '3-pages', title: { ru: 'Все страницы списка', en: 'Every page of a list' } },
	{ id: '4-trigger-once', title: { ru: 'Запустить ровно один раз', en: 'Trigger exactly once' } },
	{ id: '5-retries', title: { ru: 'Повторы при сбоях', en: 'Retries' } },
	{ id: '6-errors', title: { ru: 'Что написано в ошибке', en: 'What an error says' } },
	{ id: '7-standard-library', title: { ru: 'Без пакетов: urllib', en: 'No packages: urllib' } },
	{ id: '8-httpx', title: { ru: 'То же на httpx', en: 'The same with httpx' } }
];

/**
 * The program of an example. Its file holds all variants: a comment `#ru …` or `#en …` is for one language; a line
 * that ends with `#v1` or `#v2` (a comment with `v1` or `v2` alone) for one API; VERSION is the API's name.
 */
export function programOf(
	id: string,
	language: Language,
	api: 'v1' | 'v2',
	baseUrl: string
): string {
	const other = api === 'v1' ? 'v2' : 'v1';
	const elsewhere = language === 'ru' ? 'en' : 'ru';
	const isElsewhere = new RegExp(`^\\s*#${elsewhere} | {2}#?${other}$`);
	return (files[`./examples/${id}.py`] ?? '')
		.split('\n')
		.filter((line) => !isElsewhere.test(line))
		.map((line) => line.replace(/^(\s*)#(?:ru|en) /, '$1# ').replace(/ {2}#?v[12]$/, ''))
		.join('\n')
		.replaceAll('http://localhost:8080', baseUrl)
		.replaceAll('VERSION', api);
}

const files = import.meta.glob<string>('./examples/*.py', {
	query: '?raw',
	import: 'default',
	eager: true
});
