import { openInstances } from '#lib/simulator/past/past.ts';
import type { Pool, World } from '#lib/simulator/world.ts';

/**
 * @source airflow/api_fastapi/core_api/datamodels/pools.py `PoolResponse`, airflow/models/pool.py
 */
export function poolShape(world: World, pool: Pool) {
	const counted = (states: readonly string[]) => {
		let sum = 0;
		for (const { dagId, taskId, state } of openInstances(world)) {
			if (state === undefined || !states.includes(state)) continue;
			const task = world.dags.get(dagId)?.tasks.find((one) => one.taskId === taskId);
			if (task?.pool === pool.name) sum += task.poolSlots;
		}
		return sum;
	};
	const occupying = ['queued', 'running', ...(pool.includeDeferred ? ['deferred'] : [])];
	const occupied = counted(occupying);
	return {
		name: pool.name,
		slots: pool.slots,
		description: pool.description ?? null,
		include_deferred: pool.includeDeferred,
		occupied_slots: occupied,
		running_slots: counted(['running']),
		queued_slots: counted(['queued']),
		scheduled_slots: counted(['scheduled']),
		open_slots: pool.slots === -1 ? -1 : pool.slots - occupied,
		deferred_slots: counted(['deferred']),
		team_name: null
	};
}
