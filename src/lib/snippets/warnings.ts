import type { SnippetWarning } from './target.ts';
import { cliWarningTexts } from './warnings-cli.ts';
import { dagWarningTexts } from './warnings-dag.ts';
import { pythonWarningTexts } from './warnings-python.ts';
import { shellWarningTexts } from './warnings-shell.ts';

/** The sentences shown beside a snippet; `{names}` and the like are filled from the warning's values. */
export const warningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	...shellWarningTexts,
	...pythonWarningTexts,
	...cliWarningTexts,
	...dagWarningTexts,
	'set-basic': {
		ru: 'Сначала положите пароль в переменную окружения {name}: в коде его нет.',
		en: 'Put the password into the environment variable {name} first: the code does not hold it.'
	},
	'set-bearer': {
		ru: 'Сначала положите токен в переменную окружения {name}: в коде его нет.',
		en: 'Put the token into the environment variable {name} first: the code does not hold it.'
	},
	'set-header': {
		ru: 'Сначала положите значение заголовка Authorization в переменную окружения {name}: в коде его нет.',
		en: 'Put the value of the Authorization header into the environment variable {name} first: the code does not hold it.'
	},
	'header-broken': {
		ru: 'Заголовки {names} пропущены: в имени или значении есть символы, которых в заголовке быть не может.',
		en: 'Headers left out: {names}. Their name or value holds characters that no header may hold.'
	},
	'header-not-latin1': {
		ru: 'Заголовки {names} пропущены: в них есть буквы вне Latin-1, такое браузер не отправит.',
		en: 'Headers left out: {names}. They hold letters beyond Latin-1, which a browser will not send.'
	},
	'header-not-ascii': {
		ru: 'В заголовках {names} есть буквы вне ASCII: терминал отправит их в UTF-8, а браузер отправляет в Latin-1.',
		en: 'Headers {names} hold letters beyond ASCII: a terminal sends them as UTF-8, a browser as Latin-1.'
	},
	'header-forbidden': {
		ru: 'Заголовки {names} пропущены: браузер ставит их сам и странице задать не даёт.',
		en: 'Headers left out: {names}. A browser sets them by itself and lets no page choose them.'
	},
	'body-not-sent': {
		ru: 'Тело пропущено: с методом {method} браузер тело не отправляет.',
		en: 'The body is left out: a browser sends none with {method}.'
	},
	'body-nul': {
		ru: 'В теле есть нулевой байт, а аргумент команды его нести не может. Сохраните тело в файл и отправьте через --data-binary @файл.',
		en: 'The body holds a NUL byte, which no command argument can carry. Save the body to a file and send it with --data-binary @file.'
	},
	'body-too-long': {
		ru: 'Тело длиннее, чем Linux разрешает одному аргументу (128 КБ). Сохраните его в файл и отправьте через --data-binary @файл.',
		en: 'The body is longer than Linux allows one argument to be (128 KB). Save it to a file and send it with --data-binary @file.'
	},
	'paste-control': {
		ru: 'В теле есть управляющие символы: при вставке терминал может их изменить. Сохраните команду в файл и запустите его.',
		en: 'The body holds control characters, which a terminal may change when you paste. Save the command to a file and run that.'
	},
	'dot-segments-kept': {
		ru: 'В пути есть сегмент «.» или «..». Команда отправит его как есть, а браузер сначала сократит путь.',
		en: 'The path has a “.” or “..” segment. The command sends it as written; a browser shortens the path first.'
	},
	'dot-segments-lost': {
		ru: 'В пути есть сегмент «.» или «..». requests может сократить такой путь перед отправкой.',
		en: 'The path has a “.” or “..” segment. requests may shorten such a path before sending.'
	},
	'url-requoted': {
		ru: 'requests запишет этот адрес немного иначе (другое процентное кодирование), хотя означать он будет то же.',
		en: 'requests will write this URL a little differently (its percent-encoding), though it means the same.'
	}
};

/** A warning as a sentence. */
export function warningText({ id, values = {} }: SnippetWarning, language: 'ru' | 'en'): string {
	const text = warningTexts[id]?.[language] ?? id;
	return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
