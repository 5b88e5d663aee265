import { taskOf } from '#lib/simulator/dag-plan.ts';
import { secondsOf, secondsOfTry } from '#lib/simulator/instance-duration.ts';
import { operatorName } from '#lib/simulator/operators.ts';
import { runToRead } from '#lib/simulator/past/past.ts';
import { priorityOf } from '#lib/simulator/priority.ts';
import { randomOf } from '#lib/simulator/random.ts';
import { renderedFieldsOf, wasBegun } from '#lib/simulator/rendered-fields.ts';
import { isoZ } from '#lib/simulator/time.ts';
import { runKey, type TaskInstance, type TaskTry, type World } from '#lib/simulator/world.ts';
import { dagVersionShape } from './shapes.ts';
import { triggerShape, triggererJobShape } from './trigger-shape.ts';

/** @source airflow/api_fastapi/core_api/datamodels/task_instances.py `TaskInstanceResponse` */
export function taskInstanceShape(world: World, instance: TaskInstance) {
	const run = runToRead(world, runKey(instance.dagId, instance.runId));
	const { mapIndex } = instance;
	return {
		id: instance.uuid,
		task_id: instance.taskId,
		dag_id: instance.dagId,
		dag_run_id: instance.runId,
		map_index: mapIndex,
		logical_date: isoZ(run?.logicalDateMs, run?.logicalDateMicros),
		run_after: isoZ(run?.runAfterMs),
		...commonFacts(world, instance, instance, secondsOf(world, instance)),
		note: instance.note ?? null,
		rendered_map_index: mapIndex < 0 ? null : String(mapIndex),
		rendered_fields: renderedFieldsOf(world, instance),
		trigger: triggerShape(world, instance),
		triggerer_job: triggererJobShape(world, instance),
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
		...commonFacts(world, instance, attempt, secondsOfTry(world, instance, attempt)),
		dag_version: dagVersionShape(world, instance.dagId)
	};
}

function commonFacts(
	world: World,
	instance: TaskInstance,
	attempt: TaskTry,
	seconds: number | undefined
) {
	const dag = world.dags.get(instance.dagId);
	const task = taskOf(dag, instance.taskId);
	const hasRun = wasBegun(task, attempt);
	const chance = randomOf(world.seed, 'pid', instance.uuid, attempt.tryNumber);
	return {
		start_date: isoZ(attempt.startMs),
		end_date: isoZ(attempt.endMs),
		duration: seconds ?? null,
		state: attempt.state ?? null,
		try_number: attempt.tryNumber,
		max_tries: attempt.maxTries ?? instance.maxTries,
		task_display_name: task?.displayName ?? instance.taskId,
		dag_display_name: dag?.displayName ?? instance.dagId,
		hostname: hasRun ? 'airflow-worker' : '',
		unixname: 'airflow',
		pool: task?.pool ?? 'default_pool',
		pool_slots: task?.poolSlots ?? 1,
		queue: task?.queue ?? 'default',
		priority_weight: dag && task ? priorityOf(dag, task) : 1,
		operator: task?.operator ?? null,
		operator_name: task ? operatorName(task) : null,
		queued_when: isoZ(attempt.queuedMs),
		scheduled_when: isoZ(attempt.scheduledMs),
		pid: hasRun ? 1000 + Math.floor(chance * 30_000) : null,
		executor: null,
		executor_config: '{}'
	};
}
