import type { SnippetWarning } from './target.ts';
import { pythonWarningTexts } from './warnings-python.ts';
import { shellWarningTexts } from './warnings-shell.ts';

/** The sentences shown beside a snippet; `{names}` and the like are filled from the warning's values. */
export const warningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	...shellWarningTexts,
	...pythonWarningTexts,
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
	},
	'no-cli': {
		ru: 'Для такого запроса в командной строке Airflow команды нет.',
		en: 'The Airflow command line has no command for such a request.'
	},
	'cli-needs': {
		ru: 'Команда есть, но ей нужны все эти значения: {names}.',
		en: 'There is a command, but it needs all of these values: {names}.'
	},
	'cli-needs-json': {
		ru: 'Команда появится, когда тело станет объектом JSON.',
		en: 'The command will appear once the body is a JSON object.'
	},
	'cli-local': {
		ru: 'airflow работает с базой метаданных на той машине, где он установлен: адрес сервера и вход ему не нужны.',
		en: 'airflow works on the metadata database of the machine it is installed on: it uses neither the server’s address nor a login.'
	},
	'cli-loses': {
		ru: 'Команда airflow не передаёт: {names}.',
		en: 'The airflow command does not carry: {names}.'
	},
	'airflowctl-loses': {
		ru: 'Команда airflowctl не передаёт: {names}.',
		en: 'The airflowctl command does not carry: {names}.'
	},
	'only-airflowctl': {
		ru: 'У airflow такой команды нет, она есть у airflowctl: он ходит в тот же API и сначала требует airflowctl auth login.',
		en: 'airflow has no such command; airflowctl has. It calls the same API and wants airflowctl auth login first.'
	},
	'airflowctl-dates-the-run': {
		ru: 'Без --logical-date airflowctl ставит запуску текущее время, а запрос оставил бы дату пустой.',
		en: 'Without --logical-date airflowctl dates the run now, where the request would leave the date empty.'
	},
	'cli-health': {
		ru: 'Команда проверяет только планировщик и отвечает кодом возврата; о базе, triggerer и dag processor, как и времени heartbeat, она не скажет.',
		en: 'The command checks the scheduler only and answers with its exit code; it says nothing of the database, the triggerer, the dag processor or heartbeat times.'
	},
	'cli-version': {
		ru: 'Печатает версию там, где запущена, а не версию сервера, и без git_version.',
		en: 'Prints the version where it runs, not the server’s, and no git_version.'
	},
	'cli-config': {
		ru: 'Читает конфигурацию той машины, где запущена, и не прячет секреты так, как это делает API.',
		en: 'Reads the configuration of the machine it runs on, and does not hide secrets the way the API does.'
	},
	'cli-reparses-all': {
		ru: 'Команда перечитывает все файлы DAG, а запрос — один.',
		en: 'The command parses all DAG files anew; the request, one.'
	},
	'cli-value-only': {
		ru: 'Печатает только значение, без описания.',
		en: 'Prints the value only, without the description.'
	},
	'cli-state-only': {
		ru: 'Печатает только состояние, без остальных полей.',
		en: 'Prints the state only, without the other fields.'
	},
	'cli-run-by-date': {
		ru: 'Эта команда находит запуск по логической дате, а не по id: дата взята из id запуска. Если id придуман вручную, проверьте её.',
		en: 'This command finds a run by its logical date, not its id: the date is taken from the run id. Check it if the id was made by hand.'
	},
	'cli-run-among-all': {
		ru: 'Эта команда не ищет по id запуска: она печатает все запуски DAG, найдите в списке нужный.',
		en: 'This command cannot look up a run id: it prints all runs of the DAG, so find yours in the list.'
	},
	'cli-asks-first': {
		ru: 'Пробный режим: команда покажет, что будет очищено, и спросит. Ответьте n, чтобы ничего не менять.',
		en: 'A dry run: the command shows what would be cleared and asks. Answer n to change nothing.'
	},
	'cli-clears-other-runs': {
		ru: 'Осторожно: команда не умеет выбирать запуск по id и очистит задачи во всех запусках этих дат (без дат — во всех).',
		en: 'Careful: the command cannot choose a run by id and clears the tasks in every run of these dates (with no dates, in all).'
	},
	'cli-clears-alike': {
		ru: 'Осторожно: airflow 3 сравнивает --task-regex как часть имени, поэтому очистит и другие задачи, в id которых есть «{name}».',
		en: 'Careful: airflow 3 takes --task-regex for a part of the name, so it also clears other tasks whose id contains “{name}”.'
	},
	'cli-upserts': {
		ru: 'Команда set создаёт запись или молча заменяет существующую, а API различает эти случаи.',
		en: 'The set command creates the entry or silently replaces it; the API may tell the two apart.'
	},
	'cli-overwrites': {
		ru: 'Команда перезаписывает всё: чего в ней нет, то сбросится ({names}).',
		en: 'The command writes everything anew: what it does not name is reset ({names}).'
	},
	'cli-shows-secrets': {
		ru: 'Команда может напечатать и пароль, которого API не отдаёт.',
		en: 'The command may print the password too, which the API does not give out.'
	},
	'cli-tests-saved': {
		ru: 'Команда проверяет сохранённое подключение с этим id, а не поля из тела запроса.',
		en: 'The command tests the saved connection with this id, not the fields in the body.'
	},
	'cli-permissions': {
		ru: 'Команда печатает права по ролям, а не общий список.',
		en: 'The command prints permissions role by role, not one list.'
	},
	'cli-since': {
		ru: 'Команда появилась в Airflow {version}.',
		en: 'The command is there since Airflow {version}.'
	}
};

/** A warning as a sentence. */
export function warningText({ id, values = {} }: SnippetWarning, language: 'ru' | 'en'): string {
	const text = warningTexts[id]?.[language] ?? id;
	return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
