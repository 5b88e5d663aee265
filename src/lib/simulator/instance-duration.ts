import { wasLeftAside } from './operators.ts';
import type { TaskInstance, TaskTry, World } from './world.ts';

/**
 * Seconds from start to end. Undefined while one of them is missing, and for an instance that a branch left
 * aside: its dates are written past the code that measures.
 * @source airflow/models/skipmixin.py `_set_state_to_skipped`
 */
export const secondsOf = (world: World, instance: TaskInstance): number | undefined =>
	wasLeftAside(world, instance) ? undefined : secondsOfTry(instance);

export const secondsOfTry = ({
	startMs,
	endMs
}: Pick<TaskTry, 'startMs' | 'endMs'>): number | undefined =>
	startMs === undefined || endMs === undefined ? undefined : (endMs - startMs) / 1000;
