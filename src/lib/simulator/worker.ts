import { recordTry } from './actions/clear.ts';
import { admit, place, type Agenda } from './agenda.ts';
import { logTaskEvent } from './event-log.ts';
import { clearXComs, leftAsideBy, reap } from './outcomes.ts';
import { randomOf } from './random.ts';
import { retryDelayMs } from './retry-delay.ts';
import { taskKey, runKey, type Dag, type Task, type TaskInstance, type World } from './world.ts';

/**
 * The part of workers and triggerer: what an instance's own clock brings, at `world.nowMs`.
 * @source airflow/jobs/local_task_job_runner.py, airflow/jobs/triggerer_job_runner.py
 */
export function actByClock(
	world: World,
	agenda: Agenda,
	dag: Dag,
	task: Task,
	instance: TaskInstance
): void {
	switch (instance.state) {
		case 'queued':
			startTry(world, task, instance);
			break;
		case 'running':
			endTry(world, agenda, dag, task, instance);
			break;
		case 'restarting':
			waitForRetry(world, task, instance);
			break;
		case 'deferred':
		case 'awaiting_input':
			comeBack(world, instance);
			break;
		default:
			// What waits for the scheduler is looked at in its next round.
			noteChange(world, agenda, instance);
			return;
	}
	place(world, agenda, instance);
	noteChange(world, agenda, instance);
}

function noteChange(world: World, agenda: Agenda, instance: TaskInstance): void {
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	if (run?.state === 'running') agenda.changed.add(run);
}

function startTry(world: World, task: Task, instance: TaskInstance): void {
	instance.state = 'running';
	logTaskEvent(world, instance, 'running');
	const goesOn = instance.isResumed === true;
	// The dates of an earlier try stay until the next one starts.
	if (!goesOn) instance.startMs = world.nowMs;
	delete instance.endMs;
	if (!goesOn && instance.looks === undefined) clearXComs(world, instance);
	const lastsMs = task.durationMs + jitterMs(world, instance, 'run', 60);
	instance.dueMs = world.nowMs + Math.min(lastsMs, task.executionTimeoutMs ?? Infinity);
}

/** Whether this try is one of those that fail. */
function failsNow(world: World, task: Task, { dagId, runId, tryNumber }: TaskInstance): boolean {
	if (tryNumber > task.failsTries) return false;
	const dueMs = world.runs.get(runKey(dagId, runId))?.runAfterMs ?? 0;
	return task.failsFromMs === undefined || dueMs >= task.failsFromMs;
}

/** @source airflow/models/taskinstance.py `handle_failure`, `is_eligible_to_retry` */
function endTry(world: World, agenda: Agenda, dag: Dag, task: Task, instance: TaskInstance): void {
	if (!instance.isResumed && pauses(world, task, instance)) {
		if (world.timetable === 'trigger') logTaskEvent(world, instance, instance.state ?? '');
		return;
	}
	const isLate = task.durationMs > (task.executionTimeoutMs ?? Infinity);
	const failed = isLate || failsNow(world, task, instance);
	if (failed && instance.tryNumber <= instance.maxTries && task.retries > 0) {
		recordTry(world, instance);
		waitForRetry(world, task, instance);
		// Airflow 2 writes each failed try down as failed.
		return logTaskEvent(world, instance, world.timetable === 'trigger' ? 'up_for_retry' : 'failed');
	}
	instance.state = failed ? 'failed' : task.skipsTo === 'self' ? 'skipped' : 'success';
	instance.endMs = world.nowMs;
	delete instance.dueMs;
	logTaskEvent(world, instance, instance.state);
	if (instance.state !== 'success') return;
	const triggered = reap(world, task, instance);
	if (triggered) admit(world, agenda, triggered);
	if (world.queuedAssetEvents.length > 0) agenda.mayTriggerByAssets = true;
	for (const aside of leftAside(world, dag, task, instance)) {
		const other = world.taskInstances.get(taskKey(instance.dagId, instance.runId, aside.taskId));
		if (!other) continue;
		Object.assign(other, { state: 'skipped', startMs: world.nowMs, endMs: world.nowMs });
		delete other.dueMs;
		place(world, agenda, other);
	}
}

/** A human who does not approve lets nothing follow. @source standard/operators/hitl.py */
function leftAside(world: World, dag: Dag, task: Task, instance: TaskInstance): Task[] {
	if (task.operator !== 'ApprovalOperator') return leftAsideBy(dag, task);
	const { dagId, runId, taskId, mapIndex } = instance;
	const question = world.humanQuestions.get(taskKey(dagId, runId, taskId, mapIndex));
	return question?.chosenOptions?.includes('Approve')
		? []
		: dag.tasks.filter((other) => other.upstream.includes(taskId));
}

/** Gives its slot back for a while, when it is of that kind. */
function pauses(world: World, task: Task, instance: TaskInstance): boolean {
	if (task.rescheduleMs !== undefined) {
		const looks = (instance.looks ?? 0) + 1;
		if (looks >= (task.looks ?? 1)) return false;
		instance.looks = looks;
		instance.state = 'up_for_reschedule';
		instance.endMs = world.nowMs;
		instance.dueMs = world.nowMs + task.rescheduleMs;
		return true;
	}
	if (task.deferMs !== undefined) {
		instance.state = 'deferred';
		instance.dueMs = world.nowMs + task.deferMs;
		return true;
	}
	if (!task.asksHuman) return false;
	const { dagId, runId, taskId, mapIndex } = instance;
	instance.state = 'awaiting_input';
	delete instance.dueMs;
	world.humanQuestions.set(taskKey(dagId, runId, taskId, mapIndex), {
		...structuredClone(task.asksHuman),
		assignedUsers: [],
		createdMs: world.nowMs
	});
	return true;
}

function comeBack(world: World, instance: TaskInstance): void {
	instance.state = 'scheduled';
	instance.scheduledMs = world.nowMs;
	instance.isResumed = true;
	delete instance.dueMs;
}

function waitForRetry(world: World, task: Task, instance: TaskInstance): void {
	instance.state = 'up_for_retry';
	instance.endMs = world.nowMs;
	instance.dueMs = world.nowMs + retryDelayMs(world, task, instance);
}

/** A part of a second that differs from try to try and never by itself. */
export function jitterMs(
	world: World,
	instance: TaskInstance,
	what: string,
	spanMs: number
): number {
	const { dagId, runId, taskId, tryNumber, mapIndex, looks = 0 } = instance;
	const words = [what, dagId, runId, taskId, tryNumber];
	if (mapIndex >= 0 || looks > 0) words.push(mapIndex, looks);
	return Math.floor(randomOf(world.seed, ...words) * spanMs);
}
