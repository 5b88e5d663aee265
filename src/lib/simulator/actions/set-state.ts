import { byKey, clearTaskInstances, selectForClear, withRelatives } from './clear.ts';
import { taskInstancesOf } from './create-run.ts';
import { isFinished, setRunFields, setTaskFields } from '#lib/simulator/states.ts';
import {
	type Dag,
	type DagRun,
	type DagRunState,
	type TaskInstance,
	type TaskState,
	type World
} from '#lib/simulator/world.ts';

/**
 * Sets a run's state with what Airflow does to its tasks: success marks every task, failed fails the
 * running ones and skips what had not finished, queued touches the run alone. With `skipsPending`, as 3.3 does,
 * success too touches only the running ones and skips the rest.
 * @source airflow/api/common/mark_tasks.py `set_dag_run_state_to_*`
 */
export function setRunState(
	world: World,
	run: DagRun,
	state: Exclude<DagRunState, 'running'>,
	skipsPending = false
): TaskInstance[] {
	const instances = taskInstancesOf(world, world.dags.get(run.dagId), run);
	const changed: TaskInstance[] = [];
	setRunFields(run, state, world.nowMs);
	if (state === 'queued') return changed;
	for (const instance of instances) {
		const target = targetOf(instance, state, skipsPending);
		if (target === undefined || instance.state === target) continue;
		setTaskFields(instance, target, world.nowMs);
		changed.push(instance);
	}
	return changed;
}

function targetOf(
	instance: TaskInstance,
	state: 'success' | 'failed',
	skipsPending: boolean
): TaskState | undefined {
	if (state === 'success' && !skipsPending) return 'success';
	const runs = ['running', 'deferred', 'up_for_reschedule'].includes(instance.state ?? '');
	return runs ? state : isFinished(instance.state) ? undefined : 'skipped';
}

export interface TaskStateChoice {
	run: DagRun;
	taskId: string;
	state: 'success' | 'failed' | 'skipped';
	upstream?: boolean;
	downstream?: boolean;
	/** Later and earlier runs of the same DAG too. */
	future?: boolean;
	past?: boolean;
}

/**
 * The task instances that a change of state would touch: those that are not in that state already.
 * @source airflow/api/common/mark_tasks.py `set_state`, `get_run_ids`
 */
export function selectForState(world: World, dag: Dag, choice: TaskStateChoice): TaskInstance[] {
	const tasks = withRelatives(dag, [choice.taskId], choice);
	const runIds = new Set(runsAround(world, choice).map((run) => run.runId));
	return [...world.taskInstances.values()]
		.filter(
			(instance) =>
				instance.dagId === dag.dagId &&
				runIds.has(instance.runId) &&
				tasks.has(instance.taskId) &&
				instance.state !== choice.state
		)
		.sort(byKey);
}

/**
 * Sets the state, then clears what had failed downstream, so that it runs again.
 * @source airflow/models/dag.py `set_task_instance_state`
 */
export function setTaskState(world: World, dag: Dag, choice: TaskStateChoice): TaskInstance[] {
	const changed = selectForState(world, dag, choice);
	for (const instance of changed) setTaskFields(instance, choice.state, world.nowMs);

	const failed = selectForClear(world, dag, {
		taskIds: [choice.taskId],
		downstream: true,
		onlyFailed: true,
		...(choice.past || choice.future
			? {
					fromMs: choice.past ? undefined : choice.run.logicalDateMs,
					toMs: choice.future ? undefined : choice.run.logicalDateMs
				}
			: { runId: choice.run.runId })
	}).filter((instance) => instance.taskId !== choice.taskId);
	if (failed.length > 0) clearTaskInstances(world, failed, { resetDagRuns: true });
	return changed;
}

function runsAround(world: World, { run, future, past }: TaskStateChoice): DagRun[] {
	if (!future && !past) return [run];
	const atMs = run.logicalDateMs ?? run.runAfterMs;
	return [...world.runs.values()].filter((other) => {
		const otherMs = other.logicalDateMs ?? other.runAfterMs;
		const near = other.runId === run.runId || (otherMs > atMs ? future : past);
		return other.dagId === run.dagId && near;
	});
}
