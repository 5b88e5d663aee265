import { course } from './scenarios/course.ts';
import { advance } from './scheduler.ts';
import { latestSlot } from './timetable.ts';
import type { Connection, ImportError, User } from './world-tables.ts';
import type { Dag, Pool, Variable, World } from './world.ts';
import { LabError } from '#lib/lab-error.ts';

/** What a world begins with. The scheduler is let run over it before it is handed out. */
export interface Scenario {
	dags: readonly Omit<Dag, 'lastParsedMs' | 'nextRunMs'>[];
	pools: readonly Omit<Pool, 'id'>[];
	variables: readonly Omit<Variable, 'id'>[];
	users: readonly User[];
	connections?: readonly Omit<Connection, 'id'>[];
	importErrors?: readonly Omit<ImportError, 'id' | 'atMs'>[];
}

const SCENARIOS: Record<string, Scenario> = { course };

export interface Birth {
	name: string;
	scenario: string;
	seed: number;
	/** Virtual time of birth, milliseconds. */
	nowMs: number;
	/** How cron schedules make runs; see `World.timetable`. */
	timetable?: 'data_interval' | 'trigger';
}

/**
 * A fresh world. Its scheduled runs are those a scheduler would have made by now: one for the latest
 * complete interval of each DAG that is not paused.
 * @throws LabError when there is no such scenario.
 */
export function createWorld({ name, scenario, seed, nowMs, timetable }: Birth): World {
	const start = SCENARIOS[scenario];
	if (!start) {
		throw new LabError('unknown-scenario', `There is no scenario '${scenario}'.`, {
			hint: `Known: ${Object.keys(SCENARIOS).join(', ')}`
		});
	}
	const bornMs = Math.floor(nowMs);
	const world: World = {
		format: 2,
		name,
		scenario,
		seed,
		nowMs: bornMs,
		bornMs,
		nextId: 1,
		...(timetable === undefined ? {} : { timetable }),
		dags: new Map(),
		runs: new Map(),
		taskInstances: new Map(),
		pools: new Map(),
		variables: new Map(),
		connections: new Map(),
		assets: new Map(),
		assetAliases: new Map(),
		assetEvents: [],
		queuedAssetEvents: [],
		backfills: new Map(),
		xcoms: new Map(),
		humanQuestions: new Map(),
		storedStates: new Map(),
		dagVersions: [],
		importErrors: new Map(),
		dagWarnings: [],
		eventLogs: [],
		jobs: [],
		roles: new Map(),
		cfg: '',
		users: new Map(),
		journal: []
	};
	for (const pool of start.pools) world.pools.set(pool.name, { id: world.nextId++, ...pool });
	for (const variable of start.variables) {
		world.variables.set(variable.key, { id: world.nextId++, ...variable });
	}
	for (const connection of start.connections ?? []) {
		world.connections.set(connection.connectionId, { id: world.nextId++, ...connection });
	}
	for (const error of start.importErrors ?? []) {
		const id = world.nextId++;
		world.importErrors.set(id, { id, atMs: bornMs, ...error });
	}
	for (const user of start.users) world.users.set(user.username, { ...user });
	const dueMs: number[] = [];
	for (const dag of start.dags) {
		const copy: Dag = { ...structuredClone(dag), lastParsedMs: bornMs };
		const slot = latestSlot(world, copy, bornMs);
		if (slot) copy.nextRunMs = slot.logicalDateMs;
		if (slot && !copy.isPaused) dueMs.push(slot.runAfterMs);
		world.dags.set(copy.dagId, copy);
	}
	// The latest interval is older than the world; its run happened when it was due.
	world.nowMs = Math.min(bornMs, ...dueMs) - 1;
	advance(world, bornMs);
	return world;
}
