import type { Twin } from '#lib/course/lesson.ts';
import { dated } from '#lib/course/twin.ts';

export const triggerWorkedInV2: Twin = {
	step: dated,
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	task: {
		ru: 'В форме готовый запрос к Airflow 3.x: он запускает DAG hello_api и сам даёт запуску имя. logical_date: null значит, что запуск ни за какую дату. Отправьте его, прочитайте ответ (какой в нём state?), а секунд через пятнадцать спросите состояние запуска.',
		en: 'The form holds a whole request to Airflow 3.x: it triggers the DAG hello_api and gives the run its name. logical_date: null means that the run is for no date. Send it, read the answer (what is its state?), and some fifteen seconds later ask for the state of the run.'
	},
	hints: [
		{
			ru: 'Что запускать, говорит путь; как назвать — тело. Токен страница получит и добавит сама.',
			en: 'The path says what to trigger, the body how to name it. The page gets a token and adds it.'
		},
		{
			ru: 'В ответе state равен queued: запуск записан, но ещё не выполнен. Вторая операция — в списке над формой.',
			en: 'The state in the answer is queued: the run is written down and not yet done. The second operation is in the list above the form.'
		},
		{
			ru: 'Отправьте то, что в форме, подождите, затем GET /api/v2/dags/hello_api/dagRuns/first-request.',
			en: 'Send what is in the form, wait, then GET /api/v2/dags/hello_api/dagRuns/first-request.'
		}
	],
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'hello_api' },
		body: JSON.stringify({ dag_run_id: 'first-request', logical_date: null }, null, 2)
	}
};
