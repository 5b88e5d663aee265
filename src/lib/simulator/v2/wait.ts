import { taskInstancesOf } from '#lib/simulator/actions/create-run.ts';
import type { Follow } from '#lib/simulator/call.ts';
import { isRunFinished } from '#lib/simulator/states.ts';
import { runKey, taskKey, xcomKey, type DagRun, type World } from '#lib/simulator/world.ts';
import { dumps } from './python-repr.ts';

/** One look at a run that is waited for. */
export interface Look {
	/** A whole line with its end. */
	line: string;
	isOver: boolean;
}

/**
 * What a wait for a run says as of `world.nowMs`: its state, and what its tasks returned once it has ended.
 * Undefined = the run is gone: Airflow then breaks the answer off.
 * @source airflow/api_fastapi/core_api/services/public/dag_run.py `DagRunWaiter`
 */
export function lookAtRun(world: World, { dagId, runId, results }: Follow): Look | undefined {
	const run = world.runs.get(runKey(dagId, runId));
	if (!run) return undefined;
	const isOver = isRunFinished(run.state);
	const said = isOver ? lastLine(world, run, results) : { state: run.state };
	return { line: `${dumps(said)}\n`, isOver };
}

function lastLine(world: World, run: DagRun, taskIds: readonly string[]): Record<string, unknown> {
	const results: Record<string, unknown> = {};
	const instances = taskInstancesOf(world, world.dags.get(run.dagId), run);
	for (const taskId of [...new Set(taskIds)].sort()) {
		const found = instances
			.filter((instance) => instance.taskId === taskId)
			.map(({ mapIndex }) => {
				const key = taskKey(run.dagId, run.runId, taskId, mapIndex);
				return world.xcoms.get(xcomKey(key, 'return_value'));
			})
			.filter((xcom) => xcom !== undefined);
		const [only] = found;
		if (!only) continue;
		const isWhole = found.length === 1 && only.mapIndex < 0;
		results[taskId] = isWhole ? only.value : found.map(({ value }) => value);
	}
	return { state: run.state, ...(Object.keys(results).length > 0 ? { results } : {}) };
}
