import type { Resource } from '#lib/simulator/call.ts';
import { eventLogOf } from '#lib/simulator/event-log.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { EventLog } from '#lib/simulator/world-tables.ts';
import { applySorting, checkLimit } from './collection.ts';
import { isReply, noSuchUrl, notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/event_log_endpoint.py */
export const eventLogs = {
	'GET /eventLogs': rule({
		role: 'viewer',
		query: {
			limit: 'integer',
			offset: 'offset',
			order_by: 'string',
			dag_id: 'string',
			task_id: 'string',
			run_id: 'string',
			map_index: 'integer',
			try_number: 'integer',
			event: 'string',
			owner: 'string',
			before: 'date-time',
			after: 'date-time',
			included_events: 'string',
			excluded_events: 'string'
		},
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const same = (value: string | number | undefined, asked: string | number | undefined) =>
				!asked || value === asked;
			const included = args.text('included_events')?.split(',');
			const excluded = args.text('excluded_events')?.split(',');
			const [beforeMs, afterMs] = [args.time('before'), args.time('after')];
			const found = world.eventLogs.filter(
				(log) =>
					same(log.dagId, args.text('dag_id')) &&
					same(log.taskId, args.text('task_id')) &&
					same(log.runId, args.text('run_id')) &&
					same(log.mapIndex, args.number('map_index')) &&
					same(log.tryNumber, args.number('try_number')) &&
					same(log.owner, args.text('owner')) &&
					same(log.event, args.text('event')) &&
					(included === undefined || included.includes(log.event)) &&
					!excluded?.includes(log.event) &&
					(beforeMs === undefined || log.atMs < beforeMs) &&
					(afterMs === undefined || log.atMs > afterMs)
			);
			const order = args.text('order_by') ?? 'event_log_id';
			const sorted =
				order === 'event_log_id'
					? found
					: applySorting(found, order, {
							event_log_id: ({ id }) => id,
							when: ({ atMs }) => atMs,
							dag_id: ({ dagId }) => dagId,
							task_id: ({ taskId }) => taskId,
							run_id: ({ runId }) => runId,
							event: ({ event }) => event,
							execution_date: ({ logicalDateMs }) => logicalDateMs,
							owner: ({ owner }) => owner,
							extra: ({ extra }) => extra
						});
			if (isReply(sorted)) return sorted;
			const page = pageOf(sorted, limit, args.number('offset') ?? 0);
			return ok({ event_logs: page.map(show), total_entries: found.length });
		}
	}),
	'GET /eventLogs/{event_log_id}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const id = param('event_log_id');
			if (!/^\d+$/.test(id)) return noSuchUrl();
			const found = eventLogOf(world, Number(id));
			return found ? ok(show(found)) : notFound('Event Log not found');
		}
	})
} satisfies Resource;

const show = (log: EventLog) => ({
	dag_id: log.dagId ?? null,
	event: log.event,
	event_log_id: log.id,
	execution_date: isoUtc(log.logicalDateMs),
	extra: log.extra ?? null,
	map_index: log.mapIndex ?? null,
	owner: log.owner ?? null,
	run_id: log.runId ?? null,
	task_id: log.taskId ?? null,
	try_number: log.tryNumber ?? null,
	when: isoUtc(log.atMs)
});
