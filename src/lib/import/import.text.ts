import { warningTexts } from '#lib/snippets/warnings.ts';
import type { ImportFormat, ImportWarning } from './imported.ts';

/** What the formats are called. */
export const importFormatNames: Readonly<Record<ImportFormat, { ru: string; en: string }>> = {
	curl: { ru: 'curl', en: 'curl' },
	cmd: { ru: 'curl для Windows cmd', en: 'curl for Windows cmd' },
	powershell: { ru: 'PowerShell', en: 'PowerShell' },
	har: { ru: 'HAR', en: 'HAR' },
	postman: { ru: 'коллекция Postman', en: 'Postman collection' },
	http: { ru: 'файл .http или сообщение HTTP', en: '.http file or HTTP message' },
	cli: { ru: 'командная строка Airflow', en: 'Airflow command line' },
	python: { ru: 'Python requests', en: 'Python requests' }
};

/** What an import could not carry over, or understood in a way worth saying. */
export const importWarningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	file: {
		ru: 'Содержимое файлов не перенесено, его знает только ваш диск: {names}.',
		en: 'What is in files was left behind, only your disk knows it: {names}.'
	},
	stdin: {
		ru: 'Тело читается со стандартного ввода, и взять его неоткуда: {names}.',
		en: 'The body is read from standard input, which is not part of the text: {names}.'
	},
	proxy: { ru: 'Прокси не перенесён: {names}.', en: 'The proxy was left behind: {names}.' },
	certificate: {
		ru: 'Настройки сертификатов и TLS не перенесены: {names}.',
		en: 'Certificates and TLS settings were left behind: {names}.'
	},
	insecure: {
		ru: 'Отключённая проверка сертификата не перенесена: браузер проверяет его всегда ({names}).',
		en: 'Switching off the certificate check was left behind: a browser always checks ({names}).'
	},
	'cookie-jar': {
		ru: 'Файлы и хранилища cookie не перенесены: {names}.',
		en: 'Cookie files and jars were left behind: {names}.'
	},
	connection: {
		ru: 'То, куда и как открывается соединение, не перенесено: {names}.',
		en: 'Where and how the connection is opened was left behind: {names}.'
	},
	login: {
		ru: 'Такой способ входа не перенесён, войдите сами: {names}.',
		en: 'This way to log in was left behind; log in yourself: {names}.'
	},
	aside: {
		ru: 'На сам запрос не влияет и не перенесено: {names}.',
		en: 'Left behind, as it changes nothing in the request itself: {names}.'
	},
	'unknown-options': {
		ru: 'Незнакомые параметры пропущены: {names}.',
		en: 'Options that are not known here were skipped: {names}.'
	},
	'option-without-value': {
		ru: 'Параметру не хватает значения: {names}.',
		en: 'An option has no value: {names}.'
	},
	'shell-variable': {
		ru: 'Значение {text} знает только место, где код запускают; оно осталось в запросе как написано.',
		en: 'Only the place where the code runs knows {text}; it stands in the request as written.'
	},
	'secret-variable': {
		ru: 'Секрет лежит в {text}: впишите его при входе.',
		en: 'The secret is in {text}: enter it where you log in.'
	},
	'template-variable': {
		ru: 'У переменной {text} в тексте нет значения; она осталась в запросе как написана.',
		en: 'The text gives {text} no value; it stands in the request as written.'
	},
	'password-asked': {
		ru: 'Пароля для «{name}» в команде нет: программа спросила бы его.',
		en: 'The command holds no password for “{name}”: the program would ask for it.'
	},
	'shell-default': {
		ru: 'Вместо {text} взято значение по умолчанию из самой команды.',
		en: 'For {text} the default written in the command was taken.'
	},
	'shell-expands': {
		ru: 'Оболочка раскрыла бы «{text}» по-своему, здесь оно взято как есть.',
		en: 'The shell would expand “{text}” in its own way; here it is taken as it stands.'
	},
	'shell-ampersand': {
		ru: 'Команда кончается на знаке &, потому что он стоит вне кавычек. Отброшено: {rest}',
		en: 'The command ends at the &, because it stands outside of quotes. Cut off: {rest}'
	},
	'code-left-out': {
		ru: 'Строка не относится к запросу или непонятна и пропущена: {text}',
		en: 'A line that is no part of the request, or not understood, was skipped: {text}'
	},
	'headers-joined': {
		ru: 'Одинаковые заголовки объединены в один через запятую: {names}.',
		en: 'Headers of one name become one, joined by commas: {names}.'
	},
	'pipe-left-out': {
		ru: 'То, что делают с ответом дальше (конвейер, запись в файл), не перенесено.',
		en: 'What happens to the answer afterwards (a pipe, a file) was left behind.'
	},
	'scripts-left-out': {
		ru: 'Сценарии до и после запроса не перенесены.',
		en: 'Scripts before and after the request were left behind.'
	},
	'curl-no-header': {
		ru: 'curl не отправляет такой заголовок, в нём нет двоеточия: {text}',
		en: 'curl does not send such a header, it has no colon: {text}'
	},
	'curl-globbed': {
		ru: 'curl делает из скобок в адресе {count} запросов. Чтобы скобки остались скобками, нужен ключ -g.',
		en: 'curl makes {count} requests of the brackets in the address. With -g they would stay brackets.'
	},
	'too-many-requests': {
		ru: 'Запросов очень много, взяты первые {count}.',
		en: 'There are very many requests; the first {count} were taken.'
	},
	'only-first': {
		ru: 'Запросов {count}, код написан для первого.',
		en: 'There are {count} requests; the code is for the first.'
	},
	'url-blank': {
		ru: 'В адресе есть пробел, такой адрес curl не примет; здесь он записан как %20.',
		en: 'The address holds a blank, which curl would refuse; here it is written as %20.'
	},
	'multipart-boundary': {
		ru: 'Границу частей формы программа каждый раз выбирает заново, здесь она своя.',
		en: 'A program draws the boundary between the parts of a form anew each time; here it has one of its own.'
	},
	'length-differs': {
		ru: 'Content-Length обещает {length} байт, а тело занимает {found}. Взято всё, что есть.',
		en: 'Content-Length promises {length} bytes and the body has {found}. All of it was taken.'
	},
	'body-binary': {
		ru: 'Тело состоит из байтов, которые не складываются в текст; в форму оно не перенесено.',
		en: 'The body is made of bytes that are no text; it was not taken into the form.'
	},
	'code-binary': {
		ru: 'Тело состоит из байтов, которые не складываются в текст: сохраните его в файл и отправьте файл.',
		en: 'The body is made of bytes that are no text: save it to a file and send the file.'
	},
	'type-added': {
		ru: 'У тела нет Content-Type; оно уйдёт как {type}.',
		en: 'The body has no Content-Type; it will go out as {type}.'
	},
	'url-rewritten': {
		ru: 'Адрес будет записан иначе, но означает то же: {to} вместо {from}.',
		en: 'The address will be written differently and mean the same: {to} for {from}.'
	},
	'url-changed': {
		ru: 'Форма не может повторить этот адрес в точности: уйдёт {to} вместо {from}.',
		en: 'The form cannot repeat this address exactly: {to} will go out for {from}.'
	},
	'other-api': {
		ru: 'Это запрос к API {api}. Переключитесь на {api}, чтобы открыть его в форме.',
		en: 'This is a request to API {api}. Switch to {api} to open it in the form.'
	},
	'no-operation': {
		ru: 'Такой операции в загруженной спецификации нет: {method} {url}',
		en: 'The loaded specification has no such operation: {method} {url}'
	},
	'cli-no-server': {
		ru: 'Команда не называет сервер; для запроса взят {url}.',
		en: 'The command names no server; the request goes to {url}.'
	},
	'cli-lost': {
		ru: 'У запроса нет ничего для этих параметров: {names}.',
		en: 'The request has nothing for these options: {names}.'
	},
	'cli-differs': {
		ru: 'Команда работает с базой сама, запрос делает почти то же: {command}.',
		en: 'The command works on the database by itself; the request does nearly the same: {command}.'
	},
	'cli-by-date': {
		ru: 'Команда находит запуск по дате; id запуска составлен из неё, проверьте его.',
		en: 'The command finds the run by its date; the run id is made of that date, so check it.'
	}
};

/** A warning as a sentence; those that snippets share with imports are known too. */
export function importWarningText(
	{ id, values = {} }: ImportWarning,
	language: 'ru' | 'en'
): string {
	const text = (importWarningTexts[id] ?? warningTexts[id])?.[language] ?? id;
	return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
