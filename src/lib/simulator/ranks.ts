/** So few are simply put in order. */
const FEW = 64;

/**
 * Ranks `start` to `end` of some rows in an order, without putting the others in order.
 * @param order compares rows by their places in the list; ties keep the order of the list
 */
export function ranksOf<Row>(
	rows: readonly Row[],
	order: (left: number, right: number) => number,
	start: number,
	end: number
): Row[] {
	const stop = Math.min(end, rows.length);
	if (start >= stop) return [];
	if (isInOrder(rows.length, order)) return rows.slice(start, stop);
	const places = Uint32Array.from(rows.keys());
	const strict = (left: number, right: number) => order(left, right) || left - right;
	narrow(places, strict, start, stop);
	return [...places.subarray(start, stop).sort(strict)].map((place) => rows[place] as Row);
}

function isInOrder(count: number, order: (left: number, right: number) => number): boolean {
	for (let place = 1; place < count; place++) if (order(place - 1, place) > 0) return false;
	return true;
}

/** Moves the places of the ranks from `start` to `end` there, in no order among themselves. */
function narrow(
	places: Uint32Array,
	order: (left: number, right: number) => number,
	start: number,
	end: number
): void {
	place(places, order, start, 0, places.length);
	place(places, order, end, start, places.length);
}

/** Quickselect: afterwards what lies before `rank` comes before what lies from there on. */
function place(
	places: Uint32Array,
	order: (left: number, right: number) => number,
	rank: number,
	from: number,
	to: number
): void {
	let [low, high] = [from, to];
	while (high - low > FEW && rank > low && rank < high) {
		const pivot = middleOf(places, order, low, high);
		let [left, right] = [low, high - 1];
		while (left <= right) {
			while (order(places[left] ?? 0, pivot) < 0) left++;
			while (order(places[right] ?? 0, pivot) > 0) right--;
			if (left > right) break;
			const kept = places[left] ?? 0;
			places[left++] = places[right] ?? 0;
			places[right--] = kept;
		}
		if (rank <= right) high = right + 1;
		else if (rank >= left) low = left;
		else return;
	}
	places.subarray(low, high).sort(order);
}

/** The middle one of a few. */
function middleOf(
	places: Uint32Array,
	order: (left: number, right: number) => number,
	low: number,
	high: number
): number {
	const step = Math.max(1, Math.floor((high - low) / 9));
	const some: number[] = [];
	for (let at = low; at < high; at += step) some.push(places[at] ?? 0);
	return some.sort(order)[some.length >> 1] ?? 0;
}
