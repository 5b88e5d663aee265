import type { Question } from '#lib/course/lesson.ts';

/** Asked at the lesson's end, and again on later days. */
export const overviewQuestions: Question[] = [
	{
		id: 'overview.q-why-api',
		asks: {
			ru: 'CI запускает DAG командой через SSH в контейнере планировщика. Что даст переход на REST API?',
			en: 'CI triggers a DAG by a command over SSH in the scheduler’s container. What does moving to the REST API bring?'
		},
		answers: [
			{
				says: {
					ru: 'Учётной записи CI можно оставить только право запускать',
					en: 'The account of CI can be left with the right to trigger only'
				},
				isRight: true,
				because: {
					ru: 'У API есть роли, а ключ SSH открывает контейнер целиком, с паролями и базой.',
					en: 'The API has roles, while an SSH key opens the container as a whole, with passwords and database.'
				}
			},
			{
				says: {
					ru: 'Повторный запрос станет безопасным сам собой',
					en: 'Repeating a request becomes safe by itself'
				},
				because: {
					ru: 'POST без своего dag_run_id создаёт новый запуск каждый раз, через API так же, как из командной строки.',
					en: 'POST without a dag_run_id of your own makes a new run each time, by the API as by the command line.'
				}
			},
			{
				says: {
					ru: 'В журнале событий будет видно, кто запустил',
					en: 'The event log will show who triggered'
				},
				isRight: true,
				because: {
					ru: 'Запрос приходит от имени пользователя, и его имя попадает в журнал.',
					en: 'A request comes in the name of a user, and that name gets into the log.'
				}
			}
		]
	},
	{
		id: 'overview.q-spec',
		asks: {
			ru: 'Где лежит спецификация API у Airflow 3?',
			en: 'Where is the API’s specification in Airflow 3?'
		},
		answers: [
			{
				says: { ru: '`/api/v2/openapi.yaml`', en: '`/api/v2/openapi.yaml`' },
				because: {
					ru: 'Так по образцу v1. В Airflow 3 по такому адресу 404.',
					en: 'That follows the pattern of v1. Airflow 3 answers 404 there.'
				}
			},
			{
				says: { ru: '`/openapi.json`', en: '`/openapi.json`' },
				isRight: true,
				because: {
					ru: 'Её отдаёт сам FastAPI, из корня сервера и без входа; рядом страница /docs.',
					en: 'FastAPI itself gives it out, at the root of the server and without a login; the page /docs stands beside it.'
				}
			},
			{
				says: {
					ru: 'Только в документации проекта',
					en: 'Only in the documentation of the project'
				},
				because: {
					ru: 'У каждого сервера своя, ровно про его выпуск: её и надо спрашивать.',
					en: 'Every server has its own, of exactly its release: that is the one to ask.'
				}
			}
		]
	},
	{
		id: 'overview.q-logical-date',
		asks: {
			ru: 'Тело `{"conf": {}}` отправили на POST …/dagRuns. Что ответят v1 и v2?',
			en: 'The body `{"conf": {}}` goes to POST …/dagRuns. What do v1 and v2 answer?'
		},
		answers: [
			{
				says: { ru: 'Обе 200', en: 'Both 200' },
				because: {
					ru: 'v2 ключа logical_date не простит: хотя бы null.',
					en: 'v2 does not forgive a missing key logical_date: null at the least.'
				}
			},
			{
				says: { ru: 'v1 — 200, v2 — 422', en: 'v1: 200, v2: 422' },
				isRight: true,
				because: {
					ru: 'v1 возьмёт за дату «сейчас», v2 потребует ключ logical_date.',
					en: 'v1 takes now for the date, v2 demands the key logical_date.'
				}
			},
			{
				says: { ru: 'v1 — 400, v2 — 200', en: 'v1: 400, v2: 200' },
				because: {
					ru: 'Так было бы с "logical_date": null: его не допускает как раз v1.',
					en: 'So it would be with "logical_date": null: that is what v1 does not allow.'
				}
			}
		]
	},
	{
		id: 'overview.q-clear-200',
		asks: {
			ru: 'POST …/clearTaskInstances с одним dag_run_id ответил 200 и перечислил две задачи. Что с ними теперь?',
			en: 'POST …/clearTaskInstances with a dag_run_id only answered 200 and listed two tasks. What of them now?'
		},
		answers: [
			{
				says: { ru: 'Их выполняют заново', en: 'They are being run again' },
				because: {
					ru: 'Для этого нужно "dry_run": false.',
					en: 'That takes "dry_run": false.'
				}
			},
			{
				says: { ru: 'Ничего: это был пробный прогон', en: 'Nothing: it was a dry run' },
				isRight: true,
				because: {
					ru: 'dry_run по умолчанию true в обеих версиях.',
					en: 'dry_run is true by default in both versions.'
				}
			},
			{
				says: { ru: 'Они удалены', en: 'They are deleted' },
				because: {
					ru: 'Очистка стирает состояние, а не экземпляр задачи, и прежние попытки остаются в истории.',
					en: 'A clear wipes the state, not the task instance, and earlier tries remain in its history.'
				}
			}
		]
	}
];
