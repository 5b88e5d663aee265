import type { DagRun, World } from '#lib/simulator/world.ts';

/** The runs of a DAG that somebody asked for, oldest first. */
export const manualRuns = (world: World, dagId: string): DagRun[] =>
	[...world.runs.values()].filter((run) => run.dagId === dagId && run.runType === 'manual');

/** Whether the state of a run was asked for, alone or in a list, at or after a moment: by a request or a command. */
export function wasAskedSince(world: World, run: DagRun, sinceMs: number): boolean {
	const { dagId, runId } = run;
	if (wasShownSince(world, run, sinceMs)) return true;
	return world.journal.some(
		({ method, status, atMs, operation, params }) =>
			method === 'GET' &&
			status === 200 &&
			atMs >= sinceMs &&
			operation?.startsWith('GET /dags/{dag_id}/dagRuns') === true &&
			[dagId, '~'].includes(params.dag_id ?? '') &&
			[runId, '~', undefined].includes(params.dag_run_id)
	);
}

/** What `airflow` writes down of itself when it shows the state of runs, or of the tasks of one. */
type Showing = 'cli_dag_state' | 'cli_dag_list_dag_runs' | 'cli_task_states_for_dag_run';

/** Whether one of these commands has shown a run at or after a moment; only the event log knows of it. */
export function wasShownSince(
	{ eventLogs }: World,
	{ dagId, runId, logicalDateMs }: DagRun,
	sinceMs: number,
	by: readonly Showing[] = ['cli_dag_state', 'cli_dag_list_dag_runs']
): boolean {
	return eventLogs.some(
		(entry) =>
			entry.atMs >= sinceMs &&
			entry.dagId === dagId &&
			by.some((event) => event === entry.event) &&
			(entry.event === 'cli_dag_list_dag_runs' ||
				entry.extra?.includes(`'${runId}'`) === true ||
				(logicalDateMs !== undefined && entry.logicalDateMs === logicalDateMs))
	);
}

/** Whether a run has ended and somebody has asked for it since. */
export const wasSeenDone = (world: World, run: DagRun): boolean =>
	run.endMs !== undefined && wasAskedSince(world, run, run.endMs);

export const isUnfinished = ({ state }: DagRun): boolean =>
	state === 'queued' || state === 'running';
