/** Words around the code of a request: the choice of language and how the code is written. */
export const text = {
	language: { ru: 'Язык или программа', en: 'Language or program' },
	options: { ru: 'Как написать код', en: 'How to write it' },
	longFlags: { ru: 'Длинные имена флагов', en: 'Long flag names' },
	lines: { ru: 'Строки', en: 'Lines' },
	fit: { ru: 'как удобнее читать', en: 'as it reads best' },
	one: { ru: 'всё в одну', en: 'all on one' },
	many: { ru: 'по аргументу на строку', en: 'an argument a line' },
	checksErrors: { ru: 'Останавливаться на ошибках', en: 'Stop at errors' },
	waits: { ru: 'Дождаться конца того, что запущено', en: 'Wait until what it starts has ended' },
	secret: {
		ru: 'Вписать пароль или токен прямо в код',
		en: 'Write the password or token into the code'
	},
	secretCare: {
		ru: 'Теперь в коде секрет: не отправляйте его никому.',
		en: 'The code now holds a secret: send it to nobody.'
	},
	jq: { ru: 'Фильтр jq для ответа', en: 'jq filter for the answer' },
	runInTerminal: { ru: 'Запустить в терминале', en: 'Run in the terminal' },
	runInPython: { ru: 'Запустить в Python', en: 'Run in Python' },
	save: { ru: 'Сохранить файл', en: 'Save as a file' }
} as const;

/** Shelves of the list, in its order. */
export const groups = {
	shell: { ru: 'Командная оболочка', en: 'Shell' },
	python: { ru: 'Python', en: 'Python' },
	cli: { ru: 'Командная строка Airflow', en: 'Airflow command line' },
	pipeline: { ru: 'Внутри Airflow и CI/CD', en: 'In Airflow and CI/CD' },
	web: { ru: 'Веб и файлы запросов', en: 'Web and request files' }
} as const;
