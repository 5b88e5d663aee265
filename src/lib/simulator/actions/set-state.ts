import {
	byKey,
	clearTaskInstances,
	isPeriodic,
	logicalMs,
	runsOf,
	selectForClear
} from './clear.ts';
import { taskInstancesOf } from './create-run.ts';
import { subsetOf, withRelatives } from './task-subset.ts';
import { touch } from '#lib/simulator/agenda.ts';
import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import { isFinished, setRunFields, setTaskFields } from '#lib/simulator/states.ts';
import {
	type Dag,
	type DagRun,
	type DagRunState,
	type TaskInstance,
	type TaskState,
	type World
} from '#lib/simulator/world.ts';
import { followingSlot, latestSlot } from '#lib/simulator/timetable.ts';

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
	touch(world);
	setRunFields(run, state, world.nowMs);
	if (state === 'queued') return changed;
	for (const instance of instances) {
		const target = targetOf(instance, state, skipsPending);
		if (target === undefined || instance.state === target) continue;
		setTaskFields(instance, target, world.nowMs);
		instance.isMeasured = true;
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
	/** One part of a mapped task; left out = all of them. */
	mapIndex?: number | undefined;
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
	const { taskId, mapIndex, state } = choice;
	const tasks = withRelatives(dag, [taskId], choice);
	const isMeant = (instance: TaskInstance) =>
		instance.taskId === taskId
			? mapIndex === undefined || instance.mapIndex === mapIndex
			: tasks.has(instance.taskId);
	return around(world, dag, choice)
		.filter((instance) => isMeant(instance) && instance.state !== state)
		.sort(byKey);
}

/**
 * Sets the state, then clears what had failed downstream, so that it runs again.
 * @source airflow/models/dag.py `set_task_instance_state`
 */
export function setTaskState(world: World, dag: Dag, choice: TaskStateChoice): TaskInstance[] {
	const changed = selectForState(world, dag, choice);
	set(world, dag, changed, choice, [choice.taskId]);
	return changed;
}

export type GroupStateChoice = Omit<TaskStateChoice, 'taskId' | 'mapIndex'> & {
	/** The group's tasks. */
	taskIds: readonly string[];
};

/** The same for the tasks of a group. @source serialization/definitions/dag.py `set_task_group_state` */
export function selectGroupForState(
	world: World,
	dag: Dag,
	choice: GroupStateChoice
): TaskInstance[] {
	const tasks = withRelatives(dag, choice.taskIds, choice);
	return around(world, dag, choice)
		.filter(({ taskId, state }) => tasks.has(taskId) && state !== choice.state)
		.sort(byKey);
}

export function setGroupState(world: World, dag: Dag, choice: GroupStateChoice): TaskInstance[] {
	const changed = selectGroupForState(world, dag, choice);
	set(world, dag, changed, choice, choice.taskIds);
	return changed;
}

type Span = Pick<TaskStateChoice, 'run' | 'state' | 'future' | 'past'>;

function set(
	world: World,
	dag: Dag,
	changed: readonly TaskInstance[],
	{ run, state, past, future }: Span,
	taskIds: readonly string[]
): void {
	touch(world);
	for (const instance of changed) {
		setTaskFields(instance, state, world.nowMs);
		instance.isMeasured = true;
	}
	const atMs = logicalMs(run);
	const span =
		atMs === undefined || (!past && !future)
			? { runId: run.runId }
			: { fromMs: past ? undefined : atMs, toMs: future ? undefined : atMs };
	const failed = selectForClear(world, dag, {
		...span,
		taskIds: [...subsetOf(dag, taskIds, { downstream: true })],
		isExact: true,
		onlyFailed: true
	}).filter(({ taskId }) => !taskIds.includes(taskId));
	if (failed.length > 0) clearTaskInstances(world, failed, { resetDagRuns: true });
}

const around = (world: World, dag: Dag, span: Span): TaskInstance[] =>
	runsAround(world, dag, span).flatMap(({ runId }) => instancesOfRun(world, dag.dagId, runId));

/** The run, and those before or after it that the schedule made or might have made. */
function runsAround(world: World, dag: Dag, { run, future, past }: Span): DagRun[] {
	const atMs = logicalMs(run);
	if ((!future && !past) || atMs === undefined) return [run];
	const hasSchedule = dag.schedule !== undefined || dag.scheduleAssets !== undefined;
	if (hasSchedule && !isPeriodic(dag)) return [run];
	return runsOf(world, dag.dagId).filter((other) => {
		const otherMs = logicalMs(other);
		if (other === run || otherMs === atMs) return true;
		if (otherMs === undefined || !(otherMs > atMs ? future : past)) return false;
		return !hasSchedule || isOnSchedule(world, dag, otherMs);
	});
}

function isOnSchedule(world: World, dag: Dag, atMs: number): boolean {
	const slot = latestSlot(world, dag, atMs);
	const next = slot && followingSlot(world, dag, slot);
	return [slot, next].some((one) => one?.logicalDateMs === atMs);
}
