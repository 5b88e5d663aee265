export const text = {
	title: { ru: 'Python в браузере', en: 'Python in the browser' },
	lead: {
		ru: 'Настоящий CPython с requests, httpx и urllib работает прямо на этой странице. Из программы виден только выбранный Airflow; кроме него, в сеть не уходит ничего.',
		en: 'A real CPython with requests, httpx and urllib runs in this very page. A program sees the chosen Airflow and nothing else; nothing goes anywhere but there.'
	},
	examples: { ru: 'С чего начать', en: 'Starting points' },
	environment: {
		ru: 'Имя, пароль и токен программа берёт из AIRFLOW_USERNAME, AIRFLOW_PASSWORD и AIRFLOW_TOKEN; страница подставляет выбранного пользователя. Сохранённый файл так же заработает на вашей машине.',
		en: 'The program reads its name, password and token from AIRFLOW_USERNAME, AIRFLOW_PASSWORD and AIRFLOW_TOKEN; the page fills in the chosen user. A saved file runs on your machine in the same way.'
	},
	room: { ru: 'Что стало с этим Airflow, видно в', en: 'What became of this Airflow shows in' },
	roomLink: { ru: 'пультовой', en: 'the control room' },
	licences: { ru: 'Лицензии Python и пакетов', en: 'Licences of Python and its packages' }
} as const;
