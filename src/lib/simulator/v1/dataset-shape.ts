import { assetGraph, runsByEvent } from '#lib/simulator/asset-graph.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { DagRun, World } from '#lib/simulator/world.ts';
import type { Asset, AssetEvent } from '#lib/simulator/world-tables.ts';

/** @source airflow/api_connexion/schemas/dataset_schema.py `DatasetSchema` */
export function showDataset(world: World, asset: Asset) {
	const times = { created_at: isoUtc(asset.createdMs), updated_at: isoUtc(asset.createdMs) };
	return {
		aliases: [...world.assetAliases.values()]
			.filter((alias) => alias.assets.includes(asset.id))
			.map(({ id, name }) => ({ id, name })),
		consuming_dags: assetGraph(world)
			.consumers(asset.uri)
			.map((dagId) => ({ dag_id: dagId, ...times })),
		created_at: isoUtc(asset.createdMs),
		extra: asset.extra,
		id: asset.id,
		producing_tasks: assetGraph(world)
			.producers(asset.uri)
			.map(({ dagId, taskId }) => ({
				dag_id: dagId,
				task_id: taskId,
				...times
			})),
		updated_at: isoUtc(asset.updatedMs),
		uri: asset.uri
	};
}

export function eventsShape(world: World, events: readonly AssetEvent[], total: number) {
	const runs = runsByEvent(world, events);
	const shown = events.map((event) => showEvent(world, event, runs.get(event.id)));
	return { dataset_events: shown, total_entries: total };
}

/** @source airflow/api_connexion/schemas/dataset_schema.py `DatasetEventSchema` */
export function showEvent(world: World, event: AssetEvent, runs: readonly DagRun[] = []) {
	return {
		created_dagruns: runs.map(showBasicRun),
		dataset_id: event.assetId,
		dataset_uri: world.assets.get(event.assetId)?.uri ?? null,
		extra: event.extra,
		id: event.id,
		source_dag_id: event.sourceDagId ?? null,
		source_map_index: event.sourceMapIndex ?? -1,
		source_run_id: event.sourceRunId ?? null,
		source_task_id: event.sourceTaskId ?? null,
		timestamp: isoUtc(event.atMs)
	};
}

/** Whether a DAG waits for the dataset or writes it. */
export const asksDag = (world: World, asset: Asset, dagId: string): boolean =>
	assetGraph(world).consumers(asset.uri).includes(dagId) ||
	assetGraph(world)
		.producers(asset.uri)
		.some((task) => task.dagId === dagId);

function showBasicRun(run: DagRun) {
	return {
		dag_id: run.dagId,
		dag_run_id: run.runId,
		data_interval_end: isoUtc(run.dataIntervalEndMs),
		data_interval_start: isoUtc(run.dataIntervalStartMs),
		end_date: isoUtc(run.endMs),
		logical_date: isoUtc(run.logicalDateMs, run.logicalDateMicros),
		start_date: isoUtc(run.startMs),
		state: run.state
	};
}
