import { taskKey, type TaskInstance, type World } from './world.ts';

/** Whether a task of a run has been expanded: there are parts of it, and none that stands for all. */
export function isExpanded(world: World, dagId: string, runId: string, taskId: string): boolean {
	if (world.taskInstances.has(taskKey(dagId, runId, taskId))) return false;
	return partsOf(world, dagId, runId, taskId).length > 0;
}

/** A task's instances in one run: the one that stands for all, or the parts by map index. */
export function instancesOfTask(
	world: World,
	dagId: string,
	runId: string,
	taskId: string
): TaskInstance[] {
	const whole = world.taskInstances.get(taskKey(dagId, runId, taskId));
	return whole ? [whole] : partsOf(world, dagId, runId, taskId);
}

/**
 * A run's instances in the order of their making: a part with index 0 has the place of its whole, the others
 * came when the task was expanded.
 */
export function instancesOfRun(world: World, dagId: string, runId: string): TaskInstance[] {
	const first: TaskInstance[] = [];
	const later: TaskInstance[] = [];
	for (const { taskId, expandsOver } of world.dags.get(dagId)?.tasks ?? []) {
		const whole = world.taskInstances.get(taskKey(dagId, runId, taskId));
		if (whole) first.push(whole);
		if (!expandsOver) continue;
		for (const part of partsOf(world, dagId, runId, taskId)) {
			(part.mapIndex === 0 ? first : later).push(part);
		}
	}
	return [...first, ...later.sort(byBirth)];
}

/** So many parts in all may have been deleted from between the others before those that follow are lost. */
const MOST_DELETED = 64;

function partsOf(world: World, dagId: string, runId: string, taskId: string): TaskInstance[] {
	const parts: TaskInstance[] = [];
	const task = world.dags.get(dagId)?.tasks.find((one) => one.taskId === taskId);
	if (!task?.expandsOver) return parts;
	for (let mapIndex = 0, missing = 0; missing < MOST_DELETED; mapIndex++) {
		const part = world.taskInstances.get(taskKey(dagId, runId, taskId, mapIndex));
		if (part) parts.push(part);
		else missing++;
	}
	return parts;
}

/** The first digits of an id are the millisecond of its making. */
export const birthOf = ({ uuid }: TaskInstance): string => uuid.slice(0, 13);

function byBirth(a: TaskInstance, b: TaskInstance): number {
	const [left, right] = [birthOf(a), birthOf(b)];
	return left < right ? -1 : left > right ? 1 : 0;
}
