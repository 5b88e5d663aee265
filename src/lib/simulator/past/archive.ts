import { uuidOf } from '#lib/simulator/random.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { DagRun, Task, TaskInstance, TaskState } from '#lib/simulator/world.ts';

/** How one task went in a run; times are milliseconds after the run's start. */
export interface Step {
	state: TaskState;
	tryNumber: number;
	maxTries: number;
	scheduledMs?: number;
	queuedMs?: number;
	startMs: number;
	endMs: number;
	/** Earlier tries that failed, their starts and ends. */
	failures: readonly (readonly [startMs: number, endMs: number])[];
}

/** How a run went: one step for each task, in the order of the DAG file. */
export interface Shape {
	state: 'success' | 'failed';
	steps: readonly Step[];
	/** From its start to its end, milliseconds. */
	lastsMs: number;
}

export interface PastDag {
	dagId: string;
	/** Shared by all DAGs that are alike. */
	tasks: readonly Task[];
	isScheduled: boolean;
}

/** Runs in the order of their making; what column holds which of them is at the same place in each. */
export interface Columns {
	dag: Uint16Array;
	shape: Uint16Array;
	/** When each run was to begin, milliseconds; never falls. */
	runAfterMs: Float64Array;
	logicalMs: Float64Array;
}

interface Facts {
	seed: number;
	/** Id of the first run. */
	firstId: number;
	/** From a run's time to its row in the database, and from there to its start. */
	lagMs: number;
	dags: readonly PastDag[];
	shapes: readonly Shape[];
	columns: Columns;
}

export const START_LAG_MS = 500;

/**
 * Finished runs of long ago, as columns of numbers: a row becomes an object when somebody asks for it, and
 * says the same each time. Nothing in here ever changes; see `RunTable` for what becomes of them later.
 */
export class Archive {
	readonly seed: number;
	readonly firstId: number;
	readonly lagMs: number;
	readonly dags: readonly PastDag[];
	readonly shapes: readonly Shape[];
	readonly columns: Columns;
	/** Number of runs. */
	readonly size: number;
	/** Number of task instances. */
	readonly instances: number;
	readonly #dagNumbers: Map<string, number>;
	/** Where each DAG's runs begin in `byDag`. */
	readonly #starts: Uint32Array;
	/** The numbers of all runs, by DAG. */
	readonly byDag: Uint32Array;
	#byLogicalDate: Uint32Array | undefined;
	#names: { names: string[]; ranks: Uint32Array; inOrder: Uint32Array } | undefined;
	readonly #runIds = new Map<number, string>();

	constructor({ seed, firstId, lagMs, dags, shapes, columns }: Facts) {
		this.seed = seed;
		this.firstId = firstId;
		this.lagMs = lagMs;
		this.dags = dags;
		this.shapes = shapes;
		this.columns = columns;
		this.size = columns.dag.length;
		this.#dagNumbers = new Map(dags.map(({ dagId }, index) => [dagId, index]));
		this.#starts = new Uint32Array(dags.length + 1);
		let instances = 0;
		for (let run = 0; run < this.size; run++) {
			const at = (columns.dag[run] ?? 0) + 1;
			this.#starts[at] = (this.#starts[at] ?? 0) + 1;
			instances += this.shapeOf(run).steps.length;
		}
		this.instances = instances;
		for (let dag = 0; dag < dags.length; dag++) {
			this.#starts[dag + 1] = (this.#starts[dag + 1] ?? 0) + (this.#starts[dag] ?? 0);
		}
		const next = this.#starts.slice();
		this.byDag = new Uint32Array(this.size);
		for (let run = 0; run < this.size; run++) {
			const dag = columns.dag[run] ?? 0;
			const place = next[dag] ?? 0;
			this.byDag[place] = run;
			next[dag] = place + 1;
		}
	}

	dagOf(run: number): PastDag {
		return this.dags[this.columns.dag[run] ?? 0] as PastDag;
	}

	shapeOf(run: number): Shape {
		return this.shapes[this.columns.shape[run] ?? 0] as Shape;
	}

	startMs(run: number): number {
		return (this.columns.runAfterMs[run] ?? 0) + this.lagMs + START_LAG_MS;
	}

	/** The numbers of a DAG's runs, oldest first. */
	runsOf(dagId: string): Uint32Array {
		const dag = this.#dagNumbers.get(dagId);
		if (dag === undefined) return new Uint32Array();
		return this.byDag.subarray(this.#starts[dag], this.#starts[dag + 1]);
	}

	/** The number of a run; -1 when it is none of these. */
	numberOf(dagId: string, runId: string): number {
		for (const run of this.runsOf(dagId)) if (this.runId(run) === runId) return run;
		return -1;
	}

	runId(run: number): string {
		const { isScheduled } = this.dagOf(run);
		const atMs = this.columns.logicalMs[run] ?? 0;
		// Whole minutes are scheduled, the others were asked for: so the time alone tells the name.
		const known = this.#runIds.get(atMs);
		if (known !== undefined) return known;
		const runId = `${isScheduled ? 'scheduled' : 'manual'}__${isoUtc(atMs)}`;
		this.#runIds.set(atMs, runId);
		return runId;
	}

	/** The numbers of all runs, by logical date. */
	get byLogicalDate(): Uint32Array {
		const { logicalMs } = this.columns;
		this.#byLogicalDate ??= Uint32Array.from({ length: this.size }, (_, run) => run).sort(
			(a, b) => (logicalMs[a] ?? 0) - (logicalMs[b] ?? 0) || a - b
		);
		return this.#byLogicalDate;
	}

	/** The names of all runs in order, the place of each run's name there, and the runs in that order. */
	runIds(): { names: string[]; ranks: Uint32Array; inOrder: Uint32Array } {
		if (this.#names) return this.#names;
		for (let run = 0; run < this.size; run++) this.runId(run);
		const names = [...new Set(this.#runIds.values())].sort();
		const places = new Map(names.map((name, place) => [name, place]));
		const ranks = new Uint32Array(this.size);
		for (let run = 0; run < this.size; run++) ranks[run] = places.get(this.runId(run)) ?? 0;
		const order = (a: number, b: number) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b;
		const inOrder = Uint32Array.from({ length: this.size }, (_, run) => run).sort(order);
		this.#names = { names, ranks, inOrder };
		return this.#names;
	}

	/** Who or what made a DAG's runs. */
	originOf({ isScheduled }: PastDag): Pick<DagRun, 'runType' | 'triggeredBy' | 'triggeringUser'> {
		return isScheduled
			? { runType: 'scheduled', triggeredBy: 'timetable' }
			: { runType: 'manual', triggeredBy: 'ui', triggeringUser: 'admin' };
	}

	run(run: number): DagRun {
		const { dagId } = this.dagOf(run);
		const { state, lastsMs } = this.shapeOf(run);
		const startMs = this.startMs(run);
		const logicalDateMs = this.columns.logicalMs[run] ?? 0;
		const runAfterMs = this.columns.runAfterMs[run] ?? 0;
		return {
			id: this.firstId + run,
			dagId,
			runId: this.runId(run),
			state,
			...this.originOf(this.dagOf(run)),
			logicalDateMicros: 0,
			runAfterMs,
			queuedAtMs: startMs - START_LAG_MS,
			conf: {},
			clearNumber: 0,
			logicalDateMs,
			dataIntervalStartMs: logicalDateMs,
			dataIntervalEndMs: runAfterMs,
			startMs,
			endMs: startMs + lastsMs,
			lastSchedulingDecisionMs: startMs + lastsMs
		};
	}

	instancesOf(run: number): TaskInstance[] {
		return this.shapeOf(run).steps.map((_, place) => this.instance(run, place));
	}

	/** A run's task at its place in the DAG file. */
	instance(run: number, place: number): TaskInstance {
		const { dagId, tasks } = this.dagOf(run);
		const step = this.shapeOf(run).steps[place] as Step;
		const taskId = tasks[place]?.taskId ?? '';
		const runId = this.runId(run);
		const atMs = this.startMs(run);
		return {
			uuid: uuidOf(this.seed, atMs - START_LAG_MS, dagId, runId, taskId, 0),
			dagId,
			runId,
			taskId,
			mapIndex: -1,
			state: step.state,
			tryNumber: step.tryNumber,
			maxTries: step.maxTries,
			...(step.scheduledMs === undefined ? {} : { scheduledMs: atMs + step.scheduledMs }),
			...(step.queuedMs === undefined ? {} : { queuedMs: atMs + step.queuedMs }),
			startMs: atMs + step.startMs,
			endMs: atMs + step.endMs,
			history: step.failures.map(([startMs, endMs], index) => ({
				tryNumber: index + 1,
				maxTries: step.maxTries,
				state: 'failed',
				startMs: atMs + startMs,
				endMs: atMs + endMs
			}))
		};
	}
}
