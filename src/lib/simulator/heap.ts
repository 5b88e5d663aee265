/** A priority queue: the smallest `atMs` first, and of equals the one that was put in first. */
export class Heap<Entry extends { atMs: number }> {
	#rows: { entry: Entry; turn: number }[] = [];
	#turn = 0;

	get first(): Entry | undefined {
		return this.#rows[0]?.entry;
	}

	push(entry: Entry): void {
		const rows = this.#rows;
		const row = { entry, turn: this.#turn++ };
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
		if (!top || !row || rows.length === 0) return top?.entry;
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
		return top.entry;
	}
}

type Row = { entry: { atMs: number }; turn: number };

const isBefore = (a: Row, b: Row) =>
	a.entry.atMs < b.entry.atMs || (a.entry.atMs === b.entry.atMs && a.turn < b.turn);
