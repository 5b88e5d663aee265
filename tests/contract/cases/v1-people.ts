import { type Group, type Step, get, patch, post, remove, tidy } from './case.ts';

const name = 'NONCE_person';
const path = `/users/${name}`;
const person = {
	username: name,
	password: 'word',
	email: 'NONCE@example.org',
	first_name: 'Wind',
	last_name: 'Sock'
};
const pair = (action: string, resource: string) => ({
	action: { name: action },
	resource: { name: resource }
});
const role = 'NONCE_role';
const rolePath = `/roles/${role}`;
const reads = [pair('can_read', 'Pools')];

const { username, password, email, first_name, last_name } = person;
const silent = { username, email, first_name, last_name };
const unreachable = { username, password, first_name, last_name };

const made = (body: unknown, ...then: Step[]): Step[] => [
	post('/users', body),
	...then,
	tidy(path)
];
const changed = (query: string, body: unknown, ...then: Step[]) =>
	made(person, patch(`${path}${query}`, body), get(path), ...then);
const other = { ...person, username: 'NONCE_another', email: 'NONCE8@example.org' };
/** Both are the case's own: it must not take the place of somebody who happens to be gone. */
const besideAnother = (body: unknown): Step[] => [
	post('/users', person),
	post('/users', other),
	patch(path, body),
	get(path),
	tidy(path),
	tidy(`/users/${other.username}`)
];
const ruled = (...steps: Step[]): Step[] => [
	post('/roles', { name: role, actions: reads }),
	...steps,
	tidy(rolePath),
	tidy('/roles/NONCE_other')
];
/** Refused, every one of them. */
const badUser = (body: unknown): Step[] => [post('/users', body), tidy(path)];
const badRole = (body: unknown): Step[] => [post('/roles', body), tidy(rolePath)];

const fixed = {
	...person,
	username: 'windsock_person',
	password: 'windsock_word',
	email: 'windsock_person@example.org'
};
const asFixed = (user: string, password: string) =>
	({
		as: 'nobody',
		headers: { authorization: `Basic ${btoa(`${user}:${password}`)}` }
	}) as const;
const withFixed = (...steps: Step[]): Step[] => [
	post('/users', { ...fixed, roles: [{ name: 'Viewer' }] }),
	...steps,
	tidy('/users/windsock_person'),
	tidy('/users/windsock_other')
];

/** Users and roles of Airflow 2. */
export const v1People: Group = {
	name: 'v1-people',
	api: 'v1',
	cases: {
		'a user is made': made(person, get(path)),
		'without a role': made({ ...person, roles: [] }, get(path)),
		'with one role': made({ ...person, roles: [{ name: 'Viewer' }] }, get(path)),
		'with two roles': made({ ...person, roles: [{ name: 'User' }, { name: 'Op' }] }, get(path)),
		'with a role twice': made({ ...person, roles: [{ name: 'Op' }, { name: 'Op' }] }),
		'with a role there is not': badUser({ ...person, roles: [{ name: 'NONCE' }] }),
		'with two roles there are not': badUser({
			...person,
			roles: [{ name: 'NONCE' }, { name: 'Op' }, { name: 'b' }]
		}),
		'with a role without a name': badUser({ ...person, roles: [{}] }),
		'with a role that is null': badUser({ ...person, roles: [null] }),
		'with a role that says more': badUser({ ...person, roles: [{ name: 'Op', id: 1 }] }),
		'with a role of the wrong type': badUser({ ...person, roles: ['Op'] }),
		'with roles of the wrong type': badUser({ ...person, roles: 'Op' }),
		'with roles that are null': badUser({ ...person, roles: null }),
		'without a password': made(silent, get(path)),
		'without an email': badUser(unreachable),
		'of nothing': badUser({}),
		'with an empty name': badUser({ ...person, username: '' }),
		'with an empty email': badUser({ ...person, email: '' }),
		'with an empty first name': made({ ...person, first_name: '' }),
		'with a name that is a number': badUser({ ...person, username: 5 }),
		'with a name that is null': badUser({ ...person, username: null }),
		'with a first name that is null': badUser({ ...person, first_name: null }),
		'with a password that is null': badUser({ ...person, password: null }),
		'with a long first name': badUser({ ...person, first_name: 'x'.repeat(257) }),
		'with long names everywhere': badUser({
			...person,
			username: 'x'.repeat(513),
			last_name: 'x'.repeat(257),
			password: 'x'.repeat(257)
		}),
		'with an unknown field': badUser({ ...person, colour: 'red' }),
		'with a field for reading only': badUser({ ...person, active: false }),
		'with a count for reading only': badUser({ ...person, login_count: 3 }),
		'with a time for reading only': badUser({ ...person, created_on: 'x' }),
		'with a count that only answers have': badUser({ ...person, fail_login_count: 3 }),
		'whose name is taken': made(person, post('/users', { ...person, email: 'NONCE2@x.org' })),
		'whose name is taken in capitals': made(
			person,
			post('/users', { ...person, username: 'NONCE_PERSON', email: 'NONCE2@x.org' })
		),
		'whose email is taken': made(person, post('/users', { ...person, username: 'NONCE_2' })),
		'whose email is no address': made({ ...person, email: 'NONCE' }, get(path)),
		'a name with spaces and letters': [
			post('/users', { ...person, username: 'NONCE é b' }),
			get('/users/NONCE%20%C3%A9%20b'),
			tidy('/users/NONCE%20%C3%A9%20b')
		],
		'a list for a user': badUser([person]),
		'no body for a user': [post('/users', undefined)],
		'a user that is not': [get('/users/NONCE')],
		'names do not tell capitals apart': made(person, get('/users/NONCE_PERSON')),
		'a query where none is': [get(`/users/NONCE?limit=1`)],
		'a user is deleted once': made(person, remove(path), remove(path), get(path)),
		'nobody to delete': [remove('/users/NONCE')],
		'a first name is changed': changed('', { ...person, first_name: 'Storm' }),
		'only a first name is sent': changed('', { first_name: 'Storm' }),
		'a first name is changed by mask': changed('?update_mask=first_name', {
			...person,
			first_name: 'Storm',
			last_name: 'not this'
		}),
		'two fields by mask': changed('?update_mask=first_name,%20last_name', {
			...person,
			first_name: 'Storm',
			last_name: 'Cloud'
		}),
		'a mask of what is not sent': changed('?update_mask=roles', person),
		'a mask of what is not': changed('?update_mask=colour,first_name,size', person),
		'an empty mask': changed('?update_mask=', { ...person, first_name: 'Storm' }),
		'roles are changed': changed('', { ...person, roles: [{ name: 'Op' }] }),
		'roles are taken away': changed('', { ...person, roles: [] }),
		'roles by mask': changed('?update_mask=roles', {
			...person,
			first_name: 'not this',
			roles: [{ name: 'Viewer' }]
		}),
		'a role that is not is not given': changed('', { ...person, roles: [{ name: 'NONCE' }] }),
		'a mask leaves a bad role alone': changed('?update_mask=first_name', {
			...person,
			first_name: 'Storm',
			roles: [{ name: 'NONCE' }]
		}),
		'an email is changed': changed('', { ...person, email: 'NONCE9@x.org' }),
		'an email of another': besideAnother({ ...person, email: other.email }),
		'a name of another': besideAnother({ ...person, username: other.username }),
		'a name is changed': made(
			person,
			patch(path, { ...person, username: 'NONCE_new' }),
			get(path),
			get('/users/NONCE_new'),
			remove('/users/NONCE_new')
		),
		'an unknown field in a change': changed('', { ...person, colour: 'red' }),
		'nobody to change': [patch('/users/NONCE', { ...person, email: 'NONCE9@x.org' })],
		'a bad change of nobody': [patch('/users/NONCE', {})],
		'a page of users': [get('/users?limit=-1'), get('/users?offset=1000')],
		'a page with a bad limit': [get('/users?limit=ten'), get('/users?offset=-1')],
		'orders of users': [
			'-id',
			'username',
			'-first_name',
			'colour',
			'user_name',
			'is_active',
			'role',
			''
		].map((order) => get(`/users?limit=1&order_by=${order}`)),
		'users by id, the newest last': made(person, get('/users?offset=4&order_by=id')),
		'users by first name': made(
			{ ...person, first_name: 'zz' },
			get('/users?offset=4&order_by=first_name')
		),
		'users by last name': made(
			{ ...person, last_name: 'zz' },
			get('/users?offset=4&order_by=last_name')
		),
		'users by email': made({ ...person, email: 'zNONCE' }, get('/users?offset=4&order_by=email')),
		'who logs in is counted': withFixed(
			get('/users/windsock_person'),
			get('/pools/default_pool?x=1', asFixed('windsock_person', 'windsock_word')),
			get('/users/windsock_person'),
			get('/variables/NONCE', asFixed('windsock_person', 'windsock_word')),
			get('/users/windsock_person'),
			get('/variables/NONCE', asFixed('windsock_person', 'wrong')),
			get('/variables/NONCE', asFixed('windsock_person', 'wrong')),
			get('/users/windsock_person'),
			get('/variables/NONCE', asFixed('windsock_person', 'windsock_word')),
			get('/users/windsock_person')
		),
		'who only asks for health is not counted': withFixed(
			get('/version', asFixed('windsock_person', 'windsock_word')),
			get('/users/windsock_person')
		),
		'an email is as good as a name': withFixed(
			get('/dags/NONCE', asFixed('windsock_person@example.org', 'windsock_word')),
			get('/dags/NONCE', asFixed('WINDSOCK_PERSON', 'windsock_word')),
			get('/dags/NONCE', asFixed('WINDSOCK_PERSON@example.org', 'windsock_word')),
			get('/dags/NONCE', asFixed('windsock_person', '')),
			get('/dags/NONCE', asFixed('', 'windsock_word'))
		),
		'a new password counts at once': withFixed(
			patch('/users/windsock_person?update_mask=password', { ...fixed, password: 'other' }),
			get('/dags/NONCE', asFixed('windsock_person', 'windsock_word')),
			get('/dags/NONCE', asFixed('windsock_person', 'other'))
		),
		'a new name counts at once': withFixed(
			patch('/users/windsock_person', { ...fixed, username: 'windsock_other' }),
			get('/dags/NONCE', asFixed('windsock_person', 'windsock_word')),
			get('/dags/NONCE', asFixed('windsock_other', 'windsock_word'))
		),
		'new roles count at once': withFixed(
			get('/variables/NONCE', asFixed('windsock_person', 'windsock_word')),
			patch('/users/windsock_person?update_mask=roles', { ...fixed, roles: [{ name: 'Op' }] }),
			get('/variables/NONCE', asFixed('windsock_person', 'windsock_word')),
			patch('/users/windsock_person?update_mask=roles', { ...fixed, roles: [] }),
			get('/dags/NONCE', asFixed('windsock_person', 'windsock_word'))
		),
		'who is deleted may nothing': withFixed(
			remove('/users/windsock_person'),
			get('/dags/NONCE', asFixed('windsock_person', 'windsock_word'))
		),
		'the roles there are': [
			get('/roles/Public'),
			get('/roles/Viewer'),
			get('/roles/User'),
			get('/roles/Op'),
			get('/roles/Admin')
		],
		'a role that is not': [get('/roles/NONCE'), get('/roles/admin'), remove('/roles/NONCE')],
		'a quote in a name': [get("/roles/NONCE'x"), get('/users/NONCE`x')],
		'a role is made': ruled(get(rolePath)),
		'a role of nothing': [
			post('/roles', { name: role, actions: [] }),
			get(rolePath),
			tidy(rolePath)
		],
		'a role of much': [
			post('/roles', {
				name: role,
				actions: [
					pair('can_read', 'Variables'),
					pair('can_edit', 'DAG:hello_api'),
					pair('can_read', 'Pools'),
					pair('can_read', 'DAG Run:hello_api'),
					pair('can_read', 'Pools')
				]
			}),
			get(rolePath),
			tidy(rolePath)
		],
		'a pair that no role has': [
			post('/roles', { name: role, actions: [pair('can_delete', 'Configurations')] }),
			get(rolePath),
			tidy(rolePath)
		],
		'a role whose name is taken': ruled(post('/roles', { name: role, actions: [] })),
		'a role without actions': badRole({ name: role }),
		'a role without a name': badRole({ actions: [] }),
		'a role with an empty name': badRole({ name: '', actions: [] }),
		'a role with a long name': badRole({ name: 'x'.repeat(65), actions: [] }),
		'a role with a number for a name': badRole({ name: 5, actions: [] }),
		'a role with an unknown field': badRole({ name: role, actions: [], colour: 'red' }),
		'an action there is not': badRole({ name: role, actions: [pair('can_fly', 'Pools')] }),
		'a resource there is not': badRole({ name: role, actions: [pair('can_read', 'NONCE')] }),
		'a DAG there is not': badRole({ name: role, actions: [pair('can_read', 'DAG:NONCE')] }),
		'a good pair and a bad': badRole({
			name: role,
			actions: [pair('can_read', 'Pools'), pair('can_read', 'NONCE')]
		}),
		'an empty pair': [post('/roles', { name: role, actions: [{}] }), get(rolePath), tidy(rolePath)],
		'half a pair': badRole({ name: role, actions: [{ action: { name: 'can_read' } }] }),
		'the other half': badRole({ name: role, actions: [{ resource: { name: 'Pools' } }] }),
		'a half without a name': badRole({ name: role, actions: [{ action: {}, resource: {} }] }),
		'a pair that says more': badRole({ name: role, actions: [{ ...reads[0], colour: 1 }] }),
		'a pair of text': badRole({ name: role, actions: ['can_read'] }),
		'a pair that is null': badRole({ name: role, actions: [null] }),
		'a half that is null': badRole({ name: role, actions: [{ action: null, resource: null }] }),
		'a name in a half that is null': badRole({
			name: role,
			actions: [{ action: { name: null }, resource: { name: 'Pools' } }]
		}),
		'actions that are null': badRole({ name: role, actions: null }),
		'a permission is added and none taken away': ruled(
			patch(rolePath, { name: role, actions: [pair('can_edit', 'Pools')] }),
			get(rolePath)
		),
		'a role without its name is not changed': ruled(
			patch(rolePath, { actions: [pair('can_edit', 'Pools')] }),
			get(rolePath)
		),
		'a role is renamed': ruled(
			patch(rolePath, { name: 'NONCE_other' }),
			get(rolePath),
			get('/roles/NONCE_other')
		),
		'a role is renamed to one there is': ruled(
			post('/roles', { name: 'NONCE_other', actions: [] }),
			patch(rolePath, { name: 'NONCE_other' }),
			get(rolePath)
		),
		'a mask of actions': ruled(
			patch(`${rolePath}?update_mask=actions`, {
				name: 'NONCE_other',
				actions: [pair('can_delete', 'Pools')]
			}),
			get(rolePath)
		),
		'a mask of the name': ruled(
			patch(`${rolePath}?update_mask=name`, {
				name: 'NONCE_other',
				actions: [pair('can_delete', 'Pools')]
			}),
			get('/roles/NONCE_other')
		),
		'a mask of permissions': ruled(
			patch(`${rolePath}?update_mask=permissions`, { name: role, actions: reads })
		),
		'a mask of actions that are not sent': ruled(
			patch(`${rolePath}?update_mask=actions`, { name: role })
		),
		'a mask of a role’s colour': ruled(patch(`${rolePath}?update_mask=colour`, { name: role })),
		'a bad pair in a change': ruled(
			patch(rolePath, { name: role, actions: [pair('can_read', 'NONCE')] }),
			get(rolePath)
		),
		'no role to change': [patch('/roles/NONCE', { name: 'NONCE' })],
		'a role is deleted once': ruled(remove(rolePath), remove(rolePath)),
		'a role that somebody has is deleted': ruled(
			post('/users', { ...person, roles: [{ name: role }, { name: 'Viewer' }] }),
			remove(rolePath),
			get(path),
			tidy(path)
		),
		'a role that somebody has is renamed': ruled(
			post('/users', { ...person, roles: [{ name: role }] }),
			patch(rolePath, { name: 'NONCE_other' }),
			get(path),
			tidy(path)
		),
		'pages of roles': [
			get('/roles?limit=1'),
			get('/roles?limit=1&offset=1'),
			get('/roles?limit=1&offset=1&order_by=role_id'),
			get('/roles?limit=1&offset=1&order_by=name'),
			get('/roles?limit=-1'),
			get('/roles?limit=x'),
			get('/roles?offset=-2'),
			get('/roles?offset=1000'),
			get('/roles?limit=0&offset=4')
		],
		'orders of roles': ['id', '-name', '-role_id', 'NONCE', ''].map((order) =>
			get(`/roles?order_by=${order}`)
		),
		'the actions there are': [
			get('/permissions'),
			get('/permissions?limit=2'),
			get('/permissions?limit=2&offset=1'),
			get('/permissions?limit=-1'),
			get('/permissions?offset=9'),
			get('/permissions?order_by=name'),
			get('/permissions?limit=0')
		]
	}
};
