/** A DAG and its tasks, as a file of them would say it. Times as in `World`. */
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
	displayName?: string;
	docMd?: string;
	/** owner → URL */
	ownerLinks?: Record<string, string>;
	/** URIs whose events, all of them, start a run. */
	scheduleAssets?: string[];
	endDateMs?: number;
	dagrunTimeoutMs?: number;
	maxConsecutiveFailedDagRuns?: number;
	renderTemplateAsNativeObj?: boolean;
	taskGroups?: TaskGroup[];
	/** What its `default_args` say where its first task does not show it. */
	defaultArgs?: Record<string, unknown>;
}

export interface TaskGroup {
	groupId: string;
	tooltip?: string;
	parentGroupId?: string;
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
	/** Only runs that are due from then on fail so, virtual milliseconds. */
	failsFromMs?: number;
	/** What a try prints before it fails. */
	printsWhenFailing?: string[];
	/** The operator's template, when it has one: `echo {{ params.region }}`. */
	bashCommand?: string;
	displayName?: string;
	docMd?: string;
	groupId?: string;
	retryExponentialBackoff?: boolean;
	maxRetryDelayMs?: number;
	executionTimeoutMs?: number;
	dependsOnPast?: boolean;
	waitForDownstream?: boolean;
	maxActiveTisPerDag?: number;
	weightRule?: 'downstream' | 'upstream' | 'absolute';
	isSetup?: boolean;
	isTeardown?: boolean;
	/** Asset URIs that a success makes an event of, and aliases that it makes one by. */
	outlets?: string[];
	outletAliases?: string[];
	/** One instance for each element of what this task returned. */
	expandsOver?: { taskId: string; argument: string };
	/** What a success leaves as XCom `return_value`; of a mapped task by map index. */
	returns?: unknown;
	/** A branch goes on to these only; a task that skips itself says so with 'self'. */
	skipsTo?: string[] | 'self';
	/** A sensor that gives its slot back between looks, every so often. */
	rescheduleMs?: number;
	/** At which look it may go on; absent = at the first. */
	looks?: number;
	/** Deferred this long to the triggerer before it succeeds. */
	deferMs?: number;
	triggersDag?: { dagId: string; conf: Record<string, unknown> };
	asksHuman?: {
		subject: string;
		body?: string;
		options: string[];
		multiple: boolean;
		params: Record<string, DagParam>;
	};
}
