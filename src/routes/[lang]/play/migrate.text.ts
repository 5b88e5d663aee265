export const text = {
	show: { ru: 'То же в API {api}', en: 'In API {api}' },
	title: { ru: 'Тот же запрос в API {api}', en: 'The same request in API {api}' },
	close: { ru: 'Закрыть', en: 'Close' },
	here: { ru: 'Сейчас: API {api}', en: 'Now: API {api}' },
	there: { ru: 'В API {api}', en: 'In API {api}' },
	none: { ru: 'В API {api} такого запроса нет', en: 'API {api} has no such request' },
	changes: { ru: 'Что меняется и почему', en: 'What changes, and why' },
	path: { ru: 'Адрес', en: 'Address' },
	auth: { ru: 'Вход', en: 'Login' },
	query: { ru: 'Параметры', en: 'Query' },
	body: { ru: 'Тело', en: 'Body' },
	answer: { ru: 'Ответ', en: 'Answer' },
	becomes: { ru: 'станет', en: 'becomes' },
	gone: { ru: 'уходит', en: 'goes away' },
	added: { ru: 'добавлено', en: 'added' },
	fill: {
		ru: 'Осталось вписать самим: {names}. Из запроса этого узнать нельзя.',
		en: 'Left for you to fill in: {names}. The request itself does not tell.'
	},
	open: { ru: 'Открыть в API {api}', en: 'Open in API {api}' },
	opened: {
		ru: 'Запрос переведён в API {api}. Проверьте его и отправьте.',
		en: 'The request is now one of API {api}. Look it over and send it.'
	},
	failed: {
		ru: 'Описание API {api} не загрузилось: {why}. Проверьте сеть и откройте ещё раз.',
		en: 'The description of API {api} did not load: {why}. Check the network and open this again.'
	}
};
