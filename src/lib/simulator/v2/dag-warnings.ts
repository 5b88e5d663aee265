import type { Resource } from '#lib/simulator/call.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { DagWarning } from '#lib/simulator/world-tables.ts';
import { optionalText, page } from './filters.ts';
import { listing } from './listing.ts';
import { optional } from './model.ts';
import { operation } from './operation.ts';
import { orderBy, type Columns } from './order.ts';
import { nullable, oneOf } from './readers.ts';

const TYPES = ['asset conflict', 'non-existent pool', 'runtime varying value'] as const;

const columns: Columns<DagWarning> = {
	dag_id: { kind: 'text', value: ({ dagId }) => dagId },
	warning_type: { kind: 'text', value: ({ warningType }) => warningType },
	message: { kind: 'text', value: ({ message }) => message },
	timestamp: { kind: 'date', value: ({ atMs }) => atMs }
};

/** @source airflow/api_fastapi/core_api/routes/public/dag_warning.py */
export const dagWarnings = {
	'GET /dagWarnings': operation(
		{
			query: {
				dag_id: optionalText,
				warning_type: optional(nullable(oneOf(TYPES)), null),
				...page,
				order_by: orderBy('dag_id')
			}
		},
		(world, _, { query }) =>
			listing({
				rows: world.dagWarnings.filter(
					(warning) =>
						(query.dag_id === null || query.dag_id === warning.dagId) &&
						(query.warning_type === null || query.warning_type === warning.warningType)
				),
				columns,
				query,
				name: 'dag_warnings',
				primaryKey: 'dag_id',
				show: ({ dagId, warningType, message, atMs }) => ({
					dag_id: dagId,
					warning_type: warningType,
					message,
					timestamp: isoZ(atMs),
					dag_display_name: world.dags.get(dagId)?.displayName ?? dagId
				})
			})
	)
} satisfies Resource;
