import type { InBoth, Language } from '#lib/course/lesson.ts';
import type { SearchEntry } from '#lib/course/site-search.ts';

/** Pages that are tools. `names`: what else people call them, in either language. */
const PAGES: readonly { href: string; title: InBoth; says: InBoth; names: string }[] = [
	{
		href: 'terminal/',
		title: { ru: 'Терминал', en: 'Terminal' },
		says: {
			ru: 'Синтаксис bash с curl, jq, HTTPie, airflow и airflowctl прямо на странице.',
			en: 'Bash syntax with curl, jq, HTTPie, airflow and airflowctl, right in the page.'
		},
		names: 'terminal shell console command line консоль командная строка оболочка скрипт script'
	},
	{
		href: 'python/',
		title: { ru: 'Python в браузере', en: 'Python in the browser' },
		says: {
			ru: 'Настоящий CPython с requests, httpx и urllib, который видит выбранный Airflow.',
			en: 'A real CPython with requests, httpx and urllib that sees the chosen Airflow.'
		},
		names: 'pyodide питон программа скрипт program script'
	},
	{
		href: 'server/',
		title: { ru: 'Пультовая', en: 'Control room' },
		says: {
			ru: 'Что происходит в симуляторе Airflow: запуски, время, поломки, запросы.',
			en: 'What goes on in the simulated Airflow: runs, time, faults, requests.'
		},
		names: 'simulator clock симулятор часы'
	},
	{
		href: 'exercise/',
		title: { ru: 'Своё упражнение', en: 'An exercise of your own' },
		says: {
			ru: 'Составить упражнение без кода и поделиться им ссылкой или файлом.',
			en: 'Put an exercise together without code and share it as a link or a file.'
		},
		names: 'instructor teacher преподаватель учитель'
	},
	{
		href: 'class/',
		title: { ru: 'Сводка по группе', en: 'A class at a glance' },
		says: {
			ru: 'Таблица по файлам прогресса, которые прислали учащиеся.',
			en: 'A table made of the progress files that learners sent.'
		},
		names: 'instructor teacher преподаватель учитель'
	}
];

export const pages = (language: Language): SearchEntry[] =>
	PAGES.map(({ href, title, says, names }) => ({
		kind: 'page',
		title: title[language],
		text: says[language],
		href,
		names
	}));
