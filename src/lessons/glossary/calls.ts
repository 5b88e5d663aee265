import type { Term } from '#lib/course/glossary.ts';

/** How one asks: access, requests, answers. */
export const callTerms: Term[] = [
	{
		id: 'openapi',
		term: { ru: 'OpenAPI', en: 'OpenAPI' },
		means: {
			ru: 'Машиночитаемое описание API: пути, параметры, схемы. В 2.x лежит по адресу /api/v1/openapi.yaml, в 3.x — /openapi.json.',
			en: 'A machine-readable description of an API: paths, parameters, schemas. 2.x has it at /api/v1/openapi.yaml, 3.x at /openapi.json.'
		},
		forms: { ru: ['OpenAPI'], en: ['OpenAPI'] },
		see: ['operation-id']
	},
	{
		id: 'operation-id',
		term: { ru: 'operationId', en: 'operationId' },
		means: {
			ru: 'Имя операции в спецификации: post_dag_run в v1, trigger_dag_run в v2. По нему называются методы сгенерированных клиентов.',
			en: 'An operation’s name in the document: post_dag_run in v1, trigger_dag_run in v2. Generated clients name their methods after it.'
		},
		forms: { ru: ['operationId'], en: ['operationId'] },
		see: ['openapi', 'client']
	},
	{
		id: 'auth-backend',
		term: { ru: 'auth backend', en: 'auth backend' },
		means: {
			ru: 'В Airflow 2 — модуль, который узнаёт из запроса, кто спрашивает: basic_auth, session, kerberos_auth. Перечисляются в [api] auth_backends.',
			en: 'In Airflow 2, a module that reads from the request who asks: basic_auth, session, kerberos_auth. Listed in [api] auth_backends.'
		},
		forms: {
			ru: ['auth backend', 'auth_backends'],
			en: ['auth backend', 'auth backends', 'auth_backends']
		},
		see: ['auth-manager']
	},
	{
		id: 'auth-manager',
		term: { ru: 'auth manager', en: 'auth manager' },
		means: {
			ru: 'Часть Airflow, которая решает, кто что может; задаётся в [core] auth_manager. Это не backend: в список auth_backends она не входит.',
			en: 'The part of Airflow that decides who may do what; set in [core] auth_manager. It is no backend and does not belong into auth_backends.'
		},
		forms: { ru: ['auth manager'], en: ['auth manager', 'auth managers'] },
		see: ['auth-backend', 'fab']
	},
	{
		id: 'fab',
		term: { ru: 'FAB', en: 'FAB' },
		means: {
			ru: 'Flask AppBuilder: auth manager с пользователями и ролями в базе. В Airflow 2 он обычный, в Airflow 3 ставится отдельным провайдером.',
			en: 'Flask AppBuilder: an auth manager with users and roles in the database. The usual one of Airflow 2; a provider of its own for Airflow 3.'
		},
		forms: { ru: ['FAB'], en: ['FAB'] },
		see: ['auth-manager', 'role']
	},
	{
		id: 'role',
		term: { ru: 'роль', en: 'role' },
		means: {
			ru: 'Набор прав. Из коробки, от меньшей к большей: Public, Viewer, User, Op, Admin.',
			en: 'A set of rights. Out of the box, from least to most: Public, Viewer, User, Op, Admin.'
		},
		forms: { ru: ['роль', 'роли', 'ролью', 'ролей'], en: ['role', 'roles'] },
		see: ['forbidden']
	},
	{
		id: 'token',
		term: { ru: 'токен (JWT)', en: 'token (JWT)' },
		means: {
			ru: 'Подписанная строка, которой API v2 узнаёт вызывающего. Её выдаёт POST /auth/token, и она истекает: по умолчанию через сутки, для CLI — через час.',
			en: 'A signed text by which API v2 knows its caller. POST /auth/token gives one, and it expires: after a day by default, after an hour for the CLI.'
		},
		forms: { ru: ['токен', 'токена', 'токену', 'токеном', 'токены'], en: ['token', 'tokens'] },
		see: ['unauthorized']
	},
	{
		id: 'unauthorized',
		term: { ru: '401 Unauthorized', en: '401 Unauthorized' },
		means: {
			ru: '«Кто вы?»: учётных данных нет, они неверны или токен истёк.',
			en: '“Who are you?”: there are no credentials, they are wrong, or the token has expired.'
		},
		forms: { ru: [], en: [] },
		see: ['forbidden', 'token']
	},
	{
		id: 'forbidden',
		term: { ru: '403 Forbidden', en: '403 Forbidden' },
		means: {
			ru: '«Вам нельзя»: сервер узнал вас, но у роли нет такого права.',
			en: '“You may not”: the server knows you, and your role lacks the right.'
		},
		forms: { ru: [], en: [] },
		see: ['unauthorized', 'role']
	},
	{
		id: 'cors',
		term: { ru: 'CORS', en: 'CORS' },
		means: {
			ru: 'Правило браузера: страница с одного адреса получит ответ другого, только если тот её назвал в заголовках. curl об этом не знает.',
			en: 'A rule of browsers: a page of one origin is given another’s answer only if that one names it in its headers. curl knows nothing of it.'
		},
		forms: { ru: ['CORS'], en: ['CORS'] },
		see: ['preflight']
	},
	{
		id: 'preflight',
		term: { ru: 'предварительный запрос (preflight)', en: 'preflight' },
		means: {
			ru: 'OPTIONS, которым браузер спрашивает сервер, можно ли отправить настоящий запрос с таким методом и заголовками.',
			en: 'The OPTIONS request by which a browser asks whether the real one may be sent with its method and headers.'
		},
		forms: { ru: ['предварительный запрос', 'preflight'], en: ['preflight'] },
		see: ['cors']
	},
	{
		id: 'pagination',
		term: { ru: 'постраничная выдача', en: 'pagination' },
		means: {
			ru: 'Списки приходят частями: limit — сколько, offset — с какого. Без limit v1 отдаёт 100, v2 — 50; больше maximum_page_limit (обычно 100) не даст ни один.',
			en: 'Lists come in parts: limit says how many, offset from where. Without limit v1 gives 100 and v2 50; neither gives more than maximum_page_limit, usually 100.'
		},
		forms: {
			ru: ['постраничная выдача', 'постранично', 'постраничную выдачу'],
			en: ['pagination']
		},
		see: ['cursor', 'order-by']
	},
	{
		id: 'cursor',
		term: { ru: 'курсор', en: 'cursor' },
		means: {
			ru: 'Закладка вместо offset: следующая страница начинается ровно за последней строкой, даже если появились новые. В v2 есть у запусков и экземпляров задач.',
			en: 'A bookmark instead of an offset: the next page begins right after the last row, even when new ones came in. v2 has it for runs and task instances.'
		},
		forms: { ru: ['курсор', 'курсора', 'курсором'], en: ['cursor'] },
		see: ['pagination']
	},
	{
		id: 'order-by',
		term: { ru: 'order_by', en: 'order_by' },
		means: {
			ru: 'Поле, по которому отсортирован список; минус впереди — по убыванию. v1 берёт одно, v2 — несколько.',
			en: 'The field by which a list is sorted; a minus in front turns it around. v1 takes one, v2 several.'
		},
		forms: { ru: ['order_by'], en: ['order_by'] },
		see: ['pagination']
	},
	{
		id: 'update-mask',
		term: { ru: 'update_mask', en: 'update_mask' },
		means: {
			ru: 'Список полей, которые PATCH изменит; остальное из тела он пропустит.',
			en: 'The fields that a PATCH changes; whatever else the body holds is passed over.'
		},
		forms: { ru: ['update_mask'], en: ['update_mask'] }
	},
	{
		id: 'tilde',
		term: { ru: '~ («любой»)', en: '~ (“any”)' },
		means: {
			ru: 'На месте id в пути: /dags/~/dagRuns — запуски всех DAG.',
			en: 'In the place of an id in a path: /dags/~/dagRuns is the runs of every DAG.'
		},
		forms: { ru: [], en: [] },
		see: ['pagination']
	},
	{
		id: 'rfc-7807',
		term: { ru: 'RFC 7807', en: 'RFC 7807' },
		means: {
			ru: 'Вид, в котором v1 отдаёт ошибки: title, detail, status, type. v2 отдаёт {"detail": …}.',
			en: 'The shape of v1’s errors: title, detail, status, type. v2 gives {"detail": …}.'
		},
		forms: { ru: ['RFC 7807'], en: ['RFC 7807'] },
		see: ['unprocessable']
	},
	{
		id: 'conflict',
		term: { ru: '409 Conflict', en: '409 Conflict' },
		means: {
			ru: '«Такое уже есть». После повтора запроса это часто успех: первый раз всё получилось.',
			en: '“There is one already.” After repeating a request it is often success: the first time went through.'
		},
		forms: { ru: [], en: [] },
		see: ['idempotence', 'dag-run-id']
	},
	{
		id: 'unprocessable',
		term: { ru: '422 Unprocessable', en: '422 Unprocessable' },
		means: {
			ru: 'v2 понял JSON, но не тело: чего-то нет, что-то лишнее или не того типа. Что именно — в detail, поле loc. v1 в таких случаях отвечает 400.',
			en: 'v2 read the JSON and not the body: something is missing, too much or of the wrong type. detail says what, in loc. v1 answers 400 there.'
		},
		forms: { ru: [], en: [] },
		see: ['rfc-7807']
	},
	{
		id: 'idempotence',
		term: { ru: 'идемпотентность', en: 'idempotence' },
		means: {
			ru: 'Свойство запроса: два раза — то же, что один. POST запуска её не имеет, пока вы не назовёте dag_run_id сами.',
			en: 'A property of a request: twice is the same as once. Triggering by POST lacks it unless you name the dag_run_id.'
		},
		forms: {
			ru: ['идемпотентность', 'идемпотентности', 'идемпотентным', 'идемпотентен', 'идемпотентны'],
			en: ['idempotence', 'idempotent']
		},
		see: ['dag-run-id', 'conflict']
	},
	{
		id: 'polling',
		term: { ru: 'опрос (polling)', en: 'polling' },
		means: {
			ru: 'Спрашивать состояние снова и снова, пока не станет окончательным: с растущей паузой и общим сроком.',
			en: 'Asking for a state again and again until it is final: with growing pauses and a deadline.'
		},
		forms: { ru: ['опрос', 'опроса', 'опросом', 'опрашивать', 'опрашивайте'], en: ['polling'] },
		see: ['backoff']
	},
	{
		id: 'backoff',
		term: { ru: 'backoff', en: 'backoff' },
		means: {
			ru: 'Пауза между попытками, которая растёт, лучше со случайной добавкой, чтобы клиенты не приходили разом.',
			en: 'A pause between attempts that grows, best with some chance in it, so that clients do not come all at once.'
		},
		forms: { ru: ['backoff'], en: ['backoff'] },
		see: ['polling']
	},
	{
		id: 'ndjson',
		term: { ru: 'NDJSON', en: 'NDJSON' },
		means: {
			ru: 'Поток, где каждая строка — отдельный JSON. Так v2 отдаёт логи и ожидание запуска по мере того, как идёт время.',
			en: 'A stream in which every line is a JSON of its own. So v2 sends logs and the wait for a run, as time passes.'
		},
		forms: { ru: ['NDJSON'], en: ['NDJSON'] }
	}
];
