import { sha1Number } from './sha1.ts';
import { isoUtc } from './time.ts';
import { runKey, type Task, type TaskInstance, type World } from './world.ts';

/** Airflow's longest wait: a day. */
const MAX_RETRY_DELAY_MS = 86_400_000;

/**
 * How long a failed try waits for the next one. With backoff it doubles, and a part of it is drawn by a hash
 * of the task instance, as Airflow draws it.
 * @source airflow/models/taskinstance.py `next_retry_datetime`
 */
export function retryDelayMs(world: World, task: Task, instance: TaskInstance): number {
	if (!task.retryExponentialBackoff) return task.retryDelayMs;
	const { dagId, taskId, runId, tryNumber } = instance;
	const least = Math.max(1, Math.ceil((task.retryDelayMs / 1000) * 2 ** (tryNumber - 1)));
	if (!Number.isSafeInteger(least)) return MAX_RETRY_DELAY_MS;
	const run = world.runs.get(runKey(dagId, runId));
	const date = isoUtc(run?.logicalDateMs, run?.logicalDateMicros)?.replace('T', ' ') ?? 'None';
	const drawn = sha1Number(`${dagId}#${taskId}#${date}#${tryNumber}`) % BigInt(least);
	const delayMs = Math.min((least + Number(drawn)) * 1000, MAX_RETRY_DELAY_MS);
	return Math.min(delayMs, task.maxRetryDelayMs ?? Infinity);
}
