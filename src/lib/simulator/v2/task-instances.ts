import { deleteInstance } from '#lib/simulator/actions/delete-instance.ts';
import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { instancesOfRun, isExpanded } from '#lib/simulator/instance-lookup.ts';
import { aboutDag } from '#lib/simulator/past/look.ts';
import { runKey, taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { unknownDag } from './dags.ts';
import {
	dateRange,
	decimalRange,
	hasNaiveDate,
	integers,
	optionalText,
	page,
	texts
} from './filters.ts';
import { optional, required, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { cannotOrderBy, criteria, orderBy } from './order.ts';
import { integer, listOf, literal, nullable, oneOf, text } from './readers.ts';
import { instancePage } from './instance-page.ts';
import { badRequest, crash, databaseError, isReply, notFound, ok } from './reply.ts';
import { taskInstanceShape } from './task-instance-shape.ts';
import { badTaskStates, TASK_STATES } from './states-asked.ts';
import { rangeTests, taskInstanceColumns } from './task-instance-filters.ts';
import { tasksOfGroup } from '#lib/simulator/task-group.ts';
import { batchTests, wordTests } from './task-instance-words.ts';

export const listMappedQuery = {
	...dateRange('run_after'),
	...dateRange('logical_date'),
	...dateRange('start_date'),
	...dateRange('end_date'),
	...dateRange('updated_at'),
	...decimalRange('duration'),
	state: texts,
	pool: texts,
	pool_name_pattern: optionalText,
	pool_name_prefix_pattern: optionalText,
	queue: texts,
	queue_name_pattern: optionalText,
	queue_name_prefix_pattern: optionalText,
	executor: texts,
	version_number: integers,
	try_number: integers,
	operator: texts,
	operator_name_pattern: optionalText,
	operator_name_prefix_pattern: optionalText,
	map_index: integers,
	rendered_map_index_pattern: optionalText,
	rendered_map_index_prefix_pattern: optionalText,
	...page,
	order_by: orderBy('map_index')
};

const listQuery = {
	task_id: optionalText,
	...listMappedQuery,
	task_display_name_pattern: optionalText,
	task_display_name_prefix_pattern: optionalText,
	task_group_id: optionalText,
	dag_id_pattern: optionalText,
	dag_id_prefix_pattern: optionalText,
	run_id_pattern: optionalText,
	run_id_prefix_pattern: optionalText,
	cursor: optionalText
};
export type ListQuery = Partial<Values<typeof listQuery>> & Values<typeof listMappedQuery>;

const names = optional(nullable(listOf(text())), null);
const batchFields = {
	dag_ids: names,
	dag_run_ids: names,
	task_ids: names,
	state: optional(nullable(listOf(nullable(oneOf(TASK_STATES)))), null),
	...dateRange('run_after', true),
	...dateRange('logical_date', true),
	...dateRange('start_date', true),
	...dateRange('end_date', true),
	...decimalRange('duration'),
	pool: names,
	queue: names,
	executor: names,
	page_offset: optional(integer(0), 0),
	page_limit: optional(integer(0), 100),
	order_by: optionalText
};
export type BatchForm = Values<typeof batchFields>;
const batchBody: Model<typeof batchFields> = { fields: batchFields };
const BATCH_ORDER = ['id', 'state', 'duration', 'start_date', 'end_date', 'map_index'];

const INSTANCES = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances';
const mapIndexPath = { map_index: required(integer()) };

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py */
export const taskInstances = {
	[`GET ${INSTANCES}`]: operation({ query: listQuery, first: badTaskStates }, listInstances),
	[`POST ${INSTANCES}/list`]: operation(
		{
			path: { dag_id: required(literal(['~'])), dag_run_id: required(literal(['~'])) },
			body: batchBody
		},
		(world, _, { body }) => listBatch(world, body.values)
	),
	[`GET ${INSTANCES}/{task_id}`]: (world: World, call: Call) => {
		const found = instanceOf(world, call, -1);
		if (found) return ok(taskInstanceShape(world, found));
		const { param } = call;
		if (isExpanded(world, param('dag_id'), param('dag_run_id'), param('task_id'))) {
			return notFound('Task instance is mapped, add the map_index value to the URL');
		}
		const [dag, run, task] = namesOf(call);
		return notFound(
			`The Task Instance with dag_id: ${dag}, run_id: ${run} and task_id: ${task} was not found`
		);
	},
	[`DELETE ${INSTANCES}/{task_id}`]: operation(
		{ query: { map_index: optional(integer(), -1) } },
		(world, call, { query }) => {
			const found = instanceOf(world, call, query.map_index);
			if (found) {
				deleteInstance(world, found);
				return ok(null);
			}
			const [dag, run, task] = namesOf(call);
			return notFound(
				`The Task Instance with dag_id: ${dag}, run_id: ${run}, task_id: ${task} ` +
					`and map_index: \`${query.map_index}\` was not found`
			);
		}
	),
	[`GET ${INSTANCES}/{task_id}/{map_index}`]: operation(
		{ path: mapIndexPath },
		(world, call, { path }) => {
			const found = instanceOf(world, call, path.map_index);
			if (found) return ok(taskInstanceShape(world, found));
			const [dag, run, task] = namesOf(call);
			return notFound(
				`The Mapped Task Instance with dag_id: ${dag}, run_id: ${run}, task_id: ${task}, ` +
					`and map_index: \`${path.map_index}\` was not found`
			);
		}
	)
} satisfies Resource;

/** The task instance that a path names. */
export function instanceOf(world: World, { param }: Call, index: number): TaskInstance | undefined {
	const key = taskKey(param('dag_id'), param('dag_run_id'), param('task_id'), index);
	return world.taskInstances.get(key);
}

/** What a path names, in the quotes of the messages. */
export const namesOf = ({ param }: Call) =>
	[`\`${param('dag_id')}\``, `\`${param('dag_run_id')}\``, `\`${param('task_id')}\``] as const;

function listInstances(
	world: World,
	{ param }: Call,
	{ query }: { query: Values<typeof listQuery> }
): Reply {
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	if (runId !== '~') {
		if (dagId === '~') return badRequest('dag_id is required when dag_run_id is specified');
		if (!world.runs.has(runKey(dagId, runId))) {
			const which = `dag_id: \`${dagId}\` and run_id: \`${runId}\``;
			return notFound(`DagRun with ${which} was not found`);
		}
	}
	if (dagId !== '~' && !world.dags.has(dagId)) return unknownDag(dagId);
	const group = groupTest(world, dagId, query.task_group_id);
	if (typeof group === 'object') return group;
	if (hasNaiveDate(query)) return databaseError(world);
	const by = criteria(query.order_by, taskInstanceColumns(world), 'id');
	if (isReply(by)) return by;
	const tests = [...wordTests(world, query), ...rangeTests(world, query)];
	if (group) tests.unshift(({ taskId }) => group(taskId));
	if (runId !== '~') {
		return instancePage(world, instancesOfRun(world, dagId, runId), tests, by, query);
	}
	if (dagId !== '~') tests.unshift(aboutDag((instance) => instance.dagId === dagId));
	return instancePage(world, 'all', tests, by, query);
}

/** A group stands for its tasks and those of the groups in it; so does a task's own id. */
function groupTest(
	world: World,
	dagId: string,
	groupId: string | null
): ((taskId: string) => boolean) | Reply | undefined {
	const dag = world.dags.get(dagId);
	if (groupId === null) return undefined;
	// Without a DAG there is nothing to look the group up in.
	if (!dag) return crash();
	const inside = tasksOfGroup(dag, groupId);
	if (inside) return (taskId) => inside.includes(taskId);
	if (dag.tasks.some(({ taskId }) => taskId === groupId)) return (taskId) => taskId === groupId;
	return notFound({ reason: 'not_found', message: `Task group ${groupId} not found` });
}

function listBatch(world: World, form: BatchForm): Reply {
	const word = form.order_by || 'id';
	const name = word.replace(/^-+/, '');
	if (!BATCH_ORDER.includes(name)) return cannotOrderBy(name);
	const by = criteria([word], taskInstanceColumns(world), 'id');
	if (isReply(by)) return by;
	const tests = [...batchTests(world, form), ...rangeTests(world, form, true)];
	return instancePage(world, 'all', tests, by, {
		limit: form.page_limit,
		offset: form.page_offset,
		cursor: null
	});
}
