import type { Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { eventLogOf } from '#lib/simulator/event-log.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { EventLog } from '#lib/simulator/world-tables.ts';
import type { World } from '#lib/simulator/world.ts';
import { fitsPattern, fitsPrefix, hasNaiveDate, optionalText, page, texts } from './filters.ts';
import { listing } from './listing.ts';
import { optional, type Values } from './model.ts';
import { operation } from './operation.ts';
import { orderBy, type Columns } from './order.ts';
import { dateTime, integer, nullable } from './readers.ts';
import { badRequest, databaseError, notFound, ok } from './reply.ts';

const columns: Columns<EventLog> = {
	id: { kind: 'number', value: ({ id }) => id },
	event_log_id: { kind: 'number', value: ({ id }) => id },
	dttm: { kind: 'date', value: ({ atMs }) => atMs },
	when: { kind: 'date', value: ({ atMs }) => atMs },
	dag_id: { kind: 'text', value: ({ dagId }) => dagId },
	task_id: { kind: 'text', value: ({ taskId }) => taskId },
	run_id: { kind: 'text', value: ({ runId }) => runId },
	event: { kind: 'text', value: ({ event }) => event },
	logical_date: { kind: 'date', value: ({ logicalDateMs }) => logicalDateMs },
	owner: { kind: 'text', value: ({ owner }) => owner },
	extra: { kind: 'text', value: ({ extra }) => extra }
};

const TEXTS = ['dag_id', 'task_id', 'run_id', 'owner', 'event'] as const;
const FIELDS = {
	dag_id: 'dagId',
	task_id: 'taskId',
	run_id: 'runId',
	owner: 'owner',
	event: 'event'
} as const;
const optionalNumber = optional(nullable(integer()), null);

const QUERY = {
	...page,
	order_by: orderBy('id'),
	dag_id: optionalText,
	task_id: optionalText,
	run_id: optionalText,
	map_index: optionalNumber,
	try_number: optionalNumber,
	owner: optionalText,
	event: optionalText,
	excluded_events: texts,
	included_events: texts,
	before: optional(nullable(dateTime(false)), null),
	after: optional(nullable(dateTime(false)), null),
	dag_id_pattern: optionalText,
	task_id_pattern: optionalText,
	run_id_pattern: optionalText,
	owner_pattern: optionalText,
	event_pattern: optionalText,
	dag_id_prefix_pattern: optionalText,
	task_id_prefix_pattern: optionalText,
	run_id_prefix_pattern: optionalText,
	owner_prefix_pattern: optionalText,
	event_prefix_pattern: optionalText
};

/** @source airflow/api_fastapi/core_api/routes/public/event_logs.py */
export const eventLogs = {
	'GET /eventLogs': operation({ query: QUERY }, (world, _, { query }) => {
		if (hasNaiveDate(query)) return databaseError(world);
		const asked = filtersOf(query);
		// What was done to a DAG that is not there is shown to nobody.
		const rows = world.eventLogs.filter(
			(log) =>
				(log.dagId === undefined || world.dags.has(log.dagId)) && asked.every((fits) => fits(log))
		);
		const name = 'event_logs';
		const shape = (log: EventLog) => show(world, log);
		// They lie in the order of their numbers.
		if (!query.order_by.every((word) => word === 'id' || word === 'event_log_id'))
			return listing({ rows, columns, query, name, show: shape });
		const { offset, limit } = query;
		const page = rows.slice(offset, offset + limit);
		return ok({ [name]: page.map(shape), total_entries: rows.length });
	}),
	'GET /eventLogs/{event_log_id}': (world, { param }) => {
		const word = param('event_log_id');
		if (!/^-?\d+$/.test(word)) return badRequest("'event_log_id' must be an integer");
		const found = eventLogOf(world, Number(word));
		return found
			? ok(show(world, found))
			: notFound(`The Event Log with id: \`${Number(word)}\` not found`);
	}
} satisfies Resource;

type Fits = (log: EventLog) => boolean;

/** Only what was asked is looked at, row by row. */
function filtersOf(query: Values<typeof QUERY>): Fits[] {
	const all: (Fits | false)[] = TEXTS.flatMap((name) => {
		const field = FIELDS[name];
		const [value, pattern] = [query[name], query[`${name}_pattern`]];
		const prefix = query[`${name}_prefix_pattern`];
		return [
			value !== null && ((log) => log[field] === value),
			pattern !== null && ((log) => fitsPattern(log[field], pattern)),
			prefix !== null && ((log) => fitsPrefix(log[field], prefix))
		] satisfies (Fits | false)[];
	});
	const { map_index, try_number, included_events, excluded_events, before, after } = query;
	all.push(
		map_index !== null && ((log) => log.mapIndex === map_index),
		try_number !== null && ((log) => log.tryNumber === try_number),
		included_events.length > 0 && ((log) => included_events.includes(log.event)),
		excluded_events.length > 0 && ((log) => !excluded_events.includes(log.event)),
		before !== null && ((log) => log.atMs < before.ms),
		after !== null && ((log) => log.atMs > after.ms)
	);
	return all.filter((fits) => fits !== false);
}

function show(world: World, log: EventLog) {
	const dag = log.dagId === undefined ? undefined : world.dags.get(log.dagId);
	const task =
		log.taskId === undefined || log.tryNumber === undefined ? undefined : taskOf(dag, log.taskId);
	return {
		event_log_id: log.id,
		when: isoZ(log.atMs),
		dag_id: log.dagId ?? null,
		task_id: log.taskId ?? null,
		run_id: log.runId ?? null,
		map_index: log.mapIndex ?? null,
		try_number: log.tryNumber ?? null,
		event: log.event,
		logical_date: isoZ(log.logicalDateMs),
		owner: log.owner ?? null,
		extra: log.extra ?? null,
		dag_display_name: dag ? (dag.displayName ?? dag.dagId) : null,
		task_display_name: task ? (task.displayName ?? task.taskId) : null
	};
}
