import { type Group, get, patch, post, type Step, tidy } from './case.ts';

const path = '/variables/NONCE_key';
const a = { key: 'NONCE_a', value: '1' };
const b = { key: 'NONCE_b', value: 'two', description: 'second' };
const bothGone = [tidy('/variables/NONCE_a'), tidy('/variables/NONCE_b')];
const mine = 'variable_key_pattern=NONCE';
const bulk = (says: string, ...actions: unknown[]): [string, Step[]] => [
	says,
	[
		post('/variables', a),
		patch('/variables', { actions }),
		get(`/variables?${mine}&order_by=key`),
		...bothGone
	]
];
const value = (says: string, sent: unknown, key = 'NONCE_key'): [string, Step[]] => [
	says,
	[post('/variables', { key, value: sent }), get(`/variables/${key}`), tidy(`/variables/${key}`)]
];

export const v2Variables: Group = {
	name: 'v2-variables',
	api: 'v2',
	cases: {
		'variables in a list': [
			post('/variables', a),
			post('/variables', b),
			...['key', '-key', 'id', '-id', 'description', 'team_name', 'value'].map((order) =>
				get(`/variables?${mine}&order_by=${order}`)
			),
			get(`/variables?${mine}&limit=1&offset=1`),
			get('/variables?variable_key_prefix_pattern=NONCE_a'),
			get('/variables?variable_key_pattern=NONCE_a|NONCE_b'),
			...bothGone
		],
		...Object.fromEntries([
			value('a value may be a number', 5),
			value('a value may be a fraction', 1.5),
			value('a value may be true', true),
			value('a value may be null', null),
			value('a value may be a list', [1, 'two', null]),
			value('a value may be an object', { a: { b: [1] }, é: 'ü' }),
			value('a value may be empty', ''),
			value('a value may be JSON in text', '{"a": 1, "password": "x"}'),
			value('a secret key hides its value', 'hunter', 'NONCE_password'),
			value('a secret key hides the texts of JSON', '{"a": "x", "n": 1}', 'NONCE_secret'),
			value('a secret key hides a number in text', '5', 'NONCE_token'),
			value(
				'a secret key leaves numbers',
				'{"a": null, "b": true, "c": 2.5, "d": "", "e": []}',
				'NONCE_Secret_x'
			),
			value('a secret key hides an empty value', '', 'NONCE_passphrase'),
			value('a secret key may be any of a few', 'v', 'NONCE_keyfile_dict'),
			value('a key that only sounds secret', 'v', 'NONCE_credential'),
			value(
				'secrets are hidden at any depth',
				'{"a": [{"Password": "p"}, ["q", {"n": {"my_api_key ": ["x", 1, null]}}]], "keypass": "k"}'
			),
			value(
				'numbers are written as Python does',
				'[1.0, 1e5, 1.50, 1e-7, 1e16, -0.0, 0.0001, 12345678901234567890]'
			),
			value('numbers that are none', '{"a": NaN, "b": [Infinity, -Infinity], "c": 1e400}'),
			value('a number in text', ' 5 '),
			value('a number that is none', '05'),
			value('letters are written as ASCII', '{"é": "\\u00e9 🎏"}'),
			value('the last of two keys counts', '{"a": 1, "a": 2}'),
			value('a key may hold a slash', 'x', 'NONCE/key'),
			value('a key may hold a blank', 'x', 'NONCE key'),
			bulk('bulk: one is made', { action: 'create', entities: [b] }),
			bulk('bulk: one is there', { action: 'create', entities: [a] }),
			bulk('bulk: one is there and skipped', {
				action: 'create',
				entities: [{ ...a, value: 'x' }, b],
				action_on_existence: 'skip'
			}),
			bulk('bulk: one is there and overwritten', {
				action: 'create',
				entities: [{ ...a, value: 'x', description: 'd' }],
				action_on_existence: 'overwrite'
			}),
			bulk('bulk: one is changed', { action: 'update', entities: [{ ...a, value: 'x' }] }),
			bulk('bulk: one is changed by a mask', {
				action: 'update',
				entities: [{ ...a, value: 'x', description: 'y' }],
				update_mask: ['description']
			}),
			bulk('bulk: one is not there to change', { action: 'update', entities: [b] }),
			bulk('bulk: one is not there and skipped', {
				action: 'update',
				entities: [b, { ...a, value: 'x' }],
				action_on_non_existence: 'skip'
			}),
			bulk('bulk: one is deleted', { action: 'delete', entities: ['NONCE_a'] }),
			bulk('bulk: one is not there to delete', { action: 'delete', entities: ['NONCE_b'] }),
			bulk('bulk: one is not there to delete and skipped', {
				action: 'delete',
				entities: ['NONCE_b', 'NONCE_a'],
				action_on_non_existence: 'skip'
			}),
			bulk('bulk: entities are needed', { action: 'create' }),
			bulk('bulk: an entity is wrong', { action: 'create', entities: [{ value: 'x' }] }),
			bulk('bulk: nothing to do')
		]),
		'a connection’s password is starred in variables too': [
			post('/connections', {
				connection_id: 'NONCE_conn',
				conn_type: 'x',
				password: 'NONCE-crossing 9',
				extra: '{"note": "see NONCE-crossing 9"}'
			}),
			get('/connections/NONCE_conn'),
			post('/variables', { key: 'NONCE_a', value: 'before NONCE-crossing 9, after' }),
			post('/variables', {
				key: 'NONCE_b',
				value: '{"k": "NONCE-crossing%209", "NONCE-crossing 9": 1}'
			}),
			get('/variables/NONCE_b'),
			tidy('/connections/NONCE_conn'),
			...bothGone
		],
		'the value of a secret key is starred in others too': [
			post('/variables', { key: 'NONCE_token', value: 'NONCE-king' }),
			get('/variables/NONCE_token'),
			post('/variables', { key: 'NONCE_a', value: 'x NONCE-king' }),
			get(`/variables?${mine}&order_by=key`),
			tidy('/variables/NONCE_token'),
			...bothGone
		],
		'patterns of keys': [
			post('/variables', a),
			post('/variables', b),
			...[
				'nonce_A',
				'NONCE%25',
				'NONCE_',
				'%25_b',
				'NONCE_a%7CNONCE_b',
				'NONCE%7C%7CNONCE_b',
				'NONCE\\_a'
			].map((pattern) => get(`/variables?variable_key_pattern=${pattern}&order_by=key&limit=2`)),
			...['NONCE_', 'nonce_', 'NONCE_a%7CNONCE_b', 'NONCE%25'].map((prefix) =>
				get(`/variables?variable_key_prefix_pattern=${prefix}&order_by=key`)
			),
			...bothGone
		],
		'a variable changes and its mask chooses': [
			post('/variables', { key: 'NONCE_key', value: '1', description: 'd' }),
			patch(path, { key: 'NONCE_key', value: '2' }),
			patch(`${path}?update_mask=description`, { key: 'NONCE_key', value: '3', description: 'e' }),
			patch(`${path}?update_mask=nothing`, { key: 'NONCE_key', value: '4' }),
			patch(`${path}?update_mask=key`, { key: 'NONCE_key', value: '4' }),
			patch(path, { key: 'NONCE_key', value: '5', description: null }),
			patch(path, { key: 'other', value: '6' }),
			patch(path, { value: '6' }),
			patch(path, { key: 'NONCE_key' }),
			get(path),
			tidy(path)
		],
		...Object.fromEntries(
			(['op', 'user', 'viewer', 'nobody'] as const).map((as) => [
				`variables in bulk and a ${as}`,
				[
					patch('/variables', { actions: [{ action: 'create', entities: [a] }] }, { as }),
					patch('/variables', { actions: [{ action: 'delete', entities: ['NONCE_x'] }] }, { as }),
					...bothGone
				]
			])
		)
	}
};
