import { type Group, get, patch, post, remove, tidy } from './case.ts';

const pool = '/pools/NONCE_pool';
const makePool = post('/pools', { name: 'NONCE_pool', slots: 4 });
const poolGone = tidy(pool);
const variable = '/variables/NONCE_key';
const makeVariable = post('/variables', { key: 'NONCE_key', value: 'one' });
const variableGone = tidy(variable);

export const v2Stores: Group = {
	name: 'v2-stores',
	api: 'v2',
	cases: {
		'there is one pool at first': [get('/pools')],
		'the default pool': [get('/pools/default_pool')],
		'a pool is made, read, changed and deleted': [
			post('/pools', { name: 'NONCE_pool', slots: 4, description: 'mine', include_deferred: true }),
			get(pool),
			patch(pool, { pool: 'NONCE_pool', slots: 8, include_deferred: false }),
			get('/pools'),
			remove(pool),
			get(pool)
		],
		'a pool needs only a name and slots': [makePool, poolGone],
		'an op may make a pool': [
			post('/pools', { name: 'NONCE_pool', slots: 4 }, { as: 'op' }),
			poolGone
		],
		'a pool’s name is taken': [makePool, makePool, poolGone],
		'a pool needs slots': [post('/pools', { name: 'NONCE_pool' }), poolGone],
		'a pool needs a name': [post('/pools', { slots: 1 })],
		'a pool needs both': [post('/pools', {})],
		'slots must be a number': [post('/pools', { name: 'NONCE_pool', slots: 'four' }), poolGone],
		'slots may be a number in quotes': [
			post('/pools', { name: 'NONCE_pool', slots: '4' }),
			poolGone
		],
		'slots must be whole': [post('/pools', { name: 'NONCE_pool', slots: 1.5 }), poolGone],
		'slots may not be null': [post('/pools', { name: 'NONCE_pool', slots: null }), poolGone],
		'minus one slot means no bound': [post('/pools', { name: 'NONCE_pool', slots: -1 }), poolGone],
		'slots may not be less': [post('/pools', { name: 'NONCE_pool', slots: -2 }), poolGone],
		'a pool’s name must be text': [post('/pools', { name: 7, slots: 1 })],
		'a pool’s name may not be too long': [post('/pools', { name: 'x'.repeat(300), slots: 1 })],
		'a pool takes no unknown key': [
			post('/pools', { name: 'NONCE_pool', slots: 1, colour: 'red' }),
			poolGone
		],
		'a pool takes no counters': [
			post('/pools', { name: 'NONCE_pool', slots: 1, open_slots: 1 }),
			poolGone
		],
		'include_deferred must be a boolean': [
			post('/pools', { name: 'NONCE_pool', slots: 1, include_deferred: 'perhaps' }),
			poolGone
		],
		'an unknown pool': [get(pool)],
		'an unknown pool cannot change': [
			patch(pool, { pool: 'NONCE_pool', slots: 1, include_deferred: false })
		],
		'an unknown pool cannot go': [remove(pool)],
		'the default pool cannot go': [remove('/pools/default_pool')],
		'the default pool changes only by a mask': [
			patch('/pools/default_pool', { pool: 'default_pool', slots: 128, include_deferred: false }),
			patch('/pools/default_pool', { slots: 128 })
		],
		'the default pool’s slots can change': [
			patch('/pools/default_pool?update_mask=slots', { slots: 64 }),
			patch('/pools/default_pool?update_mask=slots', { slots: 128 })
		],
		'the default pool keeps its description': [
			patch('/pools/default_pool?update_mask=description', { description: 'mine' })
		],
		'a change needs the whole pool': [
			makePool,
			patch(pool, { slots: 8 }),
			patch(pool, { pool: 'NONCE_pool', slots: 8 }),
			patch(pool, {}),
			poolGone
		],
		'a mask picks what changes': [
			makePool,
			patch(`${pool}?update_mask=slots`, { slots: 9 }),
			patch(`${pool}?update_mask=slots`, {
				pool: 'NONCE_pool',
				slots: 9,
				description: 'not this',
				include_deferred: true
			}),
			get(pool),
			poolGone
		],
		'a mask may name several': [
			makePool,
			patch(`${pool}?update_mask=slots&update_mask=description`, {
				pool: 'NONCE_pool',
				slots: 2,
				description: 'this too',
				include_deferred: false
			}),
			poolGone
		],
		'a mask that names the unknown': [
			makePool,
			patch(`${pool}?update_mask=colour`, {
				pool: 'NONCE_pool',
				slots: 9,
				include_deferred: false
			}),
			poolGone
		],
		'a pool and another name': [
			makePool,
			patch(pool, { pool: 'NONCE_pool_2', slots: 4, include_deferred: false }),
			get(pool),
			poolGone,
			tidy('/pools/NONCE_pool_2')
		],
		'a change refuses a wrong type': [
			makePool,
			patch(pool, { pool: 'NONCE_pool', slots: 'many', include_deferred: false }),
			poolGone
		],
		'a change refuses an unknown key': [
			makePool,
			patch(pool, { pool: 'NONCE_pool', slots: 1, include_deferred: false, colour: 'red' }),
			poolGone
		],
		'pools are sorted, cut and found': [
			makePool,
			get('/pools?order_by=-name'),
			get('/pools?order_by=name&limit=1&offset=1'),
			get('/pools?order_by=slots'),
			get('/pools?pool_name_pattern=NONCE'),
			get('/pools?pool_name_prefix_pattern=default'),
			poolGone
		],
		'pools sort by no unknown field': [get('/pools?order_by=colour')],
		'pools take no bad limit': [get('/pools?limit=ten')],
		'pools pass over an unknown parameter': [get('/pools?colour=red')],
		'a variable is made, read, changed and deleted': [
			post('/variables', { key: 'NONCE_key', value: 'one', description: 'mine' }),
			get(variable),
			patch(variable, { key: 'NONCE_key', value: 'two' }),
			get(variable),
			get('/variables'),
			remove(variable),
			get(variable)
		],
		'a variable is made only once': [
			makeVariable,
			post('/variables', { key: 'NONCE_key', value: 'again' }),
			get(variable),
			variableGone
		],
		'an op may make a variable': [
			post('/variables', { key: 'NONCE_key', value: 'one' }, { as: 'op' }),
			variableGone
		],
		'a variable needs a value': [post('/variables', { key: 'NONCE_key' }), variableGone],
		'a variable needs a key': [post('/variables', { value: 'one' })],
		'a variable’s key may not be too long': [
			post('/variables', { key: 'x'.repeat(251), value: 'one' })
		],
		'a value may be a number': [
			post('/variables', { key: 'NONCE_key', value: 5 }),
			get(variable),
			variableGone
		],
		'a value may be an object': [
			post('/variables', { key: 'NONCE_key', value: { a: [1, true, null] } }),
			get(variable),
			variableGone
		],
		'a value may be null': [
			post('/variables', { key: 'NONCE_key', value: null }),
			get(variable),
			variableGone
		],
		'a value may hold JSON as text': [
			post('/variables', { key: 'NONCE_key', value: '{"a": 1}' }),
			get(variable),
			variableGone
		],
		'a value may be empty': [
			post('/variables', { key: 'NONCE_key', value: '' }),
			get(variable),
			variableGone
		],
		'a secret’s value is hidden': [
			post('/variables', { key: 'NONCE_password', value: 'hush' }),
			get('/variables/NONCE_password'),
			tidy('/variables/NONCE_password')
		],
		'a variable takes no unknown key': [
			post('/variables', { key: 'NONCE_key', value: 'one', colour: 'red' }),
			variableGone
		],
		'a variable’s key may hold a slash': [
			post('/variables', { key: 'NONCE/key', value: 'one' }),
			get('/variables/NONCE%2Fkey'),
			tidy('/variables/NONCE%2Fkey')
		],
		'an unknown variable': [get(variable)],
		'an unknown variable cannot change': [patch(variable, { key: 'NONCE_key', value: 'two' })],
		'an unknown variable cannot go': [remove(variable)],
		'a variable keeps its key': [
			makeVariable,
			patch(variable, { key: 'NONCE_other', value: 'two' }),
			variableGone
		],
		'a change of a variable needs its key': [
			makeVariable,
			patch(variable, { value: 'two' }),
			variableGone
		],
		'a mask picks the description alone': [
			makeVariable,
			patch(`${variable}?update_mask=description`, {
				key: 'NONCE_key',
				value: 'two',
				description: 'new'
			}),
			get(variable),
			variableGone
		],
		'a variable’s mask that names the unknown': [
			makeVariable,
			patch(`${variable}?update_mask=colour`, { key: 'NONCE_key', value: 'two' }),
			variableGone
		],
		'variables are sorted, cut and found': [
			makeVariable,
			post('/variables', { key: 'NONCE_key_2', value: 'two' }),
			get('/variables?order_by=-key'),
			get('/variables?order_by=key&limit=1'),
			get('/variables?order_by=id&offset=1'),
			get('/variables?variable_key_pattern=KEY_2'),
			variableGone,
			tidy('/variables/NONCE_key_2')
		],
		'variables sort by no unknown field': [get('/variables?order_by=colour')],
		'variables take no negative limit': [get('/variables?limit=-5')]
	}
};
