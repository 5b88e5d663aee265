import type { Resource } from '#lib/simulator/call.ts';
import type { DagVersion } from '#lib/simulator/world-tables.ts';
import type { World } from '#lib/simulator/world.ts';
import { optionalText, page } from './filters.ts';
import { listing } from './listing.ts';
import { optional, required } from './model.ts';
import { operation } from './operation.ts';
import { orderBy, type Columns } from './order.ts';
import { integer, nullable } from './readers.ts';
import { notFound, ok } from './reply.ts';
import { isoZ } from '#lib/simulator/time.ts';

const columns: Columns<DagVersion> = {
	id: { kind: 'text', value: ({ uuid }) => uuid },
	version_number: { kind: 'number', value: ({ versionNumber }) => versionNumber },
	bundle_name: { kind: 'text', value: ({ bundleName }) => bundleName },
	bundle_version: { kind: 'text', value: () => undefined }
};

/** @source airflow/api_fastapi/core_api/routes/public/dag_versions.py */
export const dagVersions = {
	'GET /dags/{dag_id}/dagVersions': operation(
		{
			query: {
				...page,
				order_by: orderBy('id'),
				version_number: optional(nullable(integer()), null),
				bundle_name: optionalText,
				bundle_version: optionalText
			}
		},
		(world, { param }, { query }) => {
			const dagId = param('dag_id');
			if (dagId !== '~' && !world.dags.has(dagId)) {
				return notFound(`The Dag with ID: \`${dagId}\` was not found`);
			}
			return listing({
				rows: world.dagVersions.filter(
					(version) =>
						(dagId === '~' || dagId === version.dagId) &&
						(query.version_number === null || query.version_number === version.versionNumber) &&
						(query.bundle_name === null || query.bundle_name === version.bundleName) &&
						query.bundle_version === null
				),
				columns,
				query,
				name: 'dag_versions',
				show: (version) => show(world, version)
			});
		}
	),
	'GET /dags/{dag_id}/dagVersions/{version_number}': operation(
		{ path: { version_number: required(integer()) } },
		(world, { param }, { path: { version_number: number } }) => {
			const dagId = param('dag_id');
			const found = world.dagVersions.find(
				(version) => version.dagId === dagId && version.versionNumber === number
			);
			return found
				? ok(show(world, found))
				: notFound(
						`The DagVersion with dag_id: \`${dagId}\` and version_number: \`${number}\` was not found`
					);
		}
	)
} satisfies Resource;

const show = (world: World, version: DagVersion) => ({
	id: version.uuid,
	version_number: version.versionNumber,
	dag_id: version.dagId,
	bundle_name: version.bundleName,
	bundle_version: null,
	created_at: isoZ(version.createdMs),
	dag_display_name: world.dags.get(version.dagId)?.displayName ?? version.dagId,
	bundle_url: null
});
