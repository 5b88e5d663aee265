/** Sentences of the Python targets; `warnings.ts` adds them to its own. */
export const pythonWarningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	'dot-segments-httpx': {
		ru: 'В пути есть сегмент «.» или «..». httpx сократит такой путь перед отправкой, если точки не закодированы.',
		en: 'The path has a “.” or “..” segment. httpx shortens such a path before sending, unless the dots are percent-encoded.'
	},
	'url-requoted-httpx': {
		ru: 'httpx запишет этот адрес немного иначе (другое процентное кодирование), хотя означать он будет то же.',
		en: 'httpx will write this URL a little differently (its percent-encoding), though it means the same.'
	},
	'client-airflow-only': {
		ru: 'Официальный клиент знает только API Airflow.',
		en: 'The official client knows Airflow’s own API only.'
	},
	'client-no-method': {
		ru: 'В apache-airflow-client {version} метода для этой операции нет.',
		en: 'apache-airflow-client {version} has no method for this operation.'
	},
	'client-install': {
		ru: 'Код написан для apache-airflow-client {version}: pip install apache-airflow-client=={version}.',
		en: 'The code is for apache-airflow-client {version}: pip install apache-airflow-client=={version}.'
	},
	'client-json-only': {
		ru: 'Клиент отправляет только объекты JSON, а тело — не объект JSON или другого типа.',
		en: 'The client sends JSON objects only; this body is none, or is of another type.'
	},
	'client-repeated-key': {
		ru: 'Ключ в теле повторяется, а объект клиента держит каждое поле один раз.',
		en: 'A key of the body is repeated; an object of the client holds every field once.'
	},
	'client-refuses': {
		ru: 'Клиент проверяет типы до отправки и таких значений не примет: {names}.',
		en: 'The client checks types before it sends, and will not take these values: {names}.'
	},
	'client-needs': {
		ru: 'Клиент не вызовет метод без этих значений: {names}.',
		en: 'The client does not call the method without these values: {names}.'
	},
	'client-loses': {
		ru: 'Клиент этого не передаёт, в коде этого нет: {names}.',
		en: 'The client cannot carry these, so the code leaves them out: {names}.'
	},
	'client-drops-null': {
		ru: 'Клиент не отправляет null в полях: {names}. Сервер увидит, что их нет вовсе.',
		en: 'The client does not send null for: {names}. The server will find these fields missing.'
	},
	'client-adds': {
		ru: 'Клиент добавит к телу значения по умолчанию: {names}.',
		en: 'The client adds its defaults to the body: {names}.'
	},
	'client-writes-true': {
		ru: 'Клиент напишет True или False с большой буквы: {names}. Airflow такое принимает.',
		en: 'The client writes True or False with a capital letter: {names}. Airflow takes it.'
	},
	'header-sent-twice': {
		ru: 'Клиент пошлёт этот заголовок дважды, ваш и свой: {names}.',
		en: 'The client sends this header twice, yours and its own: {names}.'
	},
	'client-writes-anew': {
		ru: 'Тело клиент записывает сам: поля и значения те же, порядок и пробелы могут быть другими.',
		en: 'The client writes the body itself: the same fields and values, though order and spacing may differ.'
	},
	'client-dates': {
		ru: 'Дату клиент записывает по-своему: момент времени тот же, запись другая.',
		en: 'The client writes dates its own way: the same moment, spelled differently.'
	},
	'client-sends-no-login': {
		ru: 'С этим методом клиент не отправляет ни пароля, ни токена: серверу они тут не нужны.',
		en: 'The client sends no password or token with this method: the server needs none here.'
	}
};
