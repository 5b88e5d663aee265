import { faults, get, post, settings, wait } from '#lib/course/acts.ts';
import type { Symptom } from '#lib/course/symptom.ts';

const gone = { ru: 'неполадка убрана', en: 'the trouble is gone' };

/** Something between the caller and Airflow. */
export const reach: Symptom[] = [
	{
		id: 'failed-to-fetch-cors',
		topic: 'reach',
		says: {
			ru: '«Failed to fetch» на странице, а curl с той же машины работает',
			en: '“Failed to fetch” in a page, while curl on the same machine works'
		},
		tell: {
			ru: 'Ответ пришёл, но браузер его не отдал: сервер не разрешил вашей странице читать его (CORS). В инструментах разработчика будет строка про Access-Control-Allow-Origin.',
			en: 'An answer came and the browser kept it back: the server does not let your page read it (CORS). The developer tools have a line about Access-Control-Allow-Origin.'
		},
		mend: {
			ru: 'Впишите адрес страницы в [api] access_control_allow_origins, а методы и заголовки — в две соседние настройки. Curl правил CORS не знает, поэтому и работал.',
			en: 'Write the page’s origin into [api] access_control_allow_origins, methods and headers into the two settings beside it. Curl knows no CORS, which is why it worked.'
		},
		scenario: 'course',
		acts: [
			settings('[api]\naccess_control_allow_origins = https://other.example\n'),
			get('/api/v2/dags')
		],
		shows: { status: 0 },
		cure: [settings(''), get('/api/v2/dags')],
		cured: { status: 200 }
	},
	{
		id: 'connection-dropped',
		topic: 'reach',
		says: {
			ru: 'Соединение обрывается без ответа',
			en: 'The connection breaks without an answer'
		},
		tell: {
			ru: 'Кода нет вовсе: curl говорит (52) или (56), requests — ConnectionError. Для браузера это тоже «Failed to fetch». Так бывает при перезапуске сервера или прокси.',
			en: 'There is no code at all: curl says (52) or (56), requests ConnectionError, the browser “Failed to fetch” once more. A server or proxy that restarts does this.'
		},
		mend: {
			ru: 'Повторите запрос с паузой. GET повторять безопасно; POST — только со своим dag_run_id: прошлый мог и дойти.',
			en: 'Repeat after a pause. A GET is safe to repeat; a POST only with a dag_run_id of your own, since the first one may have arrived.'
		},
		scenario: 'course',
		acts: [
			faults(
				{ ru: 'соединение оборвётся', en: 'the connection will break' },
				{ kind: 'drop', times: 1 }
			),
			get('/api/v2/dags')
		],
		shows: { status: 0 },
		cure: [get('/api/v2/dags')],
		cured: { status: 200 }
	},
	{
		id: 'html-instead-of-json',
		topic: 'reach',
		says: {
			ru: 'Скрипт падает на разборе JSON: «Unexpected token <» или JSONDecodeError',
			en: 'A script fails while reading JSON: “Unexpected token <” or JSONDecodeError'
		},
		tell: {
			ru: 'Посмотрите на код и Content-Type: ответил прокси, страницей HTML с 502 или 504, а до Airflow запрос не дошёл либо он не успел.',
			en: 'Look at the code and the Content-Type: a proxy answered with a page of HTML and 502 or 504; Airflow was not reached, or not in time.'
		},
		mend: {
			ru: 'Сначала проверяйте код ответа, потом разбирайте тело. 502 и 504 повторяют с растущей паузой.',
			en: 'Check the code first, read the body afterwards. Repeat on 502 and 504 with a growing pause.'
		},
		scenario: 'course',
		acts: [
			faults({ ru: 'прокси отвечает 504', en: 'the proxy answers 504' }, { kind: '504', times: 1 }),
			get('/api/v2/dags')
		],
		shows: { status: 504, holds: '<html>' },
		cure: [get('/api/v2/dags')],
		cured: { status: 200 }
	},
	{
		id: 'too-many-requests',
		topic: 'reach',
		says: { ru: 'Опрос в цикле получает 429', en: 'A polling loop gets 429' },
		tell: {
			ru: 'REST API Airflow сам 429 не шлёт: ограничение стоит на прокси перед ним. В ответе обычно есть Retry-After — через сколько секунд можно снова.',
			en: 'Airflow’s REST API sends no 429 of its own: the limit sits in a proxy before it. The answer usually has Retry-After, the seconds until you may come again.'
		},
		mend: {
			ru: 'Ждите столько, сколько сказано в Retry-After, и опрашивайте реже: раз в 5–10 секунд достаточно.',
			en: 'Wait for as long as Retry-After says, and poll less often: every 5 to 10 seconds will do.'
		},
		scenario: 'course',
		acts: [
			faults(
				{ ru: 'прокси отвечает 429', en: 'the proxy answers 429' },
				{ kind: '429', times: 1, retryAfterS: 5 }
			),
			get('/api/v2/dags?limit=1')
		],
		shows: { status: 429 },
		cure: [wait(5000), get('/api/v2/dags?limit=1')],
		cured: { status: 200 }
	},
	{
		id: 'service-unavailable',
		topic: 'reach',
		says: {
			ru: 'Во время выкладки API отвечает 503, и задание CI падает',
			en: 'While a release is rolled out the API answers 503, and the CI job fails'
		},
		tell: {
			ru: 'Код 503 и Retry-After: сервер перезапускается и скоро вернётся. С DAG и с запросом всё в порядке.',
			en: '503 and Retry-After: the server restarts and will be back. Nothing is wrong with the DAG or the request.'
		},
		mend: {
			ru: 'Повторяйте: curl --retry 5 (Retry-After он учитывает), в Python — Retry(status_forcelist=[503], …) из urllib3.',
			en: 'Repeat: curl --retry 5 heeds Retry-After; in Python use Retry(status_forcelist=[503], …) of urllib3.'
		},
		scenario: 'course',
		acts: [
			faults(
				{ ru: 'сервер перезапускается: 503', en: 'the server restarts: 503' },
				{ kind: '503', times: 1, retryAfterS: 2 }
			),
			get('/api/v2/version')
		],
		shows: { status: 503 },
		cure: [faults(gone), get('/api/v2/version')],
		cured: { status: 200 }
	},
	{
		id: 'trailing-slash',
		topic: 'reach',
		says: {
			ru: '404 на верный, казалось бы, адрес: /api/v2/dags/',
			en: '404 for an address that looks right: /api/v2/dags/'
		},
		tell: {
			ru: 'Косая черта в конце — другой путь. Airflow 3 отвечает «API route not found», Airflow 2 — страницей Flask о ненайденном адресе.',
			en: 'A slash at the end makes another path. Airflow 3 says “API route not found”, Airflow 2 speaks of a URL that was not found.'
		},
		mend: {
			ru: 'Уберите косую черту; проверьте заодно, что между адресом сервера и /api она одна.',
			en: 'Take the slash away, and see that there is just one between the server’s address and /api.'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags/')],
		shows: { status: 404, holds: 'API route not found' },
		cure: [get('/api/v2/dags')],
		cured: { status: 200 }
	},
	{
		id: 'method-not-allowed',
		topic: 'reach',
		says: { ru: '405: путь верный, метод нет', en: '405: the path is right, the method is not' },
		tell: {
			ru: 'Ресурс есть, но такого действия у него нет: DAG не создают через POST /dags/{dag_id}, его описывает файл.',
			en: 'The resource exists and knows no such action: a DAG is not created by POST /dags/{dag_id}, a file defines it.'
		},
		mend: {
			ru: 'Сверьтесь со списком операций: запуск — POST /dags/{dag_id}/dagRuns, пауза — PATCH /dags/{dag_id}.',
			en: 'Look the operation up: a run is POST /dags/{dag_id}/dagRuns, a pause is PATCH /dags/{dag_id}.'
		},
		scenario: 'course',
		acts: [post('/api/v2/dags/hello_api', { logical_date: null })],
		shows: { status: 405 },
		cure: [post('/api/v2/dags/hello_api/dagRuns', { logical_date: null })],
		cured: { status: 200 }
	}
];
