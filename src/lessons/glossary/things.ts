import type { Term } from '#lib/course/glossary.ts';

/** What a deployment holds, and of what it is made. */
export const thingTerms: Term[] = [
	{
		id: 'pool',
		term: { ru: 'пул (pool)', en: 'pool' },
		means: {
			ru: 'Ограничение на число одновременно работающих задач: у пула есть слоты, задача занимает один или несколько.',
			en: 'A limit on how many tasks run at once: a pool has slots, and a task takes one or more of them.'
		},
		forms: { ru: ['пул', 'пула', 'пулы', 'пулов', 'пулом'], en: ['pool', 'pools'] }
	},
	{
		id: 'variable',
		term: { ru: 'переменная (variable)', en: 'variable' },
		means: {
			ru: 'Значение по ключу, доступное всем DAG. API показывает его открыто, если имя ключа не похоже на секрет; для паролей есть подключения и хранилища секретов.',
			en: 'A value under a key, for all DAGs. The API shows it openly unless the key looks like a secret; for passwords there are connections and secrets backends.'
		},
		forms: {
			ru: ['переменная', 'переменную', 'переменной', 'переменные', 'переменных'],
			en: ['variable', 'variables']
		},
		see: ['connection']
	},
	{
		id: 'connection',
		term: { ru: 'подключение (connection)', en: 'connection' },
		means: {
			ru: 'Адрес и учётные данные другой системы. Пароль API не отдаёт: v1 опускает его, v2 показывает звёздочки.',
			en: 'The address of another system and its credentials. The API does not give the password away: v1 leaves it out, v2 shows stars.'
		},
		forms: {
			ru: ['подключение', 'подключения', 'подключений', 'подключению'],
			en: ['connection', 'connections']
		},
		see: ['variable']
	},
	{
		id: 'xcom',
		term: { ru: 'XCom', en: 'XCom' },
		means: {
			ru: 'Небольшое значение, которое одна задача оставляет другой. Через v1 его только читают, через v2 ещё пишут и удаляют.',
			en: 'A small value that one task leaves for another. v1 only reads it; v2 writes and deletes it, too.'
		},
		forms: { ru: ['XCom'], en: ['XCom', 'XComs'] }
	},
	{
		id: 'asset',
		term: { ru: 'asset (в Airflow 2 — dataset)', en: 'asset (a dataset in Airflow 2)' },
		means: {
			ru: 'Именованные данные: один DAG их обновляет, другой по этому событию запускается. v1 находит их по URI, v2 — по числовому id.',
			en: 'Named data: one DAG updates it, another is run by that event. v1 finds it by its URI, v2 by a number.'
		},
		forms: {
			ru: ['asset', 'assets', 'dataset', 'datasets'],
			en: ['asset', 'assets', 'dataset', 'datasets']
		}
	},
	{
		id: 'scheduler',
		term: { ru: 'планировщик (scheduler)', en: 'scheduler' },
		means: {
			ru: 'Процесс, который создаёт запуски по расписанию и решает, какие задачи пора выполнять. API только записывает желаемое; делает планировщик.',
			en: 'The process that makes scheduled runs and decides which tasks are due. The API writes down what is wanted; the scheduler does it.'
		},
		forms: {
			ru: ['планировщик', 'планировщика', 'планировщику', 'планировщиком'],
			en: ['scheduler']
		},
		see: ['executor', 'metadata-database']
	},
	{
		id: 'executor',
		term: { ru: 'executor', en: 'executor' },
		means: {
			ru: 'То, чем планировщик выполняет задачи: процессами на той же машине (LocalExecutor), через Celery, в Kubernetes.',
			en: 'What the scheduler runs tasks with: processes on the same machine (LocalExecutor), Celery, Kubernetes.'
		},
		forms: { ru: ['executor'], en: ['executor'] },
		see: ['scheduler']
	},
	{
		id: 'api-server',
		term: {
			ru: 'api-server (в Airflow 2 — webserver)',
			en: 'api-server (the webserver in Airflow 2)'
		},
		means: {
			ru: 'Процесс, который отвечает на REST API и отдаёт интерфейс. В Airflow 2 это webserver на Flask и Connexion, в Airflow 3 — api-server на FastAPI.',
			en: 'The process that answers the REST API and serves the UI. In Airflow 2 it is the webserver on Flask and Connexion, in Airflow 3 the api-server on FastAPI.'
		},
		forms: { ru: ['api-server', 'webserver'], en: ['api-server', 'webserver'] }
	},
	{
		id: 'dag-processor',
		term: { ru: 'dag-processor', en: 'DAG processor' },
		means: {
			ru: 'Процесс, который читает файлы DAG и кладёт разобранное в базу. Ошибки чтения видны в GET /importErrors.',
			en: 'The process that reads DAG files and puts what it understood into the database. What fails to load is in GET /importErrors.'
		},
		forms: { ru: ['dag-processor'], en: ['DAG processor', 'dag-processor'] }
	},
	{
		id: 'triggerer',
		term: { ru: 'triggerer', en: 'triggerer' },
		means: {
			ru: 'Процесс, который ждёт за отложенные задачи (deferred), чтобы они не занимали место.',
			en: 'The process that waits on behalf of deferred tasks, so that they hold no place meanwhile.'
		},
		forms: { ru: ['triggerer'], en: ['triggerer'] }
	},
	{
		id: 'metadata-database',
		term: { ru: 'база метаданных', en: 'metadata database' },
		means: {
			ru: 'База, где Airflow хранит всё о DAG, запусках и настройках. Команда airflow ходит в неё напрямую; внешним скриптам туда нельзя: схема меняется между версиями.',
			en: 'Where Airflow keeps everything about DAGs, runs and settings. The airflow command goes there directly; scripts from outside must not: its tables change between versions.'
		},
		forms: {
			ru: ['база метаданных', 'базу метаданных', 'базы метаданных', 'базе метаданных'],
			en: ['metadata database']
		},
		see: ['airflow-cli', 'airflowctl']
	},
	{
		id: 'airflow-cli',
		term: { ru: 'команда airflow', en: 'the airflow command' },
		means: {
			ru: 'CLI на машине самого Airflow: читает его airflow.cfg и обычно работает с базой метаданных в обход API.',
			en: 'The CLI on Airflow’s own machine: it reads that machine’s airflow.cfg and mostly works on the metadata database, past the API.'
		},
		forms: { ru: [], en: [] },
		see: ['airflowctl', 'metadata-database']
	},
	{
		id: 'airflowctl',
		term: { ru: 'airflowctl', en: 'airflowctl' },
		means: {
			ru: 'Удалённый CLI для Airflow 3: отдельный пакет apache-airflow-ctl, ходит только через API v2 с токеном. Не провайдер.',
			en: 'The remote CLI of Airflow 3: a package of its own, apache-airflow-ctl, that only goes through API v2 with a token. It is no provider.'
		},
		forms: { ru: ['airflowctl'], en: ['airflowctl'] },
		see: ['airflow-cli', 'token']
	},
	{
		id: 'client',
		term: { ru: 'apache-airflow-client', en: 'apache-airflow-client' },
		means: {
			ru: 'Официальный клиент Python, созданный из спецификации OpenAPI. Линия 2.x говорит с v1, линия 3.x — с v2.',
			en: 'The official Python client, generated from the OpenAPI document. Its 2.x line speaks v1, its 3.x line v2.'
		},
		forms: { ru: ['apache-airflow-client'], en: ['apache-airflow-client'] },
		see: ['openapi']
	}
];
