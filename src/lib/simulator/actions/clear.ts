import { touch } from '#lib/simulator/agenda.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import { runsOfDag } from '#lib/simulator/past/past.ts';
import { uuidOf } from '#lib/simulator/random.ts';
import { isFinished, isRunFinished, setRunFields } from '#lib/simulator/states.ts';
import {
	runKey,
	taskKey,
	type Dag,
	type DagRun,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import { subsetOf } from './task-subset.ts';

/** How long a killed task takes to notice that it was cleared. */
export const RESTART_MS = 1_500;

/** A task, or one part of a mapped one. */
export type TaskMarker = string | readonly [taskId: string, mapIndex: number];

export interface ClearChoice {
	/** One run; otherwise the runs whose logical date lies in [fromMs, toMs], microseconds as a fraction. */
	runId?: string | undefined;
	fromMs?: number | undefined;
	toMs?: number | undefined;
	/** Left out = all tasks. */
	taskIds?: readonly TaskMarker[] | undefined;
	upstream?: boolean;
	downstream?: boolean;
	/** Takes exactly the named tasks when no direction is asked for, without the setups that they need. */
	isExact?: boolean;
	onlyFailed?: boolean;
	onlyRunning?: boolean;
}

/**
 * The task instances that a clear would touch, in the order of the runs; where
 * tasks were named, by task, as the database's key has it.
 * @source airflow/models/dag.py `_get_task_instances`, `clear`, `partial_subset`
 */
export function selectForClear(world: World, dag: Dag, choice: ClearChoice): TaskInstance[] {
	const isNamed = choice.taskIds && markedBy(dag, choice.taskIds, choice);
	const states = [
		...(choice.onlyFailed ? ['failed', 'upstream_failed'] : []),
		...(choice.onlyRunning ? ['running'] : [])
	];
	const found: TaskInstance[] = [];
	for (const run of runsChosen(world, dag, choice)) {
		for (const instance of instancesOfRun(world, dag.dagId, run.runId)) {
			if (states.length > 0 && !states.includes(instance.state ?? '')) continue;
			if (!isNamed || isNamed(instance)) found.push(instance);
		}
	}
	return isNamed ? found.sort(byKey) : found;
}

function markedBy(dag: Dag, markers: readonly TaskMarker[], choice: ClearChoice) {
	const whole = markers.filter((marker) => typeof marker === 'string');
	const parts = markers.filter((marker) => typeof marker !== 'string');
	const isWider = choice.upstream === true || choice.downstream === true;
	const ids = markers.map((marker) => (typeof marker === 'string' ? marker : marker[0]));
	const wide = choice.isExact && !isWider ? new Set(whole) : subsetOf(dag, ids, choice);
	// What was named by its part alone stays so.
	for (const [id] of parts) if (!whole.includes(id)) wide.delete(id);
	return ({ taskId, mapIndex }: TaskInstance) =>
		wide.has(taskId) || parts.some(([id, at]) => id === taskId && at === mapIndex);
}

function runsChosen(world: World, dag: Dag, { runId, fromMs, toMs }: ClearChoice): DagRun[] {
	if (runId !== undefined) {
		const run = world.runs.get(runKey(dag.dagId, runId));
		return run ? [run] : [];
	}
	// Airflow 2 looks no further than now where there are no periods.
	const endsNow = world.timetable !== 'trigger' && !isPeriodic(dag);
	const latestMs = toMs ?? (endsNow ? world.nowMs : Infinity);
	const isOpen = fromMs === undefined && latestMs === Infinity;
	return runsOf(world, dag.dagId).filter((run) => {
		const atMs = logicalMs(run);
		return atMs === undefined ? isOpen : atMs >= (fromMs ?? -Infinity) && atMs <= latestMs;
	});
}

/** A DAG's runs, oldest first. */
export const runsOf = (world: World, dagId: string): DagRun[] => [...runsOfDag(world, dagId)];

/** With the microseconds as a fraction. */
export const logicalMs = ({ logicalDateMs, logicalDateMicros }: DagRun): number | undefined =>
	logicalDateMs === undefined ? undefined : logicalDateMs + logicalDateMicros / 1000;

/** Runs for one period after the other, as a cron expression does. */
export const isPeriodic = ({ schedule }: Dag): boolean =>
	schedule !== undefined && schedule !== '@once' && schedule !== '@continuous';

export interface ClearEffect {
	/** False leaves the runs' states alone. */
	resetDagRuns: boolean;
	/** Airflow 3 counts the clear and stamps `queued_at` on unfinished runs too. */
	alwaysStampRuns?: boolean;
}

/**
 * Clears: running ones are killed and restart, all others wait to be scheduled again.
 * @source airflow/models/taskinstance.py `clear_task_instances`
 */
export function clearTaskInstances(
	world: World,
	instances: readonly TaskInstance[],
	effect: ClearEffect
): void {
	touch(world);
	const runs = new Set<string>();
	for (const [index, instance] of instances.entries()) {
		runs.add(runKey(instance.dagId, instance.runId));
		recordTry(world, instance);
		putQuestionAside(world, instance);
		// New ids follow one another as the instances were cleared.
		instance.uuid = uuidOf(world.seed, world.nowMs + index, ...wordsOf(instance));
		if (instance.state === 'running') {
			instance.state = 'restarting';
			instance.dueMs = world.nowMs + RESTART_MS;
			continue;
		}
		const retries = taskOf(world.dags.get(instance.dagId), instance.taskId)?.retries ?? 0;
		instance.maxTries = instance.tryNumber + retries;
		delete instance.state;
		delete instance.dueMs;
		delete instance.isResumed;
		delete instance.looks;
		delete instance.isMeasured;
	}
	if (!effect.resetDagRuns) return;
	for (const key of runs) {
		const run = world.runs.get(key);
		if (!run) continue;
		const wasFinished = isRunFinished(run.state);
		if (wasFinished) {
			setRunFields(run, 'queued', world.nowMs);
			delete run.lastSchedulingDecisionMs;
		}
		if (wasFinished || effect.alwaysStampRuns) run.clearNumber++;
		if (effect.alwaysStampRuns) run.queuedAtMs = world.nowMs;
	}
}

/**
 * Keeps the current try in the history, once; a try cut short counts as failed and ends now.
 * @source airflow/models/taskinstancehistory.py `record_ti`
 */
export function recordTry(world: World, instance: TaskInstance): void {
	if (instance.history.some((earlier) => earlier.tryNumber === instance.tryNumber)) return;
	if (!isFinished(instance.state)) instance.endMs = world.nowMs;
	instance.history.push({
		tryNumber: instance.tryNumber,
		maxTries: instance.maxTries,
		...(instance.scheduledMs === undefined ? {} : { scheduledMs: instance.scheduledMs }),
		...(instance.queuedMs === undefined ? {} : { queuedMs: instance.queuedMs }),
		state: isFinished(instance.state) ? (instance.state ?? 'failed') : 'failed',
		...(instance.startMs === undefined ? {} : { startMs: instance.startMs }),
		...(instance.endMs === undefined ? {} : { endMs: instance.endMs })
	});
	instance.uuid = uuidOf(world.seed, world.nowMs, ...wordsOf(instance));
}

const wordsOf = ({ dagId, runId, taskId, mapIndex, history }: TaskInstance) => [
	...[dagId, runId, taskId, history.length],
	...(mapIndex < 0 ? [] : [mapIndex])
];

/** What the try asked a human is kept with the try. @source airflow/models/hitl_history.py */
function putQuestionAside(world: World, instance: TaskInstance): void {
	const { dagId, runId, taskId, mapIndex, tryNumber } = instance;
	const key = taskKey(dagId, runId, taskId, mapIndex);
	const question = world.humanQuestions.get(key);
	if (!question) return;
	world.humanQuestions.delete(key);
	world.humanQuestions.set(`${key}\n${tryNumber}`, question);
}

export function byKey(a: TaskInstance, b: TaskInstance): number {
	return compare(a.taskId, b.taskId) || compare(a.runId, b.runId) || a.mapIndex - b.mapIndex;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
