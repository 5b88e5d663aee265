import { createStore, get, update } from 'idb-keyval';
import type { World } from '#lib/simulator/world.ts';

/** A world as it lies in storage. */
export interface KeptWorld {
	world: World;
	/** How far virtual time is ahead of the wall clock, milliseconds. */
	aheadMs: number;
}

/** One change of one world: gets what is kept (undefined = nothing yet), gives what to keep. */
export type WorldStep<Result> = (kept: KeptWorld | undefined) => {
	kept: KeptWorld;
	result: Result;
};

/** Where worlds live between requests. */
export interface WorldKeep {
	/** Runs `step` with nobody else in between; resolves once the outcome is written. */
	change<Result>(name: string, step: WorldStep<Result>): Promise<Result>;
	read(name: string): Promise<KeptWorld | undefined>;
}

/** Cache Storage and IndexedDB are shared by an origin: two copies of the site keep apart by their path. */
export const worldsDatabase = (basePath: string) => `windsock-worlds:${basePath}/`;

/**
 * Worlds in IndexedDB. A change reads and writes in one `readwrite` transaction, which the browser runs
 * one after another across the worker and every page, so no two writers can lose each other's change.
 * @source https://www.w3.org/TR/IndexedDB/#transaction-construct ("overlapping scope")
 */
export function keepInIndexedDb(databaseName: string): WorldKeep {
	const store = createStore(databaseName, 'worlds');
	return {
		async change<Result>(name: string, step: WorldStep<Result>) {
			let result: { value: Result } | undefined;
			await update<KeptWorld>(
				name,
				(kept) => {
					const outcome = step(readable(kept));
					result = { value: outcome.result };
					return outcome.kept;
				},
				store
			);
			return (result as { value: Result }).value;
		},
		read: async (name) => readable(await get<KeptWorld>(name, store))
	};
}

/** Worlds that end with the process or the page: for Node, and where the browser refuses storage. */
export function keepInMemory(): WorldKeep {
	const worlds = new Map<string, KeptWorld>();
	return {
		async change(name, step) {
			const { kept, result } = step(worlds.get(name));
			worlds.set(name, kept);
			return result;
		},
		read: async (name) => worlds.get(name)
	};
}

/** IndexedDB, or memory when this browser refuses it (blocked site storage). */
export async function keepWhereAllowed(databaseName: string): Promise<WorldKeep> {
	try {
		const keep = keepInIndexedDb(databaseName);
		await keep.read('');
		return keep;
	} catch (cause) {
		console.warn('No storage here: worlds last as long as this page.', cause);
		return keepInMemory();
	}
}

/** A world written by another format is given up rather than misread. */
function readable(kept: KeptWorld | undefined): KeptWorld | undefined {
	return kept?.world.format === 2 ? kept : undefined;
}
