import type { World } from '#lib/simulator/world.ts';
import { siteBase } from './site.ts';
import { announceOn, hearOn } from './world-channel.ts';
import type { WorldChange } from './world-host.ts';
import { keepWhereAllowed, worldsDatabase, type WorldKeep } from './world-keep.ts';
import type { Beginning } from './world-steps.ts';

/** The worlds as a page sees them. Built once, at the edge. */
export interface Worlds {
	/** Base URL of a world's server: `https://site/lab/airflow/main`. */
	url(name: string): string;
	/** The world as it is now; undefined when there is none. Looking writes nothing. */
	read(name: string): Promise<World | undefined>;
	/** The same, but a world that is not there yet is born as `beginning` says. */
	read(name: string, beginning: Beginning): Promise<World>;
	/** Starts the world over; what `beginning` leaves out stays as it was. */
	reset(name: string, beginning?: Beginning): Promise<World>;
	/** Lets virtual time pass, milliseconds. */
	advance(name: string, ms: number): Promise<void>;
	/** Calls back after each change of any world by any tab or the worker; gives the way to stop. */
	onChange(tell: (change: WorldChange) => void): () => void;
}

/** Goes to the same storage as the worker does, so it works with and without one. */
export function openWorlds(keep: () => Promise<WorldKeep> = pageKeep): Worlds {
	const database = worldsDatabase(siteBase());
	const announce = announceOn(database);
	async function read(name: string, beginning: Beginning): Promise<World>;
	async function read(name: string): Promise<World | undefined>;
	async function read(name: string, beginning?: Beginning): Promise<World | undefined> {
		const [{ reset, seen }, worlds] = await Promise.all([steps(), keep()]);
		const found = await worlds.read(name);
		if (found) return seen(found, Date.now());
		if (!beginning) return undefined;
		return worlds.change(name, (now) =>
			now
				? { kept: now, result: seen(now, Date.now()) }
				: reset(name, Date.now(), beginning)(undefined)
		);
	}

	return {
		url: (name) => new URL(`${siteBase()}/airflow/${name}`, location.href).href,
		read,
		async reset(name, beginning) {
			const [{ reset }, worlds] = await Promise.all([steps(), keep()]);
			const world = await worlds.change(name, reset(name, Date.now(), beginning));
			announce({ world: name, isReading: false });
			return world;
		},
		async advance(name, ms) {
			const [{ advanced }, worlds] = await Promise.all([steps(), keep()]);
			await worlds.change(name, advanced(name, ms, Date.now()));
			announce({ world: name, isReading: false });
		},
		onChange: (tell) => hearOn(database, tell)
	};
}

/** The simulator is not part of the first paint. */
const steps = () => import('./world-steps.ts');

let kept: Promise<WorldKeep> | undefined;

/** One keep for the page, so that worlds in memory are shared by all who ask. */
export const pageKeep = (): Promise<WorldKeep> =>
	(kept ??= keepWhereAllowed(worldsDatabase(siteBase())));
