import type { Chronicle } from '#lib/simulator/timeline/chronicle.ts';
import type { Control, Deed } from '#lib/simulator/timeline/deed.ts';
import type { Clock } from '#lib/simulator/timeline/clock.ts';
import type { World } from '#lib/simulator/world.ts';
import { siteBase } from './site.ts';
import { announceOn, hearOn } from './world-channel.ts';
import type { WorldChange } from './world-host.ts';
import { keepWhereAllowed, worldsDatabase, type WorldKeep } from './world-keep.ts';
import type { Beginning } from './world-steps.ts';

/** A world to look at, with how its time goes and what was done in it. */
export interface Seen {
	world: World;
	clock: Clock;
	/** Oldest first. */
	deeds: readonly Deed[];
}

/** The worlds as a page sees them. Built once, at the edge. */
export interface Worlds {
	/** Base URL of a world's server: `https://site/lab/airflow/main`. */
	url(name: string): string;
	/** The world as it is now, a copy; one that is not there yet is born as `beginning` says. */
	look(name: string, beginning: Beginning): Promise<Seen>;
	/** The world as it was at a virtual moment, milliseconds. */
	lookAt(name: string, atMs: number): Promise<World | undefined>;
	/** Starts the world over; what `beginning` leaves out stays as it was. */
	reset(name: string, beginning?: Beginning): Promise<void>;
	/** Lets virtual time pass, milliseconds. */
	jump(name: string, ms: number): Promise<void>;
	/** To the next thing that happens by itself. */
	step(name: string): Promise<void>;
	/** Virtual milliseconds for one of the wall; 0 pauses. */
	pace(name: string, rate: number): Promise<void>;
	control(name: string, what: Control): Promise<void>;
	/** Sends the request of a deed once more, as the same caller; gives the answer's status. */
	again(name: string, deed: Deed): Promise<number>;
	/** Takes the latest change back; gives it, if there was one. */
	undo(name: string): Promise<Deed | undefined>;
	/** Back to a virtual moment; what was done later is forgotten. */
	returnTo(name: string, atMs: number): Promise<void>;
	chronicle(name: string): Promise<Chronicle | undefined>;
	/** Puts the world of a chronicle in the place of this one. */
	become(name: string, chronicle: Chronicle): Promise<void>;
	/** Calls back after each change of any world by any tab or the worker; gives the way to stop. */
	onChange(tell: (change: WorldChange) => void): () => void;
}

/** Goes to the same storage as the worker does, so it works with and without one. */
export function openWorlds(keep: () => Promise<WorldKeep> = pageKeep): Worlds {
	const database = worldsDatabase(siteBase());
	const announce = announceOn(database);
	const told = <Result>(name: string, result: Result): Result => {
		announce({ world: name, isReading: false });
		return result;
	};

	return {
		url: (name) => new URL(`${siteBase()}/airflow/${name}`, location.href).href,
		async look(name, beginning) {
			const [{ present }, { stepsOf }, worlds] = await Promise.all([life(), steps(), keep()]);
			const nowMs = Date.now();
			let found = await worlds.read(name);
			if (!found) {
				await worlds.change(name, stepsOf(name, nowMs, beginning).exist());
				found = await worlds.read(name);
			}
			if (!found) throw new Error(`World '${name}' was not kept`);
			return {
				world: present(found.life, nowMs),
				clock: found.life.clock,
				deeds: found.deeds
			};
		},
		async lookAt(name, atMs) {
			const [{ worldAt }, worlds] = await Promise.all([life(), keep()]);
			const found = await worlds.read(name);
			return found && worldAt(found.life.birth, found.deeds, atMs);
		},
		async chronicle(name) {
			const [{ present }, { chronicleOf }, worlds] = await Promise.all([
				life(),
				import('#lib/simulator/timeline/chronicle.ts'),
				keep()
			]);
			const found = await worlds.read(name);
			if (!found) return undefined;
			const { nowMs } = present(found.life, Date.now());
			return chronicleOf(found.life.birth, found.deeds, nowMs);
		},
		reset: async (name, beginning) =>
			told(name, void (await (await keep()).rewrite(name, (await now(name, beginning)).reset()))),
		jump: async (name, ms) =>
			told(name, void (await (await keep()).change(name, (await now(name)).jump(ms)))),
		step: async (name) =>
			told(name, void (await (await keep()).change(name, (await now(name)).step()))),
		pace: async (name, rate) =>
			told(name, void (await (await keep()).change(name, (await now(name)).pace(rate)))),
		control: async (name, what) =>
			told(name, await (await keep()).change(name, (await now(name)).control(what))),
		again: async (name, deed) =>
			told(name, await (await keep()).change(name, (await now(name)).again(deed))),
		undo: async (name) => told(name, await (await keep()).rewrite(name, (await now(name)).undo())),
		returnTo: async (name, atMs) =>
			told(name, void (await (await keep()).rewrite(name, (await now(name)).returnTo(atMs)))),
		become: async (name, chronicle) =>
			told(name, await (await keep()).rewrite(name, (await now(name)).become(chronicle))),
		onChange: (tell) => hearOn(database, tell)
	};

	async function now(name: string, beginning?: Beginning) {
		const { stepsOf } = await steps();
		return stepsOf(name, Date.now(), beginning);
	}
}

/** The simulator is not part of the first paint. */
const steps = () => import('./world-steps.ts');
const life = () => import('#lib/simulator/timeline/life.ts');

let kept: Promise<WorldKeep> | undefined;

/** One keep for the page, so that worlds in memory are shared by all who ask. */
export const pageKeep = (): Promise<WorldKeep> =>
	(kept ??= life().then(({ broughtUp }) =>
		keepWhereAllowed(worldsDatabase(siteBase()), broughtUp)
	));
