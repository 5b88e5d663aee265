import { createRun } from './actions/create-run.ts';
import { hashOf } from './random.ts';
import { isoUtc } from './time.ts';
import type { Asset, AssetEvent } from './world-tables.ts';
import { runKey, type Dag, type DagRun, type World } from './world.ts';

export function assetByUri(world: World, uri: string): Asset | undefined {
	for (const asset of world.assets.values()) if (asset.uri === uri) return asset;
	return undefined;
}

/**
 * Adds an event of an asset, as of `world.nowMs`, and queues it for each DAG that waits for that asset.
 * A paused DAG does not listen.
 * @source airflow/assets/manager.py `register_asset_change`, `_queue_dagruns`
 */
export function recordAssetEvent(world: World, facts: Omit<AssetEvent, 'id' | 'atMs'>): AssetEvent {
	const id = (world.assetEvents.at(-1)?.id ?? 0) + 1;
	const event: AssetEvent = { id, atMs: world.nowMs, ...facts };
	world.assetEvents.push(event);
	const uri = world.assets.get(facts.assetId)?.uri ?? '';
	for (const { dagId, isPaused, scheduleAssets } of world.dags.values()) {
		if (isPaused || !scheduleAssets?.includes(uri)) continue;
		const isQueued = world.queuedAssetEvents.some(
			(queued) => queued.dagId === dagId && queued.assetId === facts.assetId
		);
		if (isQueued) continue;
		world.queuedAssetEvents.push({ assetId: facts.assetId, dagId, createdMs: world.nowMs });
	}
	return event;
}

/**
 * Makes the runs of the DAGs whose assets are all there, and takes what was queued for them away.
 * @source airflow/jobs/scheduler_job_runner.py `_create_dag_runs_asset_triggered`
 */
export function triggerByAssets(world: World): DagRun[] {
	const made: DagRun[] = [];
	for (const dagId of new Set(world.queuedAssetEvents.map((queued) => queued.dagId))) {
		const dag = world.dags.get(dagId);
		if (!dag?.scheduleAssets || dag.isPaused) continue;
		const queued = world.queuedAssetEvents.filter((one) => one.dagId === dagId);
		const there = new Set(queued.map(({ assetId }) => world.assets.get(assetId)?.uri));
		if (!dag.scheduleAssets.every((uri) => there.has(uri))) continue;
		const triggeredMs = Math.max(...queued.map((one) => one.createdMs));
		const run = runOf(world, dag, triggeredMs);
		world.queuedAssetEvents = world.queuedAssetEvents.filter((one) => one.dagId !== dagId);
		if (run) made.push(run);
	}
	return made;
}

function runOf(world: World, dag: Dag, triggeredMs: number): DagRun | undefined {
	const isV2 = world.timetable === 'trigger';
	const stamp = isoUtc(triggeredMs);
	const mark = hashOf(`${world.seed} ${dag.dagId} ${triggeredMs}`).toString(36).padStart(8, 'x');
	const runId = isV2
		? `asset_triggered__${stamp}_${mark.slice(-8)}`
		: `dataset_triggered__${stamp}`;
	if (world.runs.has(runKey(dag.dagId, runId))) return undefined;
	const events = eventsSince(world, dag, triggeredMs);
	return createRun(world, {
		dagId: dag.dagId,
		runId,
		runType: 'asset_triggered',
		runAfterMs: triggeredMs,
		triggeredBy: 'asset',
		consumedAssetEvents: events.map((event) => event.id),
		...(isV2 ? {} : { logicalDateMs: triggeredMs, ...intervalOf(world, events, triggeredMs) })
	});
}

/** The events of the DAG's assets after those that made its run before. */
function eventsSince(world: World, dag: Dag, triggeredMs: number): AssetEvent[] {
	let sinceMs = -Infinity;
	for (const run of world.runs.values()) {
		if (run.dagId !== dag.dagId || run.runType !== 'asset_triggered') continue;
		sinceMs = Math.max(sinceMs, run.runAfterMs);
	}
	return world.assetEvents.filter(
		({ assetId, atMs }) =>
			atMs > sinceMs &&
			atMs <= triggeredMs &&
			dag.scheduleAssets?.includes(world.assets.get(assetId)?.uri ?? '')
	);
}

/** From the earliest start to the latest end of the runs that made the events. */
function intervalOf(world: World, events: readonly AssetEvent[], triggeredMs: number) {
	const sources = events
		.map(({ sourceDagId = '', sourceRunId = '' }) =>
			world.runs.get(runKey(sourceDagId, sourceRunId))
		)
		.filter((run) => run !== undefined);
	const starts = sources.map((run) => run.dataIntervalStartMs ?? triggeredMs);
	const ends = sources.map((run) => run.dataIntervalEndMs ?? triggeredMs);
	return {
		dataIntervalStartMs: Math.min(triggeredMs, ...starts),
		dataIntervalEndMs: ends.length === 0 ? triggeredMs : Math.max(...ends)
	};
}
