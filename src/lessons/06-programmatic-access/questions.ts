import type { Question } from '#lib/course/lesson.ts';

/** Asked at the lesson's end, and again on later days. */
export const programmaticQuestions: Question[] = [
	{
		id: 'programmatic.q-post',
		asks: {
			ru: 'Retry(total=5, status_forcelist=[502, 503]) — и на POST запуска приходит 503. Что сделает requests?',
			en: 'Retry(total=5, status_forcelist=[502, 503]), and a POST that triggers a run gets 503. What will requests do?'
		},
		answers: [
			{
				says: { ru: 'Повторит до пяти раз', en: 'Repeat it up to five times' },
				because: {
					ru: 'Так было бы с GET. POST нет в allowed_methods по умолчанию.',
					en: 'So it would a GET. POST is not among the allowed_methods by default.'
				}
			},
			{
				says: { ru: 'Отдаст 503 сразу', en: 'Hand over the 503 at once' },
				isRight: true,
				because: {
					ru: 'POST и PATCH по коду ответа не повторяются, пока их не разрешить. Разрешайте, когда у запуска своё dag_run_id.',
					en: 'POST and PATCH are not repeated for a status until allowed. Allow them when the run has its own dag_run_id.'
				}
			},
			{
				says: {
					ru: 'Повторит, если в ответе есть Retry-After',
					en: 'Repeat it if the answer has Retry-After'
				},
				because: {
					ru: 'Сначала смотрят на метод: POST отсеется до Retry-After.',
					en: 'The method is looked at first: a POST is out before Retry-After matters.'
				}
			}
		]
	},
	{
		id: 'programmatic.q-timeout',
		asks: {
			ru: 'session.get(url, timeout=30). Когда он сработает?',
			en: 'session.get(url, timeout=30). When does it strike?'
		},
		answers: [
			{
				says: {
					ru: 'Когда весь ответ идёт дольше 30 секунд',
					en: 'When the whole answer takes more than 30 seconds'
				},
				because: {
					ru: 'Общего срока у requests нет: ответ, который капает по байту, может идти час.',
					en: 'requests has no overall term: an answer that drips byte by byte may take an hour.'
				}
			},
			{
				says: {
					ru: 'Когда сервер молчит 30 секунд подряд или столько же не соединяется',
					en: 'When the server is silent for 30 seconds on end, or connecting takes so long'
				},
				isRight: true,
				because: {
					ru: 'Число относится к соединению и к каждой паузе между байтами отдельно.',
					en: 'The number holds for connecting and for each pause between bytes, separately.'
				}
			},
			{
				says: {
					ru: 'Никогда: 30 секунд — и так значение по умолчанию',
					en: 'It makes no difference: 30 seconds is the default'
				},
				because: {
					ru: 'По умолчанию таймаута нет, и запрос может ждать вечно.',
					en: 'There is no timeout by default, and a request may wait for ever.'
				}
			}
		]
	},
	{
		id: 'programmatic.q-silent',
		asks: {
			ru: 'Скрипт перевели с v1 на v2. Какая из этих ошибок не даст о себе знать кодом ответа?',
			en: 'A script was moved from v1 to v2. Which of these mistakes will no status code tell of?'
		},
		answers: [
			{
				says: {
					ru: 'execution_date в теле запуска',
					en: 'execution_date in the body of a trigger'
				},
				because: {
					ru: 'v2 ответит 422 и назовёт поле: extra_forbidden.',
					en: 'v2 answers 422 and names the field: extra_forbidden.'
				}
			},
			{
				says: {
					ru: 'update_mask=val,description у переменной',
					en: 'update_mask=val,description for a variable'
				},
				isRight: true,
				because: {
					ru: 'Ответ 200, а переменная прежняя: таких имён в маске v2 не знает и молчит.',
					en: 'The answer is 200 and the variable as before: v2 does not know such names in a mask and says nothing.'
				}
			},
			{
				says: { ru: 'Basic вместо токена', en: 'Basic instead of a token' },
				because: {
					ru: 'Ответ 401: v2 имени и пароля в запросе не читает.',
					en: 'The answer is 401: v2 reads no name and password in a request.'
				}
			}
		]
	},
	{
		id: 'programmatic.q-client',
		asks: {
			ru: 'Чему равен host в Configuration клиента 3.x для сервера http://airflow:8080?',
			en: 'What is host in the Configuration of client 3.x for the server http://airflow:8080?'
		},
		answers: [
			{
				says: { ru: 'http://airflow:8080', en: 'http://airflow:8080' },
				isRight: true,
				because: {
					ru: 'Пути в клиенте 3.x уже начинаются с /api/v2.',
					en: 'The paths inside client 3.x begin with /api/v2 already.'
				}
			},
			{
				says: { ru: 'http://airflow:8080/api/v2', en: 'http://airflow:8080/api/v2' },
				because: {
					ru: 'Получится /api/v2/api/v2 и 404. Путь в host нужен клиенту 2.x: …/api/v1.',
					en: 'That makes /api/v2/api/v2 and 404. It is client 2.x that wants the path in host: …/api/v1.'
				}
			},
			{
				says: { ru: 'http://airflow:8080/', en: 'http://airflow:8080/' },
				because: {
					ru: 'Косая черта удвоится, сервер отдаст страницу веб-интерфейса, и клиент не сможет её разобрать.',
					en: 'The slash is doubled, the server sends the page of its web interface, and the client cannot read it.'
				}
			}
		]
	}
];
