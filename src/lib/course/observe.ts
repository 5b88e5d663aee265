import { createWorld } from '#lib/simulator/create-world.ts';
import type { JournalEntry, World } from '#lib/simulator/world.ts';
import type { Exercise } from './lesson.ts';
import { isSame, type Sighting } from './sighting.ts';

/** What is known of somebody's Airflow since an exercise began there. */
export interface Observed {
	began: Sighting;
	beganMs: number;
	now: Sighting;
	nowMs: number;
	journal: readonly JournalEntry[];
}

/**
 * The world by which an exercise is judged on somebody's own Airflow: its scenario, with what changed there since the
 * exercise began. What the server held before is nobody's deed and is left out, but for pauses: they are as they are.
 */
export function observe(exercise: Exercise, observed: Observed): World {
	const { began, beganMs, now, nowMs, journal } = observed;
	const { scenario, cfg } = exercise;
	const world = createWorld({
		...{ name: exercise.world, scenario, seed: 1, nowMs: beganMs },
		...(cfg === undefined ? {} : { cfg })
	});
	world.nowMs = Math.max(nowMs, world.nowMs);
	world.journal = [...journal];
	// Who may do what there is not known: nothing is to be said of it.
	world.users.clear();
	for (const [dagId, isPaused] of now.dags) {
		const dag = world.dags.get(dagId);
		if (dag) dag.isPaused = isPaused;
	}
	const number = <Item extends { id: number }>(item: Item): Item => ({
		...item,
		id: world.nextId++
	});
	change(world.runs, began.runs, now.runs, number);
	change(world.taskInstances, new Map(), now.taskInstances, (one) => ({ ...one }));
	change(world.pools, began.pools, now.pools, number);
	change(world.variables, began.variables, now.variables, number);
	change(world.connections, began.connections, now.connections, number);
	return world;
}

function change<Item>(
	held: Map<string, Item>,
	began: ReadonlyMap<string, Item>,
	now: ReadonlyMap<string, Item>,
	take: (item: Item) => Item
): void {
	for (const [key, item] of now) if (!isSame(item, began.get(key))) held.set(key, take(item));
	for (const key of began.keys()) if (!now.has(key)) held.delete(key);
}
