import type { CliCommand, CliCommands } from './command.ts';

const xcoms = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries';
const xcomOperands = ['path.dag_id', 'path.dag_run_id', 'path.task_id'];
const queued = '/dags/{dag_id}/assets/{asset_id}/queuedEvents';
const login: CliCommand = {
	operation: 'POST /auth/token/cli',
	options: {
		'--username': 'body.username',
		'--password': 'body.password',
		'--api-url': 'server',
		'--api-token': '',
		'-e --env': ''
	}
};

/** `airflowctl`. @source airflowctl 0.1.5, ctl/cli_config.py and api/operations.py */
export const airflowctl: CliCommands = {
	'auth login': login,
	'auth token': login,
	version: { operation: 'GET /version', switches: { '--remote': '' } },
	'config list': { operation: 'GET /config' },
	'config get': on('GET /config/section/{section}/option/{option}'),
	'plugins list': { operation: 'GET /plugins' },
	'plugins list-import-errors': { operation: 'GET /plugins/importErrors' },
	'providers list': { operation: 'GET /providers' },
	'jobs list': { operation: 'GET /jobs', options: options('query', 'job_type hostname is_alive') },
	'dags list': { operation: 'GET /dags' },
	'dags get': on('GET /dags/{dag_id}'),
	'dags get-details': on('GET /dags/{dag_id}/details'),
	'dags pause': paused('true'),
	'dags unpause': paused('false'),
	'dags delete': on('DELETE /dags/{dag_id}'),
	'dags list-version': on('GET /dags/{dag_id}/dagVersions'),
	'dags get-version': on('GET /dags/{dag_id}/dagVersions/{version_number}'),
	'dags get-tags': { operation: 'GET /dagTags' },
	'dags list-warning': { operation: 'GET /dagWarnings' },
	'dags list-import-errors': { operation: 'GET /importErrors' },
	'dags get-import-error': on('GET /importErrors/{import_error_id}'),
	'dags trigger': {
		...on('POST /dags/{dag_id}/dagRuns'),
		options: {
			...options(
				'body',
				'dag_run_id logical_date run_after data_interval_start data_interval_end note partition_key'
			),
			'--conf': 'json.conf'
		},
		fixed: { 'json.logical_date': 'null' }
	},
	'dagrun list': {
		operation: 'GET /dags/{dag_id}/dagRuns',
		options: { '--dag-id': 'path.dag_id', ...options('query', 'state limit') },
		fixed: { 'path.dag_id': '~' }
	},
	'dagrun get': on('GET /dags/{dag_id}/dagRuns/{dag_run_id}'),
	'pools list': { operation: 'GET /pools' },
	'pools get': on('GET /pools/{pool_name}'),
	'pools delete': on('DELETE /pools/{pool_name}'),
	'pools create': pool('POST /pools', { '--name': 'body.name' }),
	'pools update': pool('PATCH /pools/{pool_name}', { '--pool': 'path.pool_name' }),
	'variables list': { operation: 'GET /variables' },
	'variables get': on('GET /variables/{variable_key}'),
	'variables delete': on('DELETE /variables/{variable_key}'),
	'variables create': {
		operation: 'POST /variables',
		options: options('body', 'key value description team_name')
	},
	'variables update': {
		operation: 'PATCH /variables/{variable_key}',
		options: {
			'--key': 'path.variable_key',
			...options('body', 'value description team_name')
		},
		fixed: { 'body.key': '{path.variable_key}' }
	},
	'connections list': { operation: 'GET /connections' },
	'connections get': on('GET /connections/{connection_id}'),
	'connections delete': on('DELETE /connections/{connection_id}'),
	'connections create': connection('POST /connections', 'body'),
	'connections test': connection('POST /connections/test', 'body'),
	'connections update': {
		...connection('PATCH /connections/{connection_id}', 'path'),
		fixed: { 'body.connection_id': '{path.connection_id}' }
	},
	'connections create-defaults': { operation: 'POST /connections/defaults' },
	'assets list': { operation: 'GET /assets' },
	'assets get': on('GET /assets/{asset_id}'),
	'assets list-by-alias': { operation: 'GET /assets/aliases' },
	'assets get-by-alias': on('GET /assets/aliases/{asset_alias_id}'),
	'assets materialize': on('POST /assets/{asset_id}/materialize'),
	'assets get-queued-events': on('GET /assets/{asset_id}/queuedEvents'),
	'assets delete-queued-events': on('DELETE /assets/{asset_id}/queuedEvents'),
	'assets create-event': {
		operation: 'POST /assets/events',
		options: { '--asset-id': 'json.asset_id', '--partition-key': 'body.partition_key' }
	},
	'assets get-dag-queued-events': {
		operation: 'GET /dags/{dag_id}/assets/queuedEvents',
		operands: ['path.dag_id', 'query.before']
	},
	'assets delete-dag-queued-events': {
		operation: 'DELETE /dags/{dag_id}/assets/queuedEvents',
		operands: ['path.dag_id', 'query.before']
	},
	'assets get-dag-queued-event': on(`GET ${queued}`),
	'assets delete-queued-event': on(`DELETE ${queued}`),
	'backfill list': { operation: 'GET /backfills', operands: ['query.dag_id'] },
	'backfill get': on('GET /backfills/{backfill_id}'),
	'backfill pause': on('PUT /backfills/{backfill_id}/pause'),
	'backfill unpause': on('PUT /backfills/{backfill_id}/unpause'),
	'backfill cancel': on('PUT /backfills/{backfill_id}/cancel'),
	'backfill create': backfill('POST /backfills'),
	'backfill create-dry-run': backfill('POST /backfills/dry_run'),
	'xcom list': { operation: `GET ${xcoms}`, operands: xcomOperands },
	'xcom get': {
		operation: `GET ${xcoms}/{xcom_key}`,
		operands: [...xcomOperands, 'path.xcom_key']
	},
	'xcom add': {
		operation: `POST ${xcoms}`,
		operands: [...xcomOperands, 'body.key', 'value.value'],
		options: { '--map-index': 'json.map_index' }
	},
	'xcom edit': {
		operation: `PATCH ${xcoms}/{xcom_key}`,
		operands: [...xcomOperands, 'path.xcom_key', 'value.value'],
		options: { '--map-index': 'json.map_index' }
	},
	'xcom delete': {
		operation: `DELETE ${xcoms}/{xcom_key}`,
		operands: [...xcomOperands, 'path.xcom_key']
	}
};

/** Its path parameters, in their order, are its operands. */
function on(operation: string): CliCommand {
	const names = [...operation.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => `path.${name}`);
	return { operation, operands: names };
}

function options(place: 'body' | 'query', names: string): Record<string, string> {
	return Object.fromEntries(
		names.split(' ').map((name) => [`--${name.replaceAll('_', '-')}`, `${place}.${name}`])
	);
}

function paused(json: string): CliCommand {
	return {
		...on('PATCH /dags/{dag_id}'),
		fixed: { 'query.update_mask': 'is_paused', 'json.is_paused': json }
	};
}

function pool(operation: string, name: Record<string, string>): CliCommand {
	return {
		operation,
		options: { ...name, '--slots': 'json.slots', ...options('body', 'description team_name') },
		switches: {
			'--include-deferred': 'json.include_deferred=true',
			'--no-include-deferred': 'json.include_deferred=false'
		}
	};
}

function connection(operation: string, place: 'body' | 'path'): CliCommand {
	return {
		operation,
		options: {
			'--connection-id': `${place}.connection_id`,
			...options('body', 'conn_type description host login password extra schema team_name'),
			'--port': 'json.port'
		}
	};
}

function backfill(operation: string): CliCommand {
	return {
		operation,
		options: {
			...options('body', 'dag_id from_date to_date reprocess_behavior'),
			'--max-active-runs': 'json.max_active_runs',
			'--dag-run-conf': 'json.dag_run_conf'
		},
		switches: {
			'--run-backwards': 'json.run_backwards=true',
			'--no-run-backwards': 'json.run_backwards=false',
			'--run-on-latest-version': 'json.run_on_latest_version=true',
			'--no-run-on-latest-version': 'json.run_on_latest_version=false'
		}
	};
}
