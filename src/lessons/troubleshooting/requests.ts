import { get, patch, post } from '#lib/course/acts.ts';
import type { Symptom } from '#lib/course/symptom.ts';

const pool = { name: 'etl', slots: 4 };

/** The server does not like the request. */
export const requests: Symptom[] = [
	{
		id: 'plus-became-a-space',
		topic: 'requests',
		says: {
			ru: 'Дата с +00:00 в адресе: 400 или 422',
			en: 'A date with +00:00 in the address: 400 or 422'
		},
		tell: {
			ru: 'В ответе вместо плюса пробел: «…00:00 00:00». В строке запроса + означает пробел.',
			en: 'The answer shows a space where the plus was: “…00:00 00:00”. In a query + stands for a space.'
		},
		mend: {
			ru: 'Кодируйте плюс как %2B или пишите Z: curl -G --data-urlencode, params=… в requests.',
			en: 'Encode the plus as %2B or write Z: curl -G --data-urlencode, params=… in requests.'
		},
		scenario: 'course',
		acts: [get('/api/v1/dags/~/dagRuns?execution_date_gte=2026-01-01T00:00:00+00:00')],
		shows: { status: 400, holds: '00:00 00:00' },
		cure: [get('/api/v1/dags/~/dagRuns?execution_date_gte=2026-01-01T00:00:00%2B00:00')],
		cured: { status: 200 }
	},
	{
		id: 'content-type-missing',
		topic: 'requests',
		says: {
			ru: '415 или странное 422: тело верное, а сервер его не видит',
			en: '415 or an odd 422: the body is right, and the server does not see it'
		},
		tell: {
			ru: 'Тело ушло без Content-Type: application/json. curl -d сам ставит application/x-www-form-urlencoded; v1 отвечает 415, v2 принимает тело за строку и отвечает 422.',
			en: 'The body left without Content-Type: application/json. curl -d puts application/x-www-form-urlencoded there; v1 answers 415, v2 takes the body for a string and answers 422.'
		},
		mend: {
			ru: "Добавьте -H 'Content-Type: application/json' или шлите curl --json (он с версии 7.82); в requests — json=…, а не data=….",
			en: "Add -H 'Content-Type: application/json', or use curl --json (since 7.82); in requests json=…, not data=…."
		},
		scenario: 'course',
		acts: [post('/api/v1/pools', pool, { contentType: 'application/x-www-form-urlencoded' })],
		shows: { status: 415 },
		cure: [post('/api/v1/pools', pool)],
		cured: { status: 200, holds: 'etl' }
	},
	{
		id: 'single-quotes-in-json',
		topic: 'requests',
		says: {
			ru: '«JSON decode error» или «Request body is not valid JSON»',
			en: '“JSON decode error” or “Request body is not valid JSON”'
		},
		tell: {
			ru: 'В теле одинарные кавычки, True или None: это str() от словаря Python, а не JSON. Второй частый случай — кавычки съела оболочка.',
			en: 'The body has single quotes, True or None: that is str() of a Python dictionary, not JSON. Just as often the shell ate the quotes.'
		},
		mend: {
			ru: 'В Python — json.dumps или json=…. В bash берите всё тело в одинарные кавычки.',
			en: 'In Python use json.dumps or json=…. In bash put the whole body into single quotes.'
		},
		scenario: 'course',
		acts: [post('/api/v2/pools', "{'name': 'etl', 'slots': 4}")],
		shows: { status: 422, holds: 'JSON decode error' },
		cure: [post('/api/v2/pools', pool)],
		cured: { status: 201 }
	},
	{
		id: 'field-of-v1-in-v2',
		topic: 'requests',
		says: {
			ru: '422 «Extra inputs are not permitted» после перехода на v2',
			en: '422 “Extra inputs are not permitted” after moving to v2'
		},
		tell: {
			ru: 'loc называет поле, которого в v2 нет: чаще всего execution_date. v2 незнакомых полей в теле не прощает.',
			en: 'loc names a field that v2 does not have, most often execution_date. In a body v2 forgives no strangers.'
		},
		mend: {
			ru: 'execution_date теперь logical_date. Остальные переименования показывает площадка: «в API v2».',
			en: 'execution_date is logical_date now. The playground shows the other renamed fields.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/dags/hello_api/dagRuns', {
				execution_date: '2026-01-01T00:00:00Z',
				logical_date: null
			})
		],
		shows: { status: 422, holds: 'Extra inputs' },
		cure: [post('/api/v2/dags/hello_api/dagRuns', { logical_date: '2026-01-01T00:00:00Z' })],
		cured: { status: 200 }
	},
	{
		id: 'dag-not-found',
		topic: 'requests',
		says: {
			ru: '404: DAG не найден, хотя файл на месте',
			en: '404: the DAG was not found although its file is there'
		},
		tell: {
			ru: 'Сравните dag_id по буквам: он задаётся в коде и с именем файла не связан; дефис и подчёркивание — разные знаки. Если id верный, посмотрите GET /importErrors: файл мог не прочитаться.',
			en: 'Compare the dag_id letter by letter: it is set in the code and owes nothing to the file’s name; a hyphen is not an underscore. If the id is right, look at GET /importErrors: the file may have failed to load.'
		},
		mend: {
			ru: 'Возьмите dag_id из GET /dags?dag_id_pattern=….',
			en: 'Take the dag_id from GET /dags?dag_id_pattern=….'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags/nightly-sales')],
		shows: { status: 404, holds: 'nightly-sales' },
		cure: [get('/api/v2/dags?dag_id_pattern=sales')],
		cured: { status: 200, holds: 'nightly_sales' }
	},
	{
		id: 'order-by-unknown',
		topic: 'requests',
		says: {
			ru: 'Сортировка отвергнута: 400 «Ordering with … is disallowed»',
			en: 'Sorting is refused: 400 “Ordering with … is disallowed”'
		},
		tell: {
			ru: 'Сортировать можно не по всякому полю ответа: у каждого списка свой набор.',
			en: 'Not every field of the answer may be sorted by: each list has its own set.'
		},
		mend: {
			ru: 'Выберите поле из списка допустимых в описании операции; минус впереди — по убыванию.',
			en: 'Choose one of the fields that the operation’s description names; a minus in front means descending.'
		},
		scenario: 'course',
		acts: [get('/api/v1/dags?order_by=schedule')],
		shows: { status: 400, holds: 'Ordering' },
		cure: [get('/api/v1/dags?order_by=-dag_id')],
		cured: { status: 200 }
	},
	{
		id: 'patch-wants-key',
		topic: 'requests',
		says: {
			ru: 'PATCH переменной требует key, хотя он уже есть в адресе',
			en: 'PATCH of a variable wants the key although the address has it'
		},
		tell: {
			ru: 'v1: «Missing data for required field», v2: 422 с loc body, key. Тело проверяется целиком, адрес его не дополняет.',
			en: 'v1: “Missing data for required field”; v2: 422 with loc body, key. The body is checked as a whole, and the address does not complete it.'
		},
		mend: {
			ru: 'Пришлите и key, и value.',
			en: 'Send both key and value.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/variables', { key: 'region', value: 'emea' }),
			patch('/api/v2/variables/region', { value: 'apac' })
		],
		shows: { status: 422, holds: '"key"' },
		cure: [patch('/api/v2/variables/region', { key: 'region', value: 'apac' })],
		cured: { status: 200, holds: 'apac' }
	}
];
