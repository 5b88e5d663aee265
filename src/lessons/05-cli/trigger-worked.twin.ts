import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

const BODY = { dag_run_id: 'deploy-184', logical_date: null, conf: { commit: '9f1c2e7' } };

export const triggerWorkedInV2: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV2,
	task: {
		ru: 'На машине с Airflow 3 коллега набрал бы «airflow dags trigger hello_api --run-id deploy-184 --conf \'{"commit": "9f1c2e7"}\'». В форме лежит запрос, который делает то же. Сопоставьте слова команды с полями запроса, отправьте его и, когда пройдёт полминуты, спросите состояние запуска: у команды это была бы «airflow dags list-runs hello_api».',
		en: 'On the machine of Airflow 3 a colleague would type “airflow dags trigger hello_api --run-id deploy-184 --conf \'{"commit": "9f1c2e7"}\'”. The form holds the request that does the same. Match the words of the command with the fields of the request, send it, and half a minute later ask for the state of the run: as a command, “airflow dags list-runs hello_api”.'
	},
	hints: {
		0: {
			ru: 'Имя DAG ушло в путь, --run-id и --conf — в тело. Команда без --logical-date создаёт запуск без даты; в запросе это приходится сказать: null.',
			en: 'The name of the DAG went into the path, --run-id and --conf into the body. Without --logical-date the command makes a run for no date; the request has to say so: null.'
		},
		2: {
			ru: 'Отправьте то, что в форме, подождите, затем GET /api/v2/dags/hello_api/dagRuns/deploy-184.',
			en: 'Send what is in the form, wait, then GET /api/v2/dags/hello_api/dagRuns/deploy-184.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'hello_api' },
		body: JSON.stringify(BODY, null, 2)
	}
};
