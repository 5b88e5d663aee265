/** A walk through what was typed before, from below its newest line, where the line begun stands. */
export class HistoryWalk {
	readonly #lines: () => readonly string[];
	/** Which line is shown; negative = the walk has not begun. */
	#at = -1;
	#begun = '';

	constructor(lines: () => readonly string[]) {
		this.#lines = lines;
	}

	get isUnderWay(): boolean {
		return this.#at >= 0;
	}

	/**
	 * The line that many steps on; negative = older.
	 * @param shown the line in the field now
	 */
	step(by: number, shown: string): string {
		const lines = this.#lines();
		if (this.#at < 0) {
			this.#at = lines.length;
			this.#begun = shown;
		}
		this.#at = Math.max(0, Math.min(lines.length, this.#at + by));
		return lines[this.#at] ?? this.#begun;
	}

	end(): void {
		this.#at = -1;
	}
}
