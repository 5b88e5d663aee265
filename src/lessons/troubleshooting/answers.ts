import { get, post, remove, settings } from '#lib/course/acts.ts';
import type { Symptom } from '#lib/course/symptom.ts';

/** The answer is fine, and not what was expected. */
export const answers: Symptom[] = [
	{
		id: 'only-a-hundred-rows',
		topic: 'answers',
		says: {
			ru: 'limit=1000, а в ответе 100 записей',
			en: 'limit=1000, and the answer has 100 entries'
		},
		tell: {
			ru: 'total_entries больше, чем записей в списке: сервер молча урезал страницу до [api] maximum_page_limit.',
			en: 'total_entries is larger than the list: the server cut the page to [api] maximum_page_limit and said nothing.'
		},
		mend: {
			ru: 'Читайте постранично: offset += число полученных, пока не дойдёте до total_entries. Поднимать предел стоит в последнюю очередь.',
			en: 'Read page by page: offset grows by what came, until total_entries is reached. Raise the limit only as a last resort.'
		},
		scenario: 'production-morning',
		acts: [get('/api/v2/dags/~/dagRuns?limit=1000')],
		shows: { status: 200, holds: '"total_entries"' },
		cure: [get('/api/v2/dags/~/dagRuns?limit=100&offset=100')],
		cured: { status: 200, holds: '"total_entries"' }
	},
	{
		id: 'filter-ignored',
		topic: 'answers',
		says: {
			ru: 'Фильтр в адресе не действует: приходит всё',
			en: 'A filter in the address does nothing: everything comes'
		},
		tell: {
			ru: 'Имя параметра написано с ошибкой или взято из другой версии API: незнакомые параметры v2 пропускает без слов (v1 отвечает 400).',
			en: 'The parameter’s name is misspelt or comes from the other API: v2 passes strangers over in silence (v1 answers 400).'
		},
		mend: {
			ru: 'Сверьте имя с описанием операции: в v2 это logical_date_gte, tags, dag_id_pattern.',
			en: 'Compare the name with the operation’s description: in v2 it is logical_date_gte, tags, dag_id_pattern.'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags?tag=sales')],
		shows: { status: 200, holds: 'hello_api' },
		cure: [get('/api/v2/dags?tags=sales')],
		cured: { status: 200, holds: '"total_entries":1' }
	},
	{
		id: 'password-not-shown',
		topic: 'answers',
		says: {
			ru: 'Соединение приходит без пароля',
			en: 'A connection comes without its password'
		},
		tell: {
			ru: 'Так задумано: v1 не отдаёт поле password вовсе, v2 присылает ***. Сам пароль при этом сохранён.',
			en: 'It is meant so: v1 leaves password out, v2 sends ***. The password itself is stored.'
		},
		mend: {
			ru: 'Через API пароль не узнать. Не отправляйте полученный ответ обратно целиком: храните источник настроек у себя.',
			en: 'The API does not tell it. Keep the source of your settings elsewhere, and do not build it from answers.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/connections', {
				connection_id: 'shop',
				conn_type: 'http',
				login: 'robot',
				password: 'Tr0ub4dor'
			}),
			get('/api/v2/connections/shop')
		],
		shows: { status: 200, holds: '"password":"***"' },
		cure: [get('/api/v1/connections/shop')],
		cured: { status: 200, holds: 'robot' }
	},
	{
		id: 'variable-starred',
		topic: 'answers',
		says: {
			ru: 'Значение переменной в v2 приходит как ***',
			en: 'A variable’s value comes as *** in v2'
		},
		tell: {
			ru: 'В ключе переменной есть слово вроде password, secret, token: v2 такие значения прячет. v1 отдаёт как есть.',
			en: 'The key has a word such as password, secret or token in it: v2 hides such values. v1 shows them.'
		},
		mend: {
			ru: 'Секретам место в соединениях или в secrets backend. Если это не секрет, назовите ключ иначе.',
			en: 'Secrets belong into connections or a secrets backend. If it is no secret, give the key another name.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/variables', { key: 'report_token', value: 'monday-42' }),
			get('/api/v2/variables/report_token')
		],
		shows: { status: 200, holds: '"value":"***"' },
		cure: [
			post('/api/v2/variables', { key: 'report_label', value: 'tuesday-43' }),
			get('/api/v2/variables/report_label')
		],
		cured: { status: 200, holds: 'tuesday-43' }
	},
	{
		id: 'empty-204',
		topic: 'answers',
		says: {
			ru: 'Удаление «упало»: response.json() не разбирается',
			en: 'A deletion “failed”: response.json() cannot be read'
		},
		tell: {
			ru: 'Код 204: удалено, тела нет. Разбирать нечего.',
			en: 'The code is 204: deleted, without a body. There is nothing to read.'
		},
		mend: {
			ru: 'Смотрите на код, тело читайте только когда оно есть.',
			en: 'Look at the code, and read the body only where there is one.'
		},
		scenario: 'course',
		acts: [post('/api/v2/pools', { name: 'etl', slots: 4 }), remove('/api/v2/pools/etl')],
		shows: { status: 204 },
		cure: [get('/api/v2/pools/etl')],
		cured: { status: 404 }
	},
	{
		id: 'dag-missing-import-error',
		topic: 'answers',
		says: {
			ru: 'Новый DAG не появляется в списке',
			en: 'A new DAG does not appear in the list'
		},
		tell: {
			ru: 'GET /importErrors: файл есть, но при чтении упал, и в ответе его traceback. Если ошибок нет, файл ещё не найден: новые файлы Airflow ищет раз в пять минут.',
			en: 'GET /importErrors: the file is there and fails while it is read; the answer holds the traceback. If there are no errors, it has not been found yet: Airflow looks for new files every five minutes.'
		},
		mend: {
			ru: 'Исправьте ошибку. Файл, который Airflow уже знает, можно перечитать сразу: PUT /parseDagFile/{file_token}.',
			en: 'Mend the error. A file that Airflow knows is read again at once after PUT /parseDagFile/{file_token}.'
		},
		scenario: 'showcase',
		acts: [get('/api/v2/importErrors')],
		shows: { status: 200, holds: 'stack_trace' },
		cure: [get('/api/v2/dags?limit=1')],
		cured: { status: 200 }
	},
	{
		id: 'state-misspelt',
		topic: 'answers',
		says: {
			ru: 'В v1 фильтр по состоянию возвращает пустой список',
			en: 'In v1 a filter by state gives an empty list'
		},
		tell: {
			ru: 'Состояния done нет: у запусков это queued, running, success, failed. v1 незнакомое слово принимает и ничего не находит, v2 отвечает 422 и перечисляет допустимые.',
			en: 'There is no state done: runs know queued, running, success, failed. v1 takes the stranger and finds nothing; v2 answers 422 and names what is allowed.'
		},
		mend: {
			ru: 'state=success. Закончившимся считается и failed.',
			en: 'state=success. A run that failed has ended as well.'
		},
		scenario: 'production-morning',
		acts: [get('/api/v1/dags/~/dagRuns?state=done')],
		shows: { status: 200, holds: '"total_entries": 0' },
		cure: [get('/api/v1/dags/~/dagRuns?state=success&limit=1')],
		cured: { status: 200, holds: '"state": "success"' }
	},
	{
		id: 'page-limit-too-low',
		topic: 'answers',
		says: {
			ru: 'Даже limit=100 приносит меньше записей',
			en: 'Even limit=100 brings fewer entries'
		},
		tell: {
			ru: 'Администратор понизил [api] maximum_page_limit. Код, который считает страницы по своему limit, пропустит записи.',
			en: 'Somebody lowered [api] maximum_page_limit. Code that counts pages by its own limit skips entries.'
		},
		mend: {
			ru: 'Сдвигайте offset на столько записей, сколько пришло, а не на limit.',
			en: 'Move offset by as many entries as came, not by limit.'
		},
		scenario: 'production-morning',
		acts: [settings('[api]\nmaximum_page_limit = 5\n'), get('/api/v2/dags?limit=100')],
		shows: { status: 200, holds: '"total_entries"' },
		cure: [settings(''), get('/api/v2/dags?limit=100')],
		cured: { status: 200, holds: '"total_entries"' }
	}
];
