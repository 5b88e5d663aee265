/** Sorts by one key, ascending or not; absent values come first, as SQLite has it. Keeps ties in order. */
export function sortBy<Item>(
	items: readonly Item[],
	key: (item: Item) => string | number | boolean | undefined,
	descending: boolean
): Item[] {
	const sign = descending ? -1 : 1;
	return [...items].sort((a, b) => sign * compare(key(a), key(b)));
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
