/** A priority queue: the smallest `atMs` first, and of equals the one with the smaller `tie`. */
export class Heap<Entry extends Timed> {
	#rows: Entry[] = [];

	get first(): Entry | undefined {
		return this.#rows[0];
	}

	push(row: Entry): void {
		const rows = this.#rows;
		let at = rows.length;
		rows.push(row);
		while (at > 0) {
			const above = (at - 1) >> 1;
			const parent = rows[above];
			if (!parent || !isBefore(row, parent)) break;
			rows[at] = parent;
			at = above;
		}
		rows[at] = row;
	}

	shift(): Entry | undefined {
		const rows = this.#rows;
		const top = rows[0];
		const row = rows.pop();
		if (!top || !row || rows.length === 0) return top;
		let at = 0;
		for (;;) {
			let below = at * 2 + 1;
			const [left, right] = [rows[below], rows[below + 1]];
			if (!left) break;
			if (right && isBefore(right, left)) below++;
			const child = rows[below];
			if (!child || !isBefore(child, row)) break;
			rows[at] = child;
			at = below;
		}
		rows[at] = row;
		return top;
	}
}

/** What has its time; at the same time the smaller `tie` goes first, in whatever order they came in. */
export interface Timed {
	atMs: number;
	tie: string | number;
}

const isBefore = (a: Timed, b: Timed) => a.atMs < b.atMs || (a.atMs === b.atMs && a.tie < b.tie);
