import { type Group, get, patch, post, prepare, type Step, tidy } from './case.ts';

const json = { headers: { accept: 'application/json' } };
const accepting = (accept: string): [string, Step[]] => [
	`the configuration as ${accept}`,
	[
		get('/config', { headers: { accept } }),
		get('/config/section/core/option/executor', { headers: { accept } })
	]
];
const variable = (key: string) => prepare(post('/variables', { key, value: '1' }));
const mine = 'variable_key_pattern=NONCE';

export const v2Site: Group = {
	name: 'v2-site',
	api: 'v2',
	cases: {
		...Object.fromEntries(
			[
				'application/json',
				'application/json;q=0.1',
				'text/plain',
				'text/html',
				'application/*',
				'text/*',
				'application/xml, */*;q=0.1',
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
			get('/config/section/nothing/option/nothing', json)
		],
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
					get('/plugins/importErrors', { as }),
					get('/providers', { as })
				]
			])
		),
		'only some may put the default connections in': [
			post('/connections/defaults', undefined, { as: 'user' }),
			post('/connections/defaults', undefined, { as: 'viewer' }),
			post('/connections/defaults', undefined, { as: 'nobody' })
		],
		'plugins in pages': [
			get('/plugins?limit=0'),
			get('/plugins?limit=1&offset=0'),
			get('/plugins?limit=1000'),
			get('/plugins?offset=5')
		],
		'plugins in pages that are none': [
			get('/plugins?offset=-1&limit=-1'),
			get('/plugins?offset=x'),
			get('/plugins?limit=1.5'),
			get('/plugins?limit=')
		],
		'what plugins could not be read': [
			get('/plugins/importErrors'),
			get('/plugins/importErrors?limit=x')
		],
		'one plugin': [get('/plugins/nothing')],
		'the providers': [get('/providers')],
		'providers in pages': [
			get('/providers?limit=2'),
			get('/providers?limit=2&offset=4'),
			get('/providers?limit=0'),
			get('/providers?offset=100'),
			get('/providers?limit=1000')
		],
		'providers in pages that are none': [get('/providers?limit=-1'), get('/providers?offset=x')],
		'one provider': [get('/providers/apache-airflow-providers-standard')],
		'pages of variables': [
			variable('NONCE_a'),
			variable('NONCE_b'),
			variable('NONCE_c'),
			get(`/variables?${mine}&limit=2&order_by=key`),
			get(`/variables?${mine}&limit=2&offset=2&order_by=key`),
			get(`/variables?${mine}&limit=0`),
			get(`/variables?${mine}&limit=100000&order_by=key`),
			get(`/variables?${mine}&offset=100000`),
			get(`/variables?${mine}&limit=2&limit=1&order_by=key`),
			...['NONCE_a', 'NONCE_b', 'NONCE_c'].map((key) => tidy(`/variables/${key}`))
		]
	}
};
