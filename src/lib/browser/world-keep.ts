import { createStore, promisifyRequest } from 'idb-keyval';
import type { Deed } from '#lib/simulator/timeline/deed.ts';
import type { Life, Lived } from '#lib/simulator/timeline/life.ts';

/** A life and all its deeds that still matter, oldest first. */
export interface KeptLife {
	life: Life;
	deeds: Deed[];
}

/** Where worlds live between requests: the birth, the clock and the deeds; the world follows from them. */
export interface WorldKeep {
	/**
	 * Runs `step` on the life of that name (undefined = there is none) with nobody else in between, adds
	 * its deeds and resolves once that is written.
	 */
	change<Result>(name: string, step: (life?: Life) => Lived<Result>): Promise<Result>;
	/** The same, but the step's deeds take the place of all that there were. */
	rewrite<Result>(name: string, step: (kept?: KeptLife) => Lived<Result>): Promise<Result>;
	/** To look at, never to change. */
	read(name: string): Promise<KeptLife | undefined>;
}

/** Cache Storage and IndexedDB are shared by an origin: two copies of the site keep apart by their path. */
export const worldsDatabase = (basePath: string) => `windsock-lives:${basePath}/`;

/** After so many deeds the world is written whole, so that a cold start redoes few. */
export const SNAPSHOT_EVERY = 32;

/** Written first in each change; who holds a world compares it with what is stored. */
interface Head extends Omit<Life, 'world'> {
	format: 1;
	/** Another one after each rewrite: what was held from before is worth nothing. */
	epoch: number;
	/** Another one after each write. */
	version: string;
	/** Number of the next deed. */
	next: number;
}

interface Snapshot {
	world: Life['world'];
	/** Deeds from this number on are not in it. */
	next: number;
}

/** A world in memory, as of a head that may not be written yet. */
interface Held {
	head: Head;
	life: Life;
	isWritten: boolean;
}

/** Redoes deeds on a world, or on a newborn one. */
export type BringUp = (
	birth: Life['birth'],
	world: Life['world'] | undefined,
	deeds: readonly Deed[]
) => Life['world'];

/**
 * Worlds in IndexedDB. A change reads and writes in one `readwrite` transaction, which the browser runs
 * one after another across the worker and every page, so no two writers can lose each other's change.
 * The world itself is held in memory; what others did meanwhile is redone from their deeds.
 * @source https://www.w3.org/TR/IndexedDB/#transaction-construct ("overlapping scope")
 */
export function keepInIndexedDb(databaseName: string, bringUp: BringUp): WorldKeep {
	const store = createStore(databaseName, 'lives');
	const held = new Map<string, Held>();

	/** The life as it is stored: the one in memory when nobody has written since, else brought up to it. */
	async function load(objects: IDBObjectStore, name: string): Promise<Held | undefined> {
		const head = await promisifyRequest<Head | undefined>(objects.get(['head', name]));
		// Lives that another version wrote in another format are given up rather than misread.
		if (head?.format !== 1) return undefined;
		const mine = held.get(name);
		const { birth, clock } = head;
		if (mine?.head.version === head.version) {
			return { head, life: { birth, clock, world: mine.life.world }, isWritten: true };
		}
		const isBase = mine?.isWritten && mine.head.epoch === head.epoch;
		const start: Snapshot | undefined = isBase
			? { world: mine.life.world, next: mine.head.next }
			: await promisifyRequest<Snapshot | undefined>(objects.get(['snapshot', name]));
		const deeds = await deedsOf(objects, name, start?.next ?? 0);
		const world = bringUp(birth, start?.world, deeds);
		return { head, life: { birth, clock, world }, isWritten: true };
	}

	/** Runs `step` in one transaction; resolves when that is on disk. */
	async function write<Result>(
		name: string,
		step: (objects: IDBObjectStore) => Promise<{ now: Held; result: Result }>
	): Promise<Result> {
		return store('readwrite', async (objects) => {
			const { transaction } = objects;
			const written = new Promise<void>((resolve, reject) => {
				transaction.oncomplete = () => resolve();
				transaction.onabort = () => reject(transaction.error ?? new Error('Not written'));
			});
			try {
				const { now, result } = await step(objects);
				held.set(name, now);
				await written;
				now.isWritten = true;
				return result;
			} catch (error) {
				// The world in memory may be ahead of what is stored.
				held.delete(name);
				// Whichever failed first is thrown; the other must not go unheard.
				written.catch(() => undefined);
				if (!transaction.error) stop(transaction);
				throw error;
			}
		});
	}

	return {
		change: (name, step) =>
			write(name, async (objects) => {
				const before = await load(objects, name);
				const { life, deeds, result } = step(before?.life);
				const first = before?.head.next ?? 0;
				const head = headOf(life, before?.head.epoch ?? 0, first + deeds.length);
				deeds.forEach((deed, at) => objects.put(deed, deedKey(name, first + at)));
				const isDue = Math.floor(first / SNAPSHOT_EVERY) < Math.floor(head.next / SNAPSHOT_EVERY);
				if (isDue) objects.put({ world: life.world, next: head.next }, ['snapshot', name]);
				objects.put(head, ['head', name]);
				return { now: { head, life, isWritten: false }, result };
			}),
		rewrite: (name, step) =>
			write(name, async (objects) => {
				const before = await load(objects, name);
				const old = before ? await deedsOf(objects, name, 0) : [];
				const { life, deeds, result } = step(before && { life: before.life, deeds: old });
				const head = headOf(life, (before?.head.epoch ?? 0) + 1, deeds.length);
				objects.delete(deedRange(name, 0));
				deeds.forEach((deed, at) => objects.put(deed, deedKey(name, at)));
				objects.put({ world: life.world, next: head.next }, ['snapshot', name]);
				objects.put(head, ['head', name]);
				return { now: { head, life, isWritten: false }, result };
			}),
		read: (name) =>
			store('readonly', async (objects) => {
				const found = await load(objects, name);
				if (!found) return undefined;
				held.set(name, found);
				return { life: found.life, deeds: await deedsOf(objects, name, 0) };
			})
	};
}

/** Worlds that end with the process or the page: for Node, and where the browser refuses storage. */
export function keepInMemory(): WorldKeep {
	const lives = new Map<string, KeptLife>();
	return {
		async change(name, step) {
			const before = lives.get(name);
			const { life, deeds: more, result } = step(before?.life);
			const deeds = before?.deeds ?? [];
			deeds.push(...more);
			lives.set(name, { life, deeds: deeds.length > 10_000 ? withoutReads(deeds) : deeds });
			return result;
		},
		async rewrite(name, step) {
			const { life, deeds, result } = step(lives.get(name));
			lives.set(name, { life, deeds });
			return result;
		},
		read: async (name) => lives.get(name)
	};
}

/** IndexedDB, or memory when this browser refuses it (blocked site storage). */
export async function keepWhereAllowed(databaseName: string, bringUp: BringUp): Promise<WorldKeep> {
	try {
		const keep = keepInIndexedDb(databaseName, bringUp);
		await keep.read('');
		return keep;
	} catch (cause) {
		console.warn('No storage here: worlds last as long as this page.', cause);
		return keepInMemory();
	}
}

const deedKey = (name: string, number: number) => ['deed', name, number];
const deedRange = (name: string, from: number) =>
	IDBKeyRange.bound(deedKey(name, from), deedKey(name, Infinity));
const deedsOf = (objects: IDBObjectStore, name: string, from: number) =>
	promisifyRequest<Deed[]>(objects.getAll(deedRange(name, from)));
const withoutReads = (deeds: Deed[]) => deeds.filter(({ kind }) => kind !== 'read');

const headOf = ({ birth, clock }: Life, epoch: number, next: number): Head => ({
	format: 1,
	birth,
	clock,
	epoch,
	next,
	version: crypto.randomUUID()
});

function stop(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch (error) {
		// It has ended by itself.
		if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
	}
}
