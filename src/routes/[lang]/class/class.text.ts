export const text = {
	title: { ru: 'Сводка по группе', en: 'A class at a glance' },
	says: {
		ru: 'Выберите файлы прогресса, которые прислали учащиеся. Они читаются в этой странице и никуда не отправляются; закроете страницу — сводка исчезнет.',
		en: 'Choose the progress files that learners sent you. They are read in this page and sent nowhere; the summary is gone when you close it.'
	},
	choose: { ru: 'Файлы прогресса', en: 'Progress files' },
	drop: { ru: 'или перетащите их сюда', en: 'or drop them here' },
	learner: { ru: 'Учащийся', en: 'Learner' },
	last: { ru: 'Последнее действие', en: 'Last deed' },
	table: { ru: 'Решено упражнений по урокам', en: 'Exercises solved, by lesson' },
	passed: { ru: 'пройден', en: 'done' },
	csv: { ru: 'Скачать CSV', en: 'Download CSV' },
	forget: { ru: 'Убрать всех', en: 'Clear the table' },
	refused: { ru: '{name} — {why}', en: '{name}: {why}' },
	back: { ru: 'Все уроки', en: 'All lessons' }
};
