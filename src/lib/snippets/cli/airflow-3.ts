import { triggerDag } from './airflow-2.ts';
import { airflowBoth, missing, noted } from './airflow-both.ts';
import { flag, option, withOperands, type Ask, type Commands } from './ask.ts';
import { clearTasks } from './task-clear.ts';

/** `airflow` 3.x for the v2 API. @source airflow/cli/cli_config.py of 3.3.2 */
export const airflow3: Commands = {
	...airflowBoth,
	'GET /monitor/health': (ask) =>
		noted(ask, 'cli-health', ['jobs', 'check', '--job-type', 'SchedulerJob']),
	'GET /jobs': (ask) => ['dags', 'list-jobs', ...option('--limit', ask.query('limit'))],

	'GET /dags/{dag_id}/dagRuns': (ask) => {
		if (ask.path('dag_id') === '~') return undefined;
		return withOperands(
			[
				'dags',
				'list-runs',
				...option('--state', ask.query('state')),
				...option('--start-date', ask.query('logical_date_gte')),
				...option('--end-date', ask.query('logical_date_lte'))
			],
			[ask.path('dag_id')]
		);
	},
	'POST /dags/{dag_id}/dagRuns': (ask) => {
		const date = ask.body('logical_date');
		if (date !== undefined) ask.warn('cli-interval-now');
		return triggerDag(ask, '--logical-date', date);
	},
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}': (ask) =>
		noted(
			ask,
			'cli-state-only',
			withOperands(['dags', 'state'], [ask.path('dag_id'), ask.path('dag_run_id')])
		),
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': (ask) => {
		ask.warn('cli-since', { version: '3.3' });
		return clearRuns(ask, option('--run-id', ask.path('dag_run_id')));
	},
	'POST /dags/{dag_id}/clearDagRuns': (ask) => {
		const selectors = [
			...option('--partition-key', ask.body('partition_key')),
			...option('--partition-date-start', ask.body('partition_date_start')),
			...option('--partition-date-end', ask.body('partition_date_end'))
		];
		if (selectors.length === 0) return undefined;
		ask.warn('cli-since', { version: '3.3' });
		return clearRuns(ask, selectors);
	},
	'POST /dags/{dag_id}/clearPartitions': (ask) => {
		const selectors = [
			...option('--run-id', ask.body('run_id')),
			...option('--partition-key', ask.body('partition_key')),
			...option('--start-date', ask.body('partition_date_start')),
			...option('--end-date', ask.body('partition_date_end'))
		];
		if (selectors.length === 0) return undefined;
		ask.warn('cli-since', { version: '3.3' });
		// It is a rehearsal unless told otherwise.
		const isReal = ask.bodyIs('dry_run', 'false');
		ask.body('dry_run');
		return [
			...['partitions', 'clear'],
			...option('--dag-id', ask.path('dag_id')),
			...selectors,
			...flag('--clear-task-instances', ask.body('clear_task_instances') === 'true'),
			...flag('--dry-run', !isReal)
		];
	},
	'POST /dags/{dag_id}/clearTaskInstances': (ask) => clearTasks(ask, 'part'),

	'POST /pools': (ask) => withTeam(ask, airflowBoth['POST /pools']?.(ask)),
	'PATCH /pools/{pool_name}': (ask) =>
		withTeam(ask, airflowBoth['PATCH /pools/{pool_name}']?.(ask)),

	'POST /connections/defaults': () => ['connections', 'create-default-connections'],
	'GET /assets': () => ['assets', 'list'],
	'GET /assets/aliases': () => ['assets', 'list', '--alias'],
	'POST /backfills': (ask) => createBackfill(ask, false),
	'POST /backfills/dry_run': (ask) => createBackfill(ask, true)
};

function clearRuns(ask: Ask, selectors: string[]): string[] {
	const isReal = ask.bodyIs('dry_run', 'false');
	ask.body('dry_run');
	if (!isReal) ask.warn('cli-asks-first');
	const isFailedOnly = ask.body('only_failed') === 'true';
	return withOperands(
		[
			'dags',
			'clear',
			...selectors,
			...flag('--only-failed', isFailedOnly),
			...flag('--yes', isReal)
		],
		[ask.path('dag_id')]
	);
}

function withTeam(ask: Ask, words: string[] | undefined): string[] | undefined {
	const [pools, set, ...rest] = words ?? [];
	if (pools === undefined || set === undefined) return undefined;
	return [pools, set, ...option('--team-name', ask.body('team_name')), ...rest];
}

function createBackfill(ask: Ask, isDry: boolean): string[] | undefined {
	const required = ['dag_id', 'from_date', 'to_date'];
	if (required.some((name) => ask.body(name) === undefined))
		return missing(ask, required.join(', '));
	const spelled = [...required, 'dag_run_conf', 'reprocess_behavior', 'max_active_runs'].flatMap(
		(name) => option(`--${name.replaceAll('_', '-')}`, ask.body(name))
	);
	const onLatest = ask.body('run_on_latest_version');
	return [
		'backfill',
		'create',
		...spelled,
		...flag('--run-backwards', ask.body('run_backwards') === 'true'),
		...flag('--run-on-latest-version', onLatest === 'true'),
		...flag('--no-run-on-latest-version', onLatest === 'false'),
		...flag('--dry-run', isDry)
	];
}
