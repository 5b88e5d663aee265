/** Words of the pad that Python programs are written and run in. */
export const text = {
	code: { ru: 'Программа на Python', en: 'Python program' },
	run: { ru: 'Запустить', en: 'Run' },
	stop: { ru: 'Остановить', en: 'Stop' },
	stopping: { ru: 'Останавливаем…', en: 'Stopping…' },
	reset: { ru: 'Вернуть исходный код', en: 'Back to the given code' },
	copied: { ru: 'программу', en: 'the program' },
	save: { ru: 'Сохранить как .py', en: 'Save as .py' },
	keys: { ru: 'Запуск: Ctrl+Enter.', en: 'Run: Ctrl+Enter.' },
	tab: {
		ru: 'Tab делает отступ; чтобы выйти из редактора, нажмите Ctrl+M, затем Tab.',
		en: 'Tab indents; to leave the editor press Ctrl+M, then Tab.'
	},
	draft: {
		ru: 'Здесь ваш текст: он сохранён в этом браузере и сам не запускается.',
		en: 'This is your text: it is kept in this browser and never runs by itself.'
	},
	skipWaits: { ru: 'Не ждать', en: 'Skip waits' },
	skipWaitsNote: {
		ru: 'time.sleep() переводит часы симулятора вперёд',
		en: 'time.sleep() moves the simulator’s clock forward'
	},
	loading: {
		ru: 'Загружаем Python; из сети он нужен только в первый раз…',
		en: 'Loading Python; it comes from the network only the first time…'
	},
	starting: { ru: 'Запускаем Python…', en: 'Starting Python…' },
	loaded: { ru: '{loaded} из {total} МБ', en: '{loaded} of {total} MB' },
	loadedSoFar: { ru: 'загружено {loaded} МБ', en: '{loaded} MB so far' },
	cancel: { ru: 'Отменить', en: 'Cancel' },
	output: { ru: 'Вывод', en: 'Output' },
	noOutput: { ru: 'Программа ничего не вывела.', en: 'The program wrote nothing.' },
	stderr: { ru: 'stderr', en: 'stderr' },
	hidden: {
		ru: 'Показан конец вывода; ещё {count} тыс. знаков выше в файле.',
		en: 'This is the end of the output; {count} thousand more characters are in the file.'
	},
	wholeOutput: { ru: 'Сохранить весь вывод', en: 'Save all output' },
	copyOutput: { ru: 'вывод', en: 'the output' },
	toLine: { ru: 'перейти к строке {line} программы', en: 'go to line {line} of the program' },
	running: { ru: 'Программа выполняется…', en: 'Running…' },
	asks: { ru: 'Программа ждёт ввода', en: 'The program waits for input' },
	give: { ru: 'Ввести', en: 'Enter' },
	endOfInput: { ru: 'Конец ввода', en: 'End of input' },
	ended: { ru: 'Завершилась, код выхода {code}.', en: 'Ended, exit code {code}.' },
	stopped: { ru: 'Остановлена вами, код выхода {code}.', en: 'Stopped by you, exit code {code}.' },
	limit: { ru: 'Прервана: {detail}', en: 'Cut short: {detail}' },
	limitReached: { ru: 'слишком много заняла.', en: 'it took too much.' },
	requests: { ru: 'Запросы программы: {count}', en: 'Requests it made: {count}' },
	openRequest: { ru: 'На площадке', en: 'In the playground' },
	noAnswer: { ru: 'без ответа', en: 'no answer' },
	notBundled: {
		ru: 'В этой сборке сайта нет Python: при сборке не удалось получить его пакеты. Программу можно прочитать, изменить, скопировать и запустить у себя.',
		en: 'Python is not bundled in this build of the site: its packages could not be had when it was built. You can read, change and copy the program, and run it on your machine.'
	},
	noServer: {
		ru: 'Выбран «Мой Airflow», но у него ещё нет адреса. Укажите адрес на площадке или выберите симулятор.',
		en: '“My Airflow” is chosen, but it has no address yet. Give it one in the playground, or choose a simulator.'
	},
	failed: {
		ru: 'Python не запустился: {why} Проверьте сеть и нажмите «Запустить» ещё раз.',
		en: 'Python did not start: {why} Check the network and press Run again.'
	},
	simulator: {
		ru: 'Симулятор Airflow {line} · API {api}',
		en: 'Simulated Airflow {line} · API {api}'
	},
	own: { ru: 'Мой Airflow · {url}', en: 'My Airflow · {url}' },
	ownUnset: { ru: 'Мой Airflow · адрес не задан', en: 'My Airflow · no address yet' },
	speaksTo: { ru: 'Запросы идут на', en: 'Requests go to' },
	openPlayground: { ru: 'Открыть площадку', en: 'Open the playground' }
} as const;

/** Words of the panel with the files of Python's home folder. */
export const fileText = {
	files: { ru: 'Файлы', en: 'Files' },
	none: {
		ru: 'Пока пусто. Программы пишут сюда файлы через open(); они хранятся в этом браузере.',
		en: 'Empty so far. Programs write files here with open(); they are kept in this browser.'
	},
	view: { ru: 'Показать', en: 'Show' },
	hide: { ru: 'Скрыть', en: 'Hide' },
	download: { ru: 'Скачать', en: 'Download' },
	remove: { ru: 'Удалить', en: 'Delete' },
	upload: { ru: 'Добавить файл', en: 'Add a file' },
	tooLarge: {
		ru: 'Файл больше 1 МБ: такой сюда не положить.',
		en: 'The file is over 1 MB: too large to put here.'
	},
	size: { ru: '{bytes} Б', en: '{bytes} B' }
} as const;

/** Asked before a program writes to the learner's own Airflow. */
export const writeText = {
	asks: {
		ru: 'Программа хочет изменить что-то на вашем Airflow:',
		en: 'The program wants to change something on your Airflow:'
	},
	asksOne: {
		ru: 'Этот запрос изменит что-то на вашем Airflow:',
		en: 'This request changes something on your Airflow:'
	},
	refuse: { ru: 'Не отправлять', en: 'Do not send' },
	sendOne: { ru: 'Отправить этот запрос', en: 'Send this request' },
	sendAll: { ru: 'Отправлять все до конца запуска', en: 'Send all until this run ends' }
} as const;
