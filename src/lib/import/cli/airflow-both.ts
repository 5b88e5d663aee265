import type { CliCommand, CliCommands } from './command.ts';

const task = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';
const taskOperands = ['path.dag_id', 'path.task_id', 'path.dag_run_id'];

/** What 2.x and 3.x call by the same name. @source airflow/cli/cli_config.py of 2.11.2 and 3.3.2 */
export const airflowBoth: CliCommands = {
	version: { operation: 'GET /version', differs: true },
	plugins: { operation: 'GET /plugins' },
	'config list': {
		operation: 'GET /config',
		options: { '--section': 'query.section', '--color': '' },
		differs: true
	},
	'config get-value': {
		operation: 'GET /config/section/{section}/option/{option}',
		operands: ['path.section', 'path.option'],
		differs: true
	},
	'providers list': { operation: 'GET /providers' },
	'dags list': { operation: 'GET /dags' },
	'dags details': { operation: 'GET /dags/{dag_id}/details', operands: ['path.dag_id'] },
	'dags pause': paused('true'),
	'dags unpause': paused('false'),
	'dags delete': {
		operation: 'DELETE /dags/{dag_id}',
		operands: ['path.dag_id'],
		switches: { '-y --yes': '' }
	},
	'dags list-import-errors': { operation: 'GET /importErrors' },
	'tasks list': { operation: 'GET /dags/{dag_id}/tasks', operands: ['path.dag_id'] },
	'tasks states-for-dag-run': {
		operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
		operands: ['path.dag_id', 'path.dag_run_id']
	},
	'tasks state': {
		operation: `GET ${task}`,
		operands: taskOperands,
		options: { '--map-index': 'path.map_index' }
	},
	'tasks failed-deps': {
		operation: `GET ${task}/dependencies`,
		operands: taskOperands,
		options: { '--map-index': 'path.map_index' }
	},
	'tasks clear': {
		operation: 'POST /dags/{dag_id}/clearTaskInstances',
		operands: ['path.dag_id'],
		options: {
			'-t --task-regex': 'tasks',
			'-s --start-date': 'body.start_date',
			'-e --end-date': 'body.end_date'
		},
		switches: {
			'-y --yes': 'json.dry_run=false',
			'-f --only-failed': 'json.only_failed=true',
			'-r --only-running': 'json.only_running=true',
			'-u --upstream': 'json.include_upstream=true',
			'-d --downstream': 'json.include_downstream=true'
		},
		fixed: { 'json.dry_run': 'true', 'json.only_failed': 'false', 'json.reset_dag_runs': 'true' },
		differs: true
	},
	'pools list': { operation: 'GET /pools' },
	'pools get': { operation: 'GET /pools/{pool_name}', operands: ['path.pool_name'] },
	'pools set': {
		operation: 'POST /pools',
		operands: ['body.name', 'json.slots', 'body.description'],
		options: { '--team-name': 'body.team_name' },
		switches: { '--include-deferred': 'json.include_deferred=true' },
		fixed: { 'json.include_deferred': 'false' },
		differs: true
	},
	'pools delete': { operation: 'DELETE /pools/{pool_name}', operands: ['path.pool_name'] },
	'variables list': { operation: 'GET /variables' },
	'variables get': {
		operation: 'GET /variables/{variable_key}',
		operands: ['path.variable_key'],
		options: { '-d --default': '' },
		switches: { '-j --json': '' }
	},
	'variables set': {
		operation: 'POST /variables',
		operands: ['body.key', 'body.value'],
		options: { '--description': 'body.description' },
		switches: { '-j --json': '' },
		differs: true
	},
	'variables delete': {
		operation: 'DELETE /variables/{variable_key}',
		operands: ['path.variable_key']
	},
	'connections list': { operation: 'GET /connections', options: { '--conn-id': '' } },
	'connections get': {
		operation: 'GET /connections/{connection_id}',
		operands: ['path.connection_id'],
		options: { '--color': '' },
		differs: true
	},
	'connections add': {
		operation: 'POST /connections',
		operands: ['body.connection_id'],
		options: {
			'--conn-type': 'body.conn_type',
			'--conn-description': 'body.description',
			'--conn-host': 'body.host',
			'--conn-login': 'body.login',
			'--conn-password': 'body.password',
			'--conn-schema': 'body.schema',
			'--conn-port': 'json.port',
			'--conn-extra': 'body.extra',
			'--conn-uri': '',
			'--conn-json': '',
			'--team-name': 'body.team_name'
		}
	},
	'connections test': {
		operation: 'POST /connections/test',
		operands: ['body.connection_id'],
		differs: true
	},
	'connections delete': {
		operation: 'DELETE /connections/{connection_id}',
		operands: ['path.connection_id']
	}
};

/** Whether the scheduler lives, which each API says at a place of its own. */
export function jobsCheck(operation: string): CliCommand {
	return {
		operation,
		options: { '--job-type': '', '--hostname': '', '--limit': '' },
		switches: { '--allow-multiple': '', '--local': '' },
		differs: true
	};
}

/** Users and roles, whose paths moved between the APIs. */
export function people(base: string): CliCommands {
	return {
		'users list': { operation: `GET ${base}/users` },
		'users create': {
			operation: `POST ${base}/users`,
			options: {
				'-u --username': 'body.username',
				'-e --email': 'body.email',
				'-f --firstname': 'body.first_name',
				'-l --lastname': 'body.last_name',
				'-r --role': 'role',
				'-p --password': 'body.password'
			},
			switches: { '--use-random-password': '' }
		},
		'users delete': {
			operation: `DELETE ${base}/users/{username}`,
			options: { '-u --username': 'path.username', '-e --email': '' }
		},
		'roles list': { operation: `GET ${base}/roles`, switches: { '-p --permission': '' } },
		'roles create': {
			operation: `POST ${base}/roles`,
			operands: ['body.name'],
			fixed: { 'json.actions': '[]' }
		},
		'roles delete': { operation: `DELETE ${base}/roles/{role_name}`, operands: ['path.role_name'] }
	};
}

function paused(json: string): CliCommand {
	return {
		operation: 'PATCH /dags/{dag_id}',
		operands: ['path.dag_id'],
		fixed: { 'query.update_mask': 'is_paused', 'json.is_paused': json },
		switches: { '-y --yes': '', '--treat-dag-id-as-regex': '' }
	};
}
