import { get, post, settings, tokensExpire, wait } from '#lib/course/acts.ts';
import type { Symptom } from '#lib/course/symptom.ts';

const BASIC = 'airflow.api.auth.backend.basic_auth';
const SESSION = 'airflow.api.auth.backend.session';
const basic = (text: string) => `Basic ${btoa(text)}`;

/** The caller is not let in. */
export const login: Symptom[] = [
	{
		id: 'password-right-but-refused',
		topic: 'login',
		says: {
			ru: 'Airflow 2 отвечает 401 или 403, хотя логин и пароль верны',
			en: 'Airflow 2 answers 401 or 403 although name and password are right'
		},
		tell: {
			ru: 'В браузере вход с тем же паролем работает, а в API — нет, причём для любого пользователя. Значит, пароль никто не проверял: среди auth_backends нет basic_auth. Без него Airflow считает звонящего анонимом: с ролью Public это 403, без неё — 401.',
			en: 'The same password works on the login page, yet no user gets into the API. So nobody looked at the password: basic_auth is not among auth_backends. Airflow then takes the caller for an anonymous one: 403 where there is a Public role, 401 where there is none.'
		},
		mend: {
			ru: 'Добавьте в [api] auth_backends модуль basic_auth, не убирая session, иначе перестанет работать веб-интерфейс, и перезапустите webserver.',
			en: 'Add the module basic_auth to [api] auth_backends, keep session there for the web interface, and restart the webserver.'
		},
		scenario: 'course',
		acts: [settings(`[api]\nauth_backends = ${SESSION}\n`), get('/api/v1/dags')],
		shows: { status: 403 },
		cure: [settings(`[api]\nauth_backends = ${BASIC},${SESSION}\n`), get('/api/v1/dags')],
		cured: { status: 200, holds: 'hello_api' }
	},
	{
		id: 'base64-newline',
		topic: 'login',
		says: {
			ru: 'Заголовок Basic собран в скрипте, и Airflow 2 его не принимает, а curl -u работает',
			en: 'A Basic header built in a script is refused by Airflow 2, while curl -u works'
		},
		tell: {
			ru: 'Раскодируйте то, что ушло: base64 -d. В конце окажется перевод строки, который добавил echo; для сервера это часть пароля.',
			en: 'Decode what was sent with base64 -d. It ends in the newline that echo added, and to the server that is part of the password.'
		},
		mend: {
			ru: 'Кодируйте через printf %s, а не echo, или поручите заголовок клиенту: curl -u, auth=(…) в requests.',
			en: 'Encode the output of printf %s instead of echo, or leave the header to the client: curl -u, auth=(…) in requests.'
		},
		scenario: 'course',
		acts: [get('/api/v1/dags', { authorization: basic('admin:admin\n') })],
		shows: { status: 403 },
		cure: [get('/api/v1/dags', { authorization: basic('admin:admin') })],
		cured: { status: 200 }
	},
	{
		id: 'not-authenticated',
		topic: 'login',
		says: {
			ru: 'Airflow 3 отвечает 401 «Not authenticated»',
			en: 'Airflow 3 answers 401 “Not authenticated”'
		},
		tell: {
			ru: 'Токен до сервера не дошёл: заголовка Authorization нет, его срезал прокси или переменная с токеном оказалась пустой. О плохом токене сервер сказал бы иначе.',
			en: 'No token reached the server: there is no Authorization header, a proxy cut it off, or the variable that should hold the token is empty. Of a bad token the server speaks in other words.'
		},
		mend: {
			ru: 'Получите токен через POST /auth/token и шлите Authorization: Bearer <токен> с каждым запросом.',
			en: 'Get a token from POST /auth/token and send Authorization: Bearer <token> with every request.'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags', { as: 'nobody' })],
		shows: { status: 401, holds: 'Not authenticated' },
		cure: [get('/api/v2/dags')],
		cured: { status: 200 }
	},
	{
		id: 'basic-on-airflow-3',
		topic: 'login',
		says: {
			ru: 'После перехода на Airflow 3 скрипт с логином и паролем получает 401',
			en: 'After moving to Airflow 3 a script with name and password gets 401'
		},
		tell: {
			ru: 'Скрипт шлёт Authorization: Basic. В API v2 такого способа нет, и ответ тот же, что без заголовка вовсе.',
			en: 'The script sends Authorization: Basic. API v2 knows no such scheme, and answers as if there were no header at all.'
		},
		mend: {
			ru: 'Обменяйте логин и пароль на токен: POST /auth/token, дальше Bearer.',
			en: 'Change name and password into a token: POST /auth/token, then Bearer.'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags', { authorization: basic('admin:admin') })],
		shows: { status: 401, holds: 'Not authenticated' },
		cure: [get('/api/v2/dags', { authorization: 'Bearer {token}' })],
		cured: { status: 200 }
	},
	{
		id: 'token-without-bearer',
		topic: 'login',
		says: {
			ru: 'Токен есть, заголовок есть, а Airflow 3 всё равно отвечает 401',
			en: 'There is a token, there is a header, and Airflow 3 still answers 401'
		},
		tell: {
			ru: 'Посмотрите на заголовок целиком (curl -v): перед токеном нет слова Bearer и пробела.',
			en: 'Look at the whole header (curl -v): the word Bearer and a space are missing before the token.'
		},
		mend: {
			ru: 'Authorization: Bearer <токен>. Слово Bearer — часть заголовка, не токена.',
			en: 'Authorization: Bearer <token>. The word belongs to the header, not to the token.'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags', { authorization: '{token}' })],
		shows: { status: 401, holds: 'Not authenticated' },
		cure: [get('/api/v2/dags', { authorization: 'Bearer {token}' })],
		cured: { status: 200 }
	},
	{
		id: 'quotes-around-token',
		topic: 'login',
		says: {
			ru: 'Airflow 3 отвечает 403 «Invalid JWT token»',
			en: 'Airflow 3 answers 403 “Invalid JWT token”'
		},
		tell: {
			ru: 'Токен дошёл, но прочитать его нельзя: обрезан, от другого сервера или в кавычках. Кавычки оставляет jq без ключа -r. Код при этом 403, а не 401.',
			en: 'A token arrived that cannot be read: cut short, made by another server, or with quotes around it. The quotes come from jq without -r. The code is 403 here, not 401.'
		},
		mend: {
			ru: "Доставайте токен через jq -r '.access_token' и проверьте, что он от этого же сервера.",
			en: "Take the token out with jq -r '.access_token', and see that this very server made it."
		},
		scenario: 'course',
		acts: [get('/api/v2/dags', { authorization: 'Bearer "{token}"' })],
		shows: { status: 403, holds: 'Invalid JWT token' },
		cure: [get('/api/v2/dags', { authorization: 'Bearer {token}' })],
		cured: { status: 200 }
	},
	{
		id: 'token-expired',
		topic: 'login',
		says: {
			ru: 'Долгий скрипт работал и вдруг получил 401 «Token Expired»',
			en: 'A long script went well and then got 401 “Token Expired”'
		},
		tell: {
			ru: 'Срок записан в самом токене, в поле exp. Обычный токен живёт сутки, токен для CLI — час; оба срока задаёт [api_auth] в airflow.cfg.',
			en: 'The token itself says until when, in exp. An ordinary one lives a day, one for the CLI an hour; [api_auth] in airflow.cfg sets both.'
		},
		mend: {
			ru: 'На 401 получите новый токен и повторите запрос один раз. Продления нет: POST /auth/token снова.',
			en: 'On a 401 get a new token and repeat the request once. There is no renewal: it is POST /auth/token again.'
		},
		scenario: 'course',
		acts: [get('/api/v2/dags?limit=1'), tokensExpire, get('/api/v2/dags?limit=1')],
		shows: { status: 401, holds: 'Token Expired' },
		cure: [wait(1000), get('/api/v2/dags?limit=1', { logsInAgain: true })],
		cured: { status: 200 }
	},
	{
		id: 'token-answers-201',
		topic: 'login',
		says: {
			ru: 'Скрипт считает вход неудачным, хотя токен в ответе есть',
			en: 'A script calls the login a failure although the answer holds a token'
		},
		tell: {
			ru: 'POST /auth/token отвечает 201, а не 200: токен создан. Проверка status == 200 не пройдёт никогда.',
			en: 'POST /auth/token answers 201, not 200: a token was created. A check for status == 200 never passes.'
		},
		mend: {
			ru: 'Считайте успехом любой код 2xx: curl --fail, response.raise_for_status().',
			en: 'Take any 2xx for success: curl --fail, response.raise_for_status().'
		},
		scenario: 'course',
		acts: [post('/auth/token', { username: 'admin', password: 'admin' })],
		shows: { status: 201, holds: 'access_token' },
		cure: [get('/api/v2/version')],
		cured: { status: 200 }
	},
	{
		id: 'invalid-credentials',
		topic: 'login',
		says: {
			ru: 'POST /auth/token отвечает 401 «Invalid credentials»',
			en: 'POST /auth/token answers 401 “Invalid credentials”'
		},
		tell: {
			ru: 'Имя или пароль не те. Airflow 3 в простейшей установке сам придумывает пароль и пишет его в файл simple_auth_manager_passwords.json.generated в AIRFLOW_HOME: admin/admin там не работает.',
			en: 'The name or the password is wrong. In its simplest installation Airflow 3 makes passwords up and writes them into simple_auth_manager_passwords.json.generated in AIRFLOW_HOME: admin/admin does not work there.'
		},
		mend: {
			ru: 'Возьмите пароль из этого файла или у того, кто ведёт сервер.',
			en: 'Take the password from that file, or from whoever runs the server.'
		},
		scenario: 'course',
		acts: [post('/auth/token', { username: 'admin', password: 'secret' })],
		shows: { status: 401, holds: 'Invalid credentials' },
		cure: [post('/auth/token', { username: 'admin', password: 'admin' })],
		cured: { status: 201 }
	}
];
