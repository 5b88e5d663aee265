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
		consuming_dags: consumersOf(world, asset).map((dagId) => ({ dag_id: dagId, ...times })),
		created_at: isoUtc(asset.createdMs),
		extra: asset.extra,
		id: asset.id,
		producing_tasks: producersOf(world, asset).map(({ dagId, taskId }) => ({
			dag_id: dagId,
			task_id: taskId,
			...times
		})),
		updated_at: isoUtc(asset.updatedMs),
		uri: asset.uri
	};
}

export function eventsShape(world: World, events: readonly AssetEvent[], total: number) {
	return { dataset_events: events.map((event) => showEvent(world, event)), total_entries: total };
}

/** @source airflow/api_connexion/schemas/dataset_schema.py `DatasetEventSchema` */
export function showEvent(world: World, event: AssetEvent) {
	return {
		created_dagruns: runsBy(world, event).map(showBasicRun),
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
	consumersOf(world, asset).includes(dagId) ||
	producersOf(world, asset).some((task) => task.dagId === dagId);

function consumersOf(world: World, { uri }: Asset): string[] {
	const found: string[] = [];
	for (const { dagId, scheduleAssets } of world.dags.values()) {
		if (scheduleAssets?.includes(uri)) found.push(dagId);
	}
	return found;
}

function producersOf(world: World, { uri }: Asset): { dagId: string; taskId: string }[] {
	const found: { dagId: string; taskId: string }[] = [];
	for (const { dagId, tasks } of world.dags.values()) {
		for (const { taskId, outlets } of tasks) {
			if (outlets?.includes(uri)) found.push({ dagId, taskId });
		}
	}
	return found;
}

function runsBy(world: World, { id }: AssetEvent): DagRun[] {
	const found: DagRun[] = [];
	for (const run of world.runs.values()) if (run.consumedAssetEvents?.includes(id)) found.push(run);
	return found;
}

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
