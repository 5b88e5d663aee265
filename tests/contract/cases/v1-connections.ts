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
const brief = post('/connections', { connection_id: 'NONCE_conn', conn_type: 'http' });
const gone = tidy(path);
const withNew = (says: string, body: unknown): [string, Step[]] => [
	says,
	[post('/connections', body), gone]
];
const changed = (says: string, body: unknown, query = ''): [string, Step[]] => [
	says,
	[make, patch(`${path}${query}`, body), get(path), gone]
];

export const v1Connections: Group = {
	name: 'v1-connections',
	api: 'v1',
	cases: {
		'a connection is made, read, changed and deleted': [
			make,
			get(path),
			patch(path, { ...whole, host: 'other' }),
			get(path),
			remove(path),
			get(path)
		],
		'a connection needs only an id and a type': [brief, get(path), gone],
		'a connection’s id is taken': [make, make, gone],
		'two connections in a list, sorted': [
			post('/connections', { connection_id: 'NONCE_a', conn_type: 'z' }),
			post('/connections', { connection_id: 'NONCE_b', conn_type: 'y' }),
			get('/connections?order_by=connection_id'),
			get('/connections?order_by=-conn_type'),
			get('/connections?limit=1&offset=1&order_by=-id'),
			tidy('/connections/NONCE_a'),
			tidy('/connections/NONCE_b')
		],
		...Object.fromEntries(
			['id', '-port', 'host', 'description', 'login', 'nothing', '--conn_type'].map((order) => [
				`connections by ${order}`,
				[
					get(`/connections?order_by=${order}&limit=0`),
					get(`/connections?order_by=${order}&limit=-1`)
				]
			])
		),
		'a limit that is none': [get('/connections?limit=x')],
		'an offset below zero': [get('/connections?offset=-1')],
		'an unknown parameter': [get('/connections?colour=red')],
		...Object.fromEntries([
			withNew('a connection needs a type', { connection_id: 'NONCE_conn' }),
			withNew('a connection needs an id', { conn_type: 'http' }),
			withNew('a connection needs both', {}),
			withNew('an id may hold no blank', { connection_id: 'NONCE conn', conn_type: 'http' }),
			withNew('an id may hold no slash', { connection_id: 'NONCE/conn', conn_type: 'http' }),
			withNew('an id may hold dots and dashes', {
				connection_id: 'NONCE_conn',
				conn_type: 'a-b.c'
			}),
			withNew('an id must be text', { connection_id: 5, conn_type: 'http' }),
			withNew('a type must be text', { connection_id: 'NONCE_conn', conn_type: 5 }),
			withNew('a type may not be null', { connection_id: 'NONCE_conn', conn_type: null }),
			withNew('a port must be a number', { ...whole, port: 'a' }),
			withNew('a port must be whole', { ...whole, port: 5.5 }),
			withNew('a port may be null', { ...whole, port: null }),
			withNew('extra must be text', { ...whole, extra: { a: 1 } }),
			withNew('extra may be anything in text', { ...whole, extra: 'no json' }),
			withNew('extra may be a list in text', { ...whole, extra: '[1, {"password": "x"}]' }),
			withNew('extra may be empty', { ...whole, extra: '' }),
			withNew('a host may be null', { ...whole, host: null }),
			withNew('a host must be text', { ...whole, host: 5 }),
			withNew('a password may not be null', { ...whole, password: null }),
			withNew('a connection takes no unknown key', { ...whole, colour: 'red' })
		]),
		'no body': [post('/connections')],
		'an empty body': [post('/connections', raw(''))],
		'no JSON': [post('/connections', raw('{'))],
		'a list': [post('/connections', [])],
		'another content type': [
			post('/connections', whole, { headers: { 'content-type': 'text/plain' } })
		],
		...Object.fromEntries([
			changed('one field is changed', { host: 'other' }),
			changed('a field is emptied', { host: null, port: null, extra: null }),
			changed('the id cannot be changed', { connection_id: 'other', conn_type: 'http' }),
			changed('the id may be repeated', { connection_id: 'NONCE_conn', login: 'x' }),
			changed('nothing is changed by nothing', {}),
			changed('an unknown field is refused', { colour: 'red' }),
			changed('a mask chooses', { ...whole, host: 'h', login: 'l' }, '?update_mask=host'),
			changed('a mask chooses two', { ...whole, host: 'h', login: 'l' }, '?update_mask=host,login'),
			changed(
				'a mask with blanks',
				{ ...whole, host: 'h', login: 'l' },
				'?update_mask=host,%20login'
			),
			changed('a mask of nothing that is', { host: 'h' }, '?update_mask=colour'),
			changed('a mask of what was not sent', { host: 'h' }, '?update_mask=login'),
			changed('a mask of the id', { ...whole }, '?update_mask=connection_id'),
			changed('an empty mask', { host: 'h' }, '?update_mask=')
		]),
		'an unknown connection': [get(path), patch(path, { host: 'x' }), remove(path)],
		'a test is not allowed': [post('/connections/test', whole)],
		'a test of half a connection': [post('/connections/test', { conn_type: 'http' })],
		'a test without a body': [post('/connections/test')],
		...Object.fromEntries(
			(['op', 'user', 'viewer', 'nobody'] as const).map((as) => [
				`a connection and a ${as}`,
				[
					post('/connections', whole, { as }),
					get('/connections?limit=1&order_by=nothing', { as }),
					get(path, { as }),
					patch(path, { host: 'x' }, { as }),
					remove(path, { as }),
					gone
				]
			])
		)
	}
};
