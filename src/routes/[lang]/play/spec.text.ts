import type { InBoth } from '#lib/course/lesson.ts';
import type { SpecIssue } from '#lib/openapi/read-document.ts';

export const text = {
	title: { ru: 'Другая спецификация', en: 'Another specification' },
	note: {
		ru: 'OpenAPI 3.0, 3.1 или Swagger 2, JSON или YAML. Документ остаётся в браузере.',
		en: 'OpenAPI 3.0, 3.1 or Swagger 2, JSON or YAML. The document stays in your browser.'
	},
	url: { ru: 'Адрес документа', en: 'Address of the document' },
	load: { ru: 'Загрузить', en: 'Load' },
	ofMine: { ru: 'С моего Airflow', en: 'From my Airflow' },
	file: { ru: 'Файл', en: 'File' },
	paste: { ru: 'Или вставьте текст', en: 'Or paste the text' },
	read: { ru: 'Прочитать', en: 'Read it' },
	cancel: { ru: 'Прервать', en: 'Cancel' },
	cancelled: {
		ru: 'Загрузка прервана, ничего не изменилось.',
		en: 'Cancelled; nothing has changed.'
	},
	back: { ru: 'Вернуться к спецификации Airflow', en: 'Back to Airflow’s specification' },
	shown: {
		ru: 'Показана спецификация «{title}» {version}: операций — {count}.',
		en: 'Showing “{title}” {version}: {count} operations.'
	},
	asked: {
		ru: 'Ссылка предлагает загрузить спецификацию с чужого сервера {host}. Загружайте, только если доверяете ему: её операции увидят то, что вы впишете в запросы к ней.',
		en: 'This link wants to load a specification from another server, {host}. Load it only if you trust that server: what you type into its requests is shaped by it.'
	},
	allow: { ru: 'Загрузить с {host}', en: 'Load from {host}' },
	refuse: { ru: 'Не загружать', en: 'Do not load' }
} satisfies Record<string, InBoth>;

export const stageText = {
	fetching: { ru: 'Скачиваем документ…', en: 'Fetching the document…' },
	reading: { ru: 'Разбираем текст…', en: 'Reading the text…' },
	resolving: { ru: 'Проверяем ссылки внутри…', en: 'Checking the references in it…' },
	describing: { ru: 'Собираем операции…', en: 'Gathering the operations…' }
} satisfies Record<string, InBoth>;

export const specIssueText: Record<SpecIssue['id'], InBoth> = {
	empty: { ru: 'Документ пустой.', en: 'The document is empty.' },
	'web-page': {
		ru: 'Это веб-страница, а не спецификация. Нужен адрес самого документа: у Airflow 2.x это /api/v1/openapi.yaml, у 3.x — /openapi.json.',
		en: 'This is a web page, not a specification. It takes the document’s own address: /api/v1/openapi.yaml for Airflow 2.x, /openapi.json for 3.x.'
	},
	syntax: {
		ru: 'Строка {line}, символ {column}: {why}. Исправьте её и загрузите снова.',
		en: 'Line {line}, column {column}: {why}. Mend it and load again.'
	},
	'not-openapi': {
		ru: 'Текст прочитан, но это не OpenAPI: нет полей openapi (или swagger: "2.0") и paths.',
		en: 'The text can be read, but it is not OpenAPI: openapi (or swagger: "2.0") and paths are missing.'
	},
	'foreign-reference': {
		ru: 'Документ ссылается наружу: {reference}. Соберите его в один файл (bundle) и загрузите снова: чужие адреса мы не открываем.',
		en: 'The document refers to another one: {reference}. Bundle it into one file and load it again: we open no other addresses.'
	},
	'broken-reference': {
		ru: 'Одна из ссылок внутри документа никуда не ведёт: {why}',
		en: 'A reference inside the document leads nowhere: {why}'
	},
	'fetch-failed': {
		ru: 'Документ {url} не скачался: сервер не отвечает или не разрешает этой странице читать его (CORS). Скачайте файл сами и выберите его ниже.',
		en: '{url} did not download: the server is down, or does not let this page read it (CORS). Download the file yourself and choose it below.'
	},
	'fetch-refused': {
		ru: 'Сервер ответил {status} на {url}. Проверьте адрес; если документ закрыт паролем, скачайте файл и выберите его.',
		en: 'The server answered {status} for {url}. Check the address; if it is behind a login, download the file and choose it.'
	},
	'too-large': {
		ru: 'Документ больше 40 МБ: такой мы не читаем.',
		en: 'The document is over 40 MB, which is more than we read.'
	},
	unreadable: {
		ru: 'Документ прочитать не удалось: {why}',
		en: 'The document cannot be read: {why}'
	}
};
