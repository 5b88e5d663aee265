import type { TaskInstance } from '#lib/simulator/world.ts';

export type DateName = 'run_after' | 'logical_date' | 'start_date' | 'end_date' | 'updated_at';

/** A filter's question to a task instance or a run. */
export interface Look<Row = TaskInstance> {
	(row: Row): boolean;
	/**
	 * What it looks at, beside the task and how it went: with an archive it is then asked once for all the
	 * rows that have this in common.
	 */
	about?: 'dag' | 'run_id';
	/** It asks for a date that lies somewhere in here: milliseconds, both may count. */
	between?: { date: DateName; fromMs: number; toMs: number };
}

export const aboutDag = <Row = TaskInstance>(fits: (row: Row) => boolean): Look<Row> =>
	Object.assign(fits, { about: 'dag' as const });

export const aboutRunId = <Row = TaskInstance>(fits: (row: Row) => boolean): Look<Row> =>
	Object.assign(fits, { about: 'run_id' as const });

export const aboutDate = <Row = TaskInstance>(
	date: DateName,
	fromMs: number | undefined,
	toMs: number | undefined,
	fits: (row: Row) => boolean
): Look<Row> =>
	Object.assign(fits, { between: { date, fromMs: fromMs ?? -Infinity, toMs: toMs ?? Infinity } });
