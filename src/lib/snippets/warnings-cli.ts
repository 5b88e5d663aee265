/** Sentences of the targets `airflow` and `airflowctl`; `warnings.ts` adds them to its own. */
export const cliWarningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	'no-cli': {
		ru: 'Для такого запроса у {program} команды нет.',
		en: '{program} has no command for such a request.'
	},
	'cli-other-line': {
		ru: '{program} не работает с API {api}: выберите {right}.',
		en: '{program} does not belong to the {api} API: choose {right}.'
	},
	'cli-other-program': {
		ru: 'Такая команда есть у {program}: вот она, в комментарии. Выберите {program}, чтобы увидеть, чего она не передаёт.',
		en: '{program} has such a command: here it is, as a comment. Choose {program} to see what it does not carry.'
	},
	'cli-nearest': {
		ru: 'В комментарии — ближайшее, что есть; это не то же самое.',
		en: 'The comment holds what comes nearest; it is not the same.'
	},
	'cli-nearest-list': {
		ru: 'Команда печатает весь список: нужное найдите в нём сами.',
		en: 'The command prints the whole list: find yours in it.'
	},
	'cli-nearest-once': {
		ru: 'Команда спрашивает один раз и не ждёт конца запуска.',
		en: 'The command asks once and does not wait for the run to end.'
	},
	'cli-nearest-one-dag': {
		ru: 'Команда работает с одним DAG: повторите её для каждого.',
		en: 'The command takes one DAG: repeat it for each.'
	},
	'cli-nearest-file': {
		ru: 'Команда берёт записи из файла {name}; удалять записи она не умеет.',
		en: 'The command takes the entries from the file {name}; it cannot delete any.'
	},
	'cli-nearest-recreates': {
		ru: 'Изменить подключение команда не умеет, только создать: сначала удалите его (connections delete), и поля, не названные здесь, пропадут вместе с ним.',
		en: 'The command cannot change a connection, only create one: delete it first (connections delete), and the fields not named here go with it.'
	},
	'cli-nearest-all-runs': {
		ru: 'Осторожно: 2.x не умеет выбирать запуск по id и очистит задачи всех запусков; сузьте их датами --start-date и --end-date.',
		en: 'Careful: 2.x cannot choose a run by id and clears the tasks of all runs; narrow them with --start-date and --end-date.'
	},
	'cli-nearest-password': {
		ru: 'Команда меняет только пароль.',
		en: 'The command changes the password only.'
	},
	'cli-nearest-adds': {
		ru: 'Команда только добавляет, и по одному: того, чего нет в запросе, она не отнимет.',
		en: 'The command only adds, and one at a time: it takes nothing away that the request leaves out.'
	},
	'cli-many-dags': {
		ru: 'Команда сравнивает id с регулярным выражением и меняет все подходящие DAG разом, также те, которых в папке уже нет; limit и offset на неё не действуют.',
		en: 'The command compares ids with a regular expression and changes every DAG that fits at once, also those no longer in the folder; limit and offset have no effect on it.'
	},
	'cli-loses': {
		ru: 'Команда не передаёт: {names}.',
		en: 'The command does not carry: {names}.'
	},
	'airflowctl-refused': {
		ru: 'У airflowctl {version} такая команда есть, но API отвечает на неё 405: она отправляет POST вместо PUT. В более новой версии это могло измениться.',
		en: 'airflowctl {version} has this command, but the API answers it with 405: it sends POST in place of PUT. A newer version may have changed that.'
	},
	'airflowctl-login': {
		ru: 'airflowctl ходит в тот же API и сначала требует входа: airflowctl auth login.',
		en: 'airflowctl asks the same API and wants a login first: airflowctl auth login.'
	},
	'airflowctl-logs-in': {
		ru: 'Пароля в команде нет: она спросит его сама.',
		en: 'The command does not hold the password: it asks for it.'
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
	'cli-exits-with-one': {
		ru: 'Если ошибки есть, команда печатает их и завершается с кодом 1.',
		en: 'Where there are errors, the command prints them and ends with exit code 1.'
	},
	'cli-marks-by-running': {
		ru: 'Команда помечает задачу успешной, прогнав её вхолостую на этой машине: у неё появятся время, хост и, где это включено, сразу запланируются следующие задачи. Папка DAG должна быть под рукой.',
		en: 'The command marks the task by running it idle on this machine: it gets times and a host, and where that is switched on, the tasks behind it are scheduled at once. The DAG files must be at hand.'
	},
	'cli-interval-now': {
		ru: 'Интервал данных (data_interval) команда отсчитывает от текущего времени, а запрос — от логической даты.',
		en: 'The command reckons the data interval from now; the request, from the logical date.'
	},
	'cli-conn-type': {
		ru: 'Тип подключения, чей провайдер на этой машине не установлен, команда заменит на generic.',
		en: 'A connection type whose provider is not installed on this machine becomes generic.'
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
