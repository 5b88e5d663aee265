import type { Resource } from '#lib/simulator/call.ts';
import { runCounts } from '#lib/simulator/run-counts.ts';
import { texts } from './filters.ts';
import { operation } from './operation.ts';
import { ok } from './reply.ts';

/** @source airflow/api_fastapi/core_api/routes/public/dag_stats.py */
export const dagStats = {
	'GET /dagStats': operation({ query: { dag_ids: texts } }, (world, _, { query }) => {
		const wanted = query.dag_ids.length > 0 ? new Set(query.dag_ids) : undefined;
		const dags = [...runCounts(world, wanted)]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([dagId, stats]) => ({
				dag_id: dagId,
				dag_display_name: world.dags.get(dagId)?.displayName ?? dagId,
				stats
			}));
		return ok({ dags, total_entries: dags.length });
	})
} satisfies Resource;
