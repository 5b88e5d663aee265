import { parseInstant } from './time.ts';
import { dumps } from './v2/python-repr.ts';
import { isSensitive, redactTree } from './v2/redact.ts';
import type { EventLog } from './world-tables.ts';
import { runKey, type TaskInstance, type World } from './world.ts';

/** What an operation leaves in the log: the event's name, by the operation's key. */
export type EventNames = Readonly<Record<string, string>>;

/** A request that is written down before it is carried out, whatever becomes of it. */
export interface LoggedCall {
	method: string;
	query: URLSearchParams;
	/** Path parameters. */
	params: Readonly<Record<string, string>>;
	/** The JSON object that was sent, if it was one. */
	body: Readonly<Record<string, unknown>> | undefined;
	user: string;
}

/** Adds a row; its number and time are the world's. */
export function logEvent(world: World, row: Omit<EventLog, 'id' | 'atMs'>): void {
	const id = (world.eventLogs.at(-1)?.id ?? 0) + 1;
	world.eventLogs.push({ id, atMs: world.nowMs, ...row });
}

/** A change of state that a task went through, as its worker writes it. */
export function logTaskEvent(world: World, instance: TaskInstance, event: string): void {
	const { dagId, runId, taskId, mapIndex, tryNumber } = instance;
	const logicalDateMs = world.runs.get(runKey(dagId, runId))?.logicalDateMs;
	const isV2 = world.timetable === 'trigger';
	logEvent(world, {
		event,
		dagId,
		runId,
		taskId,
		mapIndex,
		tryNumber,
		owner: world.dags.get(dagId)?.owner ?? 'airflow',
		...(logicalDateMs === undefined ? {} : { logicalDateMs }),
		...(isV2 ? { extra: '{"host_name": "airflow"}' } : {})
	});
}

/** Left out of the row's `extra`: they have columns of their own, or say nothing. */
const SKIPPED = new Set([
	'csrf_token',
	'_csrf_token',
	'is_paused',
	'dag_id',
	'task_id',
	'dag_run_id',
	'run_id',
	'logical_date',
	'execution_date'
]);

/** @source airflow/www/decorators.py `action_logging` (2.11) */
export function logV1(world: World, event: string, call: LoggedCall): void {
	const { query, params, body } = call;
	const values = { ...Object.fromEntries(query), ...params };
	const kind = event.split('.')[0];
	let extra: Record<string, unknown> = redacted(without(values));
	if (kind === 'variable') extra = withoutVariableSecret(body ?? extra);
	else if (kind === 'connection') extra = withoutConnectionSecret(body ?? extra, false);
	else if (body) extra = { ...extra, ...redacted(body) };
	logEvent(world, {
		event: `api.${event}`,
		owner: call.user,
		extra: dumps(extra),
		...columns(values)
	});
}

/** @source airflow/api_fastapi/logging/decorators.py `action_logging` (3.3) */
export function logV2(world: World, event: string, call: LoggedCall): void {
	const { query, params, body, method } = call;
	const tries = ['clear_dag_run', 'post_clear_task_instances'].includes(event);
	if (tries && body && (body.dry_run ?? true)) return;
	const values = { ...Object.fromEntries(query), ...params };
	let extra: Record<string, unknown> = redacted(without(values));
	if (event.includes('variable')) {
		extra = inBulk(body ?? extra, (entity) =>
			mapped(entity, (key, value) => (key === 'val' || key === 'value' ? '***' : value))
		);
	} else if (event.includes('connection')) {
		extra = inBulk(body ?? extra, (entity) => withoutConnectionSecret(entity, true));
	} else if (body) extra = { ...extra, ...redacted(body) };
	const all = { ...values, ...(body ? redacted(body) : {}) };
	if ('is_paused' in all) extra = { ...extra, is_paused: all.is_paused };
	// Of the body's dates none is taken for the row's, only the query's.
	const { logical_date: _, ...rest } = all;
	const logical_date = query.get('logical_date');
	logEvent(world, {
		event,
		owner: call.user,
		extra: dumps({ ...extra, method }),
		...columns({ ...rest, ...(logical_date ? { logical_date } : {}) })
	});
}

function columns(values: Readonly<Record<string, unknown>>) {
	const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
	const [dagId, taskId] = [text(values.dag_id), text(values.task_id)];
	const runId = text(values.run_id) ?? text(values.dag_run_id);
	const logical = parseInstant(text(values.logical_date) ?? text(values.execution_date) ?? '');
	return {
		...(dagId === undefined ? {} : { dagId }),
		...(taskId === undefined ? {} : { taskId }),
		...(runId === undefined ? {} : { runId }),
		...(logical === undefined ? {} : { logicalDateMs: logical.ms })
	};
}

type Fields = Readonly<Record<string, unknown>>;

const mapped = (fields: Fields, change: (key: string, value: unknown) => unknown) =>
	Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(key, value)]));

const without = (fields: Fields) =>
	Object.fromEntries(Object.entries(fields).filter(([key]) => !SKIPPED.has(key)));

const redacted = (fields: Fields) => redactTree(fields) as Record<string, unknown>;

/** Entities of a bulk body, or the body itself. */
function inBulk(body: Fields, hide: (entity: Fields) => Fields): Record<string, unknown> {
	const { actions } = body;
	if (!Array.isArray(actions)) return { ...hide(body) };
	const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
	return {
		...body,
		actions: (actions as unknown[]).map((action) =>
			isFields(action) && Array.isArray(action.entities)
				? {
						...action,
						entities: (action.entities as unknown[]).map((one) => (isFields(one) ? hide(one) : one))
					}
				: action
		)
	};
}

function withoutVariableSecret(fields: Fields): Record<string, unknown> {
	const { key } = fields;
	return mapped(fields, (name, value) =>
		(name === 'val' || name === 'value') && typeof key === 'string' && isSensitive(key)
			? '***'
			: value
	);
}

function withoutConnectionSecret(fields: Fields, hidesAll: boolean): Record<string, unknown> {
	return mapped(redacted(fields), (name, value) => {
		if (name !== 'extra' || !value) return value;
		try {
			const parsed: unknown = JSON.parse(String(value));
			if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
				return 'Expected JSON object in `extra` field, got non-dict JSON';
			}
			return hidesAll ? mapped(parsed as Fields, () => '***') : redacted(parsed as Fields);
		} catch {
			// Not JSON: said in the place of the value.
			return 'Encountered non-JSON in `extra` field';
		}
	});
}
