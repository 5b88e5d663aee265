import { uuidOf } from '#lib/simulator/random.ts';
import { isoZ } from '#lib/simulator/time.ts';
import { taskKey, type DagRun, type World } from '#lib/simulator/world.ts';

export const BUNDLE = 'dags-folder';

/** @source airflow/api_fastapi/core_api/datamodels/dag_versions.py `DagVersionResponse` */
export function dagVersionShape(world: World, dagId: string) {
	return {
		id: uuidOf(world.seed, world.bornMs, 'dag_version', dagId),
		version_number: 1,
		dag_id: dagId,
		bundle_name: BUNDLE,
		bundle_version: null,
		created_at: isoZ(world.bornMs),
		dag_display_name: world.dags.get(dagId)?.displayName ?? dagId,
		bundle_url: null
	};
}

/** The run type in version 3's words. */
export const runTypeOf = (run: DagRun): string => run.runType;

/** @source airflow/api_fastapi/core_api/datamodels/dag_run.py `DAGRunResponse` */
export function dagRunShape(world: World, run: DagRun) {
	return {
		dag_run_id: run.runId,
		dag_id: run.dagId,
		logical_date: isoZ(run.logicalDateMs, run.logicalDateMicros),
		queued_at: isoZ(run.queuedAtMs),
		start_date: isoZ(run.startMs),
		end_date: isoZ(run.endMs),
		duration: seconds(run.startMs, run.endMs) ?? null,
		data_interval_start: isoZ(run.dataIntervalStartMs, intervalMicros(run, 'dataIntervalStartMs')),
		data_interval_end: isoZ(run.dataIntervalEndMs, intervalMicros(run, 'dataIntervalEndMs')),
		run_after: isoZ(run.runAfterMs),
		last_scheduling_decision: isoZ(run.lastSchedulingDecisionMs),
		run_type: runTypeOf(run),
		state: run.state,
		triggered_by: run.triggeredBy,
		triggering_user_name: run.triggeringUser ?? null,
		conf: run.conf,
		note: run.note ?? null,
		dag_versions: versionsOf(world, run),
		bundle_version: null,
		dag_display_name: world.dags.get(run.dagId)?.displayName ?? run.dagId,
		partition_key: null,
		partition_date: null
	};
}

/** Those of the run's tasks: a run without any has none. */
function versionsOf(world: World, run: DagRun) {
	const tasks = world.dags.get(run.dagId)?.tasks ?? [];
	const isThere = ({ taskId }: { taskId: string }) => {
		const key = (mapIndex: number) => taskKey(run.dagId, run.runId, taskId, mapIndex);
		return world.taskInstances.has(key(-1)) || world.taskInstances.has(key(0));
	};
	return tasks.some(isThere) ? [dagVersionShape(world, run.dagId)] : [];
}

/** An interval that was inferred from the logical date has its microseconds too. */
function intervalMicros(run: DagRun, edge: 'dataIntervalStartMs' | 'dataIntervalEndMs'): number {
	return run[edge] === run.logicalDateMs ? run.logicalDateMicros : 0;
}

/** Undefined until it has ended. */
export function seconds(
	startMs: number | undefined,
	endMs: number | undefined
): number | undefined {
	return startMs === undefined || endMs === undefined ? undefined : (endMs - startMs) / 1000;
}
