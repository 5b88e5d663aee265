import type { TaskInstance } from '#lib/simulator/world.ts';

export type Sortable = string | number | undefined;

export type Followed = 'id' | 'made' | 'run_after' | 'logical_date' | 'start' | 'dag' | 'run_id';

/** Something to sort task instances or runs by. */
export interface Order<Row = TaskInstance> {
	value(row: Row): Sortable;
	descending: boolean;
	/**
	 * The time of a run that it follows, or its id; left out when it follows from the task and how it went. Of `start`
	 * an instance may be later than its run by as long as that lasted.
	 */
	follows?: Followed;
	/** For `follows`: the time in milliseconds, or the id, that a value stands for; -Infinity for none. */
	msOf?(value: Sortable): number;
}

/** Absent values come first, as SQLite has it. */
export function compareValues(a: Sortable, b: Sortable): number {
	if (a === b) return 0;
	if (a === undefined) return -1;
	if (b === undefined) return 1;
	return a < b ? -1 : 1;
}

export function compareAll(
	a: readonly Sortable[],
	b: readonly Sortable[],
	by: readonly { descending: boolean }[]
): number {
	for (const [index, { descending }] of by.entries()) {
		const order = compareValues(a[index], b[index]);
		if (order !== 0) return descending ? -order : order;
	}
	return 0;
}
