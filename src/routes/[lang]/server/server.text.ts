export const text = {
	title: { ru: 'Пультовая', en: 'Control room' },
	lead: {
		ru: 'Симулятор Airflow целиком: что в нём происходит, как идёт его время, что в нём сломано. Всё это живёт в вашем браузере.',
		en: 'The whole simulated Airflow: what goes on in it, how its time passes, what is broken. All of it lives in your browser.'
	},
	noScript: {
		ru: 'Симулятор работает в браузере: включите JavaScript.',
		en: 'The simulator runs in the browser: switch JavaScript on.'
	},
	loading: { ru: 'Поднимаем Airflow…', en: 'Starting this Airflow…' },
	failed: { ru: 'Не получилось: {why}', en: 'That did not work: {why}' },
	done: { ru: 'Готово', en: 'Done' },

	clock: { ru: 'Часы', en: 'Clock' },
	now: { ru: 'Сейчас в Airflow', en: 'Now in Airflow' },
	pause: { ru: 'Пауза', en: 'Pause' },
	real: { ru: 'Обычный ход', en: 'Real time' },
	step: { ru: 'До следующего события', en: 'To the next event' },
	minute: { ru: '+1 минута', en: '+1 minute' },
	hour: { ru: '+1 час', en: '+1 hour' },
	day: { ru: '+1 день', en: '+1 day' },
	past: { ru: 'Заглянуть в прошлое', en: 'Look back' },
	isPast: {
		ru: 'Показано прошлое: {time}. Настоящее идёт своим чередом.',
		en: 'This is the past: {time}. The present goes on meanwhile.'
	},
	toPresent: { ru: 'Вернуться в настоящее', en: 'Back to the present' },
	continueHere: {
		ru: 'Продолжить отсюда, забыв всё, что было позже',
		en: 'Go on from here and forget what came later'
	},
	undo: { ru: 'Отменить: {what}', en: 'Undo: {what}' },
	nothingToUndo: { ru: 'Отменять нечего', en: 'Nothing to undo' },

	dags: { ru: 'DAG и запуски', en: 'DAGs and runs' },
	findDag: { ru: 'Найти DAG', en: 'Find a DAG' },
	shown: { ru: 'Показано {shown} из {all}', en: '{shown} of {all} shown' },
	more: { ru: 'Показать ещё', en: 'Show more' },
	paused: { ru: 'на паузе', en: 'paused' },
	noRuns: { ru: 'запусков ещё не было', en: 'no runs yet' },
	noDags: { ru: 'В этом Airflow нет ни одного DAG.', en: 'There is no DAG in this Airflow.' },
	gridHint: {
		ru: 'Столбец — запуск, от старых к новым. Выберите запуск, чтобы увидеть его задачи.',
		en: 'A column is a run, old to new. Choose a run to see its tasks.'
	},
	run: { ru: 'Запуск {run}: {state}', en: 'Run {run}: {state}' },
	gantt: { ru: 'Ход запуска', en: 'How the run went' },
	graph: { ru: 'Граф DAG', en: 'Graph of the DAG' },
	task: { ru: 'Задача', en: 'Task' },
	state: { ru: 'Состояние', en: 'State' },
	tries: { ru: 'Попытки', en: 'Tries' },
	atWork: { ru: 'В работе', en: 'At work' },
	timeline: { ru: 'Время', en: 'Timeline' },
	seconds: { ru: '{n} с', en: '{n} s' },
	graphOf: { ru: 'Граф {dag}: {edges}', en: 'Graph of {dag}: {edges}' },

	machine: { ru: 'Устройство', en: 'Machine' },
	scenario: { ru: 'Сценарий', en: 'Scenario' },
	seed: { ru: 'Зерно', en: 'Seed' },
	seedHint: {
		ru: 'Целое число. Одно и то же зерно всегда даёт один и тот же мир.',
		en: 'A whole number. The same seed always gives the same world.'
	},
	reset: { ru: 'Начать заново', en: 'Start over' },
	resetHint: {
		ru: 'Запуски, переменные и всё, что вы сделали, будет забыто.',
		en: 'Runs, variables and all that you did will be forgotten.'
	},
	save: { ru: 'Скачать мир файлом', en: 'Save the world as a file' },
	open: { ru: 'Открыть мир из файла', en: 'Open a world from a file' },
	link: { ru: 'Ссылка на этот мир', en: 'Link to this world' },
	linkLong: {
		ru: 'В этом мире произошло слишком много для ссылки ({size} символов). Скачайте его файлом.',
		en: 'Too much has happened here for a link ({size} characters). Save it as a file.'
	},
	copied: { ru: 'Ссылка скопирована', en: 'Link copied' },
	badFile: {
		ru: 'Это не файл мира Windsock: {why}. Ничего не изменилось.',
		en: 'This is no Windsock world: {why}. Nothing was changed.'
	},
	linked: {
		ru: 'Ссылка предлагает другой мир: сценарий {scenario}, зерно {seed}, действий: {deeds}. Ваш мир она заменит, только если вы согласитесь.',
		en: 'The link offers another world: scenario {scenario}, seed {seed}, {deeds} deeds. It replaces yours only if you agree.'
	},
	accept: { ru: 'Открыть этот мир', en: 'Open that world' },
	decline: { ru: 'Оставить свой', en: 'Keep mine' },

	users: { ru: 'Пользователи', en: 'Users' },
	user: { ru: 'Имя', en: 'Name' },
	password: { ru: 'Пароль', en: 'Password' },
	role: { ru: 'Роль', en: 'Role' },
	usersHint: {
		ru: 'Имя и пароль ненастоящие: этого Airflow нет нигде, кроме вашего браузера.',
		en: 'Names and passwords are for play: this Airflow is nowhere but in your browser.'
	},

	cfg: { ru: 'airflow.cfg', en: 'airflow.cfg' },
	cfgHint: {
		ru: 'Пишите только то, что меняете. Если задать access_control_allow_*, симулятор станет считать эту страницу чужой: как настоящий Airflow, он ответит ей, только если её источник ({origin}) разрешён.',
		en: 'Write only what you change. Once access_control_allow_* is set, the simulator takes this page for a stranger: like a real Airflow it answers only if this page’s origin ({origin}) is allowed.'
	},
	cfgLabel: { ru: 'Изменения в airflow.cfg', en: 'Changes to airflow.cfg' },
	apply: { ru: 'Применить', en: 'Apply' },
	applied: { ru: 'Применено', en: 'Applied' },
	examples: { ru: 'Вставить пример', en: 'Insert an example' },

	faults: { ru: 'Поломки', en: 'Faults' },
	faultsHint: {
		ru: 'Действуют на запросы к API: площадки, уроков, терминала.',
		en: 'They strike requests to the API: of the playground, the lessons, the terminal.'
	},
	kind: { ru: 'Что случится', en: 'What happens' },
	times: { ru: 'Сколько раз', en: 'How often' },
	always: { ru: 'пока не уберу', en: 'until I take it away' },
	once: { ru: 'один раз', en: 'once' },
	thrice: { ru: 'три раза', en: 'three times' },
	wherePath: { ru: 'Только где в пути есть', en: 'Only where the path holds' },
	add: { ru: 'Добавить', en: 'Add' },
	remove: { ru: 'Убрать', en: 'Take away' },
	left: { ru: 'ещё {n}', en: '{n} to go' },
	noFaults: { ru: 'Ничего не сломано.', en: 'Nothing is broken.' },
	schedulerDown: { ru: 'Планировщик остановлен', en: 'The scheduler is down' },
	schedulerHint: {
		ru: 'Запуски остаются в очереди, health через полминуты скажет unhealthy.',
		en: 'Runs stay queued; after half a minute health says unhealthy.'
	},
	expire: { ru: 'Состарить все токены', en: 'Expire all tokens' },
	expireHint: {
		ru: 'Следующий запрос с прежним JWT получит 401.',
		en: 'The next request with an old JWT gets 401.'
	},

	log: { ru: 'Журнал запросов', en: 'Request log' },
	logHint: {
		ru: 'Новые сверху. «Повторить» отправляет тот же запрос от имени того же пользователя.',
		en: 'Newest first. “Again” sends the same request as the same user.'
	},
	again: { ru: 'Повторить', en: 'Again' },
	noLog: { ru: 'Запросов ещё не было.', en: 'No requests yet.' },
	anonymous: { ru: 'без входа', en: 'not logged in' },
	control: { ru: 'пульт', en: 'control room' }
};

/** What the control room can do, as it stands in the log and on the undo button. */
export const controls: Record<string, { ru: string; en: string }> = {
	cfg: { ru: 'изменён airflow.cfg', en: 'airflow.cfg changed' },
	faults: { ru: 'изменены поломки', en: 'faults changed' },
	scheduler: { ru: 'планировщик остановлен или запущен', en: 'scheduler stopped or started' },
	'expire-tokens': { ru: 'токены состарены', en: 'tokens expired' }
};

export const kinds: Record<string, { ru: string; en: string }> = {
	latency: { ru: 'Ответ через 3 секунды', en: 'Answer after 3 seconds' },
	'429': { ru: '429 с Retry-After: 5', en: '429 with Retry-After: 5' },
	'500': { ru: '500 от прокси', en: '500 from a proxy' },
	'502': { ru: '502: Airflow не поднят', en: '502: Airflow is not up' },
	'503': { ru: '503 с Retry-After: 5', en: '503 with Retry-After: 5' },
	'504': { ru: '504: прокси не дождался', en: '504: the proxy gave up waiting' },
	drop: { ru: 'Обрыв соединения', en: 'The connection breaks' },
	'slow-body': { ru: 'Тело ответа идёт 5 секунд', en: 'The body takes 5 seconds' }
};
