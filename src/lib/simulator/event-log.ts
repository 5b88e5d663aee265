import { knownSecrets } from './known-secrets.ts';
import { pythonRepr } from './python-repr.ts';
import { parseInstant } from './time.ts';
import { dumps } from './v2/python-repr.ts';
import { isSensitive, redactTree } from './v2/redact.ts';
import type { EventLog } from './world-tables.ts';
import { runKey, type TaskInstance, type World } from './world.ts';

/** What an operation leaves in the log: the event's name, by the operation's key. */
export type EventNames<Name = string> = Readonly<Record<string, Name>>;

/** A request that is written down before it is carried out, whatever becomes of it. */
export interface LoggedCall {
	method: string;
	query: URLSearchParams;
	/** Path parameters. */
	params: Readonly<Record<string, string>>;
	/** The JSON object that was sent, an empty one for other JSON; undefined when nothing was. */
	body: Readonly<Record<string, unknown>> | undefined;
	user: string;
}

/** Adds a row; its number and time are the world's. */
export function logEvent(world: World, row: Omit<EventLog, 'id' | 'atMs'>): void {
	const id = (world.eventLogs.at(-1)?.id ?? 0) + 1;
	world.eventLogs.push({ id, atMs: world.nowMs, ...row });
}

/** The row of that number; rows are numbered one after the other. */
export function eventLogOf(world: World, id: number): EventLog | undefined {
	const first = world.eventLogs[0]?.id ?? 0;
	const found = world.eventLogs[id - first];
	return found?.id === id ? found : undefined;
}

/** A change of state that a task went through, as its worker writes it. */
export function logTaskEvent(world: World, instance: TaskInstance, event: string): void {
	const { dagId, runId, taskId, mapIndex, tryNumber } = instance;
	const logicalDateMs = world.runs.get(runKey(dagId, runId))?.logicalDateMs;
	const isV2 = world.timetable === 'trigger';
	// Airflow 2 starts a process that watches a try, and that one starts the try itself.
	const isStart = !isV2 && event === 'running';
	if (isStart) logCommand(world, 'task_run', ['scheduler'], { dagId, taskId });
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
	if (isStart) logCommand(world, 'task_run', ['scheduler'], { dagId, taskId });
}

/** Airflow's own processes as they come up, in the order in which they got there. */
export function logStart(world: World): void {
	const isV2 = world.timetable === 'trigger';
	const commands = isV2
		? ['dag-processor', 'triggerer', 'api-server', 'scheduler']
		: ['triggerer', 'webserver', 'scheduler'];
	for (const command of commands) logCommand(world, command.replace('-', '_'), [command]);
}

/** @source airflow/utils/cli.py `action_cli`, airflow/utils/cli_action_loggers.py */
function logCommand(
	world: World,
	command: string,
	words: readonly string[],
	row: Pick<EventLog, 'dagId' | 'taskId'> = {}
): void {
	const full_command = pythonRepr(['/home/airflow/.local/bin/airflow', ...words]);
	logEvent(world, {
		event: `cli_${command}`,
		owner: 'airflow',
		extra: dumps({ host_name: 'airflow', full_command }),
		...row
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

/**
 * Writes the row down; false when Airflow breaks over it, which then does nothing else either.
 * @source airflow/www/decorators.py `action_logging` (2.11)
 */
export function logV1(world: World, event: string, call: LoggedCall): boolean {
	const { query, params } = call;
	// An empty object counts as none.
	const body = Object.keys(call.body ?? {}).length > 0 ? call.body : undefined;
	const values: Fields = { ...Object.fromEntries(query), ...withNumbers(params) };
	const kind = event.split('.')[0];
	const hide = (fields: Fields) => redactTree(fields, 'v1', knownSecrets(world, 1)) as Fields;
	let extra: Fields = hide(without(values));
	if (kind === 'variable') extra = withoutVariableSecret(body ?? extra);
	else if (kind === 'connection') extra = withoutConnectionSecret(body ?? extra, hide);
	else if (body) extra = { ...extra, ...hide(body) };
	if (Object.values(extra).includes(BROKEN)) return false;
	const row = { event: `api.${event}`, owner: call.user, extra: dumps(extra) };
	logEvent(world, { ...row, ...columns(values) });
	return true;
}

/** @source airflow/api_fastapi/logging/decorators.py `action_logging` (3.3) */
export function logV2(world: World, event: string, call: LoggedCall): void {
	const { query, params, body, method } = call;
	const tries = ['clear_dag_run', 'post_clear_task_instances'].includes(event);
	if (tries && body && (body.dry_run ?? true)) return;
	const values = { ...Object.fromEntries(query), ...params };
	const hide = (fields: Fields) => redactTree(fields, 'v2', knownSecrets(world)) as Fields;
	let extra: Fields = hide(without(values));
	if (event.includes('variable')) {
		extra = inBulk(body ?? extra, (entity) =>
			mapped(entity, (key, value) => (key === 'val' || key === 'value' ? '***' : value))
		);
	} else if (event.includes('connection')) {
		extra = inBulk(body ?? extra, (entity) => withoutConnectionSecret(entity, hide, () => '***'));
	} else if (body) extra = { ...extra, ...hide(body) };
	const all = { ...values, ...(body ? hide(body) : {}) };
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

/** What Airflow 2's addresses declare as a number arrives as one. */
const withNumbers = (params: Fields) =>
	mapped(params, (key, value) => (key === 'map_index' ? Number(value) : value));

const mapped = (fields: Fields, change: (key: string, value: unknown) => unknown) =>
	Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(key, value)]));

const without = (fields: Fields) =>
	Object.fromEntries(Object.entries(fields).filter(([key]) => !SKIPPED.has(key)));

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

/** A telling key hides the value, if it came before it. */
function withoutVariableSecret(fields: Fields): Record<string, unknown> {
	let isSecret = false;
	return mapped(fields, (name, value) => {
		if (name === 'key') isSecret = typeof value === 'string' && isSensitive(value, 'v1');
		return isSecret && (name === 'val' || name === 'value') ? '***' : value;
	});
}

/** Airflow 2 does not expect JSON other than an object there. */
const BROKEN = 'Expected JSON object in `extra` field, got non-dict JSON';

/** @param star shows only which fields there were in the extra, as Airflow 3 does */
function withoutConnectionSecret(
	fields: Fields,
	hide: (fields: Fields) => Fields,
	star?: () => string
): Record<string, unknown> {
	return mapped(hide(fields), (name, value) => {
		if (name !== 'extra' || !fields[name]) return value;
		try {
			const parsed: unknown = JSON.parse(String(fields[name]));
			if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return BROKEN;
			return star ? mapped(parsed as Fields, star) : hide(parsed as Fields);
		} catch {
			// Not JSON: said in the place of the value.
			return 'Encountered non-JSON in `extra` field';
		}
	});
}
