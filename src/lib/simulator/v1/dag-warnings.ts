import type { Resource } from '#lib/simulator/call.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { applySorting, checkLimit } from './collection.ts';
import { isReply, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/dag_warning_endpoint.py */
export const dagWarnings = {
	'GET /dagWarnings': rule({
		role: 'viewer',
		query: {
			dag_id: 'string',
			warning_type: 'string',
			limit: 'integer',
			offset: 'offset',
			order_by: 'string'
		},
		answer(world, { args, dagFilter }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const [dagId, type] = [args.text('dag_id'), args.text('warning_type')];
			const isAllowed = dagId ? undefined : dagFilter('PUT', 'GET');
			const found = world.dagWarnings.filter(
				(warning) =>
					(!dagId || warning.dagId === dagId) &&
					(!isAllowed || isAllowed(warning.dagId)) &&
					(!type || warning.warningType === type)
			);
			const sorted = applySorting(found, args.text('order_by') ?? 'timestamp', {
				dag_id: (warning) => warning.dagId,
				warning_type: ({ warningType }) => warningType,
				message: ({ message }) => message,
				timestamp: ({ atMs }) => atMs
			});
			if (isReply(sorted)) return sorted;
			const page = pageOf(sorted, limit, args.number('offset') ?? 0);
			return ok({
				dag_warnings: page.map((warning) => ({
					dag_id: warning.dagId,
					message: warning.message,
					timestamp: isoUtc(warning.atMs),
					warning_type: warning.warningType
				})),
				total_entries: found.length
			});
		}
	})
} satisfies Resource;
