import { type Group, get, patch, post, raw, remove, tidy } from './case.ts';

const nobody = { as: 'nobody' } as const;
const logIn = (body: unknown) => post('//auth/token', body, nobody);
const bearer = (token: string) =>
	({ as: 'nobody', headers: { authorization: `Bearer ${token}` } }) as const;

export const v2Access: Group = {
	name: 'v2-access',
	api: 'v2',
	cases: {
		'a name and a password give a token': [logIn({ username: 'admin', password: 'admin' })],
		'a viewer gets one too': [logIn({ username: 'viewer', password: 'viewer' })],
		'the terminal’s token': [post('//auth/token/cli', { username: 'op', password: 'op' }, nobody)],
		'the terminal’s token with a wrong password': [
			post('//auth/token/cli', { username: 'op', password: 'no' }, nobody)
		],
		'a form gives a token': [
			post('//auth/token', raw('username=admin&password=admin'), {
				...nobody,
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			})
		],
		'a wrong password': [logIn({ username: 'admin', password: 'wrong' })],
		'an unknown user': [logIn({ username: 'stranger', password: 'admin' })],
		'a password is needed': [logIn({ username: 'admin' })],
		'a name is needed': [logIn({ password: 'admin' })],
		'both are needed': [logIn({})],
		'an empty name': [logIn({ username: '', password: '' })],
		'a number is no password': [logIn({ username: 'admin', password: 5 })],
		'an unknown key at the door': [logIn({ username: 'admin', password: 'admin', otp: 1 })],
		'no body at the door': [logIn(undefined)],
		'broken JSON at the door': [logIn(raw('{"username"'))],
		'a list at the door': [logIn([])],
		'another type at the door': [
			post('//auth/token', raw('admin:admin'), {
				...nobody,
				headers: { 'content-type': 'text/plain' }
			})
		],
		'no token is given to GET': [get('//auth/token', nobody)],
		'no credentials': [get('/dags', nobody)],
		'no credentials to write': [post('/pools', { name: 'x', slots: 1 }, nobody)],
		'no credentials and an unknown DAG': [get('/dags/NONCE_dag', nobody)],
		'no credentials and a bad parameter': [get('/dags?limit=ten', nobody)],
		'no credentials and a bad body': [patch('/dags/hello_api', { x: 1 }, nobody)],
		'no credentials and broken JSON': [patch('/dags/hello_api', raw('{'), nobody)],
		'a token that is none': [get('/dags', bearer('abc.def.ghi'))],
		'an empty token': [get('/dags', { as: 'nobody', headers: { authorization: 'Bearer' } })],
		'a token signed by another': [
			get(
				'/dags',
				bearer(
					'eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiIsImV4cCI6NDEwMjQ0NDgwMH0.c2lnbmF0dXJl'
				)
			)
		],
		'a name and a password are no token': [
			get('/dags', { as: 'nobody', headers: { authorization: `Basic ${btoa('admin:admin')}` } })
		],
		'a bad token does not matter for health': [get('/monitor/health', bearer('abc'))],
		'a viewer may not trigger': [
			post('/dags/paused_cleanup/dagRuns', { logical_date: null }, { as: 'viewer' })
		],
		'a viewer may not trigger an unknown DAG either': [
			post('/dags/NONCE_dag/dagRuns', { logical_date: null }, { as: 'viewer' })
		],
		'rights are looked at before a viewer’s body': [
			post('/dags/paused_cleanup/dagRuns', { conf: 1 }, { as: 'viewer' })
		],
		'broken JSON is looked at before a viewer’s rights': [
			post('/dags/paused_cleanup/dagRuns', raw('{'), { as: 'viewer' })
		],
		'a viewer may not clear': [
			post('/dags/hello_api/clearTaskInstances', { dry_run: true }, { as: 'viewer' })
		],
		'a viewer may not set a run’s state': [
			patch('/dags/hello_api/dagRuns/NONCE_run', { state: 'success' }, { as: 'viewer' })
		],
		'a viewer may not delete a run': [
			remove('/dags/hello_api/dagRuns/NONCE_run', { as: 'viewer' })
		],
		'a viewer may not clear a run': [
			post('/dags/hello_api/dagRuns/NONCE_run/clear', { dry_run: true }, { as: 'viewer' })
		],
		'a viewer may not change a task instance': [
			patch(
				'/dags/hello_api/dagRuns/NONCE_run/taskInstances/say_hello',
				{ note: 'x' },
				{ as: 'viewer' }
			)
		],
		'a viewer may read runs': [get('/dags/paused_cleanup/dagRuns', { as: 'viewer' })],
		'a viewer and pools': [get('/pools', { as: 'viewer' })],
		'a viewer and variables': [get('/variables', { as: 'viewer' })],
		'a user and variables': [get('/variables/NONCE_key', { as: 'user' })],
		'a user and writing variables': [
			post('/variables', { key: 'NONCE_key', value: '1' }, { as: 'user' }),
			tidy('/variables/NONCE_key')
		],
		'an op may read variables': [get('/variables/NONCE_key', { as: 'op' })],
		'a user may not create a pool': [
			post('/pools', { name: 'NONCE_pool', slots: 1 }, { as: 'user' }),
			tidy('/pools/NONCE_pool')
		],
		'a user may not change a pool': [
			patch('/pools/default_pool?update_mask=slots', { slots: 128 }, { as: 'user' })
		],
		'a user may not delete a pool': [remove('/pools/NONCE_pool', { as: 'user' })],
		'a viewer may not create a variable': [
			post('/variables', { key: 'NONCE_key', value: '1' }, { as: 'viewer' }),
			tidy('/variables/NONCE_key')
		],
		'a viewer may not delete a variable': [remove('/variables/NONCE_key', { as: 'viewer' })],
		'an op may delete only the pool there is': [remove('/pools/NONCE_pool', { as: 'op' })],
		'a body that is not JSON': [post('/pools', raw('{"name": '))],
		'a body that ends too soon': [post('/pools', raw('{"name": "x", "slots": 1'))],
		'a body with a stray comma': [post('/pools', raw('{"name": "x",}'))],
		'a body that is not JSON, from nobody': [post('/pools', raw('{'), nobody)],
		'no body': [post('/pools', undefined)],
		'no body, yet a JSON content type': [
			post('/pools', undefined, { headers: { 'content-type': 'application/json' } })
		],
		'a body of another type': [
			post('/pools', { name: 'x', slots: 1 }, { headers: { 'content-type': 'text/plain' } })
		],
		'a list for a body': [post('/pools', [1])],
		'text for a body': [post('/pools', 'x')],
		'null for a body': [post('/pools', raw('null'))],
		'a content type with a charset': [
			patch(
				'/dags/broken_export',
				{ is_paused: false },
				{
					headers: { 'content-type': 'application/json; charset=utf-8' }
				}
			)
		]
	}
};
