import { type Group, get, patch, post, raw, remove } from './case.ts';

const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` });

export const v1Access: Group = {
	name: 'v1-access',
	api: 'v1',
	cases: {
		'no credentials': [get('/dags', { as: 'nobody' })],
		'no credentials to write': [post('/pools', { name: 'x', slots: 1 }, { as: 'nobody' })],
		'no credentials and an unknown DAG': [get('/dags/NONCE_dag', { as: 'nobody' })],
		'no credentials and a bad parameter': [get('/dags?limit=ten', { as: 'nobody' })],
		'no credentials and a bad body': [patch('/dags/hello_api', { x: 1 }, { as: 'nobody' })],
		'a wrong password': [get('/dags', { as: 'nobody', headers: basic('admin:wrong') })],
		'an unknown user': [get('/dags', { as: 'nobody', headers: basic('stranger:admin') })],
		'a bearer token': [
			get('/dags', { as: 'nobody', headers: { authorization: 'Bearer abc.def.ghi' } })
		],
		'credentials that are not base64': [
			get('/dags', { as: 'nobody', headers: { authorization: 'Basic %%%' } })
		],
		'wrong credentials do not matter for health': [
			get('/health', { as: 'nobody', headers: basic('admin:wrong') })
		],
		'a viewer may not trigger': [post('/dags/paused_cleanup/dagRuns', {}, { as: 'viewer' })],
		'a viewer may not trigger an unknown DAG either': [
			post('/dags/NONCE_dag/dagRuns', {}, { as: 'viewer' })
		],
		'a body is looked at before the viewer’s rights': [
			post('/dags/paused_cleanup/dagRuns', { conf: 1 }, { as: 'viewer' })
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
		'a viewer may not set a note': [
			patch('/dags/hello_api/dagRuns/NONCE_run/setNote', { note: 'x' }, { as: 'viewer' })
		],
		'a viewer may read runs': [get('/dags/paused_cleanup/dagRuns', { as: 'viewer' })],
		'a viewer may read pools': [get('/pools', { as: 'viewer' })],
		'a viewer may not read variables': [get('/variables', { as: 'viewer' })],
		'a user may not read variables': [get('/variables', { as: 'user' })],
		'a user may not read one variable': [get('/variables/NONCE_key', { as: 'user' })],
		'a user may not write variables': [
			post('/variables', { key: 'NONCE_key', value: '1' }, { as: 'user' })
		],
		'an op may read variables': [get('/variables/NONCE_key', { as: 'op' })],
		'a user may not create a pool': [
			post('/pools', { name: 'NONCE_pool', slots: 1 }, { as: 'user' })
		],
		'a user may not change a pool': [
			patch('/pools/default_pool', { name: 'default_pool', slots: 128 }, { as: 'user' })
		],
		'a user may not delete a pool': [remove('/pools/NONCE_pool', { as: 'user' })],
		'a viewer may not delete a variable': [remove('/variables/NONCE_key', { as: 'viewer' })],
		'an op may delete only the pool there is': [remove('/pools/NONCE_pool', { as: 'op' })],
		'a body that is not JSON': [post('/pools', raw('{"name": '))],
		'a body that is not JSON, from nobody': [post('/pools', raw('{'), { as: 'nobody' })],
		'no body': [post('/pools', undefined)],
		'no body, yet a JSON content type': [
			post('/pools', undefined, { headers: { 'content-type': 'application/json' } })
		],
		'a body of another type': [
			post('/pools', { name: 'x', slots: 1 }, { headers: { 'content-type': 'text/plain' } })
		],
		'a form': [
			post('/pools', raw('name=x&slots=1'), {
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			})
		],
		'a list for a body': [post('/pools', [1])],
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
