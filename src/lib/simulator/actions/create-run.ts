import {
	runKey,
	taskKey,
	type Dag,
	type DagRun,
	type Task,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import { runsOfDag } from '#lib/simulator/past/past.ts';
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
	backfillId?: number | undefined;
	consumedAssetEvents?: number[] | undefined;
	partitionKey?: string | undefined;
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
		...present('triggeringUser', wanted.triggeringUser),
		...present('backfillId', wanted.backfillId),
		...present('consumedAssetEvents', wanted.consumedAssetEvents),
		...present('partitionKey', wanted.partitionKey)
	};
	world.runs.set(runKey(run.dagId, run.runId), run);

	const dag = world.dags.get(run.dagId);
	for (const task of dag && isWithinDag(dag, run) ? dag.tasks : []) {
		const instance = newInstance(world, run, task, -1);
		world.taskInstances.set(taskKey(run.dagId, run.runId, task.taskId), instance);
	}
	return run;
}

/** A run for a date before its DAG's start or after its end has no tasks, unless a backfill made it. */
function isWithinDag({ startDateMs, endDateMs }: Dag, run: DagRun): boolean {
	const atMs = run.logicalDateMs;
	if (atMs === undefined) return true;
	const hasBegun = run.runType === 'backfill' || startDateMs <= atMs;
	return hasBegun && atMs <= (endDateMs ?? Infinity);
}

/** An instance as it begins: not scheduled, no try. */
export function newInstance(
	world: World,
	{ dagId, runId }: DagRun,
	{ taskId, retries }: Task,
	mapIndex: number
): TaskInstance {
	const words = [dagId, runId, taskId, 0, ...(mapIndex < 0 ? [] : [mapIndex])];
	return {
		uuid: uuidOf(world.seed, world.nowMs, ...words),
		dagId,
		runId,
		taskId,
		mapIndex,
		tryNumber: 0,
		maxTries: retries,
		history: []
	};
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
	for (const run of runsOfDag(world, dagId)) {
		if (run.logicalDateMs === logicalDateMs && run.logicalDateMicros === logicalDateMicros) {
			return { run, by: 'logical_date' };
		}
	}
	return undefined;
}

/** The run's task instances in the order of the DAG file, those of a mapped task by map index. */
export function taskInstancesOf(world: World, dag: Dag | undefined, run: DagRun): TaskInstance[] {
	const found: TaskInstance[] = [];
	for (const task of dag?.tasks ?? []) {
		const at = (mapIndex: number) =>
			world.taskInstances.get(taskKey(run.dagId, run.runId, task.taskId, mapIndex));
		const whole = at(-1);
		if (whole) found.push(whole);
		if (!task.expandsOver) continue;
		for (let mapIndex = 0; ; mapIndex++) {
			const part = at(mapIndex);
			if (!part) break;
			found.push(part);
		}
	}
	return found;
}

function present<Key extends string, Value>(
	key: Key,
	value: Value | undefined
): Partial<Record<Key, Value>> {
	return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
