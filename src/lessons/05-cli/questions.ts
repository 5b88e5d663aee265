import type { Question } from '#lib/course/lesson.ts';

/** Asked at the lesson's end, and again on later days. */
export const cliQuestions: Question[] = [
	{
		id: 'cli.q-database',
		asks: {
			ru: 'На вашем ноутбуке есть только адрес веб-сервера Airflow и токен. Какая команда сработает?',
			en: 'Your laptop has only the address of Airflow’s web server and a token. Which command works?'
		},
		answers: [
			{
				says: { ru: 'airflow pools list', en: 'airflow pools list' },
				because: {
					ru: 'Она открывает базу метаданных сама: нужны airflow.cfg и доступ к базе, а не токен.',
					en: 'It opens the metadata database itself: that takes airflow.cfg and access to the database, not a token.'
				}
			},
			{
				says: { ru: 'airflowctl pools list', en: 'airflowctl pools list' },
				isRight: true,
				because: {
					ru: 'airflowctl посылает GET /api/v2/pools с токеном и базы не видит.',
					en: 'airflowctl sends GET /api/v2/pools with the token and never sees the database.'
				}
			},
			{
				says: { ru: 'airflow db check', en: 'airflow db check' },
				because: {
					ru: 'Группа db — это и есть работа с базой напрямую.',
					en: 'The group db is the very thing that works on the database.'
				}
			}
		]
	},
	{
		id: 'cli.q-exit-code',
		asks: {
			ru: 'Того, о чём просят команду, нет (или уже есть). Какая из них скажет об этом кодом выхода?',
			en: 'What a command is asked about is not there (or is there already). Which one says so by its exit code?'
		},
		answers: [
			{
				says: {
					ru: 'airflow variables delete для ключа, которого нет',
					en: 'airflow variables delete of a key that is not there'
				},
				because: {
					ru: 'Печатает «deleted» и выходит с 0: удаление нуля строк для неё не ошибка.',
					en: 'It prints “deleted” and ends with 0: to delete no row is no error to it.'
				}
			},
			{
				says: {
					ru: 'airflow dags pause для DAG, которого нет',
					en: 'airflow dags pause of a DAG that is not there'
				},
				because: {
					ru: '«No unpaused DAGs were found» и код 0. airflowctl здесь закончит с 1.',
					en: '“No unpaused DAGs were found” and 0. airflowctl ends with 1 here.'
				}
			},
			{
				says: {
					ru: 'airflow pools delete для пула, которого нет',
					en: 'airflow pools delete of a pool that is not there'
				},
				isRight: true,
				because: {
					ru: '«Pool … does not exist» и код 1. Общего правила у команд airflow нет, каждую надо пробовать.',
					en: '“Pool … does not exist” and 1. The commands of airflow have no common rule, each has to be tried.'
				}
			},
			{
				says: {
					ru: 'airflow users create с занятым именем',
					en: 'airflow users create with a taken name'
				},
				because: {
					ru: '«already exist in the db» и код 0: пароль и роль останутся прежними.',
					en: '“already exist in the db” and 0: password and role stay as they were.'
				}
			}
		]
	},
	{
		id: 'cli.q-which-command',
		asks: {
			ru: 'До команды: пул etl — 8 слотов, описание «ETL», include_deferred true. После: 8 слотов, «ETL», false. Какая команда это сделала?',
			en: 'Before: the pool etl has 8 slots, the description “ETL”, include_deferred true. After: 8 slots, “ETL”, false. Which command did it?'
		},
		answers: [
			{
				says: { ru: 'airflow pools set etl 8 ETL', en: 'airflow pools set etl 8 ETL' },
				isRight: true,
				because: {
					ru: 'pools set пишет пул целиком; флаг --include-deferred не дан, значит false.',
					en: 'pools set writes the whole pool; without the flag --include-deferred it is false.'
				}
			},
			{
				says: { ru: 'airflow pools get etl', en: 'airflow pools get etl' },
				because: { ru: 'get только читает.', en: 'get only reads.' }
			},
			{
				says: {
					ru: 'airflow pools set etl 8 ETL --include-deferred',
					en: 'airflow pools set etl 8 ETL --include-deferred'
				},
				because: {
					ru: 'С этим флагом осталось бы true.',
					en: 'With that flag it would have stayed true.'
				}
			}
		]
	},
	{
		id: 'cli.q-slots',
		asks: {
			ru: "Почему «airflow pools list -o json | jq '.[0].slots + 1'» не складывает?",
			en: "Why does “airflow pools list -o json | jq '.[0].slots + 1'” not add up?"
		},
		answers: [
			{
				says: {
					ru: 'В JSON от CLI числа и булевы значения — строки',
					en: 'In the JSON of the CLI, numbers and booleans are strings'
				},
				isRight: true,
				because: {
					ru: 'Там "slots": "128" и "include_deferred": "False". Нужно tonumber; у API числа — числа.',
					en: 'It has "slots": "128" and "include_deferred": "False". It takes tonumber; the API has numbers for numbers.'
				}
			},
			{
				says: { ru: '-o json печатает таблицу', en: '-o json prints a table' },
				because: {
					ru: 'Таблица — это -o table, по умолчанию.',
					en: 'The table is -o table, the default.'
				}
			},
			{
				says: {
					ru: 'Ответ — объект с total_entries, а не список',
					en: 'The answer is an object with total_entries, not a list'
				},
				because: {
					ru: 'Так у API. CLI печатает голый список.',
					en: 'That is the API. The CLI prints a bare list.'
				}
			}
		]
	},
	{
		id: 'cli.q-who',
		asks: {
			ru: 'Кого журнал событий назовёт автором команды «airflow dags pause»?',
			en: 'Whom does the event log name as the author of “airflow dags pause”?'
		},
		answers: [
			{
				says: {
					ru: 'Пользователя Airflow с ролью Op',
					en: 'A user of Airflow with the role Op'
				},
				because: {
					ru: 'Команда никого не спрашивает: ни входа, ни ролей у неё нет.',
					en: 'The command asks nobody: it has neither login nor roles.'
				}
			},
			{
				says: {
					ru: 'Пользователя операционной системы',
					en: 'The user of the operating system'
				},
				isRight: true,
				because: {
					ru: 'Событие cli_… с owner вроде root или airflow, плюс имя машины и вся команда целиком.',
					en: 'An event cli_… whose owner is root or airflow or the like, with the host and the whole command.'
				}
			},
			{
				says: { ru: 'Никого: команды не записываются', en: 'Nobody: commands are not recorded' },
				because: {
					ru: 'Записываются, даже читающие, такие как dags list-runs.',
					en: 'They are, even those that read, like dags list-runs.'
				}
			}
		]
	}
];
