import { createRun } from './actions/create-run.ts';
import {
	admit,
	agendaOf,
	planCreation,
	sizesOf,
	START_DELAY_MS,
	touch,
	wakeForTimeout,
	type Agenda
} from './agenda.ts';
import { triggerByAssets } from './asset-triggers.ts';
import { taskOf } from './dag-plan.ts';
import { queueWaiting } from './queueing.ts';
import { lookAt } from './run-steps.ts';
import { setRunFields } from './states.ts';
import { isoUtc } from './time.ts';
import { followingSlot, latestSlot, plannedSlot } from './timetable.ts';
import { actByClock } from './worker.ts';
import type { Dag, DagRun, World } from './world.ts';

/** Nobody looked for longer than this: the scheduler counts as stopped in between. */
export const LONGEST_GAP_MS = 7 * 86_400_000;

/** The scheduler decides at these instants only; tries end and delays run out by their own clock. */
export const TICK_MS = 500;

/**
 * Brings the world to `nowMs`, event by event. Asking often or seldom gives the same world, unless more
 * than `LONGEST_GAP_MS` lie between: then the schedule takes up again at the end of the gap.
 * Time never runs backwards: an earlier `nowMs` changes nothing. Who changes a world otherwise says so with
 * `touch`, or the scheduler does not see it.
 * @source airflow/jobs/scheduler_job_runner.py `_do_scheduling`
 */
export function advance(world: World, nowMs: number): void {
	const targetMs = Math.floor(nowMs);
	if (targetMs <= world.nowMs) return;
	if (targetMs - world.nowMs > LONGEST_GAP_MS) skipMissed(world, targetMs - LONGEST_GAP_MS);
	const agenda = agendaOf(world);
	for (;;) {
		const tickMs = nextTickMs(world, agenda);
		const clockMs = nextClockMs(agenda);
		const atMs = Math.max(world.nowMs, Math.min(tickMs, clockMs));
		if (!(atMs <= targetMs)) break;
		world.nowMs = atMs;
		if (tickMs <= clockMs) tick(world, agenda);
		else passClock(world, agenda);
	}
	world.nowMs = targetMs;
	agenda.sizes = sizesOf(world);
}

/** When something changes by itself next, unless it is changed from outside; Infinity = never. */
export function nextEventMs(world: World): number {
	const agenda = agendaOf(world);
	return Math.max(world.nowMs, Math.min(nextTickMs(world, agenda), nextClockMs(agenda)));
}

/** The first tick after what happened last at which the scheduler has something to look at. */
function nextTickMs(world: World, agenda: Agenda): number {
	if (world.schedulerDownSinceMs !== undefined) return Infinity;
	const creation = nextCreation(agenda);
	const { changed, mayStart, mayQueue, mayTriggerByAssets } = agenda;
	const isDue = changed.size > 0 || mayStart || mayQueue || mayTriggerByAssets;
	const following = tickAfter(world, world.nowMs);
	if (isDue) return following;
	return creation ? Math.max(following, tickAfter(world, creation.atMs - 1)) : Infinity;
}

const tickAfter = (world: World, ms: number) =>
	world.bornMs + (Math.floor((ms - world.bornMs) / TICK_MS) + 1) * TICK_MS;

/** The next end of a try or a wait; entries that the world has left behind are thrown away. */
function nextClockMs(agenda: Agenda): number {
	const { timers, wakes } = agenda;
	while (timers.first && timers.first.instance.dueMs !== timers.first.atMs) timers.shift();
	return Math.min(timers.first?.atMs ?? Infinity, wakes.first?.atMs ?? Infinity);
}

function nextCreation(agenda: Agenda) {
	const { creations, planned } = agenda;
	while (creations.first && planned.get(creations.first.dag) !== creations.first.atMs) {
		creations.shift();
	}
	return creations.first;
}

function passClock(world: World, agenda: Agenda): void {
	const { timers, wakes } = agenda;
	if ((wakes.first?.atMs ?? Infinity) <= (timers.first?.atMs ?? Infinity)) {
		const run = wakes.shift()?.run;
		if (run?.state === 'queued') agenda.mayStart = true;
		else if (run?.state === 'running') agenda.changed.add(run);
		return;
	}
	const instance = timers.shift()?.instance;
	const dag = instance && world.dags.get(instance.dagId);
	const task = instance && taskOf(dag, instance.taskId);
	if (dag && task) actByClock(world, agenda, dag, task, instance);
}

/** One round of the scheduler. */
function tick(world: World, agenda: Agenda): void {
	createDue(world, agenda);
	if (agenda.mayTriggerByAssets) {
		agenda.mayTriggerByAssets = false;
		for (const run of triggerByAssets(world)) admit(world, agenda, run);
	}
	if (agenda.mayQueue) {
		agenda.mayQueue = false;
		queueWaiting(world, agenda);
		agenda.mayQueue = false;
	}
	const changed = [...agenda.changed].sort((a, b) => a.id - b.id);
	agenda.changed.clear();
	for (const run of changed) {
		const dag = world.dags.get(run.dagId);
		if (!dag || dag.isPaused || run.state !== 'running') continue;
		if (lookAt(world, agenda, dag, run)) agenda.changed.add(run);
	}
	if (agenda.mayStart) startQueued(world, agenda);
	endBackfills(world, agenda);
}

function createDue(world: World, agenda: Agenda): void {
	for (let due = nextCreation(agenda); due && due.atMs <= world.nowMs; due = nextCreation(agenda)) {
		const { dag } = due;
		agenda.creations.shift();
		const run = createScheduled(world, dag);
		if (run) admit(world, agenda, run);
		planCreation(world, agenda, dag);
	}
}

function createScheduled(world: World, dag: Dag): DagRun | undefined {
	const slot = plannedSlot(world, dag);
	if (!slot) return undefined;
	const next = followingSlot(world, dag, slot);
	if (next) dag.nextRunMs = next.logicalDateMs;
	else delete dag.nextRunMs;
	const runId = `scheduled__${isoUtc(slot.logicalDateMs)}`;
	if (world.runs.has(`${dag.dagId}\n${runId}`)) return undefined;
	const { runAfterMs, logicalDateMs, dataIntervalStartMs, dataIntervalEndMs } = slot;
	return createRun(world, {
		dagId: dag.dagId,
		runId,
		runType: 'scheduled',
		logicalDateMs,
		dataIntervalStartMs,
		dataIntervalEndMs,
		runAfterMs,
		triggeredBy: 'timetable'
	});
}

/** @source airflow/jobs/scheduler_job_runner.py `_start_queued_dagruns` */
function startQueued(world: World, agenda: Agenda): void {
	agenda.mayStart = false;
	const queued = [...agenda.queuedRuns].sort(
		(a, b) => (a.logicalDateMs ?? a.runAfterMs) - (b.logicalDateMs ?? b.runAfterMs) || a.id - b.id
	);
	const running = new Map<string, number>();
	for (const run of queued) {
		const dag = world.dags.get(run.dagId);
		if (run.state !== 'queued') agenda.queuedRuns.delete(run);
		if (!dag || dag.isPaused || run.state !== 'queued') continue;
		if ((run.queuedAtMs ?? 0) + START_DELAY_MS > world.nowMs || run.runAfterMs > world.nowMs)
			continue;
		const { mark, most } = limitOf(world, dag, run);
		const count = running.get(mark) ?? countRunning(agenda, dag, run);
		running.set(mark, count);
		if (count >= most) continue;
		running.set(mark, count + 1);
		setRunFields(run, 'running', world.nowMs);
		run.lastSchedulingDecisionMs = world.nowMs;
		agenda.queuedRuns.delete(run);
		agenda.changed.add(run);
		wakeForTimeout(world, agenda, run);
	}
}

/** A backfill has its own limit, and none when it is paused. */
function limitOf(world: World, dag: Dag, run: DagRun) {
	const backfill = run.backfillId === undefined ? undefined : world.backfills.get(run.backfillId);
	return backfill
		? { mark: `\n${backfill.id}`, most: backfill.isPaused ? 0 : backfill.maxActiveRuns }
		: { mark: dag.dagId, most: dag.maxActiveRuns };
}

function countRunning(agenda: Agenda, dag: Dag, like: DagRun): number {
	let count = 0;
	for (const run of agenda.unfinished.get(dag.dagId) ?? []) {
		if (run.state === 'running' && run.backfillId === like.backfillId) count++;
	}
	return count;
}

/** @source airflow/jobs/scheduler_job_runner.py `_mark_backfills_complete` */
function endBackfills(world: World, agenda: Agenda): void {
	for (const backfill of world.backfills.values()) {
		if (backfill.completedMs !== undefined) continue;
		const runs = agenda.unfinished.get(backfill.dagId) ?? [];
		if ([...runs].some((run) => run.backfillId === backfill.id)) continue;
		backfill.completedMs = world.nowMs;
		backfill.updatedMs = world.nowMs;
	}
}

/** What was missed in a long gap is not made up: the latest complete interval counts. */
function skipMissed(world: World, asOfMs: number): void {
	for (const dag of world.dags.values()) {
		if (dag.schedule === undefined || dag.isPaused || dag.nextRunMs === undefined) continue;
		const latest = latestSlot(world, dag, asOfMs);
		if (latest && latest.logicalDateMs > dag.nextRunMs) dag.nextRunMs = latest.logicalDateMs;
	}
	touch(world);
}
