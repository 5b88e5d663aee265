import {
	LAST_TOKEN,
	type Caller,
	type Group,
	type Step,
	get,
	patch,
	post,
	put,
	raw,
	remove
} from './case.ts';

const nobody = { as: 'nobody' } as const;
const logIn = (who: Caller) => post('//auth/token', { username: who, password: who }, nobody);
const bearer = (token: string) =>
	({ as: 'nobody', headers: { authorization: `Bearer ${token}` } }) as const;
const cookie = (token: string) =>
	({ as: 'nobody', headers: { cookie: `_token=${token}` } }) as const;
const form = (text: string) =>
	post('//auth/token', raw(text), {
		...nobody,
		headers: { 'content-type': 'application/x-www-form-urlencoded' }
	});
const ask = (options: Parameters<typeof get>[1]) => get('/dags/NONCE_dag', options);
const authorization = (value: string) => ask({ as: 'nobody', headers: { authorization: value } });

const BAD_LOGINS: Record<string, unknown> = {
	'no name': { password: 'admin' },
	'no password': { username: 'admin' },
	'an empty password': { username: 'admin', password: '' },
	'an empty name': { username: '', password: 'admin' },
	'a name that is a number': { username: 5, password: 'admin' },
	'a name that is null': { username: null, password: 'admin' },
	'a password that is a list': { username: 'admin', password: ['admin'] },
	'a name in capitals': { username: 'ADMIN', password: 'admin' },
	'a name with a space': { username: 'admin ', password: 'admin' },
	'something more': { username: 'admin', password: 'admin', otp: '1' },
	'two things more': { username: 'admin', password: 'admin', otp: '1', a: {} },
	nothing: {}
};

const terminal: [string, Step[]][] = Object.entries(BAD_LOGINS).map(([what, body]) => [
	`the terminal’s token with ${what}`,
	[post('//auth/token/cli', body, nobody)]
]);
const browser: [string, Step[]][] = Object.entries(BAD_LOGINS).map(([what, body]) => [
	`a token with ${what}`,
	[post('//auth/token', body, nobody)]
]);

/** Tokens, logging in and out of Airflow 3. */
export const v2People: Group = {
	name: 'v2-people',
	api: 'v2',
	cases: {
		...Object.fromEntries([...terminal, ...browser]),
		'a form without a password': [form('username=admin')],
		'a form without anything': [form('')],
		'a form with a wrong password': [form('username=admin&password=no')],
		'a form with a name twice': [form('username=op&username=admin&password=admin')],
		'a form for the terminal': [
			post('//auth/token/cli', raw('username=admin&password=admin'), {
				...nobody,
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			})
		],
		'JSON with a charset at the door': [
			post('//auth/token', raw('{"username":"admin","password":"admin"}'), {
				...nobody,
				headers: { 'content-type': 'application/json; charset=utf-8' }
			})
		],
		'broken JSON for the terminal': [post('//auth/token/cli', raw('{'), nobody)],
		'a list for the terminal': [post('//auth/token/cli', raw('[]'), nobody)],
		'nothing for the terminal': [post('//auth/token/cli', undefined, nobody)],
		'a token of each role': (['admin', 'op', 'user', 'viewer'] as const).flatMap((who) => [
			logIn(who),
			ask(bearer(LAST_TOKEN)),
			get('/variables/NONCE', bearer(LAST_TOKEN)),
			remove('/dags/NONCE_dag', bearer(LAST_TOKEN))
		]),
		'a token of the terminal': [
			post('//auth/token/cli', { username: 'op', password: 'op' }, nobody),
			ask(bearer(LAST_TOKEN))
		],
		'a token in a cookie': [logIn('viewer'), ask(cookie(LAST_TOKEN))],
		'a token in a cookie among others': [
			logIn('viewer'),
			ask({ as: 'nobody', headers: { cookie: `a=1; _token=${LAST_TOKEN}; b=2` } })
		],
		'a cookie that is no token': [ask(cookie('abc')), get('/version', cookie('abc'))],
		'a cookie of another name': [ask({ as: 'nobody', headers: { cookie: 'token=abc' } })],
		'a header counts before a cookie': [
			logIn('viewer'),
			ask({
				as: 'nobody',
				headers: { authorization: 'Bearer abc', cookie: `_token=${LAST_TOKEN}` }
			}),
			ask({
				as: 'nobody',
				headers: { authorization: `Bearer ${LAST_TOKEN}`, cookie: '_token=abc' }
			})
		],
		'a name and a password do not hide a cookie': [
			logIn('viewer'),
			ask({
				as: 'nobody',
				headers: { authorization: 'Basic YTpi', cookie: `_token=${LAST_TOKEN}` }
			})
		],
		'ways to write a bearer': [
			logIn('viewer'),
			authorization(`bearer ${LAST_TOKEN}`),
			authorization(`BEARER ${LAST_TOKEN}`),
			authorization(`Bearer  ${LAST_TOKEN}`),
			authorization(`Token ${LAST_TOKEN}`),
			authorization(LAST_TOKEN),
			authorization(`Bearer ${LAST_TOKEN} x`),
			authorization(`Bearer "${LAST_TOKEN}"`),
			authorization(`Bearer ${LAST_TOKEN}x`),
			authorization('Bearer .'),
			authorization('Bearer ..')
		],
		'a token whose holder was made up': [
			authorization(
				'Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiJ9.'
			)
		],
		'a logout ends a token': [
			logIn('viewer'),
			ask(bearer(LAST_TOKEN)),
			get('/auth/logout', bearer(LAST_TOKEN)),
			ask(bearer(LAST_TOKEN)),
			ask(cookie(LAST_TOKEN)),
			get('/version', bearer(LAST_TOKEN))
		],
		'a logout by cookie ends a token': [
			logIn('viewer'),
			get('/auth/logout', cookie(LAST_TOKEN)),
			ask(bearer(LAST_TOKEN))
		],
		'a logout ends one token only': [
			logIn('viewer'),
			get('/auth/logout', bearer(LAST_TOKEN)),
			logIn('viewer'),
			ask(bearer(LAST_TOKEN))
		],
		'a logout with a bad token': [get('/auth/logout', bearer('abc'))],
		'a logout with a bad cookie': [get('/auth/logout', cookie('abc'))],
		'a logout without any': [get('/auth/logout', nobody)],
		'a logout is not posted': [post('/auth/logout', undefined, nobody)],
		'where to log in': [
			get('/auth/login', nobody),
			get('/auth/login?next=', nobody),
			get('/auth/login?next=/dags', nobody),
			get('/auth/login?next=dags', nobody),
			get('/auth/login?next=//evil.com/', nobody),
			get('/auth/login?next=http://evil.com/', nobody),
			get('/auth/login?next=javascript:alert(1)', nobody),
			get('/auth/login?next=/a&next=http://evil.com/', nobody),
			get('/auth/login?other=1', nobody)
		],
		'the page to log in on': [get('//auth/login', nobody), get('//auth/nothing', nobody)],
		'wrong methods at the door': [
			post('//auth/login', {}, nobody),
			post('//auth/nothing', {}, nobody),
			remove('//auth/token', nobody),
			put('//auth/token/cli', {}, nobody),
			get('//auth/token/cli', nobody),
			patch('//auth/token/login', {}, nobody),
			post('//auth/token/login', {}, nobody)
		],
		'all admins only': [
			get('//auth/token', nobody),
			get('//auth/token/login', nobody),
			get('//auth/token/login?next=/dags', nobody),
			get('//auth/token', { as: 'admin' })
		],
		'the door is not in the API': [
			post('/auth/token', { username: 'admin', password: 'admin' }, nobody),
			get('/auth/token', nobody),
			post('/auth/login', {}, nobody)
		],
		'an address that is not': [
			get('/nothing', nobody),
			get('/nothing'),
			post('/nothing', {}, nobody),
			remove('/dags', { as: 'nobody' }),
			put('/dags/NONCE_dag', {}, nobody)
		],
		'a body is read before the caller': [
			post('/variables', raw('{'), nobody),
			post('/variables', raw('{'), { as: 'viewer' }),
			post('/variables', [], { as: 'viewer' }),
			post('/variables', {}, { as: 'op' })
		],
		'the caller is looked at before the query': [
			get('/variables?limit=x', nobody),
			get('/variables?limit=x', { as: 'viewer' }),
			get('/variables?limit=x', { as: 'op' })
		],
		'the caller is looked at before the path': [
			get('/assets/x', nobody),
			get('/assets/x', { as: 'viewer' }),
			put('/backfills/x/pause', undefined, { as: 'viewer' }),
			put('/backfills/x/pause', undefined, { as: 'user' }),
			put('/backfills/-1/pause', undefined, { as: 'viewer' }),
			get('/eventLogs/x', { as: 'viewer' })
		]
	}
};
