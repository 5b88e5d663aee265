export const text = {
	moreParameters: { ru: 'Остальные параметры: {count}', en: '{count} more parameters' },
	body: { ru: 'Тело запроса', en: 'Request body' },
	asJson: { ru: 'JSON', en: 'JSON' },
	asForm: { ru: 'Форма', en: 'Form' },
	startOver: { ru: 'Вернуть пример', en: 'Back to the example' },
	send: { ru: 'Отправить', en: 'Send' },
	sendKeys: { ru: 'Ctrl+Enter', en: 'Ctrl+Enter' },
	cancel: { ru: 'Отменить', en: 'Cancel' },
	fillFirst: { ru: 'Сначала заполните: {names}', en: 'Fill in first: {names}' },
	noServer: { ru: 'Укажите адрес своего Airflow.', en: 'Enter the address of your Airflow.' },
	answer: { ru: 'Ответ', en: 'Response' },
	waiting: { ru: 'Ждём ответ…', en: 'Waiting for the answer…' },
	noAnswer: {
		ru: 'Здесь появится ответ сервера: код, заголовки и тело.',
		en: 'The server’s answer will appear here: status, headers and body.'
	},
	pretty: { ru: 'Тело', en: 'Body' },
	raw: { ru: 'Как пришло', en: 'Raw' },
	headers: { ru: 'Заголовки', en: 'Headers' },
	tokenExpired: {
		ru: 'Ваш токен истёк. Войдите снова и повторите запрос.',
		en: 'Your token has expired. Log in again and repeat the request.'
	},
	emptyBody: { ru: 'Тело пустое.', en: 'The body is empty.' },
	save: { ru: 'Сохранить', en: 'Save' },
	milliseconds: { ru: '{ms} мс', en: '{ms} ms' },
	bytes: { ru: '{bytes} Б', en: '{bytes} B' },
	kilobytes: { ru: '{kb} КБ', en: '{kb} kB' },
	snippets: { ru: 'Тот же запрос в коде', en: 'The same request as code' },
	snippetAddress: {
		ru: 'Симулятор живёт в браузере, поэтому в коде стоит обычный адрес Airflow — http://localhost:8080.',
		en: 'The simulator lives in the browser, so the code names Airflow’s usual address, http://localhost:8080.'
	}
};
