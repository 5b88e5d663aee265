import { changes, reads, step, type Case, type Step } from './case.ts';

type Program = 'airflow-2' | 'airflow-3' | 'airflowctl';

/** What the command that starts a run does in a way of its own. */
const trigger: Record<Program, NonNullable<Case['admits']>> = {
	'airflow-2': {},
	'airflow-3': { 'cli-interval-now': ['data_interval_start', 'data_interval_end'] },
	airflowctl: {}
};

/** A DAG that is paused for these cases: its runs stay as they are made. */
export const DAG = { dag_id: 'long_backup' };
export const RUNS = '/dags/{dag_id}/dagRuns';
export const RUN = `${RUNS}/{dag_run_id}`;

export const ownRun = { ...DAG, dag_run_id: 'OWN' };
/** A run that may stay for the next turn. */
export const listedRun = { ...DAG, dag_run_id: 'cs_listed' };
/** A run whose id tells its date, which is all that some commands can choose a run by. */
export const datedRun = { ...DAG, dag_run_id: 'manual__DAYT07:00:00+00:00' };
export const pause = step('PATCH /dags/{dag_id}', {
	path: DAG,
	query: { update_mask: ['is_paused'] },
	body: { is_paused: true }
});
export const showRun = (path: Record<string, string>): Step[] => [
	step(`GET ${RUN}`, { path }),
	step(`GET ${RUN}/taskInstances`, { path, query: { order_by: ['task_id'] } })
];
export const deleteRun = (path: Record<string, string>): Step =>
	step(`DELETE ${RUN}`, { path, mayFail: true });

/** A run that has ended well, with all of its tasks. */
export const endedRun = (path: Record<string, string>, hour = '07'): Step[] => [
	pause,
	deleteRun(path),
	step(`POST ${RUNS}`, {
		path: DAG,
		body: { dag_run_id: path.dag_run_id, logical_date: `DAYT${hour}:00:00Z` }
	}),
	step(`PATCH ${RUN}`, { path, body: { state: 'success' } })
];

const setPaused = (is: boolean) =>
	step('PATCH /dags/{dag_id}', {
		path: { dag_id: 'broken_export' },
		query: { update_mask: ['is_paused'] },
		body: { is_paused: is }
	});
const showPaused = [step('GET /dags/{dag_id}', { path: { dag_id: 'broken_export' } })];
const VOLATILE = { forgets: ['last_parsed_time', 'last_parsed', 'next_dagrun_run_after'] };

/** DAGs and their runs, which every program has commands for. */
export const dags = (program: Program): readonly Case[] => [
	changes('pauses a DAG', setPaused(true), showPaused, { before: [setPaused(false)], ...VOLATILE }),
	changes('unpauses a DAG', setPaused(false), showPaused, {
		before: [setPaused(true)],
		...VOLATILE
	}),
	changes(
		'starts a run at a date, with an id',
		step(`POST ${RUNS}`, {
			path: DAG,
			body: { dag_run_id: 'OWN', logical_date: 'DAYT05:06:07.25Z' }
		}),
		showRun(ownRun),
		{ before: [pause], after: [deleteRun(ownRun)], admits: trigger[program] }
	),
	reads('prints the DAGs', step('GET /dags'), ({ dags }: { dags: { dag_id: string }[] }) =>
		dags.map(({ dag_id }) => dag_id)
	),
	reads(
		'prints a DAG',
		step('GET /dags/{dag_id}/details', { path: DAG }),
		({ dag_id, description }: { dag_id: string; description: string }) => [dag_id, description]
	),
	reads(
		'prints the runs of a DAG',
		step(`GET ${RUNS}`, { path: DAG }),
		({ dag_runs }: { dag_runs: { dag_run_id: string }[] }) =>
			dag_runs.map(({ dag_run_id }) => dag_run_id),
		endedRun(listedRun, '09')
	)
];

/** What only the program on the scheduler's machine can do. */
export const dagsOfAirflow = (program: Program): readonly Case[] => [
	changes(
		'starts a run with conf',
		step(`POST ${RUNS}`, {
			path: DAG,
			body: {
				dag_run_id: 'OWN',
				logical_date: 'DAYT05:00:00Z',
				conf: { text: `it's "$HOME"\n`, n: 12345678901234567890n.toString(), list: [1, null, true] }
			}
		}),
		showRun(ownRun),
		{ before: [pause], after: [deleteRun(ownRun)], admits: trigger[program] }
	),
	changes(
		'clears one task in the run of a date',
		step('POST /dags/{dag_id}/clearTaskInstances', {
			path: DAG,
			body: {
				dry_run: false,
				only_failed: false,
				reset_dag_runs: true,
				dag_run_id: datedRun.dag_run_id,
				task_ids: ['upload']
			}
		}),
		showRun(datedRun),
		{ before: endedRun(datedRun), after: [deleteRun(datedRun)] }
	),
	changes(
		'clears a task and what follows it',
		step('POST /dags/{dag_id}/clearTaskInstances', {
			path: DAG,
			body: {
				dry_run: false,
				only_failed: false,
				reset_dag_runs: true,
				include_downstream: true,
				dag_run_id: datedRun.dag_run_id,
				task_ids: ['upload']
			}
		}),
		showRun(datedRun),
		{ before: endedRun(datedRun), after: [deleteRun(datedRun)] }
	),
	changes(
		'pauses the DAGs of a pattern',
		step('PATCH /dags', {
			query: { dag_id_pattern: ['Broken_EXP'], update_mask: ['is_paused'] },
			body: { is_paused: true }
		}),
		showPaused,
		{ before: [setPaused(false)], after: [setPaused(false)], ...VOLATILE }
	),
	reads(
		'prints the tasks of a DAG',
		step('GET /dags/{dag_id}/tasks', { path: DAG }),
		({ tasks }: { tasks: { task_id: string }[] }) => tasks.map(({ task_id }) => task_id)
	),
	reads(
		'prints the tasks of a run and their states',
		step(`GET ${RUN}/taskInstances`, { path: datedRun }),
		({ task_instances }: { task_instances: { task_id: string; state: string }[] }) =>
			task_instances.flatMap(({ task_id, state }) => [task_id, state]),
		endedRun(datedRun)
	),
	reads(
		'prints the state of a task',
		step(`GET ${RUN}/taskInstances/{task_id}`, { path: { ...datedRun, task_id: 'upload' } }),
		({ state }: { state: string }) => [state],
		endedRun(datedRun)
	),
	reads(
		'prints the state of a run',
		step(`GET ${RUN}`, { path: datedRun }),
		({ state }: { state: string }) => [state],
		endedRun(datedRun)
	),
	reads('prints its version', step('GET /version'), ({ version }: { version: string }) => [version])
];
