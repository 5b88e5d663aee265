export const text = {
	title: { ru: 'Модуль 14. REST API и CLI', en: 'Module 14. REST API and CLI' },
	lead: {
		ru: 'Шесть уроков минут по десять. Упражнения проверяют себя сами; прогресс хранится в этом браузере и никуда не отправляется.',
		en: 'Six lessons of some ten minutes. The exercises check themselves; progress stays in this browser and is sent nowhere.'
	},
	progress: { ru: 'Пройдено: {done} из {all}', en: '{done} of {all} done' },
	reading: { ru: 'Читаем прогресс…', en: 'Reading your progress…' },
	minutes: { ru: '{n} мин', en: '{n} min' },
	passed: { ru: '✓ пройден', en: '✓ done' },
	soon: { ru: 'готовится', en: 'in preparation' },
	lesson: { ru: 'Урок {number}', en: 'Lesson {number}' },
	back: { ru: 'Все уроки', en: 'All lessons' },
	exercise: { ru: 'Упражнение', en: 'Exercise' },
	operation: { ru: 'Операция', en: 'Operation' },
	checks: { ru: 'Что должно получиться', en: 'What must come true' },
	yes: { ru: 'выполнено', en: 'true' },
	no: { ru: 'пока нет', en: 'not yet' },
	solved: {
		ru: 'Упражнение выполнено. Это запомнено в браузере.',
		en: 'Exercise solved. This browser remembers it.'
	},
	hint: { ru: 'Подсказка {n} из {all}', en: 'Hint {n} of {all}' },
	asCode: {
		ru: 'Тот же запрос в curl, Python и CLI',
		en: 'The same request as curl, Python and CLI'
	},
	reset: { ru: 'Начать сначала', en: 'Start over' },
	now: { ru: 'Запуски в этом Airflow', en: 'Runs in this Airflow' },
	loading: { ru: 'Поднимаем Airflow…', en: 'Starting this Airflow…' },
	failed: {
		ru: 'Упражнение не запустилось: {why}. Обновите страницу; текст урока доступен и так.',
		en: 'The exercise did not start: {why}. Reload the page; the lesson can be read all the same.'
	},
	noScript: {
		ru: 'Упражнению нужен JavaScript: Airflow живёт прямо в странице. Сам урок читается и без него.',
		en: 'The exercise needs JavaScript: its Airflow lives in the page. The lesson reads without it.'
	}
};
