import { taskOf } from './dag-plan.ts';
import { openInstances } from '#lib/simulator/past/past.ts';
import type { Pool, World } from './world.ts';

/** Slots in use by state. `open` is Infinity for a pool without a limit (-1 slots). */
export interface PoolUse {
	running: number;
	queued: number;
	scheduled: number;
	deferred: number;
	occupied: number;
	open: number;
}

/** @source airflow/models/pool.py `occupied_slots`, `open_slots` */
export function poolUse(world: World, pool: Pool): PoolUse {
	const use = { running: 0, queued: 0, scheduled: 0, deferred: 0 };
	for (const instance of openInstances(world)) {
		const state = instance.state;
		if (state === undefined || !(state in use)) continue;
		const task = taskOf(world.dags.get(instance.dagId), instance.taskId);
		if (task?.pool === pool.name) use[state as keyof typeof use] += task.poolSlots;
	}
	const occupied = use.running + use.queued + (pool.includeDeferred ? use.deferred : 0);
	return { ...use, occupied, open: pool.slots < 0 ? Infinity : pool.slots - occupied };
}
