import type { Question } from '#lib/course/lesson.ts';

/** Asked at the lesson's end, and again on later days. */
export const endpointsQuestions: Question[] = [
	{
		id: 'endpoints.q-slip',
		asks: {
			ru: '`GET /dags/~/dagRuns?stat=failed` (опечатка в имени). Что ответят версии?',
			en: '`GET /dags/~/dagRuns?stat=failed` (a slip in the name). What do the versions answer?'
		},
		answers: [
			{
				says: {
					ru: 'v1 — 400, v2 — 200 и запуски во всех состояниях',
					en: 'v1: 400; v2: 200 and the runs of every state'
				},
				isRight: true,
				because: {
					ru: 'v2 незнакомых параметров не замечает, так что фильтра как не было.',
					en: 'v2 does not notice parameters it does not know, so there is no filter.'
				}
			},
			{
				says: { ru: 'Обе 400', en: '400 from both' },
				because: {
					ru: 'Так отвечает только v1: Connexion сверяет имена со спецификацией.',
					en: 'Only v1 does: Connexion holds the names against the specification.'
				}
			},
			{
				says: { ru: 'Обе 200 и пустой список', en: '200 from both, and an empty list' },
				because: {
					ru: 'Пустой список дала бы v1 на опечатку в значении: ?state=faild.',
					en: 'An empty list is what v1 gives for a slip in the value: ?state=faild.'
				}
			}
		]
	},
	{
		id: 'endpoints.q-stuck-clear',
		asks: {
			ru: 'В v1 очистили упавшее с dry_run: false, но запуск так и остался failed, а задачи стоят без состояния. Почему?',
			en: 'In v1 what failed was cleared with dry_run: false, yet the run is still failed and the tasks have no state. Why?'
		},
		answers: [
			{
				says: {
					ru: 'reset_dag_runs в v1 по умолчанию false',
					en: 'reset_dag_runs is false by default in v1'
				},
				isRight: true,
				because: {
					ru: 'Запуск остался законченным, а на законченные планировщик не смотрит. В v2 умолчание — true.',
					en: 'The run is still ended, and the scheduler does not look at ended ones. In v2 the default is true.'
				}
			},
			{
				says: { ru: 'only_failed по умолчанию true', en: 'only_failed is true by default' },
				because: {
					ru: 'Да, но это лишь отбор: упавшие задачи под него попали.',
					en: 'It is, but that only selects: the failed tasks were among the selected.'
				}
			},
			{
				says: { ru: 'DAG стоит на паузе', en: 'The DAG is paused' },
				because: {
					ru: 'Тогда запуск был бы queued или running, а не failed.',
					en: 'Then the run would be queued or running, not failed.'
				}
			}
		]
	},
	{
		id: 'endpoints.q-limit',
		asks: {
			ru: 'Запросили `limit=1000`, настройки сервера обычные, записей 289. Сколько придёт?',
			en: 'You asked for `limit=1000`, the server has its usual settings and 289 entries. How many come?'
		},
		answers: [
			{
				says: { ru: '289', en: '289 entries' },
				because: {
					ru: 'Столько скажет total_entries, но не столько придёт.',
					en: 'total_entries says so, but not so many come.'
				}
			},
			{
				says: { ru: '100, без ошибки', en: '100, with no error' },
				isRight: true,
				because: {
					ru: 'limit обрезан по maximum_page_limit, и об этом ничего не сказано.',
					en: 'limit is cut to maximum_page_limit, and nothing says so.'
				}
			},
			{
				says: { ru: 'Ни одной: 400', en: 'None: a 400' },
				because: {
					ru: 'Слишком большой limit — не ошибка ни в одной из версий.',
					en: 'A limit too large is no error in either version.'
				}
			}
		]
	},
	{
		id: 'endpoints.q-post-variable',
		asks: {
			ru: '`POST /variables` с ключом, который уже есть. Что произойдёт?',
			en: '`POST /variables` with a key that exists. What happens?'
		},
		answers: [
			{
				says: {
					ru: 'v1 перезапишет её и сотрёт описание, v2 ответит 409',
					en: 'v1 overwrites it and wipes the description, v2 answers 409'
				},
				isRight: true,
				because: {
					ru: 'В v1 это молчаливое «создать или заменить», в v2 — только «создать».',
					en: 'In v1 it is a silent “create or replace”, in v2 only “create”.'
				}
			},
			{
				says: { ru: 'Обе ответят 409', en: '409 from both' },
				because: {
					ru: 'Так для пулов и подключений, а переменную v1 перезапишет.',
					en: 'So it is for pools and connections, but a variable is overwritten by v1.'
				}
			},
			{
				says: {
					ru: 'Обе перезапишут, сохранив описание',
					en: 'Both overwrite it and keep the description'
				},
				because: {
					ru: 'Описание сохраняет PATCH с маской, а не POST.',
					en: 'It is PATCH with a mask that keeps the description, not POST.'
				}
			}
		]
	},
	{
		id: 'endpoints.q-v2-mask',
		asks: {
			ru: 'v2: `PATCH /pools/warehouse?update_mask=slots` с телом `{"slots": 16}`. Ответ?',
			en: 'v2: `PATCH /pools/warehouse?update_mask=slots` with the body `{"slots": 16}`. The answer?'
		},
		answers: [
			{
				says: { ru: '`200`, слотов 16', en: '`200`, 16 slots' },
				because: {
					ru: 'Так в v1. В v2 маска не освобождает от обязательных полей тела.',
					en: 'So it is in v1. In v2 a mask does not excuse the fields that the body must have.'
				}
			},
			{
				says: { ru: '`422`', en: '`422`' },
				isRight: true,
				because: {
					ru: 'Тело нужно целиком: name, slots, include_deferred; записано будет только slots.',
					en: 'The body must be whole: name, slots, include_deferred; only slots is stored.'
				}
			}
		]
	}
];
