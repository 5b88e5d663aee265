import { parseCron } from './cron.ts';
import type { Dag, World } from './world.ts';

type Clockwork = Pick<World, 'timetable'>;

/** When a scheduled run is created and which interval it covers. */
export interface Slot {
	logicalDateMs: number;
	dataIntervalStartMs: number;
	dataIntervalEndMs: number;
	runAfterMs: number;
}

/** The latest slot that is due at `nowMs`; before there is one, the first. */
export function latestSlot(world: Clockwork, dag: Dag, nowMs: number): Slot | undefined {
	const cron = dag.schedule === undefined ? undefined : parseCron(dag.schedule);
	if (cron === undefined) return undefined;
	const newestMs = cron.previous(nowMs + 1);
	const latestMs = world.timetable === 'trigger' ? newestMs : cron.previous(newestMs);
	const startMs = Math.max(cron.next(dag.startDateMs - 1), latestMs);
	return Number.isFinite(startMs) ? slotAt(world, dag, startMs) : undefined;
}

/** The slot after the given one. */
export function followingSlot(world: Clockwork, dag: Dag, slot: Slot): Slot {
	const startMs = parseCron(dag.schedule ?? '')?.next(slot.logicalDateMs) ?? Infinity;
	return slotAt(world, dag, startMs);
}

/** The slot that starts at `Dag.nextRunMs`. */
export function plannedSlot(world: Clockwork, dag: Dag): Slot | undefined {
	if (dag.nextRunMs === undefined || dag.schedule === undefined) return undefined;
	return slotAt(world, dag, dag.nextRunMs);
}

function slotAt(world: Clockwork, dag: Dag, startMs: number): Slot {
	const endMs =
		world.timetable === 'trigger'
			? startMs
			: (parseCron(dag.schedule ?? '')?.next(startMs) ?? startMs);
	return {
		logicalDateMs: startMs,
		dataIntervalStartMs: startMs,
		dataIntervalEndMs: endMs,
		runAfterMs: endMs
	};
}

/**
 * The interval a manual run covers.
 * @source airflow/timetables `infer_manual_data_interval`: interval.py, trigger.py, simple.py
 */
export function manualInterval(
	world: Clockwork,
	dag: Dag,
	runAfterMs: number
): { startMs: number; endMs: number } {
	const cron = dag.schedule === undefined ? undefined : parseCron(dag.schedule);
	if (cron === undefined) return { startMs: runAfterMs, endMs: runAfterMs };
	const endMs = cron.previous(runAfterMs + 1);
	return world.timetable === 'trigger'
		? { startMs: endMs, endMs }
		: { startMs: cron.previous(endMs), endMs };
}
