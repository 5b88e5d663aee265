import { runKey, type DagRun } from '#lib/simulator/world.ts';
import type { Archive } from './archive.ts';

/**
 * A world's runs with an archive under them. In the map itself, where a clone finds them, are the runs since
 * and those of the archive that somebody has taken out and may have changed.
 */
export class RunTable extends Map<string, DagRun> {
	readonly archive: Archive;
	/** Numbers of archived runs that were deleted. */
	readonly removed: Set<number>;
	/** Archived runs as objects, once somebody has looked; a run is the same object for ever. */
	readonly #made: (DagRun | undefined)[];
	/** Numbers of archived runs that lie in the map itself. */
	readonly #taken = new Set<number>();
	readonly #since = new Map<string, Map<string, DagRun>>();

	constructor(archive: Archive, removed: Set<number>, kept: Iterable<DagRun> = []) {
		super();
		this.archive = archive;
		this.removed = removed;
		this.#made = new Array<DagRun | undefined>(archive.size).fill(undefined);
		for (const run of kept) {
			const number = this.#numberOf(run);
			if (number < 0) {
				this.set(runKey(run.dagId, run.runId), run);
				continue;
			}
			this.#made[number] = run;
			this.#take(number);
		}
	}

	override get size(): number {
		let since = 0;
		for (const runs of this.#since.values()) since += runs.size;
		return this.archive.size - this.removed.size + since;
	}

	override has(key: string): boolean {
		return super.has(key) || this.#find(key) >= 0;
	}

	/** To read or to change. */
	override get(key: string): DagRun | undefined {
		const known = super.get(key);
		if (known) return known;
		const number = this.#find(key);
		return number < 0 ? undefined : this.#take(number);
	}

	/** To read only. */
	peek(key: string): DagRun | undefined {
		const known = super.get(key);
		if (known) return known;
		const number = this.#find(key);
		return number < 0 ? undefined : this.look(number);
	}

	override set(key: string, run: DagRun): this {
		const runs = this.#since.get(run.dagId) ?? new Map<string, DagRun>();
		this.#since.set(run.dagId, runs.set(key, run));
		return super.set(key, run);
	}

	override delete(key: string): boolean {
		const number = this.#find(key);
		if (number >= 0) {
			this.removed.add(number);
			super.delete(key);
			return true;
		}
		this.#since.get(key.slice(0, key.indexOf('\n')))?.delete(key);
		return super.delete(key);
	}

	/** Whether an archived run is deleted or may have changed. */
	isOut(number: number): boolean {
		return this.#taken.has(number) || this.removed.has(number);
	}

	/** All of a DAG's, oldest first, to read or to change. */
	*ofDag(dagId: string): Iterable<DagRun> {
		for (const number of this.archive.runsOf(dagId)) {
			if (!this.removed.has(number)) yield this.#take(number);
		}
		yield* this.#since.get(dagId)?.values() ?? [];
	}

	/** The same to read only. */
	*readDag(dagId: string): Iterable<DagRun> {
		for (const number of this.archive.runsOf(dagId)) {
			if (!this.removed.has(number)) yield this.look(number);
		}
		yield* this.#since.get(dagId)?.values() ?? [];
	}

	/** To read only. */
	latestOf(dagId: string): DagRun | undefined {
		let latest: DagRun | undefined;
		for (const run of this.#since.get(dagId)?.values() ?? []) {
			if (!latest || latest.id < run.id) latest = run;
		}
		if (latest) return latest;
		const number = this.archive.runsOf(dagId).findLast((one) => !this.removed.has(one));
		return number === undefined ? undefined : this.look(number);
	}

	/** Those that may not be finished: all but the archived ones that nobody has taken out. */
	*touched(): Iterable<DagRun> {
		yield* [...super.values()].sort((a, b) => a.id - b.id);
	}

	/** To read only. */
	override *values(): MapIterator<DagRun> {
		for (let number = 0; number < this.archive.size; number++) {
			if (!this.removed.has(number)) yield this.look(number);
		}
		for (const run of super.values()) if (this.#numberOf(run) < 0) yield run;
		return undefined;
	}

	/** The same as a list. */
	list(): DagRun[] {
		const runs: DagRun[] = [];
		const isWhole = this.removed.size === 0;
		for (let number = 0; number < this.archive.size; number++) {
			if (isWhole || !this.removed.has(number)) runs.push(this.look(number));
		}
		for (const run of super.values()) if (this.#numberOf(run) < 0) runs.push(run);
		return runs;
	}

	override *keys(): MapIterator<string> {
		for (const { dagId, runId } of this.values()) yield runKey(dagId, runId);
		return undefined;
	}

	override *entries(): MapIterator<[string, DagRun]> {
		for (const run of this.values()) yield [runKey(run.dagId, run.runId), run];
		return undefined;
	}

	override [Symbol.iterator](): MapIterator<[string, DagRun]> {
		return this.entries();
	}

	/** What is not in the archive any more. */
	toJSON(): Record<string, DagRun> {
		return Object.fromEntries(super.entries());
	}

	override forEach(visit: (run: DagRun, key: string, map: Map<string, DagRun>) => void): void {
		for (const [key, run] of this.entries()) visit(run, key, this);
	}

	#numberOf({ id }: DagRun): number {
		const number = id - this.archive.firstId;
		return number >= 0 && number < this.archive.size ? number : -1;
	}

	#find(key: string): number {
		const [dagId = '', runId = ''] = key.split('\n');
		const number = this.archive.numberOf(dagId, runId);
		return this.removed.has(number) ? -1 : number;
	}

	/** An archived run, to be read only. */
	look(number: number): DagRun {
		return (this.#made[number] ??= this.archive.run(number));
	}

	#take(number: number): DagRun {
		const run = this.look(number);
		super.set(runKey(run.dagId, run.runId), run);
		this.#taken.add(number);
		return run;
	}
}
