import type { DagRun, TaskInstance, TaskState, TaskTry } from '#lib/simulator/world.ts';

/** An object of Airflow's JSON; fields of one API are missing in the other. */
export type Row = Record<string, unknown>;

/** A run as either API tells it. */
export function runFrom(row: Row): DagRun {
	const logical = row.logical_date ?? row.execution_date;
	const [start, end, queued] = [row.start_date, row.end_date, row.queued_at].map(msOf);
	const note = row.note;
	return {
		id: 0,
		dagId: String(row.dag_id),
		runId: String(row.dag_run_id),
		state: row.state as DagRun['state'],
		runType: row.run_type as DagRun['runType'],
		...(msOf(logical) === undefined ? {} : { logicalDateMs: msOf(logical) ?? 0 }),
		logicalDateMicros: microsOf(logical),
		runAfterMs: msOf(row.run_after) ?? msOf(logical) ?? 0,
		...(queued === undefined ? {} : { queuedAtMs: queued }),
		...(start === undefined ? {} : { startMs: start }),
		...(end === undefined ? {} : { endMs: end }),
		conf: (row.conf as Record<string, unknown> | null) ?? {},
		...(typeof note === 'string' ? { note } : {}),
		triggeredBy: (row.triggered_by as DagRun['triggeredBy'] | undefined) ?? 'rest_api',
		clearNumber: 0
	};
}

/** A task instance as either API tells it, with its tries as `…/tries` lists them. */
export function instanceFrom(row: Row, tries: readonly Row[]): TaskInstance {
	const [start, end, queued] = [row.start_date, row.end_date, row.queued_when].map(msOf);
	const note = row.note;
	return {
		uuid: '',
		dagId: String(row.dag_id),
		runId: String(row.dag_run_id),
		taskId: String(row.task_id),
		mapIndex: Number(row.map_index ?? -1),
		...(typeof row.state === 'string' ? { state: row.state as TaskState } : {}),
		tryNumber: Number(row.try_number),
		maxTries: Number(row.max_tries),
		...(queued === undefined ? {} : { queuedMs: queued }),
		...(start === undefined ? {} : { startMs: start }),
		...(end === undefined ? {} : { endMs: end }),
		...(typeof note === 'string' ? { note } : {}),
		history: tries.filter((one) => !isPresent(one, row)).map(tryFrom)
	};
}

/** The list of tries ends with the present one, if that has a state. */
const isPresent = (one: Row, row: Row): boolean =>
	one.try_number === row.try_number && one.state === row.state && one.start_date === row.start_date;

function tryFrom(row: Row): TaskTry {
	const [start, end] = [row.start_date, row.end_date].map(msOf);
	return {
		tryNumber: Number(row.try_number),
		...(typeof row.state === 'string' ? { state: row.state as TaskState } : {}),
		...(start === undefined ? {} : { startMs: start }),
		...(end === undefined ? {} : { endMs: end })
	};
}

/** Milliseconds of an ISO date; undefined for null. */
export function msOf(value: unknown): number | undefined {
	const ms = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(ms) ? undefined : ms;
}

function microsOf(value: unknown): number {
	const digits = /\.\d{3}(\d{3})/.exec(String(value))?.[1];
	return Number(digits ?? 0);
}
