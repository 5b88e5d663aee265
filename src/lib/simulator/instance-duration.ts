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
	attempt: TaskTry | TaskInstance
): number | undefined {
	const isCurrent = attempt.tryNumber === instance.tryNumber;
	if (attempt.startMs === undefined || attempt.endMs === undefined) {
		// Version 3 leaves what the try before took in its place until this one ends.
		const before = world.timetable === 'trigger' && isCurrent ? instance.history.at(-1) : undefined;
		return before && before.tryNumber < attempt.tryNumber ? spanOf(before) : undefined;
	}
	const isUnmeasured = isCurrent && !instance.isMeasured && wasLeftAside(world, instance);
	return isUnmeasured ? undefined : spanOf(attempt);
}

const spanOf = ({ startMs, endMs }: Pick<TaskTry, 'startMs' | 'endMs'>) =>
	startMs === undefined || endMs === undefined ? undefined : (endMs - startMs) / 1000;
