import type { DagParam, DagRunState } from './world.ts';

/** Rows of the world's smaller tables; times and `undefined` as in `World`. */
export interface Connection {
	id: number;
	connectionId: string;
	connType: string;
	description?: string;
	host?: string;
	login?: string;
	schema?: string;
	port?: number;
	password?: string;
	/** JSON text, as Airflow stores it. */
	extra?: string;
}

/** A test of a connection that a worker carries out, and what will have come of it (3.3). */
export interface ConnectionTest {
	token: string;
	connectionId: string;
	createdMs: number;
	/** Missing in worlds that were kept before tests came to an end. */
	verdict?: { status: boolean; message: string };
}

export interface Asset {
	id: number;
	uri: string;
	name: string;
	group: string;
	extra: Record<string, unknown>;
	createdMs: number;
	updatedMs: number;
}

export interface AssetAlias {
	id: number;
	name: string;
	group: string;
	/** Ids of the assets that it stood for so far. */
	assets: number[];
}

export interface AssetEvent {
	id: number;
	assetId: number;
	atMs: number;
	extra: Record<string, unknown>;
	/** Absent when it came in by the API. */
	sourceDagId?: string;
	sourceRunId?: string;
	sourceTaskId?: string;
	sourceMapIndex?: number;
	partitionKey?: string;
	/** By alias: the alias's ids. */
	aliases: number[];
}

export interface QueuedAssetEvent {
	assetId: number;
	dagId: string;
	createdMs: number;
}

export interface Backfill {
	id: number;
	dagId: string;
	fromMs: number;
	toMs: number;
	/** Absent is null: the runs then have an empty one. */
	conf?: Record<string, unknown>;
	isPaused: boolean;
	reprocess: 'none' | 'failed' | 'completed';
	maxActiveRuns: number;
	runBackwards: boolean;
	createdMs: number;
	completedMs?: number;
	updatedMs: number;
	user?: string;
}

export interface XCom {
	dagId: string;
	runId: string;
	taskId: string;
	mapIndex: number;
	key: string;
	value: unknown;
	atMs: number;
}

export interface StoredState {
	key: string;
	value: unknown;
	createdMs: number;
	updatedMs: number;
	expiresMs?: number;
}

/** A task's question to a human (HITL), with the answer once there is one. */
export interface HumanQuestion {
	subject: string;
	body?: string;
	options: string[];
	defaults?: string[];
	multiple: boolean;
	params: Record<string, DagParam>;
	assignedUsers: string[];
	createdMs: number;
	respondedMs?: number;
	respondedBy?: string;
	chosenOptions?: string[];
	paramsInput?: Record<string, unknown>;
}

export interface DagVersion {
	uuid: string;
	dagId: string;
	versionNumber: number;
	bundleName: string;
	createdMs: number;
}

export interface ImportError {
	id: number;
	atMs: number;
	filename: string;
	bundleName: string;
	stackTrace: string;
}

export interface DagWarning {
	dagId: string;
	warningType: string;
	message: string;
	atMs: number;
}

/** What became of the rows of a world's archive: the archive itself follows from the birth. */
export interface PastMarks {
	/** Numbers of archived runs that were deleted. */
	removedRuns: Set<number>;
	/** Numbers of archived runs whose task instances lie in the world's own table. */
	takenRuns: Set<number>;
}

/** A row of Airflow's table `log`. */
export interface EventLog {
	id: number;
	atMs: number;
	event: string;
	dagId?: string;
	taskId?: string;
	runId?: string;
	mapIndex?: number;
	tryNumber?: number;
	logicalDateMs?: number;
	owner?: string;
	extra?: string;
}

export interface Job {
	id: number;
	jobType: 'SchedulerJob' | 'TriggererJob' | 'DagProcessorJob' | 'LocalTaskJob';
	state: DagRunState | 'restarting';
	dagId?: string;
	startMs: number;
	endMs?: number;
	latestHeartbeatMs: number;
}

/** Airflow 2's FAB role: what it may do with what. */
export interface Role {
	id: number;
	name: string;
	permissions: { action: string; resource: string }[];
}

export interface User {
	id?: number;
	username: string;
	password: string;
	/** The one of the four roles; of several FAB roles the one that may most. */
	role: 'admin' | 'op' | 'user' | 'viewer';
	/** FAB roles by name, where they are not just `role`. */
	roles?: string[];
	firstName?: string;
	lastName?: string;
	email?: string;
	active?: boolean;
	loginCount?: number;
	failedLoginCount?: number;
	lastLoginMs?: number;
	createdMs?: number;
	changedMs?: number;
}

/** Why a request was refused: the server's word for it, or each place that it found fault with. */
export interface RefusalReason {
	/** Left out when the request held a secret: the server may repeat what it was sent. */
	detail?: string;
	/** `body.logical_date` and `missing`, in the words of Pydantic; only v2 tells. */
	issues?: { at: string; type: string }[];
}
