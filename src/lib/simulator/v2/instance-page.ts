import type { Reply } from '#lib/simulator/call.ts';
import type { TaskInstance, World } from '#lib/simulator/world.ts';
import type { Sortable } from '#lib/simulator/past/order.ts';
import { viewOfInstances } from '#lib/simulator/past/view.ts';
import { cutArchived } from './archived-page.ts';
import { cutPage } from './cursor.ts';
import { compareKeys, type Criterion } from './order.ts';
import { isReply, ok } from './reply.ts';
import type { Fits } from './task-instance-filters.ts';
import { taskInstanceShape } from './task-instance-shape.ts';

interface Asked {
	limit: number;
	offset: number;
	cursor: string | null;
}

/** The page of those that fit. Of many only as many are kept as the page needs. */
export function instancePage(
	world: World,
	asks: Iterable<TaskInstance> | 'all',
	tests: readonly Fits[],
	by: readonly Criterion<TaskInstance>[],
	asked: Asked
): Reply {
	const view = asks === 'all' ? viewOfInstances(world) : undefined;
	if (view) {
		const cut = cutArchived(world, view, tests, by, asked);
		return isReply(cut) ? cut : instanceCollection(world, cut.rows, cut.frame);
	}
	const rows = asks === 'all' ? world.taskInstances.values() : asks;
	if (asked.cursor !== null) {
		const found: TaskInstance[] = [];
		for (const row of rows) if (tests.every((fits) => fits(row))) found.push(row);
		const cut = cutPage(found, by, asked);
		return isReply(cut) ? cut : instanceCollection(world, cut.rows, cut.frame);
	}
	const { offset } = asked;
	const kept = new Foremost(offset + asked.limit, by);
	let count = 0;
	for (const row of rows) {
		if (!tests.every((fits) => fits(row))) continue;
		count++;
		kept.offer(row);
	}
	return instanceCollection(world, kept.sorted().slice(offset), {
		total_entries: count,
		total_entries_limit: null,
		next_cursor: null,
		previous_cursor: null
	});
}

export function instanceCollection(
	world: World,
	instances: readonly TaskInstance[],
	frame: object
): Reply {
	const shapes = instances.map((instance) => taskInstanceShape(world, instance));
	return ok({ task_instances: shapes, ...frame });
}

interface Keyed {
	row: TaskInstance;
	key: Sortable[];
}

/** The first `size` rows of an order, whatever the order they come in. */
class Foremost {
	readonly #size: number;
	readonly #by: readonly Criterion<TaskInstance>[];
	#rows: Keyed[] = [];
	/** The last that may still be on the page, once there are enough. */
	#bound: Keyed | undefined;

	constructor(size: number, by: readonly Criterion<TaskInstance>[]) {
		this.#size = size;
		this.#by = by;
	}

	offer(row: TaskInstance): void {
		if (this.#size === 0) return;
		if (this.#bound && !this.#mayPass(row, this.#bound)) return;
		this.#rows.push({ row, key: this.#by.map(({ column }) => column.value(row)) });
		// Sorted now and then, not for each: so it costs little more than a look.
		if (this.#rows.length >= 2 * this.#size + 64) this.#cut();
	}

	sorted(): TaskInstance[] {
		this.#cut();
		return this.#rows.map(({ row }) => row);
	}

	#mayPass(row: TaskInstance, bound: Keyed): boolean {
		for (const [index, criterion] of this.#by.entries()) {
			const order = compareKeys([criterion.column.value(row)], [bound.key[index]], [criterion]);
			if (order !== 0) return order < 0;
		}
		return false;
	}

	#cut(): void {
		this.#rows.sort((a, b) => compareKeys(a.key, b.key, this.#by));
		this.#rows.length = Math.min(this.#rows.length, this.#size);
		if (this.#rows.length === this.#size) this.#bound = this.#rows.at(-1);
	}
}
