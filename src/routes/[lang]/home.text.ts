export const text = {
	title: {
		ru: 'REST API и CLI Airflow: площадка и курс',
		en: 'Airflow’s REST API and CLI: a playground and a course'
	},
	lead: {
		ru: 'Соберите запрос к Airflow, отправьте его, посмотрите ответ и заберите тот же запрос в curl, Python или командную строку. Airflow для проб живёт прямо в браузере: ставить ничего не нужно, без сети тоже работает.',
		en: 'Build a request to Airflow, send it, read the answer, and take the same request away as curl, Python or a CLI command. An Airflow to try it on lives in your browser: nothing to install, and it works offline.'
	},
	toPlay: { ru: 'Открыть площадку', en: 'Open the playground' },
	toCourse: { ru: 'Начать курс', en: 'Start the course' },
	one: { ru: 'Симулятор', en: 'A simulator' },
	oneText: {
		ru: 'Версии 2.11 и 3.3 с планировщиком, ролями и ошибками настоящего Airflow. Его ответы сверены с живыми серверами.',
		en: 'Versions 2.11 and 3.3 with a scheduler, the roles and the errors of the real thing. Its answers are checked against live servers.'
	},
	two: { ru: 'Ваш Airflow', en: 'Your own Airflow' },
	twoText: {
		ru: 'Те же запросы — к вашему серверу. Пароль и токен остаются в памяти вкладки. Если браузер не пустит, объясним, что поправить.',
		en: 'The same requests go to your server. The password and token stay in the tab’s memory. When the browser refuses, you are told what to mend.'
	},
	three: { ru: 'Курс', en: 'A course' },
	threeText: {
		ru: 'Уроки на русском и английском. Упражнения смотрят на состояние Airflow, поэтому годится любой верный путь.',
		en: 'Lessons in Russian and English. The exercises look at the state of Airflow, so every right way counts.'
	},
	four: { ru: 'Терминал и Python', en: 'A terminal and Python' },
	fourText: {
		ru: 'Синтаксис bash с curl, jq и командой airflow и настоящий CPython с requests — прямо на странице. Скрипт, который заработал здесь, заработает и у вас.',
		en: 'Bash syntax with curl, jq and the airflow command, and a real CPython with requests, right in the page. A script that works here works on your machine.'
	},
	toTerminal: { ru: 'Терминал', en: 'Terminal' },
	toPython: { ru: 'Python', en: 'Python' }
};
