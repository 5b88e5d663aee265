import { planOf } from './dag-plan.ts';
import type { Dag, Task } from './world.ts';

/** The weight that a task has when slots are scarce, by its own rule. */
export const priorityOf = (dag: Dag, task: Task): number =>
	planOf(dag).weights.get(task.taskId) ?? task.priorityWeight;
