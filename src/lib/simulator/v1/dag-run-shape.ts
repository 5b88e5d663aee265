import { isoUtc } from '#lib/simulator/time.ts';
import type { DagRun } from '#lib/simulator/world.ts';

/** What version 3 calls otherwise. */
const RUN_TYPES: Record<string, string> = { asset_triggered: 'dataset_triggered' };

/** @source airflow/api_connexion/schemas/dag_run_schema.py `DAGRunSchema` */
export function showRun(run: DagRun): Record<string, unknown> {
	const logicalDate = isoUtc(run.logicalDateMs, run.logicalDateMicros);
	// An interval that is the logical date itself has its microseconds too.
	const interval = (ms: number | undefined) =>
		isoUtc(ms, ms === run.logicalDateMs ? run.logicalDateMicros : 0);
	return {
		conf: run.conf,
		dag_id: run.dagId,
		dag_run_id: run.runId,
		data_interval_end: interval(run.dataIntervalEndMs),
		data_interval_start: interval(run.dataIntervalStartMs),
		end_date: isoUtc(run.endMs),
		execution_date: logicalDate,
		external_trigger: run.runType === 'manual',
		last_scheduling_decision: isoUtc(run.lastSchedulingDecisionMs),
		logical_date: logicalDate,
		note: run.note ?? null,
		run_type: RUN_TYPES[run.runType] ?? run.runType,
		start_date: isoUtc(run.startMs),
		state: run.state
	};
}
