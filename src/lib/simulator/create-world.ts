import { defaultRoles } from './default-roles.ts';
import { logStart } from './event-log.ts';
import { course } from './scenarios/course.ts';
import { empty } from './scenarios/empty.ts';
import { busyProxy, manyVariables } from './scenarios/for-scripts.ts';
import { huge } from './scenarios/huge.ts';
import { productionMorning } from './scenarios/production-morning.ts';
import { showcase } from './scenarios/showcase.ts';
import { archiveOf, putUnder } from './past/past.ts';
import type { Archive } from './past/archive.ts';
import { advance } from './scheduler.ts';
import { firstSlot } from './timetable.ts';
import { uuidOf } from './random.ts';
import type { Connection, DagWarning, ImportError, User } from './world-tables.ts';
import type { Dag, Pool, Variable, World } from './world.ts';
import { LabError } from '#lib/lab-error.ts';

/** A DAG as a scenario tells it; `onlyIn` when one of the two Airflows does not have it. */
export type ScenarioDag = Omit<Dag, 'lastParsedMs' | 'nextRunMs'> & { onlyIn?: 'v1' | 'v2' };

/** What a world begins with. The scheduler is let run over it before it is handed out. */
export interface Scenario {
	dags: readonly ScenarioDag[];
	pools: readonly Omit<Pool, 'id'>[];
	variables: readonly Omit<Variable, 'id'>[];
	users: readonly User[];
	connections?: readonly Omit<Connection, 'id'>[];
	importErrors?: readonly Omit<ImportError, 'id' | 'atMs'>[];
	/** URIs in the order of their ids. */
	assets?: readonly string[];
	assetAliases?: readonly string[];
	/** How long the scheduler was at work before the world's birth, milliseconds; left out = one interval. */
	historyMs?: number;
	/** The time of day (UTC) at which the world begins; left out = whenever it is. */
	startsAt?: { hour: number; minute: number };
	/** Makes what is too much to be listed here. Changes the world. */
	populate?: (world: World) => void;
	/** The archive that lies under such a world, made anew from its birth. */
	archive?: (world: World) => Archive;
	/** Only Airflow 2 writes them. */
	dagWarnings?: readonly Omit<DagWarning, 'atMs'>[];
}

const SCENARIOS: Record<string, Scenario> = {
	course,
	showcase,
	'production-morning': productionMorning,
	huge,
	empty,
	'many-variables': manyVariables,
	'busy-proxy': busyProxy
};

/** So long before its birth a world began to make up what its DAGs catch up on. */
const CATCH_UP_MS = 600_000;

export interface Birth {
	name: string;
	scenario: string;
	seed: number;
	/** Virtual time of birth, milliseconds. */
	nowMs: number;
	/** How cron schedules make runs; see `World.timetable`. */
	timetable?: 'data_interval' | 'trigger';
	/** What airflow.cfg holds at birth; nothing when left out. */
	cfg?: string;
}

/** When a world of the scenario begins, in virtual milliseconds: now, or its latest time of day. */
export function beginningOf(scenario: string, nowMs: number): number {
	const at = SCENARIOS[scenario]?.startsAt;
	if (!at) return Math.floor(nowMs);
	const dayMs = 86_400_000;
	const todayMs = Math.floor(nowMs / dayMs) * dayMs + (at.hour * 60 + at.minute) * 60_000;
	return todayMs <= nowMs ? todayMs : todayMs - dayMs;
}

/**
 * A fresh world. Its scheduled runs are those a scheduler would have made by now: one for the latest
 * complete interval of each DAG that is not paused.
 * @throws LabError when there is no such scenario.
 */
export function createWorld(birth: Birth): World {
	const { scenario } = birth;
	const start = SCENARIOS[scenario];
	if (!start) {
		throw new LabError('unknown-scenario', `There is no scenario '${scenario}'.`, {
			hint: `Known: ${Object.keys(SCENARIOS).join(', ')}`
		});
	}
	return worldFrom(start, birth);
}

/** The same for a scenario that is not in the list. */
export function worldFrom(
	start: Scenario,
	{ name, scenario, seed, nowMs, timetable, cfg = '' }: Birth
): World {
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
		roles: defaultRoles(),
		cfg,
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
		const id = world.importErrors.size + 1;
		world.importErrors.set(id, { id, atMs: bornMs, ...error });
	}
	for (const user of start.users) world.users.set(user.username, { ...user });
	const dueMs: number[] = [];
	// History that a DAG makes up was made up in the last minutes.
	const upToMs = bornMs - CATCH_UP_MS;
	const sinceMs = bornMs - (start.historyMs ?? 0);
	furnish(world, start);
	start.populate?.(world);
	const face = timetable === 'trigger' ? 'v2' : 'v1';
	for (const { onlyIn, ...dag } of start.dags) {
		if (onlyIn !== undefined && onlyIn !== face) continue;
		const copy: Dag = { ...structuredClone(dag), lastParsedMs: bornMs };
		for (const task of copy.tasks) if (task.failsFromMs !== undefined) task.failsFromMs += bornMs;
		const slot = firstSlot(world, copy, sinceMs);
		if (slot) copy.nextRunMs = slot.logicalDateMs;
		if (slot && !copy.isPaused) dueMs.push(Math.max(slot.runAfterMs, copy.catchup ? upToMs : 0));
		world.dags.set(copy.dagId, copy);
	}
	// The latest interval is older than the world; its run happened when it was due.
	world.nowMs = Math.min(sinceMs, ...dueMs) - 1;
	logStart(world);
	advance(world, bornMs);
	return world;
}

/** A world that was kept, as it was before: an archive is not kept with it. Changes `world`. */
export function revive(world: World): World {
	const archive = archiveOf(world) ? undefined : SCENARIOS[world.scenario]?.archive;
	if (world.past && archive) putUnder(world, archive(world));
	return world;
}

/** What Airflow's own processes write down as they come up and read the DAG files. */
function furnish(world: World, start: Scenario): void {
	const { bornMs, seed } = world;
	const isV2 = world.timetable === 'trigger';
	for (const [index, uri] of (start.assets ?? []).entries()) {
		const times = { createdMs: bornMs, updatedMs: bornMs };
		world.assets.set(index + 1, {
			id: index + 1,
			uri,
			name: uri,
			group: 'asset',
			extra: {},
			...times
		});
	}
	for (const [index, name] of (start.assetAliases ?? []).entries()) {
		world.assetAliases.set(index + 1, { id: index + 1, name, group: 'asset', assets: [] });
	}
	const jobTypes = isV2
		? (['DagProcessorJob', 'TriggererJob', 'SchedulerJob'] as const)
		: (['SchedulerJob', 'TriggererJob'] as const);
	for (const [index, jobType] of jobTypes.entries()) {
		const times = { startMs: bornMs, latestHeartbeatMs: bornMs };
		world.jobs.push({ id: index + 1, jobType, state: 'running', ...times });
	}
	if (!isV2) {
		for (const warning of start.dagWarnings ?? []) {
			world.dagWarnings.push({ ...warning, atMs: bornMs });
		}
		return;
	}
	for (const { dagId, onlyIn } of start.dags) {
		if (onlyIn === 'v1') continue;
		const uuid = uuidOf(seed, bornMs, 'dag_version', dagId);
		const facts = { versionNumber: 1, bundleName: 'dags-folder', createdMs: bornMs };
		world.dagVersions.push({ uuid, dagId, ...facts });
	}
}
