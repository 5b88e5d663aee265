export const text = {
	import: { ru: 'Импорт', en: 'Import' },
	title: { ru: 'Импорт запроса', en: 'Import a request' },
	close: { ru: 'Закрыть', en: 'Close' },
	says: {
		ru: 'Вставьте curl из терминала или инструментов разработчика, команду airflow или airflowctl, вызов requests, файл .http, HAR или коллекцию Postman. Текст читается здесь, в странице; ничего не отправляется.',
		en: 'Paste curl from a terminal or from developer tools, an airflow or airflowctl command, a call of requests, an .http file, a HAR or a Postman collection. The text is read here in the page; nothing is sent.'
	},
	paste: { ru: 'Текст', en: 'Text' },
	file: { ru: 'Или файл', en: 'Or a file' },
	format: { ru: 'Что это', en: 'What it is' },
	guess: { ru: 'Определить по тексту', en: 'Tell by the text' },
	read: { ru: 'Прочитать', en: 'Read' },
	reading: { ru: 'Читаем…', en: 'Reading…' },
	found: { ru: 'Это {format}. Запросов: {n}', en: 'This is {format}. Requests: {n}' },
	open: { ru: 'Открыть', en: 'Open' },
	openOther: { ru: 'Открыть в API {api}', en: 'Open in API {api}' },
	login: {
		ru: 'Логин, пароль и токены из текста не переносятся: войдите на сервер сами.',
		en: 'Names, passwords and tokens are not taken over: log in to the server yourself.'
	},
	server: { ru: 'Сервер в тексте: {url}', en: 'The server in the text: {url}' },
	unknown: {
		ru: 'В загруженной спецификации такой операции нет.',
		en: 'The loaded specification has no such operation.'
	},
	tooLong: {
		ru: 'Файл больше 20 МБ: вырежьте из него нужные запросы.',
		en: 'The file is larger than 20 MB: cut the requests you need out of it.'
	},
	failed: {
		ru: 'Не удалось прочитать: {why}. Текст остался на месте.',
		en: 'It could not be read: {why}. Your text is still there.'
	},
	imported: {
		ru: 'Запрос импортирован. Проверьте его и отправьте.',
		en: 'The request is imported. Look it over and send it.'
	}
};
