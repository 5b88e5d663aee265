import { assetGraph } from '#lib/simulator/asset-graph.ts';
import type { Resource } from '#lib/simulator/call.ts';
import type { Asset, AssetAlias } from '#lib/simulator/world-tables.ts';
import { aliasShape, assetShape } from './asset-shapes.ts';
import { cutPage } from './cursor.ts';
import { fitsPattern, fitsPrefix, optionalText, page, texts, toMicros } from './filters.ts';
import { optional, readModel, required } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import { flag, integer } from './readers.ts';
import { isReply, notFound, ok, refuse, unprocessable } from './reply.ts';
import { materializeBody, triggerRun } from './trigger.ts';

const listQuery = {
	...page,
	name_pattern: optionalText,
	name_prefix_pattern: optionalText,
	uri_pattern: optionalText,
	uri_prefix_pattern: optionalText,
	dag_ids: texts,
	only_active: optional(flag, true),
	order_by: orderBy('id')
};

const columns: Columns<Asset> = {
	id: { kind: 'number', value: (asset) => asset.id },
	name: { kind: 'text', value: (asset) => asset.name },
	uri: { kind: 'text', value: (asset) => asset.uri },
	created_at: { kind: 'date', value: (asset) => toMicros(asset.createdMs) },
	updated_at: { kind: 'date', value: (asset) => toMicros(asset.updatedMs) }
};

const aliasQuery = {
	...page,
	name_pattern: optionalText,
	name_prefix_pattern: optionalText,
	order_by: orderBy('id')
};

const aliasColumns: Columns<AssetAlias> = {
	id: { kind: 'number', value: (alias) => alias.id },
	name: { kind: 'text', value: (alias) => alias.name }
};

const assetPath = { asset_id: required(integer()) };

/** @source airflow/api_fastapi/core_api/routes/public/assets.py */
export const assets = {
	'GET /assets': operation({ query: listQuery }, (world, _, { query }) => {
		const by = criteria(query.order_by, columns, 'id');
		if (isReply(by)) return by;
		const graph = assetGraph(world);
		const [only = ''] = query.dag_ids;
		const dagIds = query.dag_ids.length === 1 ? only.split(',') : query.dag_ids;
		const found = [...world.assets.values()].filter(
			(asset) =>
				fitsPattern(asset.name, query.name_pattern) &&
				fitsPrefix(asset.name, query.name_prefix_pattern) &&
				fitsPattern(asset.uri, query.uri_pattern) &&
				fitsPrefix(asset.uri, query.uri_prefix_pattern) &&
				(dagIds.length === 0 ||
					graph.consumers(asset.uri).some((dagId) => dagIds.includes(dagId)) ||
					graph.producers(asset.uri).some(({ dagId }) => dagIds.includes(dagId)))
		);
		const cut = cutPage(found, by, { ...query, cursor: null });
		if (isReply(cut)) return cut;
		const shown = cut.rows.map((asset) => assetShape(world, asset));
		return ok({ assets: shown, total_entries: found.length });
	}),
	'GET /assets/aliases': operation({ query: aliasQuery }, (world, _, { query }) => {
		const by = criteria(query.order_by, aliasColumns, 'id');
		if (isReply(by)) return by;
		const found = [...world.assetAliases.values()].filter(
			(alias) =>
				fitsPattern(alias.name, query.name_pattern) &&
				fitsPrefix(alias.name, query.name_prefix_pattern)
		);
		const cut = cutPage(found, by, { ...query, cursor: null });
		if (isReply(cut)) return cut;
		return ok({ asset_aliases: cut.rows.map(aliasShape), total_entries: found.length });
	}),
	'GET /assets/aliases/{asset_alias_id}': operation(
		{ path: { asset_alias_id: required(integer()) } },
		(world, _, { path: { asset_alias_id: id } }) => {
			const alias = world.assetAliases.get(id);
			if (!alias) return notFound(`The Asset Alias with ID: \`${id}\` was not found`);
			return ok(aliasShape(alias));
		}
	),
	'GET /assets/{asset_id}': operation({ path: assetPath }, (world, _, { path }) => {
		const asset = world.assets.get(path.asset_id);
		if (!asset) return notFound(`The Asset with ID: \`${path.asset_id}\` was not found`);
		return ok(assetShape(world, asset));
	}),
	'POST /assets/{asset_id}/materialize': (world, call) => {
		const path = integer()(call.param('asset_id'), ['path', 'asset_id']);
		// The body may be left out altogether.
		const body = readModel(materializeBody, call.body ?? {});
		if ('issues' in path || 'issues' in body) {
			const issues = [path, body].flatMap((read) => ('issues' in read ? read.issues : []));
			return unprocessable(issues);
		}
		const id = path.value;
		const asset = world.assets.get(id);
		const dagIds = new Set(
			asset &&
				assetGraph(world)
					.producers(asset.uri)
					.map(({ dagId }) => dagId)
		);
		const [dagId = ''] = dagIds;
		const dag = world.dags.get(dagId);
		if (!dag) return notFound(`No Dag materializes asset with ID: ${id}`);
		if (dagIds.size > 1) return refuse(409, `More than one Dag materializes asset with ID: ${id}`);
		return triggerRun(world, call, dag, body.value.values, 'asset_materialization');
	}
} satisfies Resource;
