import type { Resource } from '#lib/simulator/call.ts';
import { noRuns, runCounts } from '#lib/simulator/run-counts.ts';
import { ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/dag_stats_endpoint.py */
export const dagStats = {
	'GET /dagStats': rule({
		role: 'viewer',
		query: { 'dag_ids!': 'string' },
		answer(world, { args, dagFilter }) {
			const isReadable = dagFilter('GET');
			const asked = (args.text('dag_ids') ?? '').split(',');
			const known = [...new Set(asked)].filter(
				(dagId) => world.dags.has(dagId) && (!isReadable || isReadable(dagId))
			);
			const counts = runCounts(world, new Set(known));
			const dags = known.map((dagId) => ({
				dag_id: dagId,
				stats: counts.get(dagId) ?? noRuns()
			}));
			return ok({ dags, total_entries: dags.length });
		}
	})
} satisfies Resource;
