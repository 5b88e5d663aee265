import { type Group, get, patch, post, raw, remove, type Step, tidy } from './case.ts';

const path = '/connections/NONCE_conn';
const whole = {
	connection_id: 'NONCE_conn',
	conn_type: 'postgres',
	description: 'where the marts live',
	host: 'warehouse.example.org',
	login: 'etl',
	password: 'secret',
	schema: 'marts',
	port: 5432,
	extra: '{"sslmode": "require", "password": "inner", "nested": {"api_key": "k", "n": 1}}'
};
const make = post('/connections', whole);
const brief = { connection_id: 'NONCE_conn', conn_type: 'http' };
const gone = tidy(path);
const mine = 'connection_id_pattern=NONCE';
const withNew = (says: string, body: unknown): [string, Step[]] => [
	says,
	[post('/connections', body), gone]
];
const changed = (says: string, body: unknown, query = ''): [string, Step[]] => [
	says,
	[make, patch(`${path}${query}`, body), get(path), gone]
];
const a = { connection_id: 'NONCE_a', conn_type: 'z' };
const b = { connection_id: 'NONCE_b', conn_type: 'y', host: 'h' };
const bothGone = [tidy('/connections/NONCE_a'), tidy('/connections/NONCE_b')];
const bulk = (says: string, ...actions: unknown[]): [string, Step[]] => [
	says,
	[
		post('/connections', a),
		patch('/connections', { actions }),
		get(`/connections?${mine}&order_by=connection_id`),
		...bothGone
	]
];

export const v2Connections: Group = {
	name: 'v2-connections',
	api: 'v2',
	cases: {
		'a connection is made, read, changed and deleted': [
			make,
			get(path),
			patch(path, { ...whole, host: 'other' }),
			get(path),
			remove(path),
			get(path)
		],
		'a connection needs only an id and a type': [post('/connections', brief), get(path), gone],
		'a connection’s id is taken': [make, make, gone],
		'connections in a list': [
			post('/connections', a),
			post('/connections', b),
			...['connection_id', '-conn_type', 'id', '-host', 'port', 'description', 'conn_id'].map(
				(order) => get(`/connections?${mine}&order_by=${order}`)
			),
			get(`/connections?${mine}&limit=1&offset=1`),
			get(`/connections?connection_id_prefix_pattern=NONCE_a`),
			get(`/connections?connection_id_pattern=NONCE_a|NONCE_b`),
			get(`/connections?connection_id_pattern=%25CE_b`),
			...bothGone
		],
		'connections by what they are not ordered by': [
			get('/connections?order_by=login'),
			get('/connections?order_by=password'),
			get('/connections?order_by=')
		],
		'a limit that is none': [get('/connections?limit=x'), get('/connections?limit=-1')],
		'an offset below zero': [get('/connections?offset=-1')],
		...Object.fromEntries([
			withNew('a connection needs a type', { connection_id: 'NONCE_conn' }),
			withNew('a connection needs an id', { conn_type: 'http' }),
			withNew('a connection needs both', {}),
			withNew('an id may hold no blank', { ...brief, connection_id: 'NONCE conn' }),
			withNew('an id may hold no slash', { ...brief, connection_id: 'NONCE/conn' }),
			withNew('an id may not be too long', { ...brief, connection_id: 'x'.repeat(201) }),
			withNew('an id must be text', { ...brief, connection_id: 5 }),
			withNew('a type must be text', { ...brief, conn_type: 5 }),
			withNew('a type may not be null', { ...brief, conn_type: null }),
			withNew('a port must be a number', { ...whole, port: 'a' }),
			withNew('a port must be whole', { ...whole, port: 5.5 }),
			withNew('a port may be text', { ...whole, port: '5432' }),
			withNew('a port may be null', { ...whole, port: null }),
			withNew('extra must be text', { ...whole, extra: { a: 1 } }),
			withNew('extra must be JSON', { ...whole, extra: 'no json' }),
			withNew('extra must be an object', { ...whole, extra: '[1]' }),
			withNew('extra may be empty', { ...whole, extra: '' }),
			withNew('extra may be null', { ...whole, extra: null }),
			withNew('a password may be null', { ...whole, password: null }),
			withNew('a password may be empty', { ...whole, password: '' }),
			withNew('a host must be text', { ...whole, host: 5 }),
			withNew('a team is not to be had', { ...brief, team_name: 'x' }),
			withNew('a connection takes no unknown key', { ...whole, colour: 'red' })
		]),
		'no body': [post('/connections')],
		'no JSON': [post('/connections', raw('{'))],
		'a list': [post('/connections', [])],
		'another content type': [
			post('/connections', whole, { headers: { 'content-type': 'text/plain' } })
		],
		...Object.fromEntries([
			changed('one field is changed', { ...brief, host: 'other' }),
			changed('a field is emptied', {
				...brief,
				host: null,
				port: null,
				extra: null,
				password: null
			}),
			changed('the id cannot be changed', { ...brief, connection_id: 'other' }),
			changed('an id is needed', { host: 'x' }),
			changed('the stars of a secret keep it', {
				...brief,
				password: '***',
				extra: '{"password": "***", "nested": {"api_key": "***"}}'
			}),
			changed('stars in lists and under a telling name keep what is there', {
				...brief,
				extra: '{"nested": {"api_key": "***", "n": 2.0}, "password": "new", "list": ["***"]}'
			}),
			changed('stars elsewhere are a value', {
				...brief,
				extra: '{"sslmode": "***", "more": 1e5}'
			}),
			changed('an unknown field is refused', { ...brief, colour: 'red' }),
			changed('a mask chooses', { ...whole, host: 'h', login: 'l' }, '?update_mask=host'),
			changed(
				'a mask chooses two',
				{ ...whole, host: 'h', login: 'l' },
				'?update_mask=host&update_mask=login'
			),
			changed('a mask of nothing that is', { ...brief, host: 'h' }, '?update_mask=colour'),
			changed('a mask of what was not sent', { ...brief, host: 'h' }, '?update_mask=login'),
			changed('a mask of the id', { ...whole }, '?update_mask=connection_id')
		]),
		'an unknown connection': [get(path), patch(path, brief), remove(path)],
		...Object.fromEntries([
			bulk('bulk: one is made', { action: 'create', entities: [b] }),
			bulk('bulk: one is there', { action: 'create', entities: [a] }),
			bulk('bulk: one is there and skipped', {
				action: 'create',
				entities: [{ ...a, host: 'x' }, b],
				action_on_existence: 'skip'
			}),
			bulk('bulk: one is there and overwritten', {
				action: 'create',
				entities: [{ ...a, host: 'x' }],
				action_on_existence: 'overwrite'
			}),
			bulk('bulk: one is changed', { action: 'update', entities: [{ ...a, host: 'x' }] }),
			bulk('bulk: one is changed by a mask', {
				action: 'update',
				entities: [{ ...a, host: 'x', login: 'y' }],
				update_mask: ['login']
			}),
			bulk('bulk: one is not there to change', { action: 'update', entities: [b] }),
			bulk('bulk: one is not there and skipped', {
				action: 'update',
				entities: [b, { ...a, host: 'x' }],
				action_on_non_existence: 'skip'
			}),
			bulk('bulk: one is deleted', { action: 'delete', entities: ['NONCE_a'] }),
			bulk('bulk: one is not there to delete', { action: 'delete', entities: ['NONCE_b'] }),
			bulk('bulk: one is not there to delete and skipped', {
				action: 'delete',
				entities: ['NONCE_b', 'NONCE_a'],
				action_on_non_existence: 'skip'
			}),
			bulk(
				'bulk: everything at once',
				{ action: 'create', entities: [b] },
				{ action: 'update', entities: [{ ...b, host: 'new' }] },
				{ action: 'delete', entities: ['NONCE_a'] }
			),
			bulk('bulk: entities are needed', { action: 'create' }),
			bulk('bulk: an entity is wrong', { action: 'create', entities: [{ conn_type: 'x' }] }),
			bulk('bulk: nothing to do')
		]),
		'bulk: no actions': [patch('/connections', {})],
		'bulk: no body': [patch('/connections')],
		'a test is not allowed': [post('/connections/test', whole)],
		'a test of half a connection': [post('/connections/test', { conn_type: 'http' })],
		'a test in the queue is not allowed': [post('/connections/enqueue-test', whole)],
		'a test in the queue with all its words': [
			post('/connections/enqueue-test', {
				...whole,
				commit_on_success: 'perhaps',
				executor: 5,
				queue: 'x'
			})
		],
		'a test that nobody asked for': [
			get('/connections/enqueue-test'),
			get('/connections/enqueue-test', {
				headers: { 'airflow-connection-test-token': 'NONCE' }
			})
		],
		...Object.fromEntries(
			(['op', 'user', 'viewer', 'nobody'] as const).map((as) => [
				`a connection and a ${as}`,
				[
					post('/connections', whole, { as }),
					get('/connections?connection_id_pattern=NONCE', { as }),
					get(path, { as }),
					patch(path, brief, { as }),
					patch('/connections', { actions: [{ action: 'delete', entities: ['NONCE_x'] }] }, { as }),
					post('/connections/test', whole, { as }),
					remove(path, { as }),
					gone
				]
			])
		)
	}
};
