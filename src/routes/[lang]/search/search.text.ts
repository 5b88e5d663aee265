export const text = {
	title: { ru: 'Поиск', en: 'Search' },
	label: {
		ru: 'Уроки, термины, неполадки, операции API и команды',
		en: 'Lessons, terms, troubles, API operations and commands'
	},
	example: { ru: 'очистить задачи, 409, pools set…', en: 'clear tasks, 409, pools set…' },
	loading: { ru: 'Загружаем указатель…', en: 'Loading the index…' },
	failed: {
		ru: 'Указатель не загрузился: {why}. Проверьте сеть и обновите страницу.',
		en: 'The index did not load: {why}. Check the network and reload the page.'
	},
	found: { ru: 'Найдено: {n}', en: 'Found: {n}' },
	nothing: {
		ru: 'Ничего не нашлось. Попробуйте слово короче или английское название.',
		en: 'Nothing found. Try a shorter word, or another name for it.'
	},
	page: { ru: 'Страницы', en: 'Pages' },
	lesson: { ru: 'Уроки', en: 'Lessons' },
	term: { ru: 'Термины', en: 'Terms' },
	trouble: { ru: 'Неполадки', en: 'Troubles' },
	operation: { ru: 'Операции API', en: 'API operations' },
	command: { ru: 'Команды', en: 'Commands' }
};
