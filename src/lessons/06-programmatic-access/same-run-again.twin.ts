import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const sameRunAgainInV2: Twin = {
	programs: {
		airflow: [
			'airflow dags trigger hello_api --run-id from-parent-2026-03-02',
			'sleep 60',
			'airflow dags clear hello_api --run-id from-parent-2026-03-02 --yes',
			'sleep 60',
			'airflow dags state hello_api from-parent-2026-03-02'
		]
	},
	step: asInV2,
	hints: {
		0: {
			ru: 'Очищает POST …/clearTaskInstances. У него есть значения по умолчанию, и два из них для нашей цели неудачны.',
			en: 'POST …/clearTaskInstances clears. Two of its defaults are wrong for our end.'
		},
		1: {
			ru: 'dry_run: true ничего не делает, only_failed: true пропускает успешные. reset_dag_runs в v2 и так true: запуск вернётся в очередь.',
			en: 'dry_run: true does nothing, only_failed: true leaves out what succeeded. reset_dag_runs is true anyway in v2: the run goes back into the queue.'
		},
		2: {
			ru: 'POST …/dagRuns {"dag_run_id": "from-parent-2026-03-02", "logical_date": null}; через полминуты POST …/clearTaskInstances {"dag_run_id": "from-parent-2026-03-02", "dry_run": false, "only_failed": false}; через полминуты GET запуска.',
			en: 'POST …/dagRuns {"dag_run_id": "from-parent-2026-03-02", "logical_date": null}; half a minute later POST …/clearTaskInstances {"dag_run_id": "from-parent-2026-03-02", "dry_run": false, "only_failed": false}; half a minute later GET the run.'
		}
	},
	reasons: {
		ru: 'Через API это делает clearTaskInstances, и запуск возвращается в очередь сам. История остаётся в одном запуске: попытка 2 у каждой задачи. У самого оператора в 3.x доступа к базе нет: он просит о том же сервер.',
		en: 'Through the API clearTaskInstances does this, and the run goes back into the queue by itself. The history stays in one run: try 2 of each task. The operator of 3.x has no access to the database: it asks the server for the same.'
	},
	wrong: {
		'not-reset': {
			says: {
				ru: 'Задачи очищены, а запуск остался success, и планировщик на него больше не смотрит: вы выключили reset_dag_runs. Отправьте очистку ещё раз без него.',
				en: 'The tasks are cleared, but the run stayed success, and the scheduler no longer looks at it: you switched reset_dag_runs off. Send the clearing again without it.'
			}
		}
	}
};
