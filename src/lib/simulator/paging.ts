import { ranksOf } from './ranks.ts';

/** Sorts by one key, ascending or not; absent values come first, as SQLite has it. Keeps ties in order. */
export function sortBy<Item>(
	items: readonly Item[],
	key: (item: Item) => string | number | boolean | undefined,
	descending: boolean
): Item[] {
	const sign = descending ? -1 : 1;
	return [...items].sort((a, b) => sign * compare(key(a), key(b)));
}

/** A piece of the same, without putting the others in order. */
export function rowsInOrder<Item>(
	items: readonly Item[],
	key: (item: Item) => string | number | boolean | undefined,
	descending: boolean,
	start: number,
	end: number
): Item[] {
	const sign = descending ? -1 : 1;
	const keys = items.map(key);
	return ranksOf(items, (a, b) => sign * compare(keys[a], keys[b]), start, end);
}

/** The page that starts at `offset`. */
export function pageOf<Item>(items: readonly Item[], limit: number, offset: number): Item[] {
	return items.slice(offset, offset + limit);
}

function compare(
	a: string | number | boolean | undefined,
	b: string | number | boolean | undefined
): number {
	if (a === b) return 0;
	if (a === undefined) return -1;
	if (b === undefined) return 1;
	return a < b ? -1 : 1;
}
