import type { Question } from '#lib/course/lesson.ts';

/** Asked at the lesson's end, and again on later days. */
export const authenticationQuestions: Question[] = [
	{
		id: 'auth.q-401-403',
		asks: {
			ru: 'Скрипт получил 403. Что это говорит о его учётных данных?',
			en: 'A script got 403. What does that say about its credentials?'
		},
		answers: [
			{
				says: {
					ru: 'Они приняты, но прав не хватает',
					en: 'They were accepted, the rights do not suffice'
				},
				isRight: true,
				because: {
					ru: '403 — ответ на «можно ли вам»: сервер знает, кто спрашивает. Исключение — v1 без единого подходящего backend: там 403 получает каждый.',
					en: '403 answers “may you”: the server knows who asks. The exception is v1 without any backend that fits: there everybody gets 403.'
				}
			},
			{
				says: { ru: 'Пароль неверен', en: 'The password is wrong' },
				because: {
					ru: 'На неверный пароль сервер отвечает 401: он не знает, кто вы.',
					en: 'A wrong password is answered with 401: the server does not know who you are.'
				}
			},
			{
				says: { ru: 'Токен истёк', en: 'The token has expired' },
				because: {
					ru: 'Истёкший токен — это тоже «кто вы?», то есть 401.',
					en: 'An expired token is a matter of “who are you”, too: 401.'
				}
			}
		]
	},
	{
		id: 'auth.q-manager',
		asks: {
			ru: 'Чему в airflow.cfg место в `[api] auth_backends` Airflow 2?',
			en: 'What belongs into `[api] auth_backends` of Airflow 2?'
		},
		answers: [
			{
				says: {
					ru: '`airflow.api.auth.backend.basic_auth`',
					en: '`airflow.api.auth.backend.basic_auth`'
				},
				isRight: true,
				because: {
					ru: 'Это модуль-backend: он читает из запроса, кто спрашивает.',
					en: 'This is a backend module: it reads from the request who asks.'
				}
			},
			{
				says: {
					ru: '`airflow.api.auth.backend.session`',
					en: '`airflow.api.auth.backend.session`'
				},
				isRight: true,
				because: {
					ru: 'Тоже backend: узнаёт по cookie того, кто вошёл в интерфейс.',
					en: 'A backend as well: it knows who logged in to the UI by the cookie.'
				}
			},
			{
				says: {
					ru: '`airflow.providers.amazon.aws.auth_manager.aws_auth_manager`',
					en: '`airflow.providers.amazon.aws.auth_manager.aws_auth_manager`'
				},
				because: {
					ru: 'Это auth manager: он решает, кто что может, и называется в `[core] auth_manager`. В списке backend с ним сервер не поднимется.',
					en: 'This is an auth manager: it decides who may do what and is named in `[core] auth_manager`. Among the backends it keeps the server from starting.'
				}
			}
		]
	},
	{
		id: 'auth.q-token',
		asks: {
			ru: 'Скрипт на API v2 ждёт запуск дольше, чем живёт токен. Что ему делать с ответом 401?',
			en: 'A script on API v2 waits for a run longer than its token lives. What is it to do about 401?'
		},
		answers: [
			{
				says: {
					ru: 'Получить новый токен и повторить тот же GET',
					en: 'Fetch a new token and repeat the same GET'
				},
				isRight: true,
				because: {
					ru: 'Запуск живёт без токена скрипта. POST /auth/token — и опрос продолжается.',
					en: 'The run lives on without the script’s token. POST /auth/token, and the polling goes on.'
				}
			},
			{
				says: { ru: 'Запустить DAG ещё раз', en: 'Trigger the DAG once more' },
				because: {
					ru: 'Тогда запусков станет два: первый никто не останавливал.',
					en: 'Then there are two runs: nothing stopped the first.'
				}
			},
			{
				says: { ru: 'Считать запуск упавшим', en: 'Count the run as failed' },
				because: {
					ru: '401 говорит о токене, а не о запуске.',
					en: '401 speaks of the token, not of the run.'
				}
			}
		]
	},
	{
		id: 'auth.q-cors',
		asks: {
			ru: 'curl получает 200, а страница в браузере — «Failed to fetch». Кто не пустил?',
			en: 'curl gets 200, a page in the browser “Failed to fetch”. Who said no?'
		},
		answers: [
			{
				says: {
					ru: 'Браузер: сервер не назвал адрес страницы в `access_control_allow_origins`',
					en: 'The browser: the server did not name the page’s origin in `access_control_allow_origins`'
				},
				isRight: true,
				because: {
					ru: 'CORS проверяет браузер, curl о нём не знает. Сервер ответил, но странице ответ не отдали.',
					en: 'The browser checks CORS; curl knows nothing of it. The server answered, and the page was not given the answer.'
				}
			},
			{
				says: { ru: 'Airflow: неверный пароль', en: 'Airflow: a wrong password' },
				because: {
					ru: 'Тогда curl с тем же паролем получил бы 401.',
					en: 'Then curl with the same password would have got 401.'
				}
			}
		]
	}
];
