/**
 * A whole Airflow as plain data: structured-clonable, so it can be kept in IndexedDB as it is.
 * All times are virtual, in milliseconds since the epoch; `undefined` is Airflow's null.
 */
export interface World {
	format: 1;
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
	users: Map<string, User>;
	/** Who marked which DAG as a favourite: `favouriteKey`. Only v2 has favourites. */
	favourites?: Set<string>;
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
	| 'removed';

export interface Dag {
	dagId: string;
	description?: string;
	owner: string;
	tags: string[];
	isPaused: boolean;
	/** Cron expression or preset as written in the DAG; undefined = no schedule. */
	schedule?: string;
	catchup: boolean;
	startDateMs: number;
	maxActiveRuns: number;
	maxActiveTasks: number;
	/** JSON-schema params: name → value, description, schema. */
	params: Record<string, DagParam>;
	tasks: Task[];
	fileloc: string;
	relativeFileloc: string;
	lastParsedMs: number;
	/** Logical date of the next scheduled run, kept by the scheduler. */
	nextRunMs?: number;
}

export interface DagParam {
	value: unknown;
	description?: string;
	schema: Record<string, unknown>;
}

export interface Task {
	taskId: string;
	operator: string;
	upstream: string[];
	retries: number;
	retryDelayMs: number;
	pool: string;
	poolSlots: number;
	priorityWeight: number;
	triggerRule: string;
	queue: string;
	/** How long one try runs, and how it ends: `failsTries: 1` fails once, `Infinity` always. */
	durationMs: number;
	failsTries: number;
	/** The operator's template, when it has one: `echo {{ params.region }}`. */
	bashCommand?: string;
}

export interface DagRun {
	id: number;
	dagId: string;
	runId: string;
	state: DagRunState;
	runType: 'manual' | 'scheduled' | 'backfill' | 'dataset_triggered';
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
	triggeredBy: 'rest_api' | 'ui' | 'cli' | 'timetable';
	triggeringUser?: string;
	clearNumber: number;
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
	/** Earlier tries, oldest first. */
	history: TaskTry[];
}

export interface TaskTry {
	tryNumber: number;
	maxTries?: number;
	state?: TaskState;
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

export interface User {
	username: string;
	password: string;
	role: 'admin' | 'op' | 'user' | 'viewer';
}

export interface JournalEntry {
	atMs: number;
	method: string;
	/** From the world's root: `/api/v2/dags`. */
	path: string;
	status: number;
	/** The spec's key of the operation, when one matched. */
	operation?: string;
	params: Record<string, string>;
	body?: string;
	user?: string;
}

export const favouriteKey = (username: string, dagId: string) => `${username}\n${dagId}`;
export const runKey = (dagId: string, runId: string) => `${dagId}\n${runId}`;
export const taskKey = (dagId: string, runId: string, taskId: string, mapIndex = -1) =>
	`${dagId}\n${runId}\n${taskId}\n${mapIndex}`;
