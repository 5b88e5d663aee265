import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

const BODY = { dag_run_id: 'report-1042', conf: { region: 'apac' } };

export const firstScriptInV1: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV1,
	task: {
		ru: 'Перед вами тело, которое requests.post(…, json=…) положил бы в запрос к Airflow 2: logical_date в нём нет. Отправьте его, переключите код на Python и сравните с примером из урока: чем отличается вход? Потом прочитайте запуск report-1042, когда он закончится: скрипту нужен его state, а не ответ на POST.',
		en: 'This is the body that requests.post(…, json=…) would put into a request to Airflow 2: it has no logical_date. Send it, switch the code to Python and compare with the example of the lesson: how does it log in? Then read the run report-1042 once it is over: the script needs its state, not the answer to the POST.'
	},
	hints: {
		2: {
			ru: 'Отправьте POST как есть, подождите до полуминуты, затем GET /api/v1/dags/nightly_sales/dagRuns/report-1042, пока state не станет success.',
			en: 'Send the POST as it is, wait up to half a minute, then GET /api/v1/dags/nightly_sales/dagRuns/report-1042 until state is success.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'nightly_sales' },
		body: JSON.stringify(BODY, undefined, 2)
	},
	reasons: {
		ru: 'json= сам превращает словарь в JSON и ставит Content-Type. Токена здесь нет: auth=(имя, пароль) уходит с каждым запросом. Дату v1 берёт сам, а None в словаре стал бы null, который v1 не принимает; v2, наоборот, его требует. Имя запуска выбрали мы, поэтому адрес для GET известен заранее.',
		en: 'json= turns the dictionary into JSON and sets Content-Type by itself. There is no token here: auth=(name, password) goes with each request. v1 sees to the date itself, and a None in the dictionary would become null, which v1 does not accept; v2, to the contrary, insists on it. The name of the run is ours, so the address for the GET is known beforehand.'
	}
};
