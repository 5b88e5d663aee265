import { airflowBoth, missing, noted } from './airflow-both.ts';
import { flag, option, withOperands, type Ask, type Command, type Commands } from './ask.ts';
import { clearTasks, dateOfRun } from './task-clear.ts';

const TASK = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** `airflow` 2.11 for the v1 API. @source airflow/cli/cli_config.py of 2.11.2, and the FAB provider's commands */
export const airflow2: Commands = {
	...airflowBoth,
	'GET /health': (ask) => noted(ask, 'cli-health', ['jobs', 'check', '--job-type', 'SchedulerJob']),

	'GET /dags/{dag_id}/dagRuns': (ask) => {
		if (ask.path('dag_id') === '~') return undefined;
		return [
			'dags',
			'list-runs',
			...option('--dag-id', ask.path('dag_id')),
			...option('--state', ask.query('state')),
			...option('--start-date', ask.query('execution_date_gte')),
			...option('--end-date', ask.query('execution_date_lte'))
		];
	},
	'POST /dags/{dag_id}/dagRuns': (ask) => {
		const date = ask.body('logical_date') ?? ask.body('execution_date');
		return triggerDag(ask, '--exec-date', date);
	},
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}': (ask) => {
		const [dagId, runId] = [ask.path('dag_id'), ask.path('dag_run_id')];
		const date = dateOfRun(runId);
		if (date === undefined)
			return noted(ask, 'cli-run-among-all', ['dags', 'list-runs', ...option('--dag-id', dagId)]);
		ask.warn('cli-state-only');
		return noted(ask, 'cli-run-by-date', withOperands(['dags', 'state'], [dagId, date]));
	},
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': (ask) => {
		const date = dateOfRun(ask.path('dag_run_id'));
		if (date === undefined) return undefined;
		ask.warn('cli-run-by-date');
		const isReal = ask.bodyIs('dry_run', 'false');
		ask.body('dry_run');
		if (!isReal) ask.warn('cli-asks-first');
		const words = ['tasks', 'clear', '--start-date', date, '--end-date', date];
		return withOperands([...words, ...flag('--yes', isReal)], [ask.path('dag_id')]);
	},
	'POST /dags/{dag_id}/clearTaskInstances': (ask) => {
		// Said for sub-DAGs only when the learner does: the command includes them, the API does not.
		const exclude = [
			...flag('--exclude-subdags', ask.bodyIs('include_subdags', 'false')),
			...flag('--exclude-parentdag', ask.bodyIs('include_parentdag', 'false'))
		];
		for (const name of ['include_subdags', 'include_parentdag']) ask.bodyIs(name, 'true');
		const [tasks, clear, ...rest] = clearTasks(ask, 'regex') ?? [];
		return [tasks ?? '', clear ?? '', ...exclude, ...rest];
	},

	[`PATCH ${TASK}`]: (ask) => markSuccess(ask, ask.path('task_id'), ask.path('dag_run_id')),
	[`PATCH ${TASK}/{map_index}`]: (ask) =>
		markSuccess(ask, ask.path('task_id'), ask.path('dag_run_id'), ask.path('map_index')),
	'POST /dags/{dag_id}/updateTaskInstancesState': (ask) => {
		for (const reach of ['upstream', 'downstream', 'past', 'future'])
			ask.bodyIs(`include_${reach}`, 'false');
		const [task, run] = [ask.body('task_id'), ask.body('dag_run_id')];
		if (task === undefined || run === undefined) return undefined;
		return markSuccess(ask, task, run);
	},

	...users('/users', '/roles', '/permissions'),
	...users('/auth/fab/v1/users', '/auth/fab/v1/roles', '/auth/fab/v1/permissions')
};

// The only state that a command can give: a task is run without doing anything, whatever its state was.
function markSuccess(ask: Ask, task: string, run: string, mapIndex?: string): string[] | undefined {
	if (!ask.bodyIs('new_state', '"success"') || !ask.bodyIs('dry_run', 'false')) return undefined;
	ask.warn('cli-marks-by-running');
	return withOperands(
		[
			...['tasks', 'run', '--local', '--mark-success', '--force', '--ignore-all-dependencies'],
			...option('--map-index', mapIndex)
		],
		[ask.path('dag_id'), task, run]
	);
}

/** `airflow dags trigger`, whose option for the date differs between the lines. */
export function triggerDag(ask: Ask, dateFlag: string, date: string | undefined): string[] {
	const conf = ask.body('conf');
	return withOperands(
		[
			'dags',
			'trigger',
			...option('--run-id', ask.body('dag_run_id')),
			...option(dateFlag, date),
			// Else the command rounds the date down to a second.
			...flag('--no-replace-microseconds', /\.\d*[1-9]/.test(date ?? '')),
			...option('--conf', conf === '{}' ? undefined : conf)
		],
		[ask.path('dag_id')]
	);
}

function users(usersPath: string, rolesPath: string, permissionsPath: string): Commands {
	const createUser: Command = (ask) => {
		const required = ['username', 'email', 'first_name', 'last_name'];
		const role = roleOf(ask);
		if (role === undefined || required.some((name) => ask.body(name) === undefined))
			return missing(ask, [...required, 'roles'].join(', '));
		const spelled = required.flatMap((name) =>
			option(`--${name.replace('_', '')}`, ask.body(name))
		);
		const password = ask.body('password');
		return [
			'users',
			'create',
			...spelled,
			...option('--role', role),
			...option('--password', password)
		];
	};
	return {
		[`GET ${usersPath}`]: () => ['users', 'list'],
		[`POST ${usersPath}`]: createUser,
		[`DELETE ${usersPath}/{username}`]: (ask) => [
			'users',
			'delete',
			...option('--username', ask.path('username'))
		],
		[`GET ${rolesPath}`]: () => ['roles', 'list'],
		[`POST ${rolesPath}`]: (ask) => {
			const name = ask.body('name');
			return name === undefined ? missing(ask, 'name') : withOperands(['roles', 'create'], [name]);
		},
		[`DELETE ${rolesPath}/{role_name}`]: (ask) =>
			withOperands(['roles', 'delete'], [ask.path('role_name')]),
		[`GET ${permissionsPath}`]: (ask) =>
			noted(ask, 'cli-permissions', ['roles', 'list', '--permission'])
	};
}

// The command takes one role; REST takes a list of {"name": …}.
function roleOf(ask: Ask): string | undefined {
	const [first, ...more] = ask.objects('roles');
	if (more.length > 0) ask.loses('roles');
	return typeof first?.name === 'string' ? first.name : undefined;
}
