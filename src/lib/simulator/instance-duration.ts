import { wasLeftAside } from './operators.ts';
import type { TaskInstance, TaskTry, World } from './world.ts';

/**
 * Seconds from start to end. Undefined while one of them is missing, and for an instance that a branch left
 * aside: its dates are written past the code that measures.
 * @source airflow/models/skipmixin.py `_set_state_to_skipped`
 */
export const secondsOf = (world: World, instance: TaskInstance): number | undefined =>
	secondsOfTry(world, instance, instance);

/** The same for one of an instance's tries. */
export function secondsOfTry(
	world: World,
	instance: TaskInstance,
	{ tryNumber, startMs, endMs }: TaskTry | TaskInstance
): number | undefined {
	if (startMs === undefined || endMs === undefined) return undefined;
	const isCurrent = tryNumber === instance.tryNumber;
	return isCurrent && wasLeftAside(world, instance) ? undefined : (endMs - startMs) / 1000;
}
