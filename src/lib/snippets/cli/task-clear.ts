import { flag, option, withOperands, type Ask } from './ask.ts';

/** What `--task-regex` is: a regular expression in 2.x; in 3.x, whatever its name says, a part of the task's id. */
export type TaskMatch = 'regex' | 'part';

/**
 * `airflow tasks clear`: it picks tasks by a pattern and runs by dates, never by a run's id.
 * @source airflow/models/dag.py of 2.11 and airflow/serialization/definitions/dag.py of 3.3, partial_subset
 * @source airflow/cli/commands/task_command.py, task_clear (2.11 and 3.x)
 */
export function clearTasks(ask: Ask, match: TaskMatch): string[] | undefined {
	const ids = ask.texts('task_ids') ?? [];
	// A part of a name cannot stand for two tasks.
	if (match === 'part' && ids.length > 1) return undefined;
	if (match === 'part' && ids.length === 1) ask.warn('cli-clears-alike', { name: ids[0] ?? '' });
	const pattern = match === 'part' ? ids[0] : exactly(ids);
	// REST clears failed tasks only, unless told otherwise, and is a rehearsal unless told otherwise.
	const isFailedOnly = !ask.bodyIs('only_failed', 'false');
	const isReal = ask.bodyIs('dry_run', 'false');
	ask.body('dry_run');
	ask.body('only_failed');
	if (!isReal) ask.warn('cli-asks-first');
	// The command always puts the runs back to queued.
	ask.bodyIs('reset_dag_runs', 'true');
	for (const name of ['include_past', 'include_future']) ask.bodyIs(name, 'false');

	const words = [
		'tasks',
		'clear',
		...option('--task-regex', ids.length > 0 ? pattern : undefined),
		...dates(ask),
		...flag('--only-failed', isFailedOnly),
		...flag('--only-running', ask.body('only_running') === 'true'),
		...flag('--upstream', ask.body('include_upstream') === 'true'),
		...flag('--downstream', ask.body('include_downstream') === 'true'),
		...flag('--yes', isReal)
	];
	return withOperands(words, [ask.path('dag_id')]);
}

/** The logical date in a run id that Airflow made up itself; undefined for a name that somebody chose. */
export function dateOfRun(runId: string): string | undefined {
	return /^(?:manual|scheduled|backfill)__(\d{4}-\d\d-\d\dT[\d:.]+(?:[+-]\d\d:\d\d|Z)?)$/.exec(
		runId
	)?.[1];
}

function dates(ask: Ask): string[] {
	const start = ask.body('start_date');
	const end = ask.body('end_date');
	const runId = ask.body('dag_run_id');
	const date = runId === undefined ? undefined : dateOfRun(runId);
	if (runId === undefined) return [...option('--start-date', start), ...option('--end-date', end)];
	if (date !== undefined) {
		ask.warn('cli-run-by-date');
		return ['--start-date', date, '--end-date', date];
	}
	ask.loses('dag_run_id');
	ask.warn('cli-clears-other-runs');
	return [...option('--start-date', start), ...option('--end-date', end)];
}

function exactly(ids: readonly string[]): string {
	const escaped = ids.map((id) => id.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	return escaped.length === 1 ? `^${escaped[0]}$` : `^(${escaped.join('|')})$`;
}
