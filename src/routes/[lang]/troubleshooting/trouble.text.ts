export const text = {
	title: { ru: 'Что пошло не так', en: 'What went wrong' },
	lead: {
		ru: 'Неполадки по признакам: что видно, как отличить причину от похожих и что сделать. Каждую можно увидеть своими глазами: симулятор Airflow в этой странице сломает и починит её при вас.',
		en: 'Troubles by their symptoms: what one sees, how to tell the cause from its likes, what to do. Each can be seen happening: the Airflow simulator in this page breaks and mends it before your eyes.'
	},
	find: { ru: 'Найти по тексту ошибки или коду', en: 'Find by code or words of the error' },
	found: { ru: 'Подходит: {n} из {all}', en: '{n} of {all} fit' },
	none: {
		ru: 'Ничего не нашлось. Попробуйте код ответа или одно слово из сообщения.',
		en: 'Nothing fits. Try the code, or a single word of the message.'
	},
	tell: { ru: 'Как узнать', en: 'How to tell' },
	mend: { ru: 'Что сделать', en: 'What to do' },
	show: { ru: 'Показать в симуляторе', en: 'Show it in the simulator' },
	cure: { ru: 'Починить', en: 'Mend it' },
	again: { ru: 'Показать ещё раз', en: 'Show it again' },
	busy: { ru: 'Минуту…', en: 'One moment…' },
	seen: { ru: 'Вот эта неполадка', en: 'This is the trouble' },
	cured: { ru: 'Исправлено', en: 'Mended' },
	waited: { ru: 'прошло {n} с', en: '{n} s pass' },
	anonymous: { ru: 'без входа', en: 'not logged in' },
	as: { ru: 'как {name}', en: 'as {name}' },
	broken: {
		ru: 'Ответа нет: браузер сказал бы «Failed to fetch»',
		en: 'No answer: the browser would say “Failed to fetch”'
	},
	empty: { ru: 'тело пустое', en: 'no body' },
	cut: { ru: '… всего {n} знаков', en: '… {n} characters in all' },
	failed: {
		ru: 'Симулятор не ответил: {why}. Обновите страницу.',
		en: 'The simulator did not answer: {why}. Reload the page.'
	},
	link: { ru: 'Ссылка на эту неполадку', en: 'Link to this trouble' },
	noScript: {
		ru: 'Показ в симуляторе требует JavaScript; сами объяснения читаются и без него.',
		en: 'Showing a trouble takes JavaScript; the explanations read without it.'
	}
};

export const topics = {
	login: { ru: 'Вход: 401 и токены', en: 'Logging in: 401 and tokens' },
	rights: { ru: 'Права: 403', en: 'Permissions: 403' },
	reach: { ru: 'Сеть, прокси и адреса', en: 'Network, proxies, addresses' },
	runs: { ru: 'Запуски', en: 'Runs' },
	clear: { ru: 'Очистка и отметки', en: 'Clearing and marking' },
	requests: { ru: 'Запрос не принят', en: 'The request is refused' },
	answers: { ru: 'Ответ не тот, что ждали', en: 'The answer is not the expected one' }
};
