import { deferralOf, triggererOf } from '#lib/simulator/deferral.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { TaskInstance, World } from '#lib/simulator/world.ts';

/** What a deferred instance waits for. @source datamodels/trigger.py `TriggerResponse` */
export function triggerShape(world: World, instance: TaskInstance) {
	const deferral = deferralOf(world, instance);
	if (!deferral) return null;
	return {
		id: 1,
		classpath: 'airflow.providers.standard.triggers.temporal.DateTimeTrigger',
		kwargs: '{}',
		created_date: isoZ(deferral.createdMs),
		queue: null,
		triggerer_id: triggererOf(world)?.id ?? null
	};
}

/** @source datamodels/job.py `JobResponse` */
export function triggererJobShape(world: World, instance: TaskInstance) {
	const job = instance.state === 'deferred' ? triggererOf(world) : undefined;
	if (!job) return null;
	return {
		id: job.id,
		dag_id: null,
		state: job.state,
		job_type: job.jobType,
		start_date: isoZ(job.startMs),
		end_date: isoZ(job.endMs),
		latest_heartbeat: isoZ(job.latestHeartbeatMs),
		executor_class: null,
		hostname: 'airflow-triggerer',
		unixname: 'airflow',
		dag_display_name: null
	};
}
