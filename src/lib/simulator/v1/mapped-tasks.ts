import type { Reply, Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { instancesOfTask, isExpanded } from '#lib/simulator/instance-lookup.ts';
import { pageOf, sortBy } from '#lib/simulator/paging.ts';
import type { TaskInstance, World } from '#lib/simulator/world.ts';
import { showDependencies } from './dependencies.ts';
import { badRequest, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import { readChoice, taskInstancesQuery, type Ask } from './task-instance-lists.ts';
import { patchBody, patchInstance, setNote, noteBody } from './task-instances.ts';
import { secondsOf } from '#lib/simulator/instance-duration.ts';
import { showTaskInstance } from './task-instance-shape.ts';
import { findInstance, withNumber } from './tries.ts';

const TASK = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py */
export const mappedTasks = {
	[`GET ${TASK}/listMapped`]: rule({
		role: 'viewer',
		query: { ...taskInstancesQuery, order_by: 'string' },
		answer: listMapped
	}),
	[`GET ${TASK}/{map_index}`]: rule({
		role: 'viewer',
		query: {},
		answer: (world, call) =>
			withNumber(call, 'map_index', (at) => {
				const instance = findInstance(world, call, at);
				return instance
					? ok(showTaskInstance(world, instance))
					: notFound('Task instance not found');
			})
	}),
	[`PATCH ${TASK}/{map_index}`]: rule({
		role: 'user',
		query: {},
		body: patchBody,
		answer: (world, call) => withNumber(call, 'map_index', (at) => patchInstance(world, call, at))
	}),
	[`PATCH ${TASK}/{map_index}/setNote`]: rule({
		role: 'user',
		query: {},
		body: noteBody,
		answer: (world, call) => withNumber(call, 'map_index', (at) => setNote(world, call, at))
	}),
	[`GET ${TASK}/{map_index}/dependencies`]: rule({
		role: 'viewer',
		query: {},
		answer: (world, call) =>
			withNumber(call, 'map_index', (at) => showDependencies(world, call, at))
	})
} satisfies Resource;

const ORDERS: Record<string, (world: World) => (one: TaskInstance) => string | number | undefined> =
	{
		state: () => (one) => one.state,
		duration: (world) => (one) => secondsOf(world, one),
		start_date: () => (one) => one.startMs,
		end_date: () => (one) => one.endMs
	};

function listMapped(world: World, { param, args }: V1Call): Reply {
	const ask: Ask = readChoice(world, args);
	if ('status' in ask) return ask;
	const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
	const expanded = isExpanded(world, dagId, runId, taskId);
	const parts = expanded ? instancesOfTask(world, dagId, runId, taskId) : [];
	if (!expanded) {
		const dag = world.dags.get(dagId);
		if (!dag) return notFound(`DAG ${dagId} not found`);
		const task = taskOf(dag, taskId);
		if (!task) return notFound(`Task id ${taskId} not found`);
		if (!task.expandsOver) return notFound(`Task id ${taskId} is not mapped`);
	}
	const found = parts.filter((part) => ask.looks.every((fits) => fits(part)));
	const word = args.text('order_by');
	const key = ORDERS[word?.replace(/^-/, '') ?? ''];
	if (word !== undefined && word !== '-map_index' && !key) {
		return badRequest(`Ordering with '${word}' is not supported`);
	}
	const sorted = key
		? sortBy(found, key(world), word?.startsWith('-') ?? false)
		: word === '-map_index'
			? found.toReversed()
			: found;
	const limit = args.number('limit') ?? 100;
	const page = pageOf(sorted, limit < 0 ? Infinity : limit, args.number('offset') ?? 0);
	return ok({
		task_instances: page.map((one) => showTaskInstance(world, one)),
		total_entries: found.length
	});
}
