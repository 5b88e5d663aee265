import { taskOf } from './dag-plan.ts';
import { renderedFields } from './operators.ts';
import type { Task, TaskInstance, TaskTry, World } from './world.ts';

/**
 * What an instance's templates came out as; nothing for a try that no worker has begun.
 * @source airflow/models/renderedtifields.py
 */
export function renderedFieldsOf(world: World, instance: TaskInstance): Record<string, unknown> {
	const task = taskOf(world.dags.get(instance.dagId), instance.taskId);
	return task && wasBegun(task, instance) ? renderedFields(world, task, instance) : {};
}

/** A worker has begun this try: it has a host and a process. What the scheduler does by itself has not. */
export function wasBegun(task: Task | undefined, attempt: TaskTry | TaskInstance): boolean {
	if (attempt.startMs === undefined || attempt.tryNumber === 0) return false;
	return attempt.queuedMs !== undefined && !(task?.operator === 'EmptyOperator' && !task.outlets);
}
