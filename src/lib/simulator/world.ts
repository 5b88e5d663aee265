import type { Dag } from './dag.ts';
import type { Fault } from './faults.ts';
import type {
	Asset,
	AssetAlias,
	AssetEvent,
	Backfill,
	Connection,
	ConnectionTest,
	DagVersion,
	DagWarning,
	EventLog,
	HumanQuestion,
	ImportError,
	Job,
	PastMarks,
	QueuedAssetEvent,
	RefusalReason,
	Role,
	StoredState,
	User,
	XCom
} from './world-tables.ts';

/**
 * A whole Airflow as plain data: structured-clonable, so it can be kept in IndexedDB as it is.
 * All times are virtual, in milliseconds since the epoch; `undefined` is Airflow's null.
 */
export interface World {
	format: 2;
	/** The world's name in its URL: `main`, `lesson-01`. */
	name: string;
	scenario: string;
	seed: number;
	/** Virtual time up to which the scheduler has run. */
	nowMs: number;
	/** When the scenario began; also the heartbeat epoch of the scheduler. */
	bornMs: number;
	/**
	 * How a cron schedule makes runs: `data_interval` as Airflow 2 does by default, `trigger` as 3 does.
	 * Absent = `data_interval`.
	 */
	timetable?: 'data_interval' | 'trigger';
	/** Counter behind ids and the seeded randomness: same log, same world. */
	nextId: number;
	dags: Map<string, Dag>;
	/** Key: `runKey(dagId, runId)`. Insertion order is Airflow's id order. */
	runs: Map<string, DagRun>;
	/** Key: `taskKey(dagId, runId, taskId, mapIndex)`. */
	taskInstances: Map<string, TaskInstance>;
	pools: Map<string, Pool>;
	variables: Map<string, Variable>;
	connections: Map<string, Connection>;
	/** Key: the asset's id. Airflow 2 calls them datasets. */
	assets: Map<number, Asset>;
	/** Key: the alias's id. */
	assetAliases: Map<number, AssetAlias>;
	/** Oldest first. */
	assetEvents: AssetEvent[];
	/** What waits for its companions to trigger a DAG. */
	queuedAssetEvents: QueuedAssetEvent[];
	/** Key: the backfill's id. */
	backfills: Map<number, Backfill>;
	/** Key: `xcomKey(…)`. */
	xcoms: Map<string, XCom>;
	/** Key: `taskKey(…)`. */
	humanQuestions: Map<string, HumanQuestion>;
	/** State that tasks and assets keep between runs (3.3). Key: owner's key, a newline, the state's key. */
	storedStates: Map<string, StoredState>;
	dagVersions: DagVersion[];
	importErrors: Map<number, ImportError>;
	dagWarnings: DagWarning[];
	/** What was done, oldest first, as Airflow's table `log` keeps it. */
	eventLogs: EventLog[];
	jobs: Job[];
	/** Airflow 2 only. Key: the name. */
	roles: Map<string, Role>;
	users: Map<string, User>;
	/** What the learner changed in `airflow.cfg`, as its text: see cfg.ts. Empty = every default. */
	cfg: string;
	/** What goes wrong on the way to the API, on demand. */
	faults?: Fault[];
	/** The scheduler does nothing since then. */
	schedulerDownSinceMs?: number;
	/** Tokens of v2 given out before have expired. */
	tokensExpiredMs?: number;
	/** Ids of tokens that a logout ended (3.x). */
	revokedTokens?: string[];
	/** Files that somebody asked to be read again (3.x). */
	parsingAsked?: { file: string; atMs: number }[];
	/** Tests of connections that a worker carries out or has carried out (3.3). */
	connectionTests?: ConnectionTest[];
	/** Teams that somebody made on the command line (3.3); nothing belongs to one. */
	teams?: string[];
	/** Who marked which DAG as a favourite: `favouriteKey`. Only v2 has favourites. */
	favourites?: Set<string>;
	/** With an archive under `runs` and `taskInstances`: see past/. */
	past?: PastMarks;
	/** What callers did, oldest first; the checks of exercises look at it. Bounded. */
	journal: JournalEntry[];
}

export type DagRunState = 'queued' | 'running' | 'success' | 'failed';

export type TaskState =
	| 'scheduled'
	| 'queued'
	| 'running'
	| 'success'
	| 'restarting'
	| 'failed'
	| 'up_for_retry'
	| 'up_for_reschedule'
	| 'upstream_failed'
	| 'skipped'
	| 'deferred'
	| 'awaiting_input'
	| 'removed';

export type { Dag, DagParam, Task, TaskGroup } from './dag.ts';

export interface DagRun {
	id: number;
	dagId: string;
	runId: string;
	state: DagRunState;
	/** `asset_triggered` is what Airflow 2 calls `dataset_triggered`. */
	runType:
		| 'manual'
		| 'scheduled'
		| 'backfill'
		| 'asset_triggered'
		| 'asset_materialization'
		| 'operator_triggered';
	/** undefined = null (v2 allows it). */
	logicalDateMs?: number;
	/** Microseconds beyond the millisecond (0–999): Airflow keeps six digits. */
	logicalDateMicros: number;
	dataIntervalStartMs?: number;
	dataIntervalEndMs?: number;
	runAfterMs: number;
	queuedAtMs?: number;
	startMs?: number;
	endMs?: number;
	lastSchedulingDecisionMs?: number;
	conf: Record<string, unknown>;
	note?: string;
	triggeredBy: 'rest_api' | 'ui' | 'cli' | 'timetable' | 'operator' | 'asset' | 'backfill';
	backfillId?: number;
	/** Ids of the asset events that made this run. */
	consumedAssetEvents?: number[];
	triggeringUser?: string;
	clearNumber: number;
	partitionKey?: string;
}

export interface TaskInstance {
	/** The uuid that v2 shows, made from the seed. */
	uuid: string;
	dagId: string;
	runId: string;
	taskId: string;
	/** -1 when not mapped. */
	mapIndex: number;
	/** undefined = null: not scheduled yet. */
	state?: TaskState;
	tryNumber: number;
	maxTries: number;
	scheduledMs?: number;
	queuedMs?: number;
	startMs?: number;
	endMs?: number;
	/** Time of the next transition the scheduler will make of itself (end of try, end of retry delay). */
	dueMs?: number;
	note?: string;
	/** Looks of a rescheduling sensor in this try so far. */
	looks?: number;
	/** Came back to a worker after it was deferred or had asked a human. */
	isResumed?: true;
	/** Its state was set by hand, and its duration taken then. */
	isMeasured?: true;
	/** Earlier tries, oldest first. */
	history: TaskTry[];
}

export interface TaskTry {
	tryNumber: number;
	maxTries?: number;
	state?: TaskState;
	scheduledMs?: number;
	queuedMs?: number;
	startMs?: number;
	endMs?: number;
}

export interface Pool {
	id: number;
	name: string;
	slots: number;
	description?: string;
	includeDeferred: boolean;
}

export interface Variable {
	id: number;
	key: string;
	value: string;
	description?: string;
}

export interface JournalEntry {
	atMs: number;
	method: string;
	/** From the world's root: `/api/v2/dags`. */
	path: string;
	/** As sent, without `?`; left out when it holds a secret. */
	query?: string;
	status: number;
	/** Why the page got no answer: its browser kept it back. */
	blocked?: 'cors';
	/** The spec's key of the operation, when one matched. */
	operation?: string;
	params: Record<string, string>;
	body?: string;
	user?: string;
	/** Of a refusal: what it gave as its reason. */
	reason?: RefusalReason;
}

export type { Connection, RefusalReason, Role, User } from './world-tables.ts';

export const favouriteKey = (username: string, dagId: string) => `${username}\n${dagId}`;
export const runKey = (dagId: string, runId: string) => `${dagId}\n${runId}`;
export const xcomKey = (instanceKey: string, key: string) => `${instanceKey}\n${key}`;
export const taskKey = (dagId: string, runId: string, taskId: string, mapIndex = -1) =>
	`${dagId}\n${runId}\n${taskId}\n${mapIndex}`;
