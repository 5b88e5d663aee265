import type { DagRun, DagRunState, TaskInstance, TaskState } from './world.ts';

/** @source airflow/utils/state.py `State.finished` */
export const FINISHED: readonly TaskState[] = [
	'success',
	'failed',
	'skipped',
	'upstream_failed',
	'removed'
];

export const isFinished = (state: TaskState | undefined) =>
	state !== undefined && FINISHED.includes(state);

export const isRunFinished = (state: DagRunState) => state === 'success' || state === 'failed';

/**
 * Changes a run's state with the dates that go with it.
 * @source airflow/models/dagrun.py `DagRun.set_state`
 */
export function setRunFields(run: DagRun, state: DagRunState, nowMs: number): void {
	if (run.state === state) return;
	const wasFinished = isRunFinished(run.state);
	if (state === 'queued') {
		run.queuedAtMs = nowMs;
		if (run.state !== 'queued') {
			delete run.startMs;
			delete run.endMs;
		}
	}
	if (state === 'running') {
		if (wasFinished) run.startMs = nowMs;
		run.startMs ??= nowMs;
		delete run.endMs;
	}
	if (isRunFinished(state) && !wasFinished) run.endMs = nowMs;
	run.state = state;
}

/**
 * Sets a task instance's state by hand; dates that are already there stay.
 * @source airflow/models/taskinstance.py `TaskInstance.set_state`
 */
export function setTaskFields(instance: TaskInstance, state: TaskState, nowMs: number): void {
	if (instance.state === state) return;
	instance.state = state;
	instance.startMs ??= nowMs;
	if (isFinished(state)) instance.endMs ??= nowMs;
	delete instance.dueMs;
}
