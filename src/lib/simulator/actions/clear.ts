import { uuidOf } from '#lib/simulator/random.ts';
import { isFinished, isRunFinished, setRunFields } from '#lib/simulator/states.ts';
import { runKey, type Dag, type TaskInstance, type World } from '#lib/simulator/world.ts';

/** How long a killed task takes to notice that it was cleared. */
export const RESTART_MS = 1_500;

export interface ClearChoice {
	/** One run; otherwise the runs whose logical date lies in [fromMs, toMs]. */
	runId?: string | undefined;
	fromMs?: number | undefined;
	toMs?: number | undefined;
	/** Left out = all tasks. */
	taskIds?: readonly string[] | undefined;
	upstream?: boolean;
	downstream?: boolean;
	onlyFailed?: boolean;
	onlyRunning?: boolean;
}

/**
 * The task instances that a clear would touch, in the order of the runs; where
 * tasks were named, by task, as the database's key has it.
 * @source airflow/models/dag.py `_get_task_instances`, `clear`, `partial_subset`
 */
export function selectForClear(world: World, dag: Dag, choice: ClearChoice): TaskInstance[] {
	const tasks = choice.taskIds && withRelatives(dag, choice.taskIds, choice);
	const states = [
		...(choice.onlyFailed ? ['failed', 'upstream_failed'] : []),
		...(choice.onlyRunning ? ['running'] : [])
	];
	const found = [...world.taskInstances.values()].filter((instance) => {
		if (instance.dagId !== dag.dagId) return false;
		if (tasks && !tasks.has(instance.taskId)) return false;
		if (states.length > 0 && !states.includes(instance.state ?? '')) return false;
		if (choice.runId !== undefined) return instance.runId === choice.runId;
		const atMs = world.runs.get(runKey(instance.dagId, instance.runId))?.logicalDateMs;
		if (atMs === undefined) return choice.fromMs === undefined && choice.toMs === undefined;
		return atMs >= (choice.fromMs ?? -Infinity) && atMs <= (choice.toMs ?? world.nowMs);
	});
	return tasks ? found.sort(byKey) : found;
}

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
	const runs = new Set<string>();
	for (const instance of instances) {
		runs.add(runKey(instance.dagId, instance.runId));
		recordTry(world, instance);
		if (instance.state === 'running') {
			instance.state = 'restarting';
			instance.dueMs = world.nowMs + RESTART_MS;
			continue;
		}
		const retries = taskOf(world, instance)?.retries ?? 0;
		instance.maxTries = instance.tryNumber + retries;
		delete instance.state;
		delete instance.dueMs;
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
		...(instance.queuedMs === undefined ? {} : { queuedMs: instance.queuedMs }),
		state: isFinished(instance.state) ? (instance.state ?? 'failed') : 'failed',
		...(instance.startMs === undefined ? {} : { startMs: instance.startMs }),
		...(instance.endMs === undefined ? {} : { endMs: instance.endMs })
	});
	const { dagId, runId, taskId, history } = instance;
	instance.uuid = uuidOf(world.seed, world.nowMs, dagId, runId, taskId, history.length);
}

/** The named tasks with what lies before or after them, as asked. Unknown names are kept out. */
export function withRelatives(
	dag: Dag,
	taskIds: readonly string[],
	{ upstream = false, downstream = false }: { upstream?: boolean; downstream?: boolean }
): Set<string> {
	const known = dag.tasks.filter((task) => taskIds.includes(task.taskId));
	const found = new Set(known.map((task) => task.taskId));
	if (upstream) walk(found, (id) => dag.tasks.find((task) => task.taskId === id)?.upstream ?? []);
	const down = new Set(known.map((task) => task.taskId));
	if (downstream) {
		walk(down, (id) =>
			dag.tasks.filter((task) => task.upstream.includes(id)).map((task) => task.taskId)
		);
	}
	return new Set([...found, ...down]);
}

function walk(found: Set<string>, next: (taskId: string) => string[]): void {
	// A set grows while it is walked, so this ends when nothing new turns up.
	for (const id of found) for (const relative of next(id)) found.add(relative);
}

function taskOf(world: World, instance: TaskInstance) {
	return world.dags.get(instance.dagId)?.tasks.find((task) => task.taskId === instance.taskId);
}

export function byKey(a: TaskInstance, b: TaskInstance): number {
	return compare(a.taskId, b.taskId) || compare(a.runId, b.runId) || a.mapIndex - b.mapIndex;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
