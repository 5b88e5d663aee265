import {
	runKey,
	taskKey,
	type Dag,
	type DagRun,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import { uuidOf } from '#lib/simulator/random.ts';

export interface NewRun {
	dagId: string;
	runId: string;
	runType: DagRun['runType'];
	/** Left out = null. */
	logicalDateMs?: number | undefined;
	logicalDateMicros?: number;
	dataIntervalStartMs?: number | undefined;
	dataIntervalEndMs?: number | undefined;
	runAfterMs: number;
	conf?: Record<string, unknown>;
	note?: string | undefined;
	triggeredBy: DagRun['triggeredBy'];
	triggeringUser?: string | undefined;
}

/**
 * Adds a queued run with all its task instances (state null), as of `world.nowMs`.
 * Whether the id is free is the caller's question: see `findDuplicate`.
 * @source airflow/models/dag.py `create_dagrun`, airflow/models/dagrun.py `verify_integrity`
 */
export function createRun(world: World, wanted: NewRun): DagRun {
	const run: DagRun = {
		id: world.nextId++,
		dagId: wanted.dagId,
		runId: wanted.runId,
		state: 'queued',
		runType: wanted.runType,
		logicalDateMicros: wanted.logicalDateMicros ?? 0,
		runAfterMs: wanted.runAfterMs,
		queuedAtMs: world.nowMs,
		conf: wanted.conf ?? {},
		triggeredBy: wanted.triggeredBy,
		clearNumber: 0,
		...present('logicalDateMs', wanted.logicalDateMs),
		...present('dataIntervalStartMs', wanted.dataIntervalStartMs),
		...present('dataIntervalEndMs', wanted.dataIntervalEndMs),
		...present('note', wanted.note),
		...present('triggeringUser', wanted.triggeringUser)
	};
	world.runs.set(runKey(run.dagId, run.runId), run);

	const dag = world.dags.get(run.dagId);
	for (const task of dag?.tasks ?? []) {
		const instance: TaskInstance = {
			uuid: uuidOf(world.seed, world.nowMs, run.dagId, run.runId, task.taskId, 0),
			dagId: run.dagId,
			runId: run.runId,
			taskId: task.taskId,
			mapIndex: -1,
			tryNumber: 0,
			maxTries: task.retries,
			history: []
		};
		world.taskInstances.set(taskKey(run.dagId, run.runId, task.taskId), instance);
	}
	return run;
}

/** What a new run would collide with, if anything: the run id first, then the logical date. */
export function findDuplicate(
	world: World,
	dagId: string,
	runId: string,
	logicalDateMs?: number,
	logicalDateMicros = 0
): { run: DagRun; by: 'run_id' | 'logical_date' } | undefined {
	const same = world.runs.get(runKey(dagId, runId));
	if (same) return { run: same, by: 'run_id' };
	if (logicalDateMs === undefined) return undefined;
	for (const run of world.runs.values()) {
		if (
			run.dagId === dagId &&
			run.logicalDateMs === logicalDateMs &&
			run.logicalDateMicros === logicalDateMicros
		) {
			return { run, by: 'logical_date' };
		}
	}
	return undefined;
}

/** The run's task instances in the order of the DAG file. */
export function taskInstancesOf(world: World, dag: Dag | undefined, run: DagRun): TaskInstance[] {
	return (dag?.tasks ?? [])
		.map((task) => world.taskInstances.get(taskKey(run.dagId, run.runId, task.taskId)))
		.filter((instance) => instance !== undefined);
}

function present<Key extends string, Value>(
	key: Key,
	value: Value | undefined
): Partial<Record<Key, Value>> {
	return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
