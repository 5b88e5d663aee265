import type { Reply, Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { stretchesOf } from '#lib/simulator/logs.ts';
import { isFinished } from '#lib/simulator/states.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { TaskInstance, TaskTry, World } from '#lib/simulator/world.ts';
import { encodeBase64Url } from './base64-url.ts';
import { optionalText } from './filters.ts';
import { optional, required } from './model.ts';
import { operation } from './operation.ts';
import { flag, integer } from './readers.ts';
import { badRequest, notFound, ok, refuse } from './reply.ts';
import { stretchEvents, type LogEvent } from './log-events.ts';
import { instanceOf } from './task-instances.ts';

const KEY = 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{try_number}';

/** A short log: where it lies, that the task began, and how it ended. @source routes/public/log.py */
export const logs = {
	[KEY]: operation(
		{
			path: { try_number: required(integer(0)) },
			query: {
				full_content: optional(flag, false),
				map_index: optional(integer(), -1),
				token: optionalText
			}
		},
		(world, call, { path, query }) => {
			const accept = call.request.headers['accept'] ?? '*/*';
			const wantsLines = accept.startsWith('application/x-ndjson');
			if (!wantsLines && !/^(\*\/\*|application\/json)/.test(accept)) {
				return refuse(406, 'Only application/json or application/x-ndjson is supported');
			}
			if (query.token && query.token !== TOKEN) {
				return badRequest('Bad Signature. Please use only the tokens provided by the API.');
			}
			const instance = instanceOf(world, call, query.map_index);
			const attempts: TaskTry[] = instance ? [instance, ...instance.history] : [];
			const attempt = attempts.find(({ tryNumber }) => tryNumber === path.try_number);
			if (!instance || !attempt) return notFound('TaskInstance not found');
			const events = eventsOf(world, instance, attempt);
			return wantsLines ? lines(events) : whole(events, attempt);
		}
	)
} satisfies Resource;

/** Stands for the signed place in the log; the log is short, so every page begins at its start. */
const TOKEN = encodeBase64Url(new TextEncoder().encode('{"download_logs":false}'));

function whole(events: LogEvent[], attempt: TaskTry): Reply {
	const isOver = attempt.startMs === undefined || isFinished(attempt.state);
	return ok({ content: events, continuation_token: isOver ? null : TOKEN });
}

function lines(events: LogEvent[]): Reply {
	const text = events.map((event) => JSON.stringify({ timestamp: null, ...event })).join('\n');
	const headers = {
		'content-type': 'application/x-ndjson',
		'airflow-continuation-token': TOKEN
	};
	return { status: 200, headers, body: `${text}\n` };
}

function eventsOf(world: World, instance: TaskInstance, attempt: TaskTry): LogEvent[] {
	const { dagId, runId, taskId, mapIndex } = instance;
	if (attempt.startMs === undefined) {
		const queuedMs = instance.queuedMs ?? world.nowMs;
		return [
			{ timestamp: null, event: '::group::Log message source details' },
			{ timestamp: null, event: '::endgroup::' },
			{ timestamp: isoZ(queuedMs), event: 'No logs available for this task.' }
		];
	}
	const dag = world.dags.get(dagId);
	const task = taskOf(dag, taskId);
	const stretches = dag && task && stretchesOf(world, dag, task, instance, attempt.tryNumber);
	const part = mapIndex < 0 ? '' : `/map_index=${mapIndex}`;
	const file = `dag_id=${dagId}/run_id=${runId}/task_id=${taskId}${part}/attempt=${attempt.tryNumber}.log`;
	if (!dag || !task || !stretches) return notRun(attempt);
	return [
		{ event: '::group::Log message source details' },
		{ event: `/opt/airflow/logs/${file}` },
		{ event: '::endgroup::' },
		...stretches.flatMap((stretch) => stretchEvents(dag, task, instance, attempt, stretch))
	];
}

/** A task that was passed over says so in one line. @source airflow/utils/log/file_task_handler.py */
function notRun(attempt: TaskTry): LogEvent[] {
	const why =
		attempt.state === 'upstream_failed'
			? 'Task did not run because upstream task(s) failed.'
			: attempt.state === 'skipped'
				? 'Task was skipped, no logs available.'
				: 'No logs available for this task.';
	return [
		{ timestamp: null, event: '::group::Log message source details' },
		{ timestamp: null, event: '::endgroup::' },
		{ timestamp: isoZ(attempt.endMs ?? attempt.queuedMs), event: why }
	];
}
