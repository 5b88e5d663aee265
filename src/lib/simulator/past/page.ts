import type { World } from '#lib/simulator/world.ts';
import { aroundTime, partInTime } from './by-time.ts';
import { candidatesOf, listed, samplesOf, type Candidates } from './candidates.ts';
import type { Look } from './look.ts';
import { compareAll, compareValues, type Order, type Sortable } from './order.ts';
import type { View } from './view.ts';

interface Wanted<Row> {
	looks: readonly Look<Row>[];
	/** The last one tells every two apart, and follows a time. */
	by: readonly Order<Row>[];
	offset: number;
	limit: number;
}

/** So few are put in order one by one. */
const FEW = 256;

/**
 * A page of a table that has an archive, and how many rows fit. What it costs depends on the number of runs,
 * and little on that of their instances.
 */
export function pageFromArchive<Row>(
	world: World,
	view: View<Row>,
	{ looks, by, offset, limit }: Wanted<Row>
): { rows: Row[]; count: number; start: number } {
	const found = candidatesOf(world, view, looks);
	const end = Math.min(offset + limit, found.size);
	const rows = new Page(world, view, by).cut(found, 0, offset, end);
	return { rows, count: found.size, start: offset };
}

/** The same from a place in the order on, or up to it (`isBackward`); with where the page starts. */
export function pageAtPlace<Row>(
	world: World,
	view: View<Row>,
	{ looks, by, limit }: Omit<Wanted<Row>, 'offset'>,
	keys: readonly Sortable[],
	isBackward: boolean
): { rows: Row[]; count: number; start: number } {
	const found = candidatesOf(world, view, looks);
	const page = new Page(world, view, by);
	const rank = page.rank(found, 0, keys, !isBackward);
	const start = isBackward ? Math.max(0, rank - limit) : rank;
	const end = isBackward ? rank : Math.min(start + limit, found.size);
	return { rows: page.cut(found, 0, start, end), count: found.size, start };
}

class Page<Row> {
	readonly #world: World;
	readonly #view: View<Row>;
	readonly #by: readonly Order<Row>[];

	constructor(world: World, view: View<Row>, by: readonly Order<Row>[]) {
		this.#world = world;
		this.#view = view;
		this.#by = by;
	}

	/** Ranks `start` to `end` of the candidates, which are equal in all orders before number `at`. */
	cut(found: Candidates<Row>, at: number, start: number, end: number): Row[] {
		if (end <= start) return [];
		const order = this.#by[at];
		if (!order || found.size <= FEW) return this.#sorted(found).slice(start, end);
		return order.follows === undefined
			? this.#byCell(found, order, at, start, end)
			: this.#byTime(found, order, start, end);
	}

	/** How many candidates lie before a place in the order, those at the place itself counted or not. */
	rank(found: Candidates<Row>, at: number, keys: readonly Sortable[], isCounted: boolean): number {
		const order = this.#by[at];
		if (!order || found.size <= FEW) {
			return listed(this.#view, found).filter((one) => {
				const place = compareAll(
					this.#by.map(({ value }) => value(one)),
					keys,
					this.#by
				);
				return place < 0 || (isCounted && place === 0);
			}).length;
		}
		if (order.follows !== undefined) return this.#rankByTime(found, at, keys, isCounted);
		let before = 0;
		for (const group of this.#groups(found, order)) {
			const place = compareValues(group.value, keys[at]) * (order.descending ? -1 : 1);
			if (place < 0) before += group.size;
			else if (place === 0) before += this.rank(this.#only(found, group), at + 1, keys, isCounted);
		}
		return before;
	}

	#rankByTime(
		found: Candidates<Row>,
		at: number,
		keys: readonly Sortable[],
		isCounted: boolean
	): number {
		const order = this.#by[at] as Order<Row>;
		const { near, before } = aroundTime(this.#view.archive, found, order, keys[at]);
		return before + this.rank(near, at, keys, isCounted);
	}

	#byTime(found: Candidates<Row>, order: Order<Row>, start: number, end: number): Row[] {
		const { part, skipped } = partInTime(this.#view.archive, found, order, start, end);
		return this.#sorted(part).slice(start - skipped, end - skipped);
	}

	/** Cells of the same value are one group; only the groups of the page are looked into. */
	#byCell(found: Candidates<Row>, order: Order<Row>, at: number, start: number, end: number) {
		const groups = this.#groups(found, order);
		const sign = order.descending ? -1 : 1;
		const sorted = groups.sort((a, b) => sign * compareValues(a.value, b.value));
		const rows: Row[] = [];
		let before = 0;
		for (const group of sorted) {
			if (before >= end) break;
			const after = before + group.size;
			if (after > start) {
				const part = sorted.length === 1 ? found : this.#only(found, group);
				const to = Math.min(end - before, group.size);
				for (const row of this.cut(part, at + 1, Math.max(0, start - before), to)) rows.push(row);
			}
			before = after;
		}
		return rows;
	}

	#groups({ cells, loose, runs }: Candidates<Row>, order: Order<Row>): Group<Row>[] {
		const { width } = this.#view;
		const perShape = new Uint32Array(this.#view.archive.shapes.length);
		const { shape } = this.#view.archive.columns;
		for (const run of runs) tally(perShape, shape[run] ?? 0);
		const groups = new Map<Sortable, Group<Row>>();
		const groupOf = (value: Sortable) => {
			const known = groups.get(value);
			if (known) return known;
			const made: Group<Row> = { value, cells: [], loose: [], size: 0 };
			groups.set(value, made);
			return made;
		};
		for (const [cell, one] of samplesOf(this.#world, this.#view).entries()) {
			const size = perShape[Math.floor(cell / width)] ?? 0;
			if (!one || !cells[cell] || size === 0) continue;
			const group = groupOf(order.value(one));
			group.cells.push(cell);
			group.size += size;
		}
		for (const one of loose) {
			const group = groupOf(order.value(one));
			group.loose.push(one);
			group.size++;
		}
		return [...groups.values()];
	}

	#only(found: Candidates<Row>, group: Group<Row>): Candidates<Row> {
		const { width } = this.#view;
		const cells = new Uint8Array(found.cells.length);
		const counts = new Uint16Array(found.counts.length);
		for (const cell of group.cells) {
			cells[cell] = 1;
			tally(counts, Math.floor(cell / width));
		}
		const { shape } = this.#view.archive.columns;
		const runs = found.runs.filter((run) => (counts[shape[run] ?? 0] ?? 0) > 0);
		return { runs, cells, counts, loose: group.loose, size: group.size };
	}

	#sorted(found: Candidates<Row>): Row[] {
		const keyed = listed(this.#view, found).map((one) => ({
			one,
			keys: this.#by.map(({ value }) => value(one))
		}));
		keyed.sort((a, b) => compareAll(a.keys, b.keys, this.#by));
		return keyed.map(({ one }) => one);
	}
}

interface Group<Row> {
	value: Sortable;
	cells: number[];
	loose: Row[];
	size: number;
}

function tally(counts: Uint16Array | Uint32Array, at: number): void {
	counts[at] = (counts[at] ?? 0) + 1;
}
