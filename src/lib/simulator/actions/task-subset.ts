import { planOf, relativesOf, type DagPlan } from '#lib/simulator/dag-plan.ts';
import type { Dag, Task } from '#lib/simulator/world.ts';

export interface Directions {
	upstream?: boolean | undefined;
	downstream?: boolean | undefined;
}

/**
 * The named tasks with what lies before or after them, as a change of state takes them along: teardowns that
 * follow are left alone. Unknown names are kept out.
 * @source airflow/api/common/mark_tasks.py `find_task_relatives`
 */
export function withRelatives(
	dag: Dag,
	taskIds: readonly string[],
	{ upstream = false, downstream = false }: Directions
): Set<string> {
	const plan = planOf(dag);
	const found = new Set<string>();
	for (const task of named(plan, taskIds)) {
		found.add(task.taskId);
		if (upstream) for (const { taskId } of relativesOf(plan, task, 'upstream')) found.add(taskId);
		if (!downstream) continue;
		for (const { taskId, isTeardown } of relativesOf(plan, task, 'downstream')) {
			if (!isTeardown) found.add(taskId);
		}
	}
	return found;
}

/**
 * The part of a DAG that is cleared when some of its tasks are: setups that these need come along with their
 * teardowns.
 * @source airflow/models/dag.py `partial_subset`
 */
export function subsetOf(
	dag: Dag,
	taskIds: readonly string[],
	{ upstream = false, downstream = false }: Directions
): Set<string> {
	const plan = planOf(dag);
	const matched = named(plan, taskIds);
	const found = new Set<Task>(matched);
	const add = (tasks: Iterable<Task>) => {
		for (const task of tasks) found.add(task);
	};
	for (const task of matched) {
		if (downstream) {
			for (const other of relativesOf(plan, task, 'downstream')) {
				found.add(other);
				if (matched.includes(other) || other.isSetup || other.isTeardown) continue;
				add(neededSetups(plan, other));
			}
		}
		if (upstream) {
			for (const other of relativesOf(plan, task, 'upstream')) {
				found.add(other);
				if (other.isSetup) add(teardownsOf(plan, other));
			}
		} else if (!task.isSetup && !task.isTeardown) add(neededSetups(plan, task));
		if (task.isSetup && !downstream) add(teardownsOf(plan, task));
	}
	return new Set([...found].map(({ taskId }) => taskId));
}

const named = ({ tasks }: DagPlan, taskIds: readonly string[]): Task[] =>
	taskIds.map((id) => tasks.get(id)).filter((task) => task !== undefined);

const teardownsOf = (plan: DagPlan, task: Task): Task[] =>
	(plan.downstream.get(task.taskId) ?? []).filter(({ isTeardown }) => isTeardown);

/** Setups before a task whose teardown comes after it, or that have none, with their teardowns. */
function neededSetups(plan: DagPlan, task: Task): Task[] {
	const after = relativesOf(plan, task, 'downstream');
	const setups = [...relativesOf(plan, task, 'upstream')].filter(({ isSetup }) => isSetup);
	return setups.flatMap((setup) => {
		const teardowns = teardownsOf(plan, setup);
		const isNeeded = teardowns.length === 0 || teardowns.some((one) => after.has(one));
		return isNeeded ? [setup, ...teardowns.filter((one) => one !== task)] : [];
	});
}
