import { taskOf } from '#lib/simulator/dag-plan.ts';
import { deferralOf, triggererOf } from '#lib/simulator/deferral.ts';
import { secondsOf, secondsOfTry } from '#lib/simulator/instance-duration.ts';
import { runToRead } from '#lib/simulator/past/past.ts';
import { priorityOf } from '#lib/simulator/priority.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { renderedFieldsOf, wasBegun } from '#lib/simulator/rendered-fields.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { runKey, type TaskInstance, type TaskTry, type World } from '#lib/simulator/world.ts';
import { PythonFloat } from './json.ts';

/** @source airflow/api_connexion/schemas/task_instance_schema.py `TaskInstanceSchema` */
export function showTaskInstance(world: World, instance: TaskInstance): Record<string, unknown> {
	return {
		...showAttempt(world, instance, instance),
		duration: asFloat(secondsOf(world, instance)),
		execution_date: executionDate(world, instance),
		note: instance.note ?? null,
		rendered_fields: renderedFieldsOf(world, instance),
		rendered_map_index: null,
		sla_miss: null,
		...showTrigger(world, instance)
	};
}

/** @source airflow/api_connexion/schemas/task_instance_schema.py `TaskInstanceHistorySchema` */
export function showAttempt(
	world: World,
	instance: TaskInstance,
	attempt: TaskTry
): Record<string, unknown> {
	const dag = world.dags.get(instance.dagId);
	const task = taskOf(dag, instance.taskId);
	const hasRun = wasBegun(task, attempt);
	const mark = `${attempt.startMs}${instance.taskId}${instance.mapIndex}`;
	return {
		dag_id: instance.dagId,
		dag_run_id: instance.runId,
		duration: asFloat(secondsOfTry(world, instance, attempt)),
		end_date: isoUtc(attempt.endMs),
		executor: null,
		executor_config: '{}',
		hostname: hasRun ? 'worker-1' : '',
		map_index: instance.mapIndex,
		max_tries: attempt.maxTries ?? instance.maxTries,
		operator: task?.operator ?? null,
		pid: hasRun ? 1000 + (hashOf(mark) % 30_000) : null,
		pool: task?.pool ?? 'default_pool',
		pool_slots: task?.poolSlots ?? 1,
		priority_weight: dag && task ? priorityOf(dag, task) : 1,
		queue: task?.queue ?? 'default',
		queued_when: isoUtc(attempt.queuedMs),
		start_date: isoUtc(attempt.startMs),
		state: attempt.state ?? null,
		task_display_name: task?.displayName ?? instance.taskId,
		task_id: instance.taskId,
		try_number: attempt.tryNumber,
		unixname: 'airflow'
	};
}

/** What a deferred instance waits for, and who watches over it. */
function showTrigger(world: World, instance: TaskInstance) {
	const deferral = deferralOf(world, instance);
	if (!deferral) return { trigger: null, triggerer_job: null };
	const job = triggererOf(world);
	const moment = pythonDateTime(deferral.momentMs);
	return {
		trigger: {
			classpath: 'airflow.triggers.temporal.DateTimeTrigger',
			created_date: isoUtc(deferral.createdMs),
			id: 1,
			kwargs: `{'moment': ${moment}, 'end_from_trigger': False}`,
			triggerer_id: job?.id ?? null
		},
		triggerer_job: job
			? {
					dag_id: null,
					end_date: isoUtc(job.endMs),
					executor_class: null,
					hostname: 'triggerer-1',
					id: job.id,
					job_type: job.jobType,
					latest_heartbeat: isoUtc(job.latestHeartbeatMs),
					start_date: isoUtc(job.startMs),
					state: job.state,
					unixname: 'airflow'
				}
			: null
	};
}

/** As pendulum's `repr` has it. */
function pythonDateTime(ms: number): string {
	const parts = new Date(ms).toISOString().match(/\d+/g)?.map(Number) ?? [];
	const [year, month, day, hour, minute, second, milli = 0] = parts;
	const numbers = [year, month, day, hour, minute, second, milli * 1000].join(', ');
	return `DateTime(${numbers}, tzinfo=Timezone('UTC'))`;
}

const asFloat = (seconds: number | undefined) =>
	seconds === undefined ? null : new PythonFloat(seconds);

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
	const run = runToRead(world, runKey(instance.dagId, instance.runId));
	return isoUtc(run?.logicalDateMs, run?.logicalDateMicros);
}
