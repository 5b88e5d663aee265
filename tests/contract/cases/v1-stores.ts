import { type Group, get, patch, post, remove, tidy } from './case.ts';

const pool = '/pools/NONCE_pool';
const makePool = post('/pools', { name: 'NONCE_pool', slots: 4 });
const poolGone = tidy(pool);
const variable = '/variables/NONCE_key';
const makeVariable = post('/variables', { key: 'NONCE_key', value: 'one' });
const variableGone = tidy(variable);

export const v1Stores: Group = {
	name: 'v1-stores',
	api: 'v1',
	cases: {
		'there is one pool at first': [get('/pools')],
		'the default pool': [get('/pools/default_pool')],
		'a pool is made, read, changed and deleted': [
			post('/pools', { name: 'NONCE_pool', slots: 4, description: 'mine', include_deferred: true }),
			get(pool),
			patch(pool, { name: 'NONCE_pool', slots: 8 }),
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
		'slots must be whole': [post('/pools', { name: 'NONCE_pool', slots: 1.5 }), poolGone],
		'slots may not be null': [post('/pools', { name: 'NONCE_pool', slots: null }), poolGone],
		'slots may be negative': [post('/pools', { name: 'NONCE_pool', slots: -1 }), poolGone],
		'a pool’s name must be text': [post('/pools', { name: 7, slots: 1 })],
		'a pool takes no unknown key': [
			post('/pools', { name: 'NONCE_pool', slots: 1, colour: 'red' }),
			poolGone
		],
		'a pool’s counters are read-only': [
			post('/pools', { name: 'NONCE_pool', slots: 1, open_slots: 1 }),
			poolGone
		],
		'an unknown pool': [get(pool)],
		'an unknown pool cannot change': [patch(pool, { name: 'NONCE_pool', slots: 1 })],
		'an unknown pool cannot go': [remove(pool)],
		'the default pool cannot go': [remove('/pools/default_pool')],
		'the default pool keeps its name': [
			patch('/pools/default_pool', { name: 'other', slots: 128 })
		],
		'the default pool’s slots can change': [
			patch('/pools/default_pool?update_mask=slots', { slots: 64 }),
			patch('/pools/default_pool', { name: 'default_pool', slots: 128 })
		],
		'a change needs name and slots without a mask': [
			makePool,
			patch(pool, { slots: 8 }),
			patch(pool, { name: 'NONCE_pool' }),
			poolGone
		],
		'a mask picks what changes': [
			makePool,
			patch(`${pool}?update_mask=slots`, { slots: 9, description: 'not this' }),
			get(pool),
			poolGone
		],
		'a mask may name several': [
			makePool,
			patch(`${pool}?update_mask=slots,description`, { slots: 2, description: 'this too' }),
			poolGone
		],
		'a mask may not name the unknown': [
			makePool,
			patch(`${pool}?update_mask=colour`, { slots: 9 }),
			poolGone
		],
		'a mask may not name what is read-only': [
			makePool,
			patch(`${pool}?update_mask=open_slots`, { slots: 9 }),
			poolGone
		],
		'a pool can be renamed': [
			makePool,
			patch(pool, { name: 'NONCE_pool_2', slots: 4 }),
			get(pool),
			remove('/pools/NONCE_pool_2')
		],
		'a change refuses a wrong type': [
			makePool,
			patch(pool, { name: 'NONCE_pool', slots: 'many' }),
			poolGone
		],
		'pools are sorted and cut': [
			makePool,
			get('/pools?order_by=-name'),
			get('/pools?order_by=name&limit=1&offset=1'),
			get('/pools?order_by=slots'),
			poolGone
		],
		'pools sort by no unknown field': [get('/pools?order_by=colour')],
		'pools take no bad limit': [get('/pools?limit=ten')],
		'pools take no unknown parameter': [get('/pools?colour=red')],
		'a variable is made, read, changed and deleted': [
			post('/variables', { key: 'NONCE_key', value: 'one', description: 'mine' }),
			get(variable),
			patch(variable, { key: 'NONCE_key', value: 'two' }),
			get(variable),
			get('/variables'),
			remove(variable),
			get(variable)
		],
		'a variable made twice is overwritten': [
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
		'a value must be text': [post('/variables', { key: 'NONCE_key', value: 5 }), variableGone],
		'a value may not be an object': [
			post('/variables', { key: 'NONCE_key', value: { a: 1 } }),
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
		'a change of a variable needs key and value': [
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
		'a variable’s mask may not name the unknown': [
			makeVariable,
			patch(`${variable}?update_mask=colour`, { key: 'NONCE_key', value: 'two' }),
			variableGone
		],
		'variables are sorted and cut': [
			makeVariable,
			post('/variables', { key: 'NONCE_key_2', value: 'two' }),
			get('/variables?order_by=-key'),
			get('/variables?order_by=key&limit=1'),
			get('/variables?order_by=id&offset=1'),
			variableGone,
			tidy('/variables/NONCE_key_2')
		],
		'variables sort by no unknown field': [get('/variables?order_by=value')],
		'variables take no negative limit': [get('/variables?limit=-5')]
	}
};
