const formats = {
	ru: 'Подойдут команда curl, PowerShell, HAR, коллекция Postman, файл .http, команда airflow или вызов requests на Python.',
	en: 'A curl or PowerShell command, a HAR, a Postman collection, a .http file, an airflow command or a Python requests call will do.'
};

/** Why a text cannot be imported, and what to do about it. */
export const importErrorTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	empty: {
		ru: `Здесь пусто. ${formats.ru}`,
		en: `There is nothing here. ${formats.en}`
	},
	'unknown-format': {
		ru: `Не похоже ни на один знакомый формат. ${formats.ru}`,
		en: `This looks like no format that is known here. ${formats.en}`
	},
	'no-text': {
		ru: 'Нужен текст: {"id": 1, "text": "curl …"}.',
		en: 'A text is needed: {"id": 1, "text": "curl …"}.'
	},
	'no-request': {
		ru: 'В тексте нет ни одного запроса. Скопируйте его целиком.',
		en: 'There is no request in the text. Copy the whole of it.'
	},
	'no-curl': {
		ru: 'Команды curl здесь нет. Скопируйте её целиком, начиная со слова curl.',
		en: 'There is no curl command here. Copy the whole of it, from the word curl on.'
	},
	'no-powershell': {
		ru: 'Нет ни Invoke-WebRequest, ни Invoke-RestMethod, ни curl.exe. Скопируйте команду целиком.',
		en: 'There is no Invoke-WebRequest, Invoke-RestMethod or curl.exe. Copy the whole command.'
	},
	'no-python': {
		ru: 'Вызова requests здесь нет. Нужен, например, requests.get("http://…").',
		en: 'There is no call of requests here. Something like requests.get("http://…") is needed.'
	},
	'open-quote': {
		ru: 'кавычка {quote} открыта и не закрыта. Похоже, команда скопирована не до конца.',
		en: 'the quote {quote} is opened and never closed. The command seems to be cut off.'
	},
	'curl-no-url': {
		ru: 'У curl нет адреса. Допишите его: curl http://localhost:8080/api/v2/version',
		en: 'curl has no address. Add one: curl http://localhost:8080/api/v2/version'
	},
	'curl-two-methods': {
		ru: 'curl откажется: -d, -F, -I и -T нельзя сочетать. Оставьте один из них.',
		en: 'curl would refuse: -d, -F, -I and -T do not go together. Keep one of them.'
	},
	'curl-glob': {
		ru: 'curl откажется от скобок в адресе {url}. Добавьте ключ -g, чтобы они остались как есть.',
		en: 'curl would refuse the brackets in the address {url}. Add -g to keep them as they are.'
	},
	'powershell-syntax': {
		ru: 'здесь ожидалось {what}. Скопируйте команду PowerShell целиком.',
		en: 'expected {what} here. Copy the whole PowerShell command.'
	},
	'powershell-no-uri': {
		ru: 'У команды нет адреса: добавьте -Uri.',
		en: 'The command has no address: add -Uri.'
	},
	'python-syntax': {
		ru: 'здесь ожидалось {what}. Скопируйте вызов Python целиком.',
		en: 'expected {what} here. Copy the whole Python call.'
	},
	'python-no-url': {
		ru: 'У вызова нет адреса: он идёт первым аргументом.',
		en: 'The call has no address: it is the first argument.'
	},
	'json-syntax': {
		ru: 'JSON здесь обрывается или испорчен. Скопируйте файл целиком.',
		en: 'The JSON breaks off or is damaged here. Copy the whole file.'
	},
	'har-none': {
		ru: 'Это JSON, но не HAR: нет ни log.entries, ни объекта request.',
		en: 'This is JSON but no HAR: it has neither log.entries nor a request object.'
	},
	'har-lacks': {
		ru: 'У запроса в HAR нет поля {name}.',
		en: 'The request in the HAR has no {name}.'
	},
	'url-relative': {
		ru: 'Адрес должен начинаться с http:// или https://, а здесь: {url}',
		en: 'The address must begin with http:// or https://, and is: {url}'
	},
	'har-base64': {
		ru: 'Тело помечено как base64, но это не base64. Проверьте postData.text.',
		en: 'The body is marked as base64 and is none. Check postData.text.'
	},
	'postman-none': {
		ru: 'Это JSON, но не коллекция Postman: нет списка item. Экспортируйте её в формате 2.1.',
		en: 'This is JSON but no Postman collection: it has no list called item. Export it as 2.1.'
	},
	'http-no-request': {
		ru: 'здесь нужна строка запроса, например GET http://localhost:8080/api/v2/dags, а не: {text}',
		en: 'a request line belongs here, such as GET http://localhost:8080/api/v2/dags, not: {text}'
	},
	'http-no-header': {
		ru: 'здесь нужен заголовок «Имя: значение» или пустая строка перед телом, а не: {text}',
		en: 'a header (Name: value) belongs here, or an empty line before the body, not: {text}'
	},
	'body-binary': {
		ru: 'Тело состоит из байтов, которые не складываются в текст: такой код здесь не пишется. Отправьте файл через --data-binary @файл.',
		en: 'The body is made of bytes that are no text; code for that is not written here. Send a file with --data-binary @file.'
	},
	'no-cli': {
		ru: 'Команды airflow или airflowctl здесь нет.',
		en: 'There is no airflow or airflowctl command here.'
	},
	'cli-unknown': {
		ru: 'Для команды «{command}» в REST API ничего нет.',
		en: 'The REST API has nothing for the command “{command}”.'
	},
	'cli-lacks': {
		ru: 'Команде «{command}» не хватает значений: {names}.',
		en: 'The command “{command}” lacks values: {names}.'
	},
	'cli-json': {
		ru: 'В параметре {name} должен быть JSON.',
		en: 'The option {name} must hold JSON.'
	}
};
