import { taskKey, type TaskInstance } from '#lib/simulator/world.ts';
import type { Archive } from './archive.ts';

/**
 * A world's task instances with an archive under them. A run whose instances somebody may have changed is
 * taken out of the archive whole, into the map itself, where a clone finds it.
 */
export class InstanceTable extends Map<string, TaskInstance> {
	readonly archive: Archive;
	/** Numbers of the runs whose instances are in the map, as far as they are still there. */
	readonly taken: Set<number>;
	#inArchive: number;

	constructor(archive: Archive, taken: Set<number>, kept: Iterable<TaskInstance> = []) {
		super();
		this.archive = archive;
		this.taken = taken;
		this.#inArchive = archive.instances;
		for (const run of taken) this.#inArchive -= archive.shapeOf(run).steps.length;
		for (const one of kept) super.set(keyOf(one), one);
	}

	override get size(): number {
		return super.size + (this.#inArchive ?? 0);
	}

	override has(key: string): boolean {
		return super.has(key) || this.#find(key) !== undefined;
	}

	/** To read or to change. */
	override get(key: string): TaskInstance | undefined {
		const run = super.has(key) ? undefined : this.#find(key);
		if (run !== undefined) this.#take(run);
		return super.get(key);
	}

	override set(key: string, instance: TaskInstance): this {
		const run = this.#find(key);
		if (run !== undefined) this.#take(run);
		return super.set(key, instance);
	}

	override delete(key: string): boolean {
		const run = this.#find(key);
		if (run !== undefined) this.#take(run);
		return super.delete(key);
	}

	/** Those that may not be finished, and their companions: all that lie in no archive. */
	touched(): Iterable<TaskInstance> {
		return super.values();
	}

	/** In the order of their making; to read only. */
	override *values(): MapIterator<TaskInstance> {
		const { archive, taken } = this;
		for (let run = 0; run < archive.size; run++) {
			for (const made of archive.instancesOf(run)) {
				const one = taken.has(run) ? super.get(keyOf(made)) : made;
				if (one) yield one;
			}
		}
		for (const one of super.values()) {
			if (archive.numberOf(one.dagId, one.runId) < 0) yield one;
		}
		return undefined;
	}

	override *keys(): MapIterator<string> {
		for (const one of this.values()) yield keyOf(one);
		return undefined;
	}

	override *entries(): MapIterator<[string, TaskInstance]> {
		for (const one of this.values()) yield [keyOf(one), one];
		return undefined;
	}

	override [Symbol.iterator](): MapIterator<[string, TaskInstance]> {
		return this.entries();
	}

	/** What is not in the archive any more. */
	toJSON(): Record<string, TaskInstance> {
		return Object.fromEntries(super.entries());
	}

	override forEach(
		visit: (one: TaskInstance, key: string, map: Map<string, TaskInstance>) => void
	): void {
		for (const [key, one] of this.entries()) visit(one, key, this);
	}

	/** The number of the run that has the instance in the archive. */
	#find(key: string): number | undefined {
		const { archive, taken } = this;
		const [dagId = '', runId = '', taskId = '', mapIndex] = key.split('\n');
		if (mapIndex !== '-1') return undefined;
		const run = archive.numberOf(dagId, runId);
		if (run < 0 || taken.has(run)) return undefined;
		return archive.dagOf(run).tasks.some((task) => task.taskId === taskId) ? run : undefined;
	}

	#take(run: number): void {
		const places = this.archive.shapeOf(run).steps.length;
		this.taken.add(run);
		this.#inArchive -= places;
		for (const one of this.archive.instancesOf(run)) super.set(keyOf(one), one);
	}
}

const keyOf = ({ dagId, runId, taskId, mapIndex }: TaskInstance) =>
	taskKey(dagId, runId, taskId, mapIndex);
