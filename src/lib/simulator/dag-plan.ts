import type { Dag, Task } from './world.ts';

/** What follows from a DAG's tasks alone, worked out once. */
export interface DagPlan {
	tasks: ReadonlyMap<string, Task>;
	/** Direct followers, in the order of the DAG file. */
	downstream: ReadonlyMap<string, readonly Task[]>;
	/** The tasks whose states decide how a run ends. */
	leaves: ReadonlySet<string>;
	/** The weight that a task has when slots are scarce. */
	weights: ReadonlyMap<string, number>;
}

const plans = new WeakMap<readonly Task[], DagPlan>();

/** A DAG's plan; kept as long as its list of tasks is the same one. */
export function planOf(dag: Pick<Dag, 'tasks'>): DagPlan {
	const known = plans.get(dag.tasks);
	if (known) return known;
	const made = makePlan(dag.tasks);
	plans.set(dag.tasks, made);
	return made;
}

export const taskOf = (dag: Pick<Dag, 'tasks'> | undefined, taskId: string): Task | undefined =>
	dag && planOf(dag).tasks.get(taskId);

/** Everything that lies before (`upstream`) or after a task, itself left out. */
export function relativesOf(
	plan: DagPlan,
	task: Task,
	direction: 'upstream' | 'downstream'
): Set<Task> {
	const found = new Set<Task>();
	const near = (one: Task): readonly (Task | undefined)[] =>
		direction === 'downstream'
			? (plan.downstream.get(one.taskId) ?? [])
			: one.upstream.map((id) => plan.tasks.get(id));
	const queue = [task];
	for (const current of queue) {
		for (const other of near(current)) {
			if (!other || found.has(other)) continue;
			found.add(other);
			queue.push(other);
		}
	}
	return found;
}

function makePlan(list: readonly Task[]): DagPlan {
	const tasks = new Map(list.map((task) => [task.taskId, task]));
	const downstream = new Map<string, Task[]>(list.map((task) => [task.taskId, []]));
	for (const task of list) for (const id of task.upstream) downstream.get(id)?.push(task);
	const weights = new Map<string, number>();
	const plan: DagPlan = { tasks, downstream, leaves: leavesOf(list, downstream), weights };
	for (const task of list) weights.set(task.taskId, weightOf(plan, task));
	return plan;
}

/** Teardowns do not count: what leads to nothing but them is a leaf. @source airflow/models/dag.py */
function leavesOf(list: readonly Task[], downstream: ReadonlyMap<string, Task[]>): Set<string> {
	const counts = (task: Task) => task.isTeardown !== true;
	const leaves = list.filter(
		(task) => counts(task) && !(downstream.get(task.taskId) ?? []).some(counts)
	);
	return new Set(leaves.map((task) => task.taskId));
}

/** @source airflow/task/priority_strategy.py */
function weightOf(plan: DagPlan, task: Task): number {
	if (task.weightRule === 'absolute') return task.priorityWeight;
	let weight = task.priorityWeight;
	for (const other of relativesOf(plan, task, task.weightRule ?? 'downstream')) {
		weight += other.priorityWeight;
	}
	return weight;
}
