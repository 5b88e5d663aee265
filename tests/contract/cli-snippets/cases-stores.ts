import { changes, reads, step, type Case, type Step } from './case.ts';

const pool = { pool_name: 'OWN' };
const variable = { variable_key: 'OWN' };
const connection = { connection_id: 'OWN' };
const NASTY = `it's "$HOME" \`x\` a\nb -- {"n": 1}`;
const makePool = step('POST /pools', { body: { name: 'OWN', slots: 2, description: 'old' } });
const makeVariable = step('POST /variables', { body: { key: 'OWN', value: 'old' } });
const makeConnection = step('POST /connections', {
	body: { connection_id: 'OWN', conn_type: 'http', host: 'old.example' }
});
const showPool = [step('GET /pools/{pool_name}', { path: pool })];
const showVariable = [step('GET /variables/{variable_key}', { path: variable })];
const showConnection = [step('GET /connections/{connection_id}', { path: connection })];
const tidy = (operation: string, path: Record<string, string>): Step[] => [
	step(operation, { path, mayFail: true })
];
const noPool = { after: tidy('DELETE /pools/{pool_name}', pool) };
const noVariable = { after: tidy('DELETE /variables/{variable_key}', variable) };
const noConnection = { after: tidy('DELETE /connections/{connection_id}', connection) };

/** Pools, variables and connections, which every program has commands for. */
export const stores = (api: 'v1' | 'v2', isCtl = false): readonly Case[] => [
	changes(
		'makes a pool',
		step('POST /pools', { body: { name: 'OWN', slots: 3, description: NASTY } }),
		showPool,
		noPool
	),
	changes(
		'makes a pool that counts deferred tasks',
		step('POST /pools', { body: { name: 'OWN', slots: 4, include_deferred: true } }),
		showPool,
		// The API leaves the description out; the commands write an empty one.
		{ ...noPool, forgets: ['description'] }
	),
	changes(
		'changes all of a pool',
		step('PATCH /pools/{pool_name}', {
			path: pool,
			body: {
				[api === 'v1' ? 'name' : 'pool']: 'OWN',
				slots: 5,
				description: 'new',
				include_deferred: true
			}
		}),
		showPool,
		{ ...noPool, before: [makePool] }
	),
	changes('deletes a pool', step('DELETE /pools/{pool_name}', { path: pool }), showPool, {
		before: [makePool]
	}),
	reads(
		'prints a pool',
		step('GET /pools/{pool_name}', { path: { pool_name: 'default_pool' } }),
		({ name, slots }: { name: string; slots: number }) => [name, slots]
	),
	reads('prints the pools', step('GET /pools'), ({ pools }: { pools: { name: string }[] }) =>
		pools.map(({ name }) => name)
	),
	changes(
		'makes a variable',
		step('POST /variables', { body: { key: 'OWN', value: NASTY, description: '-d' } }),
		showVariable,
		noVariable
	),
	changes(
		'changes a variable',
		step('PATCH /variables/{variable_key}', {
			path: variable,
			body: { key: 'OWN', value: '{"a": [1, 2]}', description: 'new' }
		}),
		showVariable,
		{ ...noVariable, before: [makeVariable] }
	),
	changes(
		'deletes a variable',
		step('DELETE /variables/{variable_key}', { path: variable }),
		showVariable,
		{ before: [makeVariable] }
	),
	reads(
		'prints the variables',
		step('GET /variables'),
		({ variables }: { variables: { key: string }[] }) => variables.map(({ key }) => key),
		[{ ...makeVariable, body: { key: 'cs_listed', value: 'x' }, mayFail: true }]
	),
	changes(
		'makes a connection',
		step('POST /connections', {
			body: {
				connection_id: 'OWN',
				conn_type: 'http',
				host: 'h.example',
				login: 'me',
				password: `p'"$ w`,
				port: 8080,
				extra: '{"a": {"b": "c d"}}',
				description: 'what for'
			}
		}),
		showConnection,
		// Where the package that knows this type is not installed.
		isCtl ? noConnection : { ...noConnection, admits: { 'cli-conn-type': ['conn_type'] } }
	),
	changes(
		'deletes a connection',
		step('DELETE /connections/{connection_id}', { path: connection }),
		showConnection,
		{ before: [makeConnection] }
	),
	reads(
		'prints the connections',
		step('GET /connections'),
		({ connections }: { connections: { connection_id: string }[] }) =>
			connections.map(({ connection_id }) => connection_id),
		[
			{
				...makeConnection,
				body: { connection_id: 'cs_listed', conn_type: 'http' },
				mayFail: true
			}
		]
	)
];
