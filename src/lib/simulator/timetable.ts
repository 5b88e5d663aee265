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
	return upToEnd(dag, slotAt(world, dag, startMs));
}

/** The slot after the given one; undefined when it would begin after the DAG's end. */
export function followingSlot(world: Clockwork, dag: Dag, slot: Slot): Slot | undefined {
	const startMs = parseCron(dag.schedule ?? '')?.next(slot.logicalDateMs) ?? Infinity;
	return upToEnd(dag, slotAt(world, dag, startMs));
}

/** The first slot of a DAG that catches up, the latest one of all others. */
export function firstSlot(world: Clockwork, dag: Dag, nowMs: number): Slot | undefined {
	if (!dag.catchup || dag.schedule === undefined) return latestSlot(world, dag, nowMs);
	const startMs = parseCron(dag.schedule)?.next(dag.startDateMs - 1);
	return startMs === undefined ? undefined : upToEnd(dag, slotAt(world, dag, startMs));
}

/**
 * The slot that is to come: that of `Dag.nextRunMs`, or the latest due one when there were others since and
 * the DAG does not catch up.
 */
export function plannedSlot(world: World, dag: Dag): Slot | undefined {
	if (dag.nextRunMs === undefined || dag.schedule === undefined) return undefined;
	const planned = slotAt(world, dag, dag.nextRunMs);
	if (dag.catchup || planned.runAfterMs >= world.nowMs) return upToEnd(dag, planned);
	const latest = latestSlot(world, dag, world.nowMs);
	return latest && latest.logicalDateMs > planned.logicalDateMs ? latest : upToEnd(dag, planned);
}

const upToEnd = (dag: Dag, slot: Slot): Slot | undefined =>
	Number.isFinite(slot.logicalDateMs) && slot.logicalDateMs <= (dag.endDateMs ?? Infinity)
		? slot
		: undefined;

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
