export const text = {
	title: { ru: 'Модуль 14. REST API и CLI', en: 'Module 14. REST API and CLI' },
	lead: {
		ru: 'Шесть уроков минут по десять. Упражнения проверяют себя сами; прогресс хранится в этом браузере и никуда не отправляется.',
		en: 'Six lessons of some ten minutes. The exercises check themselves; progress stays in this browser and is sent nowhere.'
	},
	progress: { ru: 'Пройдено: {done} из {all}', en: '{done} of {all} done' },
	left: { ru: 'осталось минут {n}', en: 'some {n} minutes left' },
	glossary: { ru: 'Словарь терминов', en: 'Glossary' },
	solvedOf: { ru: 'решено {n} из {all}', en: '{n} of {all} solved' },
	reading: { ru: 'Читаем прогресс…', en: 'Reading your progress…' },
	minutes: { ru: '{n} мин', en: '{n} min' },
	tags: { ru: 'Темы', en: 'Subjects' },
	leftHere: { ru: 'осталось около {n} мин', en: 'about {n} min left' },
	start: { ru: 'с нуля', en: 'from scratch' },
	http: { ru: 'нужно знать HTTP', en: 'with some HTTP' },
	code: { ru: 'нужно программировать', en: 'with some programming' },
	passed: { ru: '✓ пройден', en: '✓ done' },
	soon: { ru: 'готовится', en: 'in preparation' },
	lesson: { ru: 'Урок {number}', en: 'Lesson {number}' },
	back: { ru: 'Все уроки', en: 'All lessons' },
	exercise: { ru: 'Упражнение', en: 'Exercise' },
	worked: { ru: 'разобранный пример', en: 'a worked example' },
	faded: { ru: 'допишите недостающее', en: 'fill in what is missing' },
	free: { ru: 'сделайте сами', en: 'do it yourself' },
	fault: { ru: 'найдите ошибку', en: 'find the fault' },
	open: { ru: 'любым способом', en: 'any way you like' },
	ways: { ru: 'Чем решать: {names}', en: 'Ways to solve it: {names}' },
	form: { ru: 'форма', en: 'the form' },
	typed: { ru: 'То же в терминале, {program}', en: 'The same in the terminal, by {program}' },
	solution: { ru: 'Показать решение', en: 'Show a solution' },
	as: { ru: 'от имени {name}', en: 'as {name}' },
	asNobody: { ru: 'без учётных данных', en: 'without credentials' },
	par: {
		ru: 'Запросов в решении: {par}. Ваших: {yours}.',
		en: 'Requests in the solution: {par}. Yours: {yours}.'
	},
	walk: { ru: 'Шаг за шагом', en: 'Step by step' },
	openStep: { ru: 'Открыть шаг {n} в форме', en: 'Open step {n} in the form' },
	openedStep: {
		ru: 'Запрос шага {n} в форме. Отправить его можете только вы.',
		en: 'The request of step {n} is in the form. It is sent when you send it.'
	},
	operation: { ru: 'Операция', en: 'Operation' },
	checks: { ru: 'Что должно получиться', en: 'What must come true' },
	yes: { ru: 'выполнено', en: 'true' },
	no: { ru: 'пока нет', en: 'not yet' },
	solved: {
		ru: 'Упражнение выполнено. Это запомнено в браузере.',
		en: 'Exercise solved. This browser remembers it.'
	},
	whyNot: { ru: 'Почему пока не получилось', en: 'Why it is not there yet' },
	hint: { ru: 'Подсказка {n} из {all}', en: 'Hint {n} of {all}' },
	asCode: {
		ru: 'Тот же запрос в curl, Python и CLI',
		en: 'The same request as curl, Python and CLI'
	},
	compare: {
		ru: 'Сравнить последний запрос с ожидаемым',
		en: 'Compare the last request with what is expected'
	},
	sent: { ru: 'Отправлено', en: 'Sent' },
	expected: { ru: 'Ожидается', en: 'Expected' },
	field: { ru: 'Поле', en: 'Field' },
	caller: { ru: 'от чьего имени', en: 'as whom' },
	undo: { ru: 'Отменить последнее действие', en: 'Undo the last change' },
	undone: { ru: 'Отменено: {what}', en: 'Undone: {what}' },
	nothingToUndo: { ru: 'Отменять нечего.', en: 'There is nothing to undo.' },
	reset: { ru: 'Начать сначала', en: 'Start over' },
	who: { ru: 'Кто спрашивает', en: 'Who is asking' },
	nobody: { ru: 'без учётных данных', en: 'no credentials' },
	other: { ru: 'другие имя и пароль', en: 'another name and password' },
	ownToken: { ru: 'свой токен', en: 'a token of my own' },
	name: { ru: 'Имя', en: 'Name' },
	password: { ru: 'Пароль', en: 'Password' },
	token: { ru: 'Токен', en: 'Token' },
	logIn: { ru: 'Войти', en: 'Log in' },
	logInAgain: { ru: 'Войти заново', en: 'Log in again' },
	noToken: {
		ru: 'Токена ещё нет: страница получит его перед первым запросом.',
		en: 'No token yet: the page gets one before the first request.'
	},
	tokenUntil: { ru: 'Токен до {time}', en: 'Token until {time}' },
	refused: {
		ru: 'POST /auth/token не дал токена: запросы уходят без него.',
		en: 'POST /auth/token gave no token: requests go without one.'
	},
	cfg: { ru: 'airflow.cfg этого сервера', en: 'The airflow.cfg of this server' },
	cfgNote: {
		ru: 'Здесь только то, что отличается от настроек по умолчанию. «Применить» перезапускает сервер.',
		en: 'Only what differs from the defaults is here. “Apply” restarts the server.'
	},
	cfgStranger: {
		ru: 'Раз в файле есть access_control_allow_*, сервер считает чужой и эту страницу ({origin}): пока её адреса нет в списке, её запросы не пройдут. На проверку упражнения это не влияет.',
		en: 'Now that the file has access_control_allow_*, this page ({origin}) is a stranger to the server, too: its requests fail while its origin is not listed. The checks of the exercise do not mind.'
	},
	apply: { ru: 'Применить', en: 'Apply' },
	isUp: { ru: 'Сервер работает.', en: 'The server is up.' },
	isDown: {
		ru: 'Сервер с таким файлом не поднимается. В его журнале:',
		en: 'The server does not come up with this file. Its log says:'
	},
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
