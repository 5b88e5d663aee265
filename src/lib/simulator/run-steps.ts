import { recordTry } from './actions/clear.ts';
import { taskInstancesOf } from './actions/create-run.ts';
import { priorityOf } from './priority.ts';
import { randomOf } from './random.ts';
import { isFinished, setRunFields } from './states.ts';
import { dependencyVerdict } from './trigger-rules.ts';
import type { Dag, DagRun, Task, TaskInstance, World } from './world.ts';

/** The scheduler decides at these instants only; tries end and delays run out by their own clock. */
export const TICK_MS = 500;

/** The next whole tick at or after `ms`. */
export const tickAt = (world: World, ms: number) =>
	world.bornMs + Math.ceil((ms - world.bornMs) / TICK_MS) * TICK_MS;

/** One thing that happens by itself. */
export interface Step {
	atMs: number;
	apply(): void;
}

/**
 * The earliest thing that will happen by itself in the given unfinished runs.
 * A finished run is taken out of `active`.
 */
export function nextStep(world: World, active: Set<DagRun>): Step | undefined {
	let earliest: Step | undefined;
	const offer = (atMs: number, apply: () => void) => {
		if (!earliest || atMs < earliest.atMs) earliest = { atMs, apply };
	};
	// What was held up (paused, no slot) and is not any more happens at the next tick.
	const atTick = (ms: number) => tickAt(world, Math.max(ms, world.nowMs));
	const waiting: Queueing[] = [];

	for (const run of active) {
		const dag = world.dags.get(run.dagId);
		if (!dag) continue;
		if (run.state === 'queued' && mayStart(dag, active)) {
			offer(atTick((run.queuedAtMs ?? world.bornMs) + 200), () => {
				setRunFields(run, 'running', world.nowMs);
				run.lastSchedulingDecisionMs = world.nowMs;
			});
		}
		const instances = taskInstancesOf(world, dag, run);
		for (const instance of instances) {
			const task = dag.tasks.find((candidate) => candidate.taskId === instance.taskId);
			if (!task) continue;
			offerOwnClock(world, instance, task, offer);
			if (run.state !== 'running' || dag.isPaused) continue;
			offerScheduling(world, run, instance, task, instances, atTick, offer);
			if (instance.state === 'scheduled') waiting.push({ dag, run, instance, task });
		}
		if (run.state === 'running' && instances.every((one) => isFinished(one.state))) {
			const lastEndMs = Math.max(run.startMs ?? 0, ...instances.map((one) => one.endMs ?? 0));
			offer(atTick(lastEndMs + 1), () => finishRun(world, dag, run, instances, active));
		}
	}
	offerQueueing(world, active, waiting, atTick, offer);
	return earliest;
}

type Offer = (atMs: number, apply: () => void) => void;

interface Queueing {
	dag: Dag;
	run: DagRun;
	instance: TaskInstance;
	task: Task;
}

/** @source airflow/models/dagrun.py `next_dagruns_to_examine` (is_paused, max_active_runs) */
function mayStart(dag: Dag, active: Set<DagRun>): boolean {
	if (dag.isPaused) return false;
	let running = 0;
	for (const run of active) if (run.dagId === dag.dagId && run.state === 'running') running++;
	return running < dag.maxActiveRuns;
}

/** The worker's and the timers' part: start of a queued try, end of a running one, end of a wait. */
function offerOwnClock(world: World, instance: TaskInstance, task: Task, offer: Offer): void {
	const dueMs = instance.dueMs;
	if (dueMs === undefined) return;
	if (instance.state === 'queued') {
		offer(dueMs, () => {
			instance.state = 'running';
			// The dates of an earlier try stay until the next one starts.
			instance.startMs = dueMs;
			delete instance.endMs;
			instance.dueMs = dueMs + task.durationMs + jitterMs(world, instance, 'run', 60);
		});
	}
	if (instance.state === 'running') offer(dueMs, () => endTry(world, instance, task));
	if (instance.state === 'restarting') offer(dueMs, () => waitForRetry(instance, task, dueMs));
}

/** The scheduler's part: what may run is scheduled, what cannot any more is closed. */
function offerScheduling(
	world: World,
	run: DagRun,
	instance: TaskInstance,
	task: Task,
	instances: TaskInstance[],
	atTick: (ms: number) => number,
	offer: Offer
): void {
	if (instance.state === 'up_for_retry') {
		offer(atTick(instance.dueMs ?? 0), () => schedule(world, run, instance));
		return;
	}
	if (instance.state !== undefined) return;
	const above = instances.filter((one) => task.upstream.includes(one.taskId));
	const verdict = dependencyVerdict(task.triggerRule, above);
	if (verdict === 'wait') return;
	const readyMs = Math.max(run.startMs ?? 0, ...above.map((one) => one.endMs ?? 0));
	offer(atTick(readyMs + 1), () => {
		if (verdict === 'run') return schedule(world, run, instance);
		instance.state = verdict;
		instance.startMs = world.nowMs;
		instance.endMs = world.nowMs;
		run.lastSchedulingDecisionMs = world.nowMs;
	});
}

/** @source airflow/models/dagrun.py `schedule_tis` */
function schedule(world: World, run: DagRun, instance: TaskInstance): void {
	instance.state = 'scheduled';
	instance.scheduledMs = world.nowMs;
	instance.tryNumber++;
	run.lastSchedulingDecisionMs = world.nowMs;
	delete instance.dueMs;
}

/**
 * Heaviest first, then the oldest run, as far as the pool and the DAG have room.
 * @source airflow/jobs/scheduler_job_runner.py `_executable_task_instances_to_queued`
 */
function offerQueueing(
	world: World,
	active: Set<DagRun>,
	waiting: Queueing[],
	atTick: (ms: number) => number,
	offer: Offer
): void {
	if (waiting.length === 0) return;
	const used = occupied(world, active);
	waiting.sort(
		(a, b) =>
			priorityOf(b.dag, b.task) - priorityOf(a.dag, a.task) ||
			(a.run.logicalDateMs ?? a.run.runAfterMs) - (b.run.logicalDateMs ?? b.run.runAfterMs) ||
			a.run.id - b.run.id
	);
	for (const { dag, run, instance, task } of waiting) {
		const slots = world.pools.get(task.pool)?.slots ?? 0;
		const free = slots < 0 ? Infinity : slots - (used.pools.get(task.pool) ?? 0);
		const running = used.runs.get(run) ?? 0;
		if (task.poolSlots > free || running >= dag.maxActiveTasks) continue;
		offer(atTick((instance.scheduledMs ?? 0) + 1), () => {
			instance.state = 'queued';
			instance.queuedMs = world.nowMs;
			instance.dueMs = world.nowMs + 250 + jitterMs(world, instance, 'start', 200);
		});
	}
}

/** Slots in use: queued, running and restarting ones count, waiting ones do not. */
function occupied(world: World, active: Set<DagRun>) {
	const pools = new Map<string, number>();
	const runs = new Map<DagRun, number>();
	for (const run of active) {
		const dag = world.dags.get(run.dagId);
		for (const instance of taskInstancesOf(world, dag, run)) {
			if (!['queued', 'running', 'restarting'].includes(instance.state ?? '')) continue;
			const task = dag?.tasks.find((candidate) => candidate.taskId === instance.taskId);
			if (!task) continue;
			pools.set(task.pool, (pools.get(task.pool) ?? 0) + task.poolSlots);
			runs.set(run, (runs.get(run) ?? 0) + 1);
		}
	}
	return { pools, runs };
}

/** @source airflow/models/taskinstance.py `handle_failure`, `is_eligible_to_retry` */
function endTry(world: World, instance: TaskInstance, task: Task): void {
	const failed = instance.tryNumber <= task.failsTries;
	if (failed && instance.tryNumber <= instance.maxTries && task.retries > 0) {
		recordTry(world, instance);
		return waitForRetry(instance, task, world.nowMs);
	}
	instance.state = failed ? 'failed' : 'success';
	instance.endMs = world.nowMs;
	delete instance.dueMs;
}

function waitForRetry(instance: TaskInstance, task: Task, endMs: number): void {
	instance.state = 'up_for_retry';
	instance.endMs = endMs;
	instance.dueMs = endMs + task.retryDelayMs;
}

/** The leaves decide. @source airflow/models/dagrun.py `update_state` */
function finishRun(
	world: World,
	dag: Dag,
	run: DagRun,
	instances: TaskInstance[],
	active: Set<DagRun>
): void {
	const inner = new Set(dag.tasks.flatMap((task) => task.upstream));
	const failed = instances.some(
		(one) => !inner.has(one.taskId) && (one.state === 'failed' || one.state === 'upstream_failed')
	);
	setRunFields(run, failed ? 'failed' : 'success', world.nowMs);
	run.lastSchedulingDecisionMs = world.nowMs;
	active.delete(run);
}

function jitterMs(world: World, instance: TaskInstance, what: string, spanMs: number): number {
	const { dagId, runId, taskId, tryNumber } = instance;
	return Math.floor(randomOf(world.seed, what, dagId, runId, taskId, tryNumber) * spanMs);
}
