import type { Term } from '#lib/course/glossary.ts';

/** What is run, and when. */
export const runTerms: Term[] = [
	{
		id: 'dag',
		term: { ru: 'DAG', en: 'DAG' },
		means: {
			ru: 'Описание работы: задачи и порядок, в котором они зависят друг от друга, без циклов. Это файл Python на сервере; через API его не создают, а только находят, ставят на паузу и запускают.',
			en: 'A description of work: tasks and the order in which they depend on each other, without cycles. It is a Python file on the server; the API does not create it, it finds, pauses and triggers it.'
		},
		forms: { ru: ['DAG'], en: ['DAG', 'DAGs'] },
		see: ['dag-run', 'pause']
	},
	{
		id: 'dag-run',
		term: { ru: 'запуск (DAG run)', en: 'DAG run' },
		means: {
			ru: 'Одно выполнение DAG целиком. Состояний четыре: queued, running, success, failed; последние два окончательны. Имя запуска — dag_run_id.',
			en: 'One execution of a whole DAG. It has four states: queued, running, success, failed; the last two are final. Its name is the dag_run_id.'
		},
		forms: {
			ru: ['запуск', 'запуска', 'запуску', 'запуском', 'запуске', 'запуски', 'запусков'],
			en: ['run', 'runs', 'DAG run', 'DAG runs']
		},
		see: ['task-instance', 'dag-run-id']
	},
	{
		id: 'dag-run-id',
		term: { ru: 'dag_run_id', en: 'dag_run_id' },
		means: {
			ru: 'Имя запуска, единственное в пределах DAG. Можно придумать своё: тогда повтор того же запроса получит 409, а не второй запуск.',
			en: 'The name of a run, unique within its DAG. You may choose it: then the same request sent twice gets 409 and not a second run.'
		},
		forms: { ru: ['имя запуска', 'имени запуска'], en: ['name of the run', 'id of the run'] },
		see: ['idempotence', 'conflict']
	},
	{
		id: 'task-instance',
		term: { ru: 'экземпляр задачи (task instance)', en: 'task instance' },
		means: {
			ru: 'Одна задача в одном запуске: у неё своё состояние, попытки и логи. Пока очередь не дошла, состояние — null.',
			en: 'One task in one run, with a state, tries and logs of its own. Until its turn comes its state is null.'
		},
		forms: {
			ru: ['экземпляр задачи', 'экземпляры задач', 'экземпляров задач', 'экземпляра задачи'],
			en: ['task instance', 'task instances']
		},
		see: ['try', 'dag-run']
	},
	{
		id: 'try',
		term: { ru: 'попытка (try)', en: 'try' },
		means: {
			ru: 'Одно выполнение экземпляра задачи. Попыток бывает несколько: из-за retries или после очистки; у каждой свой лог с номером.',
			en: 'One execution of a task instance. There may be several, by retries or after clearing; each has a numbered log.'
		},
		forms: { ru: ['попытка', 'попытки', 'попытку', 'попыток'], en: ['try', 'tries'] },
		see: ['clear', 'task-instance']
	},
	{
		id: 'logical-date',
		term: { ru: 'логическая дата (logical_date)', en: 'logical date' },
		means: {
			ru: 'Момент, данные за который считает запуск, а не время старта. В Airflow 2 раньше называлась execution_date; в Airflow 3 её может не быть: null.',
			en: 'The moment whose data a run computes, not the time it starts. Airflow 2 used to call it execution_date; in Airflow 3 there may be none: null.'
		},
		forms: {
			ru: ['логическая дата', 'логическую дату', 'логической даты', 'логической датой'],
			en: ['logical date', 'logical dates']
		},
		see: ['data-interval', 'run-after']
	},
	{
		id: 'run-after',
		term: { ru: 'run_after', en: 'run_after' },
		means: {
			ru: 'В Airflow 3 — время, раньше которого запуск не начнётся. Так откладывают старт; логическая дата для этого не годится.',
			en: 'In Airflow 3, the time before which a run will not begin. This puts off the start; the logical date does not.'
		},
		forms: { ru: [], en: [] },
		see: ['logical-date']
	},
	{
		id: 'data-interval',
		term: { ru: 'интервал данных (data interval)', en: 'data interval' },
		means: {
			ru: 'Промежуток, данные за который обрабатывает запуск по расписанию. Запуск создаётся, когда интервал закончился.',
			en: 'The span of time whose data a scheduled run handles. The run is made once the interval is over.'
		},
		forms: { ru: ['интервал данных', 'интервала данных'], en: ['data interval'] },
		see: ['logical-date', 'catchup']
	},
	{
		id: 'catchup',
		term: { ru: 'catchup', en: 'catchup' },
		means: {
			ru: 'Настройка DAG: создавать ли запуски за все пропущенные интервалы с start_date. По умолчанию в Airflow 2 — да, в Airflow 3 — нет.',
			en: 'A setting of a DAG: whether runs are made for every interval missed since start_date. By default yes in Airflow 2, no in Airflow 3.'
		},
		forms: { ru: ['catchup'], en: ['catchup'] },
		see: ['backfill']
	},
	{
		id: 'backfill',
		term: { ru: 'backfill', en: 'backfill' },
		means: {
			ru: 'Запуски за прошлые даты по требованию. В Airflow 3 это ресурс API, в Airflow 2 — команда airflow dags backfill.',
			en: 'Runs for past dates, on demand. In Airflow 3 it is a resource of the API; in Airflow 2 the command airflow dags backfill.'
		},
		forms: { ru: ['backfill'], en: ['backfill', 'backfills'] },
		see: ['catchup', 'clear']
	},
	{
		id: 'clear',
		term: { ru: 'очистка (clear)', en: 'clearing' },
		means: {
			ru: 'Сброс состояния экземпляров задач, чтобы планировщик выполнил их снова. Данные задачи не стираются, прошлые попытки остаются в истории.',
			en: 'Resetting task instances, so that the scheduler runs them again. No data of the task is erased, and earlier tries stay in the history.'
		},
		forms: { ru: ['очистка', 'очистку', 'очистки', 'очисткой'], en: ['clearing'] },
		see: ['dry-run', 'try']
	},
	{
		id: 'dry-run',
		term: { ru: 'пробный прогон (dry_run)', en: 'dry run' },
		means: {
			ru: 'Ответ на вопрос «что изменится», без изменений. У очистки в обоих API он включён, пока не сказано false.',
			en: 'An answer to “what would change”, without changing it. Clearing has it on in both APIs until told false.'
		},
		forms: { ru: ['пробный прогон', 'пробного прогона', 'пробным прогоном'], en: ['dry run'] },
		see: ['clear']
	},
	{
		id: 'pause',
		term: { ru: 'пауза', en: 'pause' },
		means: {
			ru: 'DAG на паузе не начинает запусков. Запустить его через API можно, но запуск останется в queued, пока паузу не снимут.',
			en: 'A paused DAG begins no runs. It can be triggered over the API, but the run stays queued until the DAG is unpaused.'
		},
		forms: { ru: ['на паузе', 'паузу', 'паузы'], en: ['paused'] },
		see: ['dag', 'dag-run']
	},
	{
		id: 'trigger-rule',
		term: { ru: 'trigger rule', en: 'trigger rule' },
		means: {
			ru: 'Условие, при котором задача начинается: обычно когда все предыдущие успешны (all_success). Из-за него задача после упавшей получает upstream_failed.',
			en: 'When a task may begin: usually once all before it succeeded (all_success). It is why a task after a failed one becomes upstream_failed.'
		},
		forms: { ru: ['trigger rule'], en: ['trigger rule'] },
		see: ['task-instance']
	},
	{
		id: 'conf',
		term: { ru: 'conf', en: 'conf' },
		means: {
			ru: 'Параметры, переданные запуску: объект JSON. Проверяются по params DAG ещё до того, как запуск создан.',
			en: 'Parameters given to a run: a JSON object. They are checked against the DAG’s params before the run exists.'
		},
		forms: { ru: [], en: [] },
		see: ['dag-run']
	}
];
