import type { DagRun, World } from '#lib/simulator/world.ts';

/** The runs of a DAG that somebody asked for, oldest first. */
export const manualRuns = (world: World, dagId: string): DagRun[] =>
	[...world.runs.values()].filter((run) => run.dagId === dagId && run.runType === 'manual');

/** Whether the state of a run was asked for, alone or in a list, at or after a moment. */
export function wasAskedSince(world: World, { dagId, runId }: DagRun, sinceMs: number): boolean {
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

/** Whether a run has ended and somebody has asked for it since. */
export const wasSeenDone = (world: World, run: DagRun): boolean =>
	run.endMs !== undefined && wasAskedSince(world, run, run.endMs);

export const isUnfinished = ({ state }: DagRun): boolean =>
	state === 'queued' || state === 'running';
