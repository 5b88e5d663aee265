import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { instancesOfTask, isExpanded } from '#lib/simulator/instance-lookup.ts';
import type { World } from '#lib/simulator/world.ts';
import { unknownDag } from './dags.ts';
import { showDependencies } from './dependencies.ts';
import { hasNaiveDate } from './filters.ts';
import { instancePage } from './instance-page.ts';
import { required, type Values } from './model.ts';
import { operation } from './operation.ts';
import { criteria } from './order.ts';
import { integer } from './readers.ts';
import { databaseError, isReply, notFound } from './reply.ts';
import { badTaskStates } from './states-asked.ts';
import { rangeTests, taskInstanceColumns } from './task-instance-filters.ts';
import { wordTests } from './task-instance-words.ts';
import { listMappedQuery } from './task-instances.ts';

const TASK = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py */
export const mappedTasks = {
	[`GET ${TASK}/listMapped`]: operation(
		{ query: listMappedQuery, first: badTaskStates },
		listMapped
	),
	[`GET ${TASK}/{map_index}/dependencies`]: operation(
		{ path: { map_index: required(integer()) } },
		(world, call, { path }) => showDependencies(world, call, path.map_index)
	)
} satisfies Resource;

function listMapped(
	world: World,
	{ param }: Call,
	{ query }: { query: Values<typeof listMappedQuery> }
): Reply {
	const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
	const expanded = isExpanded(world, dagId, runId, taskId);
	if (!expanded) {
		const dag = world.dags.get(dagId);
		if (!dag) return unknownDag(dagId);
		const task = taskOf(dag, taskId);
		if (!task) return notFound(`Task id ${taskId} not found`);
		if (!task.expandsOver) return notFound(`Task id ${taskId} is not mapped`);
	}
	const by = criteria(query.order_by, taskInstanceColumns(world), 'id');
	if (isReply(by)) return by;
	if (hasNaiveDate(query)) return databaseError(world);
	const parts = expanded ? instancesOfTask(world, dagId, runId, taskId) : [];
	const tests = [...wordTests(world, query), ...rangeTests(world, query)];
	return instancePage(world, parts, tests, by, { ...query, cursor: null });
}
