import { newInstance, taskInstancesOf } from './actions/create-run.ts';
import { dismiss, place, type Agenda } from './agenda.ts';
import { planOf } from './dag-plan.ts';
import { leftAsideBy } from './outcomes.ts';
import { holdsBack } from './past-runs.ts';
import { isFinished, setRunFields } from './states.ts';
import { dependencyVerdict } from './trigger-rules.ts';
import {
	taskKey,
	xcomKey,
	type Dag,
	type DagRun,
	type Task,
	type TaskInstance,
	type World
} from './world.ts';

type ById = ReadonlyMap<string, TaskInstance[]>;

/**
 * One look of the scheduler at a running run: what may go on is scheduled, what cannot any more is closed,
 * and a run whose tasks are all over ends. Looking twice changes nothing more.
 * @returns whether anything changed, so that it is worth another look.
 * @source airflow/models/dagrun.py `update_state`, `task_instance_scheduling_decisions`, `schedule_tis`
 */
export function lookAt(world: World, agenda: Agenda, dag: Dag, run: DagRun): boolean {
	if (isTimedOut(world, dag, run)) return timeOut(world, agenda, dag, run);
	const instances = taskInstancesOf(world, dag, run);
	const byId = new Map<string, TaskInstance[]>();
	for (const instance of instances) {
		const siblings = byId.get(instance.taskId);
		if (siblings) siblings.push(instance);
		else byId.set(instance.taskId, [instance]);
	}
	const { tasks } = planOf(dag);
	// All is decided on what is there now, and done after that: one round, one step.
	const steps: (() => void)[] = [];
	for (const instance of instances) {
		const task = tasks.get(instance.taskId);
		const step = task && stepOf(world, agenda, dag, run, task, instance, byId);
		if (step) steps.push(step);
	}
	for (const step of steps) step();
	if (steps.length > 0) run.lastSchedulingDecisionMs = world.nowMs;
	else if (instances.every((one) => isFinished(one.state))) {
		finish(world, agenda, dag, run, instances);
		return false;
	}
	return steps.length > 0;
}

function stepOf(
	world: World,
	agenda: Agenda,
	dag: Dag,
	run: DagRun,
	task: Task,
	instance: TaskInstance,
	byId: ById
): (() => void) | undefined {
	const { state } = instance;
	if (state === 'up_for_retry' || state === 'up_for_reschedule') {
		if ((instance.dueMs ?? 0) > world.nowMs) return undefined;
		return () => schedule(world, agenda, task, instance);
	}
	if (state !== undefined) return undefined;
	const close = (as: 'skipped' | 'upstream_failed') => () => {
		Object.assign(instance, { state: as, startMs: world.nowMs, endMs: world.nowMs });
		place(world, agenda, instance);
	};
	if (wasLeftAside(dag, task, byId)) return close('skipped');
	const above = task.upstream.flatMap((id) => byId.get(id) ?? []);
	const setups = task.upstream.filter((id) => planOf(dag).tasks.get(id)?.isSetup);
	const verdict = dependencyVerdict(
		task.triggerRule,
		above,
		setups.flatMap((id) => byId.get(id) ?? [])
	);
	if (verdict === 'wait') return undefined;
	if (verdict !== 'run') return close(verdict);
	if (holdsBack(world, dag, run, task, instance)) return undefined;
	if (task.expandsOver && instance.mapIndex < 0) {
		return () => expand(world, agenda, dag, run, task, instance);
	}
	return () => schedule(world, agenda, task, instance);
}

/** A cleared follower of a branch is left aside again. @source not_previously_skipped_dep.py */
function wasLeftAside(dag: Dag, task: Task, byId: ById): boolean {
	return task.upstream.some((id) => {
		const branch = planOf(dag).tasks.get(id);
		if (!branch || !Array.isArray(branch.skipsTo)) return false;
		return byId.get(id)?.[0]?.state === 'success' && leftAsideBy(dag, branch).includes(task);
	});
}

function schedule(world: World, agenda: Agenda, task: Task, instance: TaskInstance): void {
	const isAnotherLook = instance.state === 'up_for_reschedule';
	if (!isAnotherLook) {
		instance.tryNumber++;
		delete instance.looks;
	}
	delete instance.isResumed;
	delete instance.dueMs;
	if (task.operator === 'EmptyOperator' && !task.outlets) {
		// There is nothing to run: the scheduler does it by itself.
		Object.assign(instance, { state: 'success', startMs: world.nowMs, endMs: world.nowMs });
	} else {
		instance.state = 'scheduled';
		instance.scheduledMs = world.nowMs;
	}
	place(world, agenda, instance);
}

/**
 * Puts one instance for each element in the place of the one that stood for all; for none it is skipped.
 * @source airflow/models/mappedoperator.py `expand_mapped_task`
 */
function expand(
	world: World,
	agenda: Agenda,
	dag: Dag,
	run: DagRun,
	task: Task,
	whole: TaskInstance
): void {
	const { dagId, runId } = run;
	const source = taskKey(dagId, runId, task.expandsOver?.taskId ?? '');
	const value = world.xcoms.get(xcomKey(source, 'return_value'))?.value;
	const count = Array.isArray(value)
		? value.length
		: typeof value === 'object' && value !== null
			? Object.keys(value).length
			: 0;
	if (count === 0) {
		Object.assign(whole, { state: 'skipped', startMs: world.nowMs, endMs: world.nowMs });
		return;
	}
	const others = taskInstancesOf(world, dag, run);
	const parts: TaskInstance[] = [{ ...whole, mapIndex: 0 }];
	for (let mapIndex = 1; mapIndex < count; mapIndex++) {
		parts.push(newInstance(world, run, task, mapIndex));
	}
	// The first part takes the row of the whole, so that it keeps its place; the others come last.
	const rows = [
		...others.map((one) => (one === whole ? (parts[0] ?? one) : one)),
		...parts.slice(1)
	];
	for (const one of others) world.taskInstances.delete(keyOf(one));
	for (const one of rows) world.taskInstances.set(keyOf(one), one);
	for (const part of parts) schedule(world, agenda, task, part);
}

const keyOf = ({ dagId, runId, taskId, mapIndex }: TaskInstance) =>
	taskKey(dagId, runId, taskId, mapIndex);

/** The leaves decide. */
function finish(
	world: World,
	agenda: Agenda,
	dag: Dag,
	run: DagRun,
	instances: readonly TaskInstance[]
): void {
	const { leaves } = planOf(dag);
	const failed = instances.some(
		(one) => leaves.has(one.taskId) && (one.state === 'failed' || one.state === 'upstream_failed')
	);
	setRunFields(run, failed ? 'failed' : 'success', world.nowMs);
	run.lastSchedulingDecisionMs = world.nowMs;
	dismiss(world, agenda, run);
}

const isTimedOut = (world: World, dag: Dag, run: DagRun) =>
	dag.dagrunTimeoutMs !== undefined &&
	world.nowMs - (run.startMs ?? Infinity) >= dag.dagrunTimeoutMs;

/** @source airflow/jobs/scheduler_job_runner.py `_schedule_dag_run` */
function timeOut(world: World, agenda: Agenda, dag: Dag, run: DagRun): boolean {
	for (const instance of taskInstancesOf(world, dag, run)) {
		if (isFinished(instance.state)) continue;
		Object.assign(instance, { state: 'skipped', endMs: world.nowMs });
		instance.startMs ??= world.nowMs;
		delete instance.dueMs;
		place(world, agenda, instance);
	}
	setRunFields(run, 'failed', world.nowMs);
	dismiss(world, agenda, run);
	return false;
}
