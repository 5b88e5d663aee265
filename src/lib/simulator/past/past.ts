import type { DagRun, TaskInstance, World } from '#lib/simulator/world.ts';
import type { Archive } from './archive.ts';
import { InstanceTable } from './instance-table.ts';
import { RunTable } from './run-table.ts';

/** Puts an archive under a world's runs and task instances. Changes `world`. */
export function putUnder(world: World, archive: Archive): void {
	const past = (world.past ??= { removedRuns: new Set(), takenRuns: new Set() });
	world.runs = new RunTable(archive, past.removedRuns, world.runs.values());
	world.taskInstances = new InstanceTable(archive, past.takenRuns, world.taskInstances.values());
}

export const archiveOf = ({ runs }: World): Archive | undefined =>
	runs instanceof RunTable ? runs.archive : undefined;

/** A copy that shares nothing which can change. */
export function copyOf(world: World): World {
	const archive = archiveOf(world);
	const copy = structuredClone(world);
	if (archive) putUnder(copy, archive);
	return copy;
}

/** A DAG's runs, oldest first, to read or to change. */
export function* runsOfDag({ runs }: World, dagId: string): Iterable<DagRun> {
	if (runs instanceof RunTable) return yield* runs.ofDag(dagId);
	for (const run of runs.values()) if (run.dagId === dagId) yield run;
}

/** The runs of some DAGs, or all, as a list of its own; to be read only. */
export function runsToRead({ runs }: World, dagIds?: ReadonlySet<string>): DagRun[] {
	if (!dagIds) return runs instanceof RunTable ? runs.list() : [...runs.values()];
	if (runs instanceof RunTable) return [...dagIds].flatMap((dagId) => [...runs.readDag(dagId)]);
	return [...runs.values()].filter(({ dagId }) => dagIds.has(dagId));
}

/** Tells the latest run of a DAG, to be read only. */
export function latestRuns({ runs }: World): (dagId: string) => DagRun | undefined {
	const later = (a: DagRun | undefined, b: DagRun) => (a && a.id > b.id ? a : b);
	if (runs instanceof RunTable) return (dagId) => runs.latestOf(dagId);
	let latest: Map<string, DagRun> | undefined;
	return (dagId) => {
		if (!latest) {
			latest = new Map();
			for (const run of runs.values()) latest.set(run.dagId, later(latest.get(run.dagId), run));
		}
		return latest.get(dagId);
	};
}

/** A run to be read only. */
export const runToRead = ({ runs }: World, key: string): DagRun | undefined =>
	runs instanceof RunTable ? runs.peek(key) : runs.get(key);

/** Every run that may not be finished, and maybe others. */
export const openRuns = ({ runs }: World): Iterable<DagRun> =>
	runs instanceof RunTable ? runs.touched() : runs.values();

/** Every task instance that may not be finished, and maybe others. */
export const openInstances = ({ taskInstances }: World): Iterable<TaskInstance> =>
	taskInstances instanceof InstanceTable ? taskInstances.touched() : taskInstances.values();
