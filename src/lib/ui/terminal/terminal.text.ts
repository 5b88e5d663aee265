/** Words of the terminal. */
export const text = {
	title: { ru: 'Терминал', en: 'Terminal' },
	command: { ru: 'Команда', en: 'Command' },
	keys: {
		ru: 'Enter выполняет, Shift+Enter — новая строка, ↑ и ↓ — история, Tab — дополнение, Esc, затем Tab — выйти из поля, Ctrl+C — остановить.',
		en: 'Enter runs, Shift+Enter starts a new line, ↑ and ↓ go through the history, Tab completes, Esc then Tab leaves the field, Ctrl+C stops.'
	},
	run: { ru: 'Выполнить', en: 'Run' },
	unfinished: {
		ru: 'Команда не закончена: осталась открытой кавычка, скобка или heredoc. Допишите её.',
		en: 'The command is not finished: a quote, a bracket or a heredoc is still open. Go on writing.'
	},
	stop: { ru: 'Остановить', en: 'Stop' },
	again: { ru: 'Повторить', en: 'Run again' },
	edit: { ru: 'В строку ввода', en: 'Put into the field' },
	clear: { ru: 'Очистить экран', en: 'Clear the list' },
	reset: { ru: 'Начать заново', en: 'Start over' },
	resetNote: {
		ru: 'Переменные и файлы этой оболочки удалены.',
		en: 'The variables and files of this shell are gone.'
	},
	loading: { ru: 'Загружаем оболочку…', en: 'Loading the shell…' },
	running: { ru: 'Выполняется…', en: 'Running…' },
	exit: { ru: 'код выхода {code}', en: 'exit code {code}' },
	done: {
		ru: 'Код выхода {code}, строк вывода: {lines}',
		en: 'Exit code {code}, lines of output: {lines}'
	},
	stopped: { ru: 'остановлено, код выхода {code}', en: 'stopped, exit code {code}' },
	restarted: {
		ru: 'Команда не отвечала, и оболочка запущена заново: файлы на месте, переменных больше нет.',
		en: 'The command did not answer, so the shell was started anew: the files are there, the variables are gone.'
	},
	output: { ru: 'Вывод команды', en: 'Output of the command' },
	stderr: { ru: 'stderr', en: 'stderr' },
	copyOutput: { ru: 'вывод', en: 'the output' },
	save: { ru: 'Сохранить весь вывод', en: 'Save all output' },
	hidden: {
		ru: 'Показан конец вывода; ещё {count} тыс. знаков выше в файле.',
		en: 'This is the end of the output; {count} thousand more characters are in the file.'
	},
	candidates: { ru: 'Варианты дополнения', en: 'Completions' },
	tabKey: { ru: 'Дополнить', en: 'Complete' },
	symbols: { ru: 'Знаки', en: 'Symbols' },
	skipWaits: { ru: 'Не ждать', en: 'Skip waits' },
	skipWaitsNote: {
		ru: 'sleep переводит часы симулятора вперёд',
		en: 'sleep moves the simulator’s clock forward'
	},
	noOperation: {
		ru: 'Такой операции на площадке нет: {url}',
		en: 'The playground has no such operation: {url}'
	},
	noScript: {
		ru: 'Терминалу нужен JavaScript.',
		en: 'The terminal needs JavaScript.'
	},
	problem: {
		ru: 'Оболочку не удалось запустить: {why}',
		en: 'The shell could not be started: {why}'
	}
};

/** Why a command was cut short, by the sentence that the shell says. */
export const limits: Record<string, { ru: string; en: string }> = {
	'It ran more than a million commands.': {
		ru: 'Прервано: больше миллиона команд подряд. Если вы чего-то ждёте, добавьте в цикл sleep.',
		en: 'Cut short: over a million commands in a row. If you wait for something, put a sleep into the loop.'
	},
	'A loop went round more than a million times without an end.': {
		ru: 'Прервано: цикл повторился больше миллиона раз. Если вы чего-то ждёте, добавьте в него sleep.',
		en: 'Cut short: a loop went round over a million times. If you wait for something, put a sleep into it.'
	},
	'It calls itself too deeply: functions or shells within one another.': {
		ru: 'Прервано: команды вызывают сами себя без конца.',
		en: 'Cut short: the commands call themselves without end.'
	},
	'It printed too much.': {
		ru: 'Прервано: слишком много вывода.',
		en: 'Cut short: too much output.'
	},
	'It printed more than 24 MB.': {
		ru: 'Прервано: выведено больше 24 МБ.',
		en: 'Cut short: more than 24 MB of output.'
	},
	'A text grew beyond 20 MB.': {
		ru: 'Прервано: переменная выросла больше 20 МБ.',
		en: 'Cut short: a variable grew beyond 20 MB.'
	},
	'A list grew too long.': {
		ru: 'Прервано: слишком длинный список.',
		en: 'Cut short: a list grew too long.'
	},
	'There is room for 1000 files here.': {
		ru: 'Прервано: в домашней папке помещается 1000 файлов.',
		en: 'Cut short: the home folder holds 1000 files.'
	},
	'There is room for 5 MB of files here.': {
		ru: 'Прервано: в домашней папке помещается 5 МБ.',
		en: 'Cut short: the home folder holds 5 MB.'
	},
	'It ran for a week.': {
		ru: 'Прервано: команда шла неделю.',
		en: 'Cut short: the command ran for a week.'
	},
	'It took more than a program may take here.': {
		ru: 'Прервано: команде понадобилось больше, чем здесь можно.',
		en: 'Cut short: the command took more than there is here.'
	},
	other: { ru: 'Прервано: {detail}', en: 'Cut short: {detail}' }
};
