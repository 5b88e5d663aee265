/** One Airflow the tests run against: how to install it, start it and know that it is ready. */
export interface Line {
	name: string;
	api: 'v1' | 'v2';
	/** In tests/contract/airflow: pure `name==version` lines. */
	lock: string;
	/** Environment beside what every line has. */
	environment(settings: Settings): Record<string, string>;
	/** Python to run once the database is there. */
	prepare: string;
	/** Arguments of the `airflow` processes that make up the server. */
	processes(settings: Settings): string[][];
}

export interface Settings {
	port: number;
	home: string;
	/** Origins of pages that may call the API. */
	origins: string[];
}

/** Users of both lines: the password is the name. */
export const USERS = ['admin', 'op', 'user', 'viewer'];

const CREATE_USERS = `
from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder
with get_application_builder() as builder:
    builder.sm.sync_roles()
    for name in ${JSON.stringify(USERS)}:
        role = builder.sm.find_role(name.capitalize())
        builder.sm.add_user(name, name, "Course", name + "@example.org", role, name)
`;

const WRITE_PASSWORDS = `
import json, os
home = os.environ["AIRFLOW_HOME"]
with open(os.path.join(home, "simple_auth_manager_passwords.json.generated"), "w") as file:
    json.dump({name: name for name in ${JSON.stringify(USERS)}}, file)
`;

/** The remote command line of Airflow 3. */
export const AIRFLOWCTL = { name: 'airflowctl', lock: 'requirements-ctl.txt' };

/** Airflow 3 with the HTTP operator, which the server goes without. */
export const AIRFLOW_HTTP = {
	name: 'Airflow 3 with its HTTP operator',
	lock: 'requirements-http-3.txt'
};

/** The official Python clients, by the API that each speaks. */
export const CLIENTS: { name: string; api: 'v1' | 'v2'; lock: string }[] = [
	{ name: 'Client 2', api: 'v1', lock: 'requirements-client-2.txt' },
	{ name: 'Client 3', api: 'v2', lock: 'requirements-client-3.txt' }
];

export const LINES: Line[] = [
	{
		name: 'Airflow 2.11',
		api: 'v1',
		lock: 'requirements-2.11.txt',
		environment: ({ origins }) => ({
			AIRFLOW__API__AUTH_BACKENDS:
				'airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session',
			// Airflow 2 splits origins at spaces, Airflow 3 at commas.
			AIRFLOW__API__ACCESS_CONTROL_ALLOW_ORIGINS: origins.join(' '),
			// SQLite is good enough for one run at a time, and the sequential executor is too slow.
			_AIRFLOW__SKIP_DATABASE_EXECUTOR_COMPATIBILITY_CHECK: '1'
		}),
		prepare: CREATE_USERS,
		processes: ({ port }) => [
			['webserver', '-w', '1', '--hostname', '127.0.0.1', '-p', `${port}`],
			['scheduler', '--skip-serve-logs'],
			['triggerer', '--skip-serve-logs']
		]
	},
	{
		name: 'Airflow 3.3',
		api: 'v2',
		lock: 'requirements-3.txt',
		environment: ({ port, origins }) => ({
			AIRFLOW__API__ACCESS_CONTROL_ALLOW_ORIGINS: origins.join(','),
			AIRFLOW__API__PORT: `${port}`,
			AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `http://localhost:${port}/execution/`,
			AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: USERS.map((name) => `${name}:${name}`).join(',')
		}),
		prepare: WRITE_PASSWORDS,
		processes: ({ port }) => [
			['api-server', '--host', '127.0.0.1', '--port', `${port}`, '--workers', '1'],
			['scheduler', '--skip-serve-logs'],
			['dag-processor'],
			['triggerer', '--skip-serve-logs']
		]
	}
];

/** The environment of everything that belongs to one Airflow; none of the caller's own Airflow's. */
export function environmentOf(line: Line, settings: Settings, bin: string): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(([name]) => !/^_?AIRFLOW|^PYTHON/.test(name));
	return {
		...Object.fromEntries(own),
		PATH: `${bin}:${process.env.PATH ?? ''}`,
		AIRFLOW_HOME: settings.home,
		AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
		AIRFLOW__CORE__EXECUTOR: 'LocalExecutor',
		AIRFLOW__CORE__PARALLELISM: '4',
		AIRFLOW__CORE__DAGS_FOLDER: `${process.cwd()}/tests/contract/airflow/dags`,
		AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME: '1',
		// Two schedulings at once, of a task's end and of the loop, count one try twice on SQLite, which has no row locks.
		AIRFLOW__SCHEDULER__SCHEDULE_AFTER_TASK_EXECUTION: 'False',
		AIRFLOW__API__ACCESS_CONTROL_ALLOW_METHODS: 'GET,POST,PATCH,PUT,DELETE,OPTIONS',
		AIRFLOW__API__ACCESS_CONTROL_ALLOW_HEADERS: 'authorization,content-type,accept',
		...line.environment(settings)
	};
}
