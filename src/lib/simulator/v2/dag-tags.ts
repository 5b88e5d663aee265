import type { Resource } from '#lib/simulator/call.ts';
import { fitsPattern, fitsPrefix, optionalText, page } from './filters.ts';
import { listing } from './listing.ts';
import { operation } from './operation.ts';
import { orderBy } from './order.ts';

/** @source airflow/api_fastapi/core_api/routes/public/dag_tags.py */
export const dagTags = {
	'GET /dagTags': operation(
		{
			query: {
				...page,
				order_by: orderBy('name'),
				tag_name_pattern: optionalText,
				tag_name_prefix_pattern: optionalText
			}
		},
		(world, _, { query }) => {
			const names = new Set<string>();
			for (const { tags } of world.dags.values()) for (const tag of tags) names.add(tag);
			return listing({
				rows: [...names].filter(
					(name) =>
						fitsPattern(name, query.tag_name_pattern) &&
						fitsPrefix(name, query.tag_name_prefix_pattern)
				),
				columns: { name: { kind: 'text', value: (name: string) => name } },
				query,
				name: 'tags',
				primaryKey: 'name',
				show: (name) => name
			});
		}
	)
} satisfies Resource;
