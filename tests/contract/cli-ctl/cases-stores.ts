import { before, line, lines, tidy, type Cases } from './line.ts';

const pools = JSON.stringify([
	{ name: 'NONCE_a', slots: 1 },
	{ name: 'NONCE_b', slots: 2, description: 'two', include_deferred: true }
]);
const onePool = JSON.stringify([{ name: 'NONCE_a', slots: 1 }]);
const variables = JSON.stringify({
	NONCE_a: 'one',
	NONCE_b: { value: 'two', description: 'the second' },
	NONCE_c: [1, 2],
	NONCE_d: { x: 1 }
});
const connections = JSON.stringify({
	NONCE_a: { conn_type: 'http', host: 'example.org', port: 80 },
	NONCE_b: { conn_type: 'postgres', login: 'x', password: 'y', schema: 'z', extra: '{"a": 1}' }
});

/** Pools, variables, connections, and what the server is made of. */
export const storeCases: Cases = {
	'a pool, from its birth to its end': lines(
		'pools create --name NONCE --slots 3',
		'pools get NONCE',
		'pools get NONCE -o table',
		'pools get NONCE -o yaml',
		'pools get NONCE -o plain',
		`pools update --pool NONCE --slots 5 --description 'a b' --include-deferred`,
		'pools create --name NONCE --slots 3',
		'pools delete NONCE',
		'pools delete NONCE',
		tidy('pools delete NONCE')
	),
	'pools that cannot be': lines(
		'pools create',
		'pools create --name NONCE --slots -2',
		`pools create --name ${'x'.repeat(300)} --slots 1`,
		'pools update --slots 5',
		'pools update --pool NONCE --slots x',
		'pools update --pool NONCE --slots 1',
		'pools get NONCE',
		'pools delete default_pool'
	),
	'pools from a file and to a file': lines(
		line('pools import pools.json', { files: { 'pools.json': pools } }),
		line('pools import pools.json -a skip', { files: { 'pools.json': pools } }),
		line('pools import pools.json -a fail', { files: { 'pools.json': onePool } }),
		'pools get NONCE_b',
		tidy('pools delete NONCE_a'),
		tidy('pools delete NONCE_b')
	),
	'pool files that are none': lines(
		'pools import nowhere.json',
		line('pools import pools.json', { files: { 'pools.json': '{' } }),
		line('pools import pools.json', { files: { 'pools.json': '{}' } }),
		line('pools import pools.json', { files: { 'pools.json': '[{"name": "NONCE"}]' } }),
		line('pools import pools.json', {
			files: { 'pools.json': '[{"name": "NONCE", "slots": "many"}]' }
		})
	),
	'a variable, from its birth to its end': lines(
		`variables create --key NONCE --value one --description 'the first'`,
		'variables get NONCE',
		'variables get NONCE -o table',
		'variables get NONCE -o yaml',
		'variables get NONCE -o plain',
		'variables update --key NONCE --value two',
		'variables create --key NONCE --value one',
		'variables delete NONCE',
		'variables delete NONCE',
		'variables get NONCE',
		'variables update --key NONCE --value two',
		tidy('variables delete NONCE')
	),
	'values that are hard to print': lines(
		`variables create --key NONCE --value '[bold]x[/bold] and [1] and a long sentence that is broken into lines somewhere behind its eightieth column'`,
		'variables get NONCE -o table',
		'variables get NONCE -o yaml',
		'variables get NONCE -o plain',
		`variables update --key NONCE --value 'yes'`,
		'variables get NONCE -o yaml',
		`variables update --key NONCE --value '12:30'`,
		'variables get NONCE -o yaml',
		'variables get NONCE -o plain',
		`variables update --key NONCE --value 'a: b # c "d" \\ é'`,
		'variables get NONCE -o json',
		'variables get NONCE -o yaml',
		`variables update --key NONCE --value 1.5`,
		'variables get NONCE -o plain',
		'variables get NONCE -o yaml',
		tidy('variables delete NONCE')
	),
	'a tag that closes nothing breaks a table': lines(
		`variables create --key NONCE --value 'a [/b] c'`,
		'variables get NONCE -o table',
		tidy('variables delete NONCE')
	),
	'variables that cannot be': lines(
		'variables create',
		line('variables create --key NONCE', { hasTrouble: true }),
		tidy('variables delete NONCE'),
		`variables create --key ${'k'.repeat(251)} --value x`
	),
	'variables from a file': lines(
		line('variables import vars.json', { files: { 'vars.json': variables } }),
		line('variables import vars.json --action-on-existing-key fail', {
			files: { 'vars.json': '{"NONCE_a": "one"}' }
		}),
		line('variables import vars.json -a skip', { files: { 'vars.json': variables } }),
		'variables get NONCE_b',
		'variables get NONCE_c',
		'variables get NONCE_d',
		'variables import nowhere.json',
		line('variables import vars.json', { files: { 'vars.json': 'no' } }),
		...['a', 'b', 'c', 'd'].map((letter) => tidy(`variables delete NONCE_${letter}`))
	),
	'a connection, from its birth to its end': lines(
		'connections create --connection-id NONCE --conn-type http --host example.org --port 80',
		'connections get NONCE',
		'connections get NONCE -o table',
		'connections get NONCE -o yaml',
		'connections get NONCE -o plain',
		'connections update --connection-id NONCE --conn-type ftp --login x --password y',
		'connections create --connection-id NONCE --conn-type http',
		'connections test --connection-id NONCE --conn-type http',
		'connections delete NONCE',
		'connections delete NONCE',
		'connections get NONCE',
		tidy('connections delete NONCE')
	),
	'connections that cannot be': lines(
		'connections create',
		`connections create --connection-id 'a b' --conn-type http`,
		'connections create --connection-id NONCE --conn-type http --extra no',
		'connections update --connection-id NONCE --conn-type http'
	),
	'connections from a file': lines(
		line('connections import c.json', { files: { 'c.json': connections } }),
		line('connections import c.json -a fail', {
			files: { 'c.json': '{"NONCE_a": {"conn_type": "http"}}' }
		}),
		'connections get NONCE_b',
		'connections import nowhere.json',
		line('connections import c.json', { files: { 'c.json': '{"a": }' } }),
		line('connections import c.json', { files: { 'c.json': '{"NONCE": {"host": "x"}}' } }),
		tidy('connections delete NONCE_a'),
		tidy('connections delete NONCE_b')
	),
	'names that need escaping': lines(
		`variables get 'NONCE a'`,
		`variables get 'NONCE%41'`,
		`variables get 'NONCE?x=y'`,
		`variables get 'NONCE/b'`
	),
	'plugins and providers': lines(
		'plugins list',
		'plugins list -o table',
		'plugins list-import-errors',
		'plugins list-import-errors -o yaml',
		'providers list',
		'providers list -o yaml',
		'providers list -o plain',
		'providers list -o table'
	),
	jobs: lines(
		'jobs list --job-type NONCE',
		'jobs list --hostname NONCE -o plain',
		'jobs list --job-type SchedulerJob --is-alive',
		'jobs list --job-type SchedulerJob --no-is-alive'
	),
	'default connections are made, yet the program stumbles over the answer': lines(
		line('connections create-defaults', { as: 'viewer' })
	),
	'a pool shows what runs in it': lines(before('version'), 'pools get default_pool -o yaml')
};
