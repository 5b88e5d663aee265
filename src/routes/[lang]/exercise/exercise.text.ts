export const text = {
	title: { ru: 'Своё упражнение', en: 'An exercise of your own' },
	says: {
		ru: 'Соберите упражнение без кода: задание, цель, подсказки. Всё остаётся в ссылке или файле; откроется и без сети, если сайт уже открывали.',
		en: 'Put an exercise together without code: task, goal, hints. All of it is in a link or a file, and opens offline once the site was visited.'
	},
	opened: { ru: 'Упражнение от преподавателя', en: 'An exercise from your instructor' },
	openedSays: {
		ru: 'Его составили не авторы курса. Оно выполняется в отдельном симуляторе и ничего не отправляет наружу, пока вы сами не выберете свой Airflow.',
		en: 'The authors of the course did not write it. It runs in a simulator of its own and sends nothing out unless you choose your own Airflow.'
	},
	compose: { ru: 'Составить своё', en: 'Compose your own' },
	copy: { ru: 'Изменить это', en: 'Change this one' },
	api: { ru: 'API', en: 'API' },
	scenario: { ru: 'Что есть на сервере', en: 'What the server holds' },
	name: { ru: 'Название', en: 'Title' },
	task: { ru: 'Задание', en: 'Task' },
	hint: { ru: 'Подсказка {n}', en: 'Hint {n}' },
	inRussian: { ru: 'по-русски', en: 'in Russian' },
	inEnglish: { ru: 'по-английски', en: 'in English' },
	oneIsEnough: {
		ru: 'Достаточно одного языка: он покажется и там, где нет второго.',
		en: 'One language is enough: it is shown where the other is missing.'
	},
	start: { ru: 'С какой операции начать', en: 'The operation it opens with' },
	goals: { ru: 'Что должно получиться', en: 'What must come true' },
	steps: { ru: 'Запросы по порядку', en: 'Requests in order' },
	stepsSay: {
		ru: 'Необязательно. Каждый шаг — запрос, который учащийся откроет в форме одной кнопкой и отправит сам. Соберите его на площадке и возьмите оттуда или вставьте ссылку «Поделиться». Заголовки и секреты в шаг не попадают.',
		en: 'Optional. A step is a request that the learner opens in the form with one button and sends. Build it in the playground and take it from there, or paste a link made by “Share”. Headers and secrets stay out of it.'
	},
	stepsAreGoals: {
		ru: 'Без целей засчитываются сами шаги.',
		en: 'Without goals the steps themselves are counted.'
	},
	step: { ru: 'Шаг {n}', en: 'Step {n}' },
	stepWords: { ru: 'Пояснение к шагу {n}', en: 'Words for step {n}' },
	sharedLink: { ru: 'Ссылка на запрос', en: 'Link to a request' },
	addStep: { ru: 'Добавить шаг', en: 'Add a step' },
	fromPlayground: { ru: 'Взять с площадки: {line}', en: 'Take from the playground: {line}' },
	raise: { ru: 'Выше', en: 'Earlier' },
	raiseStep: { ru: 'Шаг {n}: выше', en: 'Step {n}: earlier' },
	removeStep: { ru: 'Шаг {n}: убрать', en: 'Step {n}: remove' },
	noShared: {
		ru: 'В этой ссылке нет запроса. Нужна ссылка, которую копирует кнопка «Поделиться» на площадке.',
		en: 'There is no request in this link. It takes one that the button “Share” of the playground copies.'
	},
	otherApi: {
		ru: 'Этот запрос для API {api}: выберите его вверху или возьмите другой запрос.',
		en: 'This request is for API {api}: choose that above, or take another request.'
	},
	addGoal: { ru: 'Добавить цель', en: 'Add a goal' },
	remove: { ru: 'Убрать', en: 'Remove' },
	addHint: { ru: 'Добавить подсказку', en: 'Add a hint' },
	kind: { ru: 'Цель {n}', en: 'Goal {n}' },
	'kind.run': { ru: 'есть запуск DAG', en: 'there is a run of a DAG' },
	'kind.task': {
		ru: 'задача последнего запуска в состоянии',
		en: 'a task of the last run is in a state'
	},
	'kind.paused': { ru: 'DAG на паузе или снят с неё', en: 'a DAG is paused or not' },
	'kind.pool': { ru: 'есть пул', en: 'there is a pool' },
	'kind.variable': { ru: 'есть переменная', en: 'there is a variable' },
	'kind.connection': { ru: 'есть подключение', en: 'there is a connection' },
	'kind.no-run': { ru: 'нет запусков в состоянии', en: 'there are no runs in a state' },
	'kind.asked': {
		ru: 'отправлен запрос с таким ответом',
		en: 'a request was sent and answered so'
	},
	optional: { ru: 'можно не указывать', en: 'optional' },
	is: { ru: 'на паузе', en: 'paused' },
	try: { ru: 'Попробовать', en: 'Try it' },
	tried: { ru: 'Так его увидят учащиеся', en: 'As learners will see it' },
	link: { ru: 'Скопировать ссылку', en: 'Copy the link' },
	file: { ru: 'Сохранить файл', en: 'Save a file' },
	load: { ru: 'Открыть файл', en: 'Open a file' },
	incomplete: {
		ru: 'Пока не хватает: {at}. Заполните, и появятся ссылка и файл.',
		en: 'Still missing: {at}. Fill it in, and link and file appear.'
	},
	noJson: {
		ru: 'Упражнение не читается: ссылка или файл обрезаны. Попросите прислать ещё раз.',
		en: 'The exercise does not read: the link or file was cut off. Ask for it again.'
	},
	another: {
		ru: 'Это не упражнение Windsock. Нужен файл, который сохраняет эта страница.',
		en: 'This is no exercise of Windsock. It takes a file that this page saves.'
	},
	newer: {
		ru: 'Упражнение сделано более новой версией сайта. Обновите страницу.',
		en: 'The exercise was made by a newer version of the site. Reload the page.'
	},
	field: {
		ru: 'Упражнение не открыто: поле {at} не такое, каким бывает. Исправьте файл или попросите другой.',
		en: 'The exercise was not opened: the field {at} is not what it can be. Mend the file or ask for another.'
	},
	tooLong: {
		ru: 'Файл слишком велик для упражнения.',
		en: 'The file is too large for an exercise.'
	},
	back: { ru: 'Все уроки', en: 'All lessons' }
};
