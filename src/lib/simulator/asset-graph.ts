import type { AssetEvent } from './world-tables.ts';
import type { DagRun, World } from './world.ts';

/** Which DAGs wait for an asset and which tasks write it, by its URI. */
export interface AssetGraph {
	consumers(uri: string): readonly string[];
	producers(uri: string): readonly { dagId: string; taskId: string }[];
}

const graphs = new WeakMap<World['dags'], { size: number; graph: AssetGraph }>();

/** Worked out once for the DAGs of a world: a DAG never changes what it waits for, it only goes away. */
export function assetGraph({ dags }: World): AssetGraph {
	const known = graphs.get(dags);
	if (known?.size === dags.size) return known.graph;
	const consumers = new Map<string, string[]>();
	const producers = new Map<string, { dagId: string; taskId: string }[]>();
	for (const { dagId, scheduleAssets = [], tasks } of dags.values()) {
		for (const uri of scheduleAssets) push(consumers, uri, dagId);
		for (const { taskId, outlets = [] } of tasks) {
			for (const uri of outlets) push(producers, uri, { dagId, taskId });
		}
	}
	const graph: AssetGraph = {
		consumers: (uri) => consumers.get(uri) ?? [],
		producers: (uri) => producers.get(uri) ?? []
	};
	graphs.set(dags, { size: dags.size, graph });
	return graph;
}

/** The runs that took each of these events in, by the event's id; one walk over the runs for all of them. */
export function runsByEvent(world: World, events: readonly AssetEvent[]): Map<number, DagRun[]> {
	const found = new Map<number, DagRun[]>(events.map(({ id }) => [id, []]));
	if (found.size === 0) return found;
	for (const run of world.runs.values()) {
		for (const id of run.consumedAssetEvents ?? []) found.get(id)?.push(run);
	}
	return found;
}

function push<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
	const list = into.get(key);
	if (list) list.push(value);
	else into.set(key, [value]);
}
