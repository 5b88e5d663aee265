import type { Operation } from './airflowctl-operation.ts';

/** Pools, variables, connections, and what the server is made of. @source airflowctl 0.1.5, api/operations.py */
export const STORE_OPERATIONS: Readonly<Record<string, Operation>> = {
	'config get': {
		says: 'Show one option',
		wants: 'section option',
		sends: 'GET config/section/{section}/option/{option}',
		answers: 'Config'
	},
	'config list': { says: 'List all options', sends: 'GET config', answers: 'Config' },
	'connections get': {
		says: 'Show a connection',
		wants: 'conn_id',
		sends: 'GET connections/{conn_id}',
		answers: 'ConnectionResponse'
	},
	'connections list': {
		says: 'List connections',
		sends: 'GET connections',
		isPaged: true,
		answers: 'ConnectionCollectionResponse'
	},
	'connections create': {
		says: 'Create a connection',
		takes: ['connection', 'ConnectionBody'],
		sends: 'POST connections',
		body: 'filled',
		answers: 'ConnectionResponse'
	},
	'connections create-defaults': {
		says: 'Create the default connections',
		sends: 'POST connections/defaults'
	},
	'connections delete': {
		says: 'Delete a connection',
		wants: 'conn_id',
		sends: 'DELETE connections/{conn_id}',
		shows: 'conn_id'
	},
	'connections update': {
		says: 'Change a connection',
		takes: ['connection', 'ConnectionBody'],
		sends: 'PATCH connections/{connection_id}',
		body: 'all',
		answers: 'ConnectionResponse'
	},
	'connections test': {
		says: 'Test a connection',
		takes: ['connection', 'ConnectionBody'],
		sends: 'POST connections/test',
		body: 'all',
		answers: 'ConnectionTestResponse'
	},
	'jobs list': {
		says: 'List jobs',
		may: 'job_type hostname is_alive:bool',
		sends: 'GET jobs',
		query: 'job_type hostname is_alive',
		isPaged: true,
		answers: 'JobCollectionResponse'
	},
	'plugins list': {
		says: 'List plugins',
		sends: 'GET plugins',
		isPaged: true,
		answers: 'PluginCollectionResponse'
	},
	'plugins list-import-errors': {
		says: 'List the import errors of plugins',
		sends: 'GET plugins/importErrors',
		answers: 'PluginImportErrorCollectionResponse'
	},
	'pools get': {
		says: 'Show a pool',
		wants: 'pool_name',
		sends: 'GET pools/{pool_name}',
		answers: 'PoolResponse'
	},
	'pools list': {
		says: 'List pools',
		sends: 'GET pools',
		isPaged: true,
		answers: 'PoolCollectionResponse'
	},
	'pools create': {
		says: 'Create a pool',
		takes: ['pool', 'PoolBody'],
		sends: 'POST pools',
		body: 'filled',
		answers: 'PoolResponse'
	},
	'pools delete': {
		says: 'Delete a pool',
		wants: 'pool',
		sends: 'DELETE pools/{pool}',
		shows: 'pool'
	},
	'pools update': {
		says: 'Change a pool',
		takes: ['pool_body', 'PoolPatchBody'],
		sends: 'PATCH pools/{pool}',
		body: 'all',
		answers: 'PoolResponse'
	},
	'providers list': {
		says: 'List providers',
		sends: 'GET providers',
		isPaged: true,
		answers: 'ProviderCollectionResponse'
	},
	'variables get': {
		says: 'Show a variable',
		wants: 'variable_key',
		sends: 'GET variables/{variable_key}',
		answers: 'VariableResponse'
	},
	'variables list': {
		says: 'List variables',
		sends: 'GET variables',
		isPaged: true,
		answers: 'VariableCollectionResponse'
	},
	'variables create': {
		says: 'Create a variable',
		takes: ['variable', 'VariableBody'],
		sends: 'POST variables',
		body: 'filled',
		answers: 'VariableResponse'
	},
	'variables delete': {
		says: 'Delete a variable',
		wants: 'variable_key',
		sends: 'DELETE variables/{variable_key}',
		shows: 'variable_key'
	},
	'variables update': {
		says: 'Change a variable',
		takes: ['variable', 'VariableBody'],
		sends: 'PATCH variables/{key}',
		body: 'all',
		answers: 'VariableResponse'
	}
};
