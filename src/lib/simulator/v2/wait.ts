import { taskInstancesOf } from '#lib/simulator/actions/create-run.ts';
import { advance, nextEventMs } from '#lib/simulator/scheduler.ts';
import { isRunFinished } from '#lib/simulator/states.ts';
import { runKey, taskKey, xcomKey, type DagRun, type World } from '#lib/simulator/world.ts';

/** A wait is not followed for longer than this, nor for more lines. */
const LONGEST_WAIT_MS = 86_400_000;
const MOST_LINES = 2_000;

export interface WaitLine {
	state: string;
	/** What tasks returned, by task; only on the last line. */
	results?: Record<string, unknown>;
}

/**
 * What a wait for a run says, look by look until it has ended, if nobody interferes: a reply is made in one
 * piece, so the future is played on a copy of the world. A run that would never end is given up where
 * nothing more happens by itself.
 * @param intervalMs virtual, between two looks
 * @source airflow/api_fastapi/core_api/services/public/dag_run.py `DagRunWaiter`
 */
export function waitLines(
	world: World,
	run: DagRun,
	intervalMs: number,
	taskIds: readonly string[]
): WaitLine[] {
	if (isRunFinished(run.state)) return [lastLine(world, run, taskIds)];
	const lines: WaitLine[] = [{ state: run.state }];
	const future = structuredClone({ ...world, journal: [] });
	const later = future.runs.get(runKey(run.dagId, run.runId));
	const endMs = world.nowMs + LONGEST_WAIT_MS;
	while (later && future.nowMs < endMs && lines.length < MOST_LINES) {
		if (nextEventMs(future) === Infinity) break;
		advance(future, future.nowMs + intervalMs);
		if (isRunFinished(later.state)) return [...lines, lastLine(future, later, taskIds)];
		lines.push({ state: later.state });
	}
	return lines;
}

function lastLine(world: World, run: DagRun, taskIds: readonly string[]): WaitLine {
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
