/** Sentences of the targets for shells, the web and pipelines; `warnings.ts` adds them to its own. */
export const shellWarningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	'secret-shown': {
		ru: 'Секрет записан прямо в код: не показывайте его и не кладите в репозиторий.',
		en: 'The secret is written out in the code: show it to no one and keep it out of any repository.'
	},
	'secret-kept-out': {
		ru: 'В файл репозитория секрет не пишем даже по просьбе: он берётся из переменной {name}.',
		en: 'A file of a repository gets no secret, even when asked: it comes from the variable {name}.'
	},
	'set-github-secret': {
		ru: 'Добавьте в репозиторий секрет {name}: Settings → Secrets and variables → Actions.',
		en: 'Add a secret named {name} to the repository: Settings → Secrets and variables → Actions.'
	},
	'set-gitlab-variable': {
		ru: 'Добавьте в проект переменную {name} и пометьте её Masked: Settings → CI/CD → Variables.',
		en: 'Add a variable named {name} to the project and mark it Masked: Settings → CI/CD → Variables.'
	},
	'waits-for-nothing': {
		ru: 'Ждать нечего: этот запрос ничего не запускает.',
		en: 'There is nothing to wait for: this request starts nothing.'
	},
	'waits-dry-run': {
		ru: 'Ждать нечего: с dry_run запрос ничего не запускает, а без поля dry_run он считается пробным. Поставьте dry_run: false.',
		en: 'There is nothing to wait for: a dry run starts nothing, and without the field dry_run it is one. Set dry_run: false.'
	},
	'waits-not-reset': {
		ru: 'Ждать нечего: без reset_dag_runs: true запуски сохраняют своё состояние, и очищенные задачи в завершённых запусках не начнутся.',
		en: 'There is nothing to wait for: without reset_dag_runs: true the runs keep their state, and tasks cleared in a finished run do not start.'
	},
	'waits-not-here': {
		ru: 'Ожидания здесь нет: возьмите curl, GitHub Actions, GitLab CI или Python.',
		en: 'This code does not wait: take curl, GitHub Actions, GitLab CI or Python for that.'
	},
	'jq-left-out': {
		ru: 'Фильтр jq сюда не перенесён: ответ не проходит через jq.',
		en: 'The jq filter is left out: the answer does not pass through jq here.'
	},
	'method-odd': {
		ru: 'Такой метод здесь отправить нельзя: {method}.',
		en: 'This method cannot be sent here: {method}.'
	},
	'header-backslash': {
		ru: 'Заголовки {names} пропущены: HTTPie убирает обратную косую черту перед «:», «=», «;» и «@».',
		en: 'Headers left out: {names}. HTTPie takes a backslash away before “:”, “=”, “;” and “@”.'
	},
	'header-needs-body': {
		ru: 'Заголовки {names} пропущены: PowerShell отправляет их только вместе с телом.',
		en: 'Headers left out: {names}. PowerShell sends them only together with a body.'
	},
	'header-ascii-only': {
		ru: 'Заголовки {names} пропущены: PowerShell отправляет в заголовках только ASCII.',
		en: 'Headers left out: {names}. PowerShell sends only ASCII in headers.'
	},
	'dot-segments-shortened': {
		ru: 'В пути есть сегмент «.» или «..». Здесь путь перед отправкой сократится, как и в браузере.',
		en: 'The path has a “.” or “..” segment. The path is shortened before it is sent, as a browser does.'
	},
	'url-requoted-httpie': {
		ru: 'HTTPie запишет этот адрес немного иначе (другое процентное кодирование), хотя означать он будет то же.',
		en: 'HTTPie will write this URL a little differently (its percent-encoding), though it means the same.'
	},
	'url-requoted-wget': {
		ru: 'wget запишет этот адрес немного иначе (другое процентное кодирование), хотя означать он будет то же.',
		en: 'wget will write this URL a little differently (its percent-encoding), though it means the same.'
	},
	'url-requoted-fetch': {
		ru: 'fetch запишет этот адрес немного иначе (другое процентное кодирование), как и браузер.',
		en: 'fetch will write this URL a little differently (its percent-encoding), as a browser does.'
	},
	'url-requoted-dotnet': {
		ru: 'PowerShell запишет этот адрес немного иначе (другое процентное кодирование), хотя означать он будет то же.',
		en: 'PowerShell will write this URL a little differently (its percent-encoding), though it means the same.'
	},
	'body-in-file': {
		ru: 'Сначала сохраните тело запроса в файл {name} рядом с командой (UTF-8 без BOM): в самой команде ему не место — из-за длины, букв вне ASCII или управляющих символов.',
		en: 'First save the request body as {name} beside the command (UTF-8 without BOM): the command cannot hold it, for its length, letters beyond ASCII or control characters.'
	},
	'cmd-not-ascii': {
		ru: 'В команде есть буквы вне ASCII: curl.exe получит их в кодировке Windows, а не в UTF-8.',
		en: 'The command holds letters beyond ASCII: curl.exe gets them in the code page of Windows, not in UTF-8.'
	},
	'cmd-secret-quotes': {
		ru: 'Если в {name} есть кавычка, команда не сработает: cmd подставляет значение до разбора кавычек.',
		en: 'If {name} holds a quote, the command fails: cmd puts the value in before it reads the quotes.'
	},
	'cmd-too-long': {
		ru: 'Команда длиннее 8191 символа: cmd её не примет.',
		en: 'The command is longer than 8191 characters, which cmd does not take.'
	},
	'powershell-7': {
		ru: 'Нужен PowerShell 7: в версии 5.1 такой заголовок или метод не задать.',
		en: 'This needs PowerShell 7: version 5.1 cannot set such a header or method.'
	},
	'powershell-slash': {
		ru: 'Windows PowerShell 5.1 может превратить %2F в адресе в «/»; PowerShell 7 оставит как есть.',
		en: 'Windows PowerShell 5.1 may turn %2F in the URL into “/”; PowerShell 7 leaves it.'
	},
	'powershell-utf8': {
		ru: 'В коде есть буквы вне ASCII. Если сохраните его в файл для Windows PowerShell 5.1, выберите UTF-8 с BOM.',
		en: 'The code holds letters beyond ASCII. When you save it for Windows PowerShell 5.1, choose UTF-8 with BOM.'
	},
	'powershell-quotes': {
		ru: 'В фильтре jq есть кавычки: Windows PowerShell 5.1 их потеряет, PowerShell 7.3 и новее — нет.',
		en: 'The jq filter holds quotes, which Windows PowerShell 5.1 loses and PowerShell 7.3 or newer keeps.'
	},
	'fill-in': {
		ru: 'Замените {name} настоящим значением: переменных в этом формате нет.',
		en: 'Put the real value in place of {name}: this format has no variables.'
	},
	'fill-in-base64': {
		ru: 'Замените {name} на Base64 от «имя:пароль»: переменных в этом формате нет.',
		en: 'Put the Base64 of “name:password” in place of {name}: this format has no variables.'
	},
	'browser-asks': {
		ru: 'Код спросит значение {name} при запуске: в нём самом секрета нет.',
		en: 'The code asks for {name} when it runs: it does not hold the secret.'
	},
	'browser-cors': {
		ru: 'Запускайте на странице, которой Airflow разрешает обращаться к себе (access_control_allow_origins), или на его собственной.',
		en: 'Run it on a page that Airflow lets call it (access_control_allow_origins), or on its own.'
	},
	'http-file-variable': {
		ru: 'Первая строка берёт {name} из переменных окружения в VS Code. В IDE от JetBrains удалите её и задайте {name} в http-client.private.env.json.',
		en: 'The first line takes {name} from the environment in VS Code. In JetBrains IDEs take it out and set {name} in http-client.private.env.json.'
	},
	'http-file-braces': {
		ru: 'В запросе есть «{{» — редактор примет это за переменную.',
		en: 'The request holds “{{”, which the editor takes for a variable.'
	},
	'http-file-lines': {
		ru: 'В теле есть строка, которую редактор поймёт по-своему: она начинается с ###, <, >, @, # или // либо стоит пустой с краю. Сохраните тело в файл и подключите строкой «< файл».',
		en: 'The body has a line that the editor reads in its own way: it begins with ###, <, >, @, # or //, or is empty at an end. Save the body to a file and name it in a line “< file”.'
	},
	'http-file-name': {
		ru: 'В имени пользователя есть пробел: редактор примет его часть за пароль. Запишите Authorization целиком: Basic и Base64 от «имя:пароль».',
		en: 'The user name holds a space: the editor takes a part of it for the password. Write Authorization out: Basic and the Base64 of “name:password”.'
	}
};
