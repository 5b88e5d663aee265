import type { Resource } from '#lib/simulator/call.ts';
import { bulk } from './bulk.ts';
import { addPool, newPool, patchPool } from './pools.ts';

/** @source airflow/api_fastapi/core_api/services/public/pools.py `BulkPoolService` */
export const poolsInBulk = {
	'PATCH /pools': bulk<typeof newPool.fields>({
		model: newPool,
		words: 'pools with these pool names',
		nameOf: ({ values }) => values.name,
		table: (world) => world.pools,
		create: (world, { values }) => void addPool(world, values),
		overwrite(world, { values, given }) {
			const pool = world.pools.get(values.name);
			if (!pool) return;
			pool.slots = values.slots;
			if (given.has('include_deferred')) pool.includeDeferred = values.include_deferred;
			if (!given.has('description')) return;
			if (values.description === null) delete pool.description;
			else pool.description = values.description;
		},
		patch: (world, { values, given }, mask) =>
			patchPool(world, values.name, mask, {
				values: { ...values, pool: values.name },
				given: new Set(given).add('pool')
			})
	})
} satisfies Resource;
