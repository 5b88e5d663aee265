import type { Dag, Task } from './world.ts';

/**
 * The weight a task has when slots are scarce: its own and that of everything downstream of it.
 * @source airflow/task/priority_strategy.py `_DownstreamPriorityWeightStrategy`
 */
export function priorityOf(dag: Dag, task: Task): number {
	const below = new Set<Task>();
	const queue = [task];
	for (const current of queue) {
		for (const other of dag.tasks) {
			if (!other.upstream.includes(current.taskId) || below.has(other)) continue;
			below.add(other);
			queue.push(other);
		}
	}
	let weight = task.priorityWeight;
	for (const other of below) weight += other.priorityWeight;
	return weight;
}
