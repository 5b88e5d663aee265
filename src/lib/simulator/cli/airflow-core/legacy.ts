import type { Line } from './command.ts';

/**
 * What the parser says of a command that an earlier Airflow had; undefined when none had it.
 * @source airflow/cli/commands/legacy_commands.py
 */
export function legacyWords(line: Line, path: readonly string[], word: string): string | undefined {
	if (line === '2') {
		const now = BEFORE_2[word];
		return now && `\`airflow ${word}\` command, has been removed, please use \`airflow ${now}\``;
	}
	// The name of the program itself stands before a command of the highest level.
	const full = `${path[0] ?? 'airflow'} ${word}`;
	const now = BEFORE_3[word] ?? BEFORE_3[full];
	return now && `Command \`${full}\` has been removed. Please use \`airflow ${now}\``;
}

const BEFORE_2: Readonly<Record<string, string>> = {
	worker: 'celery worker',
	flower: 'celery flower',
	trigger_dag: 'dags trigger',
	delete_dag: 'dags delete',
	show_dag: 'dags show',
	list_dag: 'dags list',
	dag_status: 'dags status',
	backfill: 'dags backfill',
	list_dag_runs: 'dags list-runs',
	pause: 'dags pause',
	unpause: 'dags unpause',
	test: 'tasks test',
	clear: 'tasks clear',
	list_tasks: 'tasks list',
	task_failed_deps: 'tasks failed-deps',
	task_state: 'tasks state',
	run: 'tasks run',
	render: 'tasks render',
	initdb: 'db init',
	resetdb: 'db reset',
	upgradedb: 'db upgrade',
	checkdb: 'db check',
	shell: 'db shell',
	pool: 'pools',
	list_users: 'users list',
	create_user: 'users create',
	delete_user: 'users delete'
};

const BEFORE_3: Readonly<Record<string, string>> = {
	'dags backfill': 'backfill create',
	webserver: 'api-server'
};
