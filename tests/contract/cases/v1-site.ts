import { type Group, get, patch, post, type Step } from './case.ts';

const json = { headers: { accept: 'application/json' } };
const accepting = (accept: string): [string, Step[]] => [
	`the configuration as ${accept}`,
	[
		get('/config', { headers: { accept } }),
		get('/config/section/core/option/executor', { headers: { accept } })
	]
];

export const v1Site: Group = {
	name: 'v1-site',
	api: 'v1',
	cases: {
		...Object.fromEntries(
			[
				'application/json',
				'text/plain',
				'text/html',
				'application/*',
				'text/*',
				'application/xml, */*;q=0.1',
				'text/plain;q=0',
				'text'
			].map(accepting)
		),
		'a section of the configuration': [
			get('/config?section=core', json),
			get('/config?section=nothing', json),
			get('/config?section=', json)
		],
		'an option of the configuration': [
			get('/config/section/CORE/option/Executor', json),
			get('/config/section/core/option/fernet_key', json),
			get('/config/section/nothing/option/nothing', json),
			get('/config/section/core/option/executor?section=core', json)
		],
		'the configuration takes no unknown parameter': [get('/config?colour=red', json)],
		'the configuration cannot be changed': [
			patch('/config', {}),
			post('/config', {}),
			patch('/config/section/core/option/executor', {})
		],
		...Object.fromEntries(
			(['op', 'user', 'viewer', 'nobody'] as const).map((as) => [
				`the site and a ${as}`,
				[
					get('/config', { as, ...json }),
					get('/config', { as, headers: { accept: 'text/html' } }),
					get('/config/section/core/option/executor', { as, ...json }),
					get('/plugins', { as }),
					get('/providers', { as })
				]
			])
		),
		'plugins in pages': [
			get('/plugins?limit=0'),
			get('/plugins?limit=1&offset=0'),
			get('/plugins?limit=1000'),
			get('/plugins?offset=5')
		],
		'plugins in pages that are none': [
			get('/plugins?offset=-1'),
			get('/plugins?offset=x'),
			get('/plugins?limit=1.5'),
			get('/plugins?limit=')
		],
		'plugins in no order': [get('/plugins?order_by=name')],
		'one plugin': [get('/plugins/nothing')],
		'the providers': [get('/providers')],
		'providers come at once': [get('/providers?limit=1'), get('/providers?offset=1')],
		'one provider': [get('/providers/apache-airflow-providers-http')],
		'a page without a length': [get('/permissions?limit=0'), get('/permissions?limit=0&offset=20')],
		'a page longer than the longest': [get('/permissions?limit=101'), get('/permissions?limit=1')],
		'a page of a length below zero': [get('/permissions?limit=-1')]
	}
};
