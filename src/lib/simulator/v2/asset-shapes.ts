import { assetGraph, runsByEvent } from '#lib/simulator/asset-graph.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { DagRun, World } from '#lib/simulator/world.ts';
import type { Asset, AssetAlias, AssetEvent } from '#lib/simulator/world-tables.ts';
import { redactTree } from './redact.ts';

/** @source airflow/api_fastapi/core_api/datamodels/assets.py `AssetResponse` */
export function assetShape(world: World, asset: Asset) {
	const graph = assetGraph(world);
	const last = world.assetEvents.findLast((event) => event.assetId === asset.id);
	const times = { created_at: isoZ(asset.createdMs), updated_at: isoZ(asset.createdMs) };
	return {
		id: asset.id,
		name: asset.name,
		uri: asset.uri,
		group: asset.group,
		extra: redactTree(asset.extra),
		created_at: isoZ(asset.createdMs),
		updated_at: isoZ(asset.updatedMs),
		scheduled_dags: graph.consumers(asset.uri).map((dagId) => ({ dag_id: dagId, ...times })),
		producing_tasks: graph.producers(asset.uri).map(({ dagId, taskId }) => ({
			dag_id: dagId,
			task_id: taskId,
			...times
		})),
		consuming_tasks: [],
		aliases: [...world.assetAliases.values()]
			.filter((alias) => alias.assets.includes(asset.id))
			.map(aliasShape),
		watchers: [],
		last_asset_event: { id: last?.id ?? null, timestamp: isoZ(last?.atMs) }
	};
}

export const aliasShape = ({ id, name, group }: AssetAlias) => ({ id, name, group });

export function eventsShape(world: World, events: readonly AssetEvent[], total: number) {
	const runs = runsByEvent(world, events);
	const shown = events.map((event) => eventShape(world, event, runs.get(event.id)));
	return { asset_events: shown, total_entries: total };
}

/** @source airflow/api_fastapi/core_api/datamodels/assets.py `AssetEventResponse` */
export function eventShape(world: World, event: AssetEvent, runs: readonly DagRun[] = []) {
	const asset = world.assets.get(event.assetId);
	return {
		id: event.id,
		asset_id: event.assetId,
		uri: asset?.uri ?? null,
		name: asset?.name ?? null,
		group: asset?.group ?? null,
		extra: redactTree(event.extra),
		source_task_id: event.sourceTaskId ?? null,
		source_dag_id: event.sourceDagId ?? null,
		source_run_id: event.sourceRunId ?? null,
		source_map_index: event.sourceMapIndex ?? -1,
		created_dagruns: runs.map((run) => runReference(run, event)),
		timestamp: isoZ(event.atMs),
		partition_key: event.partitionKey ?? null
	};
}

function runReference(run: DagRun, event: AssetEvent) {
	return {
		run_id: run.runId,
		dag_id: run.dagId,
		logical_date: isoZ(run.logicalDateMs, run.logicalDateMicros),
		start_date: isoZ(run.startMs),
		end_date: isoZ(run.endMs),
		state: run.state,
		data_interval_start: isoZ(run.dataIntervalStartMs),
		data_interval_end: isoZ(run.dataIntervalEndMs),
		partition_key: run.partitionKey ?? null,
		// Of all that a run took in, the last one set it off.
		triggering: Math.max(...(run.consumedAssetEvents ?? [])) === event.id
	};
}
