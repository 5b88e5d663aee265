import { line, lines, type Cases } from './line.ts';

const nobody = { as: 'nobody' as const };

/** Who may do what, and how the program learns who asks. */
export const accessCases: Cases = {
	'the version, here and there': lines('version', 'version --remote', line('version', nobody)),
	'without a login nothing works': {
		isStrange: true,
		lines: [
			line('pools list', nobody),
			line('auth list-envs', nobody),
			line('dags pause hello_api', nobody)
		]
	},
	'with a token alone the server is guessed': {
		isStrange: true,
		lines: [line('pools list', { hasTrouble: true })]
	},
	'without a keyring a command needs a token': lines(
		line('pools list', nobody),
		line('auth list-envs', nobody)
	),
	'a login needs something to log in with': {
		isStrange: true,
		lines: [
			line('auth login', nobody),
			line('auth login --username admin', nobody),
			line('auth login --username admin --password admin --skip-keyring', nobody)
		]
	},
	'a login without a keyring keeps the address only': {
		isStrange: true,
		lines: [
			line('auth login --api-url SERVER', { leaves: ['home/production.json'] }),
			line('auth login --api-url SERVER --skip-keyring', { leaves: ['home/production.json'] }),
			line('auth login --api-url SERVER --env other --skip-keyring', {
				leaves: ['home/other.json']
			}),
			line('auth list-envs', nobody),
			line('pools get default_pool')
		]
	},
	'a login with a keyring lasts': {
		isStrange: true,
		hasKeyring: true,
		lines: [
			line('auth login --api-url SERVER --username op --password op', nobody),
			line('auth list-envs', nobody),
			line('pools get default_pool', nobody),
			line('auth login --api-url SERVER --username op --password wrong', nobody),
			line('auth login --api-url http://localhost:1 --username op --password op', {
				...nobody,
				hasTrouble: true
			})
		]
	},
	'an environment of another name': {
		isStrange: true,
		hasKeyring: true,
		lines: [
			line('auth login --api-url SERVER --env test --username op --password op', nobody),
			line('pools get default_pool', nobody),
			line('pools get default_pool', { ...nobody, env: { AIRFLOW_CLI_ENVIRONMENT: 'test' } }),
			line('auth login --api-url SERVER --env ../test --username op --password op', nobody)
		]
	},
	'debugging keeps the token in a file': {
		isStrange: true,
		lines: [
			line('auth login --api-url SERVER --username op --password op', {
				...nobody,
				env: { AIRFLOW_CLI_DEBUG_MODE: 'true' },
				leaves: ['home/debug_creds_production.json']
			}),
			line('pools get default_pool', { ...nobody, env: { AIRFLOW_CLI_DEBUG_MODE: 'true' } }),
			line('auth list-envs', { ...nobody, env: { AIRFLOW_CLI_DEBUG_MODE: 'true' } })
		]
	},
	'a token is printed for a name and a password': lines(
		line('auth token --api-url SERVER --username admin --password admin'),
		line('auth token --api-url SERVER --username admin --password wrong'),
		line('auth token --api-url SERVER', { stdin: '' })
	),
	'a bad token': lines('pools list --api-token bad', 'dags pause hello_api --api-token bad'),
	'a viewer may look and not touch': lines(
		line('pools get default_pool', { as: 'viewer' }),
		line('pools create --name NONCE --slots 1', { as: 'viewer' }),
		line('dags pause hello_api', { as: 'viewer' }),
		line('variables list', { as: 'viewer' }),
		line('connections delete NONCE', { as: 'viewer' }),
		line('config list', { as: 'viewer' })
	),
	'a user may trigger and not manage': lines(
		line('pools delete NONCE', { as: 'user' }),
		line('jobs list --job-type NONCE', { as: 'user' })
	),
	'the configuration is not shown by default': lines(
		'config list',
		'config get core parallelism',
		'config lint',
		'config lint --section core --verbose'
	)
};
