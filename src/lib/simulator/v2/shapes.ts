import { renderCommand } from '#lib/simulator/render.ts';
import { uuidOf, randomOf } from '#lib/simulator/random.ts';
import { priorityOf } from '#lib/simulator/priority.ts';
import { isoZ } from '#lib/simulator/time.ts';
import {
	runKey,
	type DagRun,
	type TaskInstance,
	type TaskTry,
	type World
} from '#lib/simulator/world.ts';

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
		dag_display_name: dagId,
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
		dag_versions: [dagVersionShape(world, run.dagId)],
		bundle_version: null,
		dag_display_name: run.dagId,
		partition_key: null,
		partition_date: null
	};
}

/** An interval that was inferred from the logical date has its microseconds too. */
function intervalMicros(run: DagRun, edge: 'dataIntervalStartMs' | 'dataIntervalEndMs'): number {
	return run[edge] === run.logicalDateMs ? run.logicalDateMicros : 0;
}

/** @source airflow/api_fastapi/core_api/datamodels/task_instances.py `TaskInstanceResponse` */
export function taskInstanceShape(world: World, instance: TaskInstance) {
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	return {
		id: instance.uuid,
		task_id: instance.taskId,
		dag_id: instance.dagId,
		dag_run_id: instance.runId,
		map_index: instance.mapIndex,
		logical_date: isoZ(run?.logicalDateMs, run?.logicalDateMicros),
		run_after: isoZ(run?.runAfterMs),
		...commonFacts(world, instance, instance),
		note: instance.note ?? null,
		rendered_map_index: null,
		rendered_fields: renderedFields(world, instance),
		trigger: null,
		triggerer_job: null,
		dag_version: dagVersionShape(world, instance.dagId)
	};
}

/** @source airflow/api_fastapi/core_api/datamodels/task_instance_history.py */
export function tryShape(world: World, instance: TaskInstance, attempt: TaskTry) {
	return {
		task_id: instance.taskId,
		dag_id: instance.dagId,
		dag_run_id: instance.runId,
		map_index: instance.mapIndex,
		...commonFacts(world, instance, attempt),
		dag_version: dagVersionShape(world, instance.dagId)
	};
}

/** Written when a try starts; a task that never ran has none. */
function renderedFields(world: World, instance: TaskInstance) {
	const tasks = world.dags.get(instance.dagId)?.tasks;
	const task = tasks?.find((one) => one.taskId === instance.taskId);
	const hasRun = instance.startMs !== undefined && instance.tryNumber > 0;
	return task?.bashCommand !== undefined && hasRun
		? { bash_command: renderCommand(world, task, instance), env: null, cwd: null }
		: {};
}

function commonFacts(world: World, instance: TaskInstance, attempt: TaskTry) {
	const dag = world.dags.get(instance.dagId);
	const task = dag?.tasks.find((one) => one.taskId === instance.taskId);
	const hasRun = attempt.startMs !== undefined && attempt.tryNumber > 0;
	const chance = randomOf(world.seed, 'pid', instance.uuid, attempt.tryNumber);
	return {
		start_date: isoZ(attempt.startMs),
		end_date: isoZ(attempt.endMs),
		duration: seconds(attempt.startMs, attempt.endMs) ?? null,
		state: attempt.state ?? null,
		try_number: attempt.tryNumber,
		max_tries: attempt.maxTries ?? instance.maxTries,
		task_display_name: instance.taskId,
		dag_display_name: instance.dagId,
		hostname: hasRun ? 'airflow-worker' : '',
		unixname: 'airflow',
		pool: task?.pool ?? 'default_pool',
		pool_slots: task?.poolSlots ?? 1,
		queue: task?.queue ?? 'default',
		priority_weight: dag && task ? priorityOf(dag, task) : 1,
		operator: task?.operator ?? null,
		operator_name: task?.operator ?? null,
		queued_when: isoZ(attempt.queuedMs ?? instance.queuedMs),
		scheduled_when: isoZ(instance.scheduledMs),
		pid: hasRun ? 1000 + Math.floor(chance * 30_000) : null,
		executor: null,
		executor_config: '{}'
	};
}

/** Undefined until it has ended. */
export function seconds(
	startMs: number | undefined,
	endMs: number | undefined
): number | undefined {
	return startMs === undefined || endMs === undefined ? undefined : (endMs - startMs) / 1000;
}
