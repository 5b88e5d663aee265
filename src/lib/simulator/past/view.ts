import type { DagRun, TaskInstance, World } from '#lib/simulator/world.ts';
import type { Archive, PastDag } from './archive.ts';
import { InstanceTable } from './instance-table.ts';
import { RunTable } from './run-table.ts';

/** A table with an archive under it, of runs or of what they consist of. */
export interface View<Row> {
	archive: Archive;
	/** The most rows that a run has. */
	width: number;
	/** How many a run of that shape has. */
	places(shape: number): number;
	/** An archived row. */
	row(run: number, place: number): Row;
	/** A run's rows as they were, whatever became of them. */
	sample(run: number): Row[];
	/** Samples that were taken, and of how many DAGs. */
	samples: WeakMap<Archive, { dags: number; rows: readonly (Row | undefined)[] }>;
	/** All that a DAG's rows have in common, whatever the run. */
	stubOfDag(dag: PastDag): Row;
	stubOfRunId(runId: string): Row;
	/** Rows that lie in no archive, or no more. */
	loose(): Iterable<Row>;
	/** Whether a run's rows are no more in the archive. */
	isOut(run: number): boolean;
}

/** Undefined when the world has no archive. */
export function viewOfInstances({ taskInstances: table }: World): View<TaskInstance> | undefined {
	if (!(table instanceof InstanceTable)) return undefined;
	const { archive, taken } = table;
	const places = (shape: number) => archive.shapes[shape]?.steps.length ?? 0;
	return {
		archive,
		width: archive.shapes.reduce((most, { steps }) => Math.max(most, steps.length), 0),
		places,
		row: (run, place) => archive.instance(run, place),
		sample: (run) => archive.instancesOf(run),
		samples: ofInstances,
		stubOfDag: ({ dagId }) => ({ dagId }) as TaskInstance,
		stubOfRunId: (runId) => ({ runId }) as TaskInstance,
		loose: () => table.touched(),
		isOut: (run) => taken.has(run)
	};
}

/** Undefined when the world has no archive. */
export function viewOfRuns({ runs: table }: World): View<DagRun> | undefined {
	if (!(table instanceof RunTable)) return undefined;
	const { archive } = table;
	return {
		archive,
		width: 1,
		places: () => 1,
		row: (run) => table.look(run),
		sample: (run) => [archive.run(run)],
		samples: ofRuns,
		stubOfDag: (dag) => ({ dagId: dag.dagId, ...archive.originOf(dag) }) as DagRun,
		stubOfRunId: (runId) => ({ runId }) as DagRun,
		loose: () => table.touched(),
		isOut: (run) => table.isOut(run)
	};
}

const ofInstances: View<TaskInstance>['samples'] = new WeakMap();
const ofRuns: View<DagRun>['samples'] = new WeakMap();
