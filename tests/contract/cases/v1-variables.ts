import { type Group, get, patch, post, type Step, tidy } from './case.ts';

const path = '/variables/NONCE_key';
const make = post('/variables', { key: 'NONCE_key', value: '1', description: 'd' });
const gone = tidy(path);
const value = (says: string, sent: unknown, key = 'NONCE_key'): [string, Step[]] => [
	says,
	[post('/variables', { key, value: sent }), get(`/variables/${key}`), tidy(`/variables/${key}`)]
];
const changed = (says: string, body: unknown, query = ''): [string, Step[]] => [
	says,
	[make, patch(`${path}${query}`, body), get(path), gone]
];
const whole = { key: 'NONCE_key', value: '2', description: 'e' };

export const v1Variables: Group = {
	name: 'v1-variables',
	api: 'v1',
	cases: {
		...Object.fromEntries([
			value('a value must be text, not a number', 5),
			value('a value must be text, not true', true),
			value('a value must be text, not null', null),
			value('a value must be text, not a list', [1]),
			value('a value may be empty', ''),
			value('a value may be JSON in text', '{"a": 1, "password": "x"}'),
			value('a secret key shows its value', 'hunter', 'NONCE_password'),
			value('a key may hold a blank', 'x', 'NONCE key'),
			value('a value may hold any letter', 'é 🎏  '),
			changed('a value is changed', { key: 'NONCE_key', value: '2' }),
			changed('a description is changed', whole),
			changed('a description may not be null', { ...whole, description: null }),
			changed('the key must be the path’s', { ...whole, key: 'other' }),
			changed('the key is needed', { value: '2' }),
			changed('the value is needed', { key: 'NONCE_key' }),
			changed('an unknown field is refused', { ...whole, colour: 'red' }),
			changed('a mask of the description', whole, '?update_mask=description'),
			changed('a mask of the value', whole, '?update_mask=value'),
			changed('a mask of val', whole, '?update_mask=val'),
			changed('a mask of both', whole, '?update_mask=val,description'),
			changed('a mask of the key', whole, '?update_mask=key'),
			changed('an empty mask', whole, '?update_mask=')
		]),
		'an unknown variable': [get(path), patch(path, whole)],
		...Object.fromEntries(
			['-id', 'value', 'description', '-key&limit=-1', 'nothing'].map((order) => [
				`variables by ${order}`,
				[get(`/variables?order_by=${order}&offset=1000`, { forgets: ['total_entries'] })]
			])
		)
	}
};
