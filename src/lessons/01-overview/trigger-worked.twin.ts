import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const triggerWorkedInV2: Twin = {
	step: asInV2,
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	task: {
		ru: 'В форме готовый запрос к Airflow 3.x: он запускает DAG hello_api и сам даёт запуску имя. logical_date: null значит, что запуск ни за какую дату. Отправьте его, прочитайте ответ (какой в нём state?), а секунд через пятнадцать спросите состояние запуска.',
		en: 'The form holds a whole request to Airflow 3.x: it triggers the DAG hello_api and gives the run its name. logical_date: null means that the run is for no date. Send it, read the answer (what is its state?), and some fifteen seconds later ask for the state of the run.'
	},
	hints: {
		0: {
			ru: 'Что запускать, говорит путь; как назвать — тело. Токен страница получит и добавит сама.',
			en: 'The path says what to trigger, the body how to name it. The page gets a token and adds it.'
		},
		2: {
			ru: 'Отправьте то, что в форме, подождите, затем GET /api/v2/dags/hello_api/dagRuns/first-request.',
			en: 'Send what is in the form, wait, then GET /api/v2/dags/hello_api/dagRuns/first-request.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'hello_api' },
		body: JSON.stringify({ dag_run_id: 'first-request', logical_date: null }, null, 2)
	}
};
