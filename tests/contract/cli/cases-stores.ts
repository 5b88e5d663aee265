import { before, lines, only, type Cases } from './line.ts';

/** Pools, variables and connections. */
export const storeCases: Cases = {
	'a pool, from its birth to its end': lines(
		'pools list',
		`pools set night 5 'runs at night' --include-deferred`,
		'pools get night',
		'pools get night -o json',
		'pools list -o yaml',
		'pools list -o plain',
		`pools set night 7 'less of it'`,
		'pools list',
		'pools delete night',
		'pools delete night',
		'pools get night'
	),
	'pools that cannot be': lines(
		`pools set '' 1 x`,
		`pools set ' ' 1 x`,
		`pools set ${'x'.repeat(257)} 1 x`,
		'pools delete default_pool',
		'pools set default_pool 3 fewer',
		only('3', 'pools set team 1 x --team-name t')
	),
	'a variable, from its birth to its end': lines(
		'variables list',
		'variables set a 1',
		`variables set b '{"x": 1, "y": [true, null, 2.5]}' --description 'the second'`,
		`variables set c '{"x": 1}' -j`,
		'variables set api_password hush-hush',
		'variables get a',
		'variables get b',
		'variables get b -j',
		'variables get c',
		'variables get c -j',
		'variables get api_password',
		'variables list',
		'variables list -o json',
		'variables list -o plain',
		'variables list -o yaml',
		'variables set a 2',
		'variables list',
		'variables delete a',
		'variables get a',
		'variables get a -d otherwise',
		'variables get a -j -d 3',
		'variables delete a'
	),
	'a variable that is no JSON': lines(
		before('variables set s x'),
		'variables get s -j',
		'variables get s -j -d {}',
		before(`variables set s '{"a": }'`),
		'variables get s -j'
	),
	'values and what is hidden of them': lines(
		before('variables set b one'),
		before('variables set a two-two'),
		before(`connections add c --conn-type fs --conn-login me --conn-password secret-word`),
		only('3', 'variables list --show-values'),
		only('3', 'variables list --show-values --hide-sensitive'),
		only('3', 'variables list --hide-sensitive'),
		only('3', 'connections list --show-values'),
		only('3', 'connections list --show-values --hide-sensitive'),
		only('3', 'connections list --hide-sensitive'),
		only('2', 'connections list'),
		only('2', 'variables list')
	),
	'a connection, from its birth to its end': lines(
		'connections list',
		`connections add c1 --conn-type fs --conn-host h --conn-login me --conn-password long-enough --conn-port 21 --conn-schema s --conn-extra '{"path": "/tmp"}' --conn-description 'one of them'`,
		'connections get c1',
		'connections get c1 -o json',
		'connections get c1 -o yaml',
		'connections get c1 -o plain',
		'connections list',
		'connections add c1 --conn-type fs',
		'connections test c1',
		'connections delete c1',
		'connections delete c1',
		'connections get c1'
	),
	'connections given as a URI': lines(
		`connections add u1 --conn-uri 'postgresql://user:pass-word@Host.example:5432/db?x=1&y=a%20b'`,
		`connections add u2 --conn-uri 'my-db://u%40x:p%2Fass@h/sch%20ema?a=1&b=%7B%22x%22%3A1%7D'`,
		`connections add u3 --conn-uri 'http://me:pass-word@https://h.x:8/p'`,
		`connections add u4 --conn-uri 'a://u:pass-word@h?__extra__=%7B%22n%22%3A+1%7D' --conn-description d`,
		`connections add u5 --conn-uri 'a://u:pass-word@h' --conn-extra '{"q": "1"}'`,
		'connections list -o json',
		'connections get u1 -o json',
		'connections get u2 -o json',
		'connections get u3 -o json',
		'connections get u4 -o json',
		'connections get u5 -o json',
		'connections add u6 --conn-uri foo',
		'connections add u6 --conn-uri a://h:1/x',
		'connections add u6 --conn-uri a://u:pass-word@h:70000/x',
		'connections add u6 --conn-uri a://u:pass-word@b://c://d',
		'connections add u6 --conn-uri a://u:pass-word@b --conn-host h --conn-port 1'
	),
	'connections given as JSON': lines(
		`connections add j1 --conn-json '{"conn_type": "my-sql", "host": "h", "port": "7", "password": "pass-word", "extra": {"k": [1, 2]}}'`,
		'connections get j1',
		`connections add j2 --conn-json '{}'`,
		`connections add j2 --conn-json x`,
		`connections add j2 --conn-json '[]'`,
		`connections add j2 --conn-json '{"conn_type": "a", "port": "x"}'`,
		`connections add j2 --conn-json '{"conn_type": "a", "bogus": 1}'`,
		`connections add j2 --conn-json '{"conn_type": "a"}' --conn-extra '{}'`,
		`connections add j2 --conn-json '{"conn_type": "a"}' --conn-uri a://u:pass-word@b`
	),
	'connections that cannot be, or not quite': lines(
		'connections add c2',
		`connections add 'no good' --conn-type fs`,
		`connections add ${'x'.repeat(201)} --conn-type fs`,
		'connections add c3 --conn-type no-such-type',
		'connections add c4 --conn-type fs --conn-extra nonsense',
		`connections add c5 --conn-type fs --conn-extra '[1]'`,
		'connections add c6 --conn-type fs --conn-password abc',
		'connections delete c6',
		'connections test nobody'
	),
	'the default connections': lines(
		'connections create-default-connections',
		'connections list',
		'connections get redis_default -o json',
		'connections get emr_default -o json',
		'connections create-default-connections'
	)
};
