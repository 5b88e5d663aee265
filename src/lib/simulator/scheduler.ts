import { createRun } from './actions/create-run.ts';
import { nextStep, tickAt } from './run-steps.ts';
import { followingSlot, latestSlot, plannedSlot } from './timetable.ts';
import type { Dag, DagRun, World } from './world.ts';
import { isRunFinished } from './states.ts';
import { isoUtc } from './time.ts';

/** Nobody looked for longer than this: the scheduler counts as stopped in between. */
export const LONGEST_GAP_MS = 7 * 86_400_000;

/**
 * Brings the world to `nowMs`, event by event. Asking often or seldom gives the same world, unless more
 * than `LONGEST_GAP_MS` lie between: then the schedule takes up again at the end of the gap.
 * Time never runs backwards: an earlier `nowMs` changes nothing.
 * @source airflow/jobs/scheduler_job_runner.py `_do_scheduling`, `_start_queued_dagruns`
 */
export function advance(world: World, nowMs: number): void {
	const targetMs = Math.floor(nowMs);
	if (targetMs <= world.nowMs) return;
	const active = new Set<DagRun>();
	for (const run of world.runs.values()) if (!isRunFinished(run.state)) active.add(run);
	const longGap = targetMs - world.nowMs > LONGEST_GAP_MS;
	const restMs = longGap ? targetMs - LONGEST_GAP_MS : world.nowMs;
	skipMissed(world, restMs, (dag) => !dag.isPaused && (longGap || !dag.catchup));

	for (;;) {
		const step = nextStep(world, active);
		const creation = nextCreation(world);
		const stepMs = step?.atMs ?? Infinity;
		const creationMs = creation?.atMs ?? Infinity;
		const atMs = Math.min(stepMs, creationMs);
		if (atMs > targetMs) break;
		world.nowMs = Math.max(world.nowMs, atMs);
		if (creationMs <= stepMs && creation) active.add(creation.apply());
		else step?.apply();
	}
	world.nowMs = targetMs;
	skipMissed(world, targetMs, (dag) => dag.isPaused && !dag.catchup);
	parse(world);
}

/** DAG files are read every half a minute, as Airflow's default has it. */
function parse(world: World): void {
	const parseEveryMs = 30_000;
	const sinceBirthMs = Math.max(0, world.nowMs - world.bornMs);
	const lastParsedMs = world.bornMs + Math.floor(sinceBirthMs / parseEveryMs) * parseEveryMs;
	for (const dag of world.dags.values()) dag.lastParsedMs = lastParsedMs;
}

/** What was missed is not made up, unless the DAG catches up; the latest complete interval counts. */
function skipMissed(world: World, asOfMs: number, concerns: (dag: Dag) => boolean): void {
	for (const dag of world.dags.values()) {
		if (dag.schedule === undefined || !concerns(dag)) continue;
		const latest = latestSlot(world, dag, asOfMs);
		if (latest && latest.logicalDateMs > (dag.nextRunMs ?? -Infinity)) {
			dag.nextRunMs = latest.logicalDateMs;
		}
	}
}

function nextCreation(world: World): { atMs: number; apply(): DagRun } | undefined {
	let earliest: { atMs: number; apply(): DagRun } | undefined;
	for (const dag of world.dags.values()) {
		const slot = dag.isPaused ? undefined : plannedSlot(world, dag);
		if (!slot || !Number.isFinite(slot.runAfterMs)) continue;
		const atMs = tickAt(world, Math.max(slot.runAfterMs, world.nowMs));
		if (earliest && earliest.atMs <= atMs) continue;
		earliest = {
			atMs,
			apply() {
				dag.nextRunMs = followingSlot(world, dag, slot).logicalDateMs;
				return createRun(world, {
					dagId: dag.dagId,
					runId: `scheduled__${isoUtc(slot.logicalDateMs)}`,
					runType: 'scheduled',
					logicalDateMs: slot.logicalDateMs,
					dataIntervalStartMs: slot.dataIntervalStartMs,
					dataIntervalEndMs: slot.dataIntervalEndMs,
					runAfterMs: slot.runAfterMs,
					triggeredBy: 'timetable'
				});
			}
		};
	}
	return earliest;
}
