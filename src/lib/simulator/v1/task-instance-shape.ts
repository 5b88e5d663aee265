import { priorityOf } from '#lib/simulator/priority.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { renderCommand } from '#lib/simulator/render.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { PythonFloat } from './json.ts';

/** @source airflow/api_connexion/schemas/task_instance_schema.py `TaskInstanceSchema` */
export function showTaskInstance(world: World, instance: TaskInstance): Record<string, unknown> {
	const dag = world.dags.get(instance.dagId);
	const task = dag?.tasks.find(({ taskId }) => taskId === instance.taskId);
	const seconds = durationOf(instance);
	// A worker, its process and the rendered fields exist once a try has started.
	const hasRun = instance.queuedMs !== undefined && instance.startMs !== undefined;
	return {
		dag_id: instance.dagId,
		dag_run_id: instance.runId,
		duration: seconds === undefined ? null : new PythonFloat(seconds),
		end_date: isoUtc(instance.endMs),
		execution_date: executionDate(world, instance),
		executor: null,
		executor_config: '{}',
		hostname: hasRun ? 'worker-1' : '',
		map_index: instance.mapIndex,
		max_tries: instance.maxTries,
		note: instance.note ?? null,
		operator: task?.operator ?? null,
		pid: hasRun ? 1000 + (hashOf(`${instance.startMs}${instance.taskId}`) % 30_000) : null,
		pool: task?.pool ?? 'default_pool',
		pool_slots: task?.poolSlots ?? 1,
		priority_weight: dag && task ? priorityOf(dag, task) : 1,
		queue: task?.queue ?? 'default',
		queued_when: isoUtc(instance.queuedMs),
		rendered_fields:
			hasRun && task
				? { bash_command: renderCommand(world, task, instance), cwd: null, env: null }
				: {},
		rendered_map_index: null,
		sla_miss: null,
		start_date: isoUtc(instance.startMs),
		state: instance.state ?? null,
		task_display_name: instance.taskId,
		task_id: instance.taskId,
		trigger: null,
		triggerer_job: null,
		try_number: instance.tryNumber,
		unixname: 'airflow'
	};
}

/** Seconds from start to end; undefined while one of them is missing. */
export function durationOf({
	startMs,
	endMs
}: Pick<TaskInstance, 'startMs' | 'endMs'>): number | undefined {
	return startMs === undefined || endMs === undefined ? undefined : (endMs - startMs) / 1000;
}

/** @source airflow/api_connexion/schemas/task_instance_schema.py `TaskInstanceReferenceSchema` */
export function showReference(world: World, instance: TaskInstance): Record<string, unknown> {
	return {
		dag_id: instance.dagId,
		dag_run_id: instance.runId,
		execution_date: executionDate(world, instance),
		task_id: instance.taskId
	};
}

export const showReferences = (world: World, instances: readonly TaskInstance[]) => ({
	task_instances: instances.map((instance) => showReference(world, instance))
});

function executionDate(world: World, instance: TaskInstance): string | null {
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	return isoUtc(run?.logicalDateMs, run?.logicalDateMicros);
}
