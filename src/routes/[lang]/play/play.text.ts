export const text = {
	title: { ru: 'Площадка REST API Airflow', en: 'Airflow REST API playground' },
	operations: { ru: 'Операции', en: 'Operations' },
	search: { ru: 'Найти операцию', en: 'Find an operation' },
	found: { ru: 'Найдено: {count}', en: '{count} found' },
	nothing: {
		ru: 'Ничего не нашлось. Попробуйте слово короче или имя поля, например dag_run_id.',
		en: 'Nothing found. Try a shorter word or a field name, such as dag_run_id.'
	},
	deprecated: { ru: 'устарела', en: 'deprecated' },
	noSuchOperation: {
		ru: 'В этой спецификации нет операции «{name}». Выберите другую из списка.',
		en: 'This specification has no operation “{name}”. Pick another from the list.'
	},
	fromLink: {
		ru: 'Запрос открыт по ссылке. Он ещё не отправлен: проверьте его и отправьте сами.',
		en: 'This request came with a link. Nothing has been sent: look it over and send it yourself.'
	},
	badLink: {
		ru: 'Ссылка повреждена: запрос из неё прочитать не удалось. Попросите прислать её ещё раз целиком.',
		en: 'The link is damaged: the request in it cannot be read. Ask for the whole link again.'
	},
	history: { ru: 'Отправленные запросы', en: 'Requests sent' },
	historyEmpty: { ru: 'Пока ничего не отправлено.', en: 'Nothing sent yet.' },
	forget: { ru: 'Забыть', en: 'Forget' },
	loading: { ru: 'Загружаем спецификацию…', en: 'Loading the specification…' },
	loadFailed: {
		ru: 'Спецификация не загрузилась. Проверьте сеть и обновите страницу; введённое не пропадёт из адреса.',
		en: 'The specification did not load. Check the network and reload; the address keeps your operation.'
	}
};
