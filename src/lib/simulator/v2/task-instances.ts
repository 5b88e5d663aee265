import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { runKey, taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { cutPage } from './cursor.ts';
import { rangesOf } from './dag-run-filters.ts';
import { unknownDag } from './dags.ts';
import {
	dateRange,
	decimalRange,
	fitsPattern,
	fitsPrefix,
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
import { badRequest, databaseError, isReply, notFound, ok } from './reply.ts';
import { taskInstanceShape } from './shapes.ts';
import { badTaskStates, TASK_STATES } from './states-asked.ts';
import {
	fitsTaskRanges,
	taskInstanceColumns,
	taskInstanceRows,
	type Row
} from './task-instance-filters.ts';

const listQuery = {
	task_id: optionalText,
	...dateRange('run_after'),
	...dateRange('logical_date'),
	...dateRange('start_date'),
	...dateRange('end_date'),
	...dateRange('updated_at'),
	...decimalRange('duration'),
	task_display_name_pattern: optionalText,
	task_display_name_prefix_pattern: optionalText,
	task_group_id: optionalText,
	dag_id_pattern: optionalText,
	dag_id_prefix_pattern: optionalText,
	run_id_pattern: optionalText,
	run_id_prefix_pattern: optionalText,
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
	order_by: orderBy('map_index'),
	cursor: optionalText
};

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
const batchBody: Model<typeof batchFields> = { fields: batchFields };
const BATCH_ORDER = ['id', 'state', 'duration', 'start_date', 'end_date', 'map_index'];

const INSTANCES = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances';
const mapIndexPath = { map_index: required(integer()) };

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py */
export const taskInstances = {
	[`GET ${INSTANCES}`]: operation({ query: listQuery }, listInstances),
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
		const [dag, run, task] = namesOf(call);
		return notFound(
			`The Task Instance with dag_id: ${dag}, run_id: ${run} and task_id: ${task} was not found`
		);
	},
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
	const refusal = badTaskStates(query.state);
	if (refusal) return refusal;
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	if (runId !== '~') {
		if (dagId === '~') return badRequest('dag_id is required when dag_run_id is specified');
		if (!world.runs.has(runKey(dagId, runId))) {
			const which = `dag_id: \`${dagId}\` and run_id: \`${runId}\``;
			return notFound(`DagRun with ${which} was not found`);
		}
	}
	if (dagId !== '~' && !world.dags.has(dagId)) return unknownDag(dagId);
	if (query.task_group_id !== null && dagId !== '~') {
		const message = `Task group ${query.task_group_id} not found`;
		return notFound({ reason: 'not_found', message });
	}
	if (hasNaiveDate(query)) return databaseError(world);
	const rows = taskInstanceRows(world);
	const by = criteria(query.order_by, taskInstanceColumns(rows), 'id');
	if (isReply(by)) return by;
	const ranges = rangesOf(query);
	const found = rows.filter(
		(row) =>
			(dagId === '~' || row.instance.dagId === dagId) &&
			(runId === '~' || row.instance.runId === runId) &&
			fitsTaskRanges(row, ranges, world.nowMs) &&
			fitsWords(row, query)
	);
	const cut = cutPage(found, by, query);
	return isReply(cut) ? cut : collection(world, cut.rows, cut.frame);
}

function fitsWords({ instance, task }: Row, query: Values<typeof listQuery>): boolean {
	const has = <Word>(asked: readonly Word[], word: Word | undefined) =>
		asked.length === 0 || (word !== undefined && asked.includes(word));
	const { dagId, runId, taskId, state } = instance;
	return (
		(query.task_id === null || query.task_id === taskId) &&
		has(query.state, state ?? 'none') &&
		has(query.pool, task?.pool) &&
		has(query.queue, task?.queue) &&
		has(query.executor, undefined) &&
		has(query.version_number, 1) &&
		has(query.try_number, instance.tryNumber) &&
		has(query.operator, task?.operator) &&
		has(query.map_index, instance.mapIndex) &&
		fitsPattern(taskId, query.task_display_name_pattern) &&
		fitsPrefix(taskId, query.task_display_name_prefix_pattern) &&
		fitsPattern(dagId, query.dag_id_pattern) &&
		fitsPrefix(dagId, query.dag_id_prefix_pattern) &&
		fitsPattern(runId, query.run_id_pattern) &&
		fitsPrefix(runId, query.run_id_prefix_pattern) &&
		fitsPattern(task?.pool, query.pool_name_pattern) &&
		fitsPrefix(task?.pool, query.pool_name_prefix_pattern) &&
		fitsPattern(task?.queue, query.queue_name_pattern) &&
		fitsPrefix(task?.queue, query.queue_name_prefix_pattern) &&
		fitsPattern(task?.operator, query.operator_name_pattern) &&
		fitsPrefix(task?.operator, query.operator_name_prefix_pattern) &&
		fitsPattern(String(instance.mapIndex), query.rendered_map_index_pattern) &&
		fitsPrefix(String(instance.mapIndex), query.rendered_map_index_prefix_pattern)
	);
}

function listBatch(world: World, values: Values<typeof batchFields>): Reply {
	const rows = taskInstanceRows(world);
	const word = values.order_by || 'id';
	const name = word.replace(/^-+/, '');
	if (!BATCH_ORDER.includes(name)) return cannotOrderBy(name);
	const by = criteria([word], taskInstanceColumns(rows), 'id');
	if (isReply(by)) return by;
	const has = <Word>(asked: readonly Word[] | null, one: Word) =>
		!asked?.length || asked.includes(one);
	const ranges = rangesOf({
		updated_at_gte: null,
		updated_at_gt: null,
		updated_at_lte: null,
		updated_at_lt: null,
		...values
	});
	const found = rows.filter(
		(row) =>
			has(values.dag_ids, row.instance.dagId) &&
			has(values.dag_run_ids, row.instance.runId) &&
			has(values.task_ids, row.instance.taskId) &&
			has<string | null>(values.state, row.instance.state ?? null) &&
			has(values.pool, row.task?.pool ?? '') &&
			has(values.queue, row.task?.queue ?? '') &&
			!values.executor?.length &&
			fitsTaskRanges(row, ranges, world.nowMs)
	);
	const cut = cutPage(found, by, {
		limit: values.page_limit,
		offset: values.page_offset,
		cursor: null
	});
	return isReply(cut) ? cut : collection(world, cut.rows, cut.frame);
}

function collection(world: World, rows: readonly Row[], frame: object): Reply {
	const shapes = rows.map(({ instance }) => taskInstanceShape(world, instance));
	return ok({ task_instances: shapes, ...frame });
}
