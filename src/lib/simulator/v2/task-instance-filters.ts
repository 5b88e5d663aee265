import {
	runKey,
	type DagRun,
	type Task,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import type { Ranges } from './dag-run-filters.ts';
import { inOpenRange, inRange, microsOf, toMicros } from './filters.ts';
import type { Columns } from './order.ts';
import { seconds } from './shapes.ts';

/** A task instance with what belongs to it. */
export interface Row {
	instance: TaskInstance;
	run: DagRun | undefined;
	task: Task | undefined;
	/** Place in the order of the ids. */
	rank: number;
}

/**
 * All task instances in the order of their ids, which begin with the millisecond of their making; those
 * of one millisecond stay as they were made.
 */
export function taskInstanceRows(world: World): Row[] {
	const age = ({ uuid }: TaskInstance) => uuid.slice(0, 13);
	return [...world.taskInstances.values()]
		.sort((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0))
		.map((instance, rank) => ({
			instance,
			run: world.runs.get(runKey(instance.dagId, instance.runId)),
			task: world.dags.get(instance.dagId)?.tasks.find(({ taskId }) => taskId === instance.taskId),
			rank
		}));
}

export function fitsTaskRanges({ instance, run }: Row, ranges: Ranges, nowMs: number): boolean {
	const { startMs, endMs } = instance;
	return (
		inRange(microsOf(run?.runAfterMs), ranges.runAfter) &&
		inRange(microsOf(run?.logicalDateMs, run?.logicalDateMicros), ranges.logicalDate) &&
		inOpenRange(startMs, ranges.start, nowMs) &&
		inOpenRange(endMs, ranges.end, nowMs) &&
		inRange(seconds(startMs, endMs), ranges.duration) &&
		inRange(toMicros(updatedMs(instance, run)), ranges.updatedAt)
	);
}

/** What `order_by` of task instances allows. */
export function taskInstanceColumns(rows: readonly Row[]): Columns<Row> {
	const id = {
		kind: 'number' as const,
		value: (row: Row) => row.rank,
		token: {
			write: (row: Row) => row.instance.uuid,
			read: (uuid: string) => rows.find((row) => row.instance.uuid === uuid)?.rank
		}
	};
	return {
		id,
		state: { kind: 'text', value: ({ instance }) => instance.state },
		duration: {
			kind: 'number',
			value: ({ instance }) => seconds(instance.startMs, instance.endMs)
		},
		start_date: { kind: 'date', value: ({ instance }) => microsOf(instance.startMs) },
		end_date: { kind: 'date', value: ({ instance }) => microsOf(instance.endMs) },
		map_index: { kind: 'number', value: ({ instance }) => instance.mapIndex },
		try_number: { kind: 'number', value: ({ instance }) => instance.tryNumber },
		logical_date: {
			kind: 'date',
			value: ({ run }) => microsOf(run?.logicalDateMs, run?.logicalDateMicros)
		},
		run_after: { kind: 'date', value: ({ run }) => microsOf(run?.runAfterMs) },
		data_interval_start: { kind: 'date', value: ({ run }) => microsOf(run?.dataIntervalStartMs) },
		data_interval_end: { kind: 'date', value: ({ run }) => microsOf(run?.dataIntervalEndMs) },
		rendered_map_index: { kind: 'number', value: ({ instance }) => instance.mapIndex },
		operator: { kind: 'text', value: ({ task }) => task?.operator }
	};
}

const updatedMs = (instance: TaskInstance, run: DagRun | undefined) =>
	Math.max(
		run?.queuedAtMs ?? 0,
		instance.scheduledMs ?? 0,
		instance.queuedMs ?? 0,
		instance.startMs ?? 0,
		instance.endMs ?? 0
	);
