import type { Dag } from './world.ts';

/** A group's tasks and those of the groups in it; undefined when there is no such group. */
export function tasksOfGroup(dag: Dag, groupId: string): string[] | undefined {
	const groups = dag.taskGroups ?? [];
	if (!groups.some((group) => group.groupId === groupId)) return undefined;
	const inside = new Set([groupId]);
	for (const outer of inside) {
		for (const group of groups) if (group.parentGroupId === outer) inside.add(group.groupId);
	}
	return dag.tasks
		.filter((task) => task.groupId !== undefined && inside.has(task.groupId))
		.map(({ taskId }) => taskId);
}
