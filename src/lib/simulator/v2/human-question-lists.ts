import type { Call, Reply } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import type { HumanQuestion } from '#lib/simulator/world-tables.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import {
	boundsOf,
	dateRange,
	fitsPattern,
	fitsPrefix,
	hasNaiveDate,
	inRange,
	microsOf,
	optionalFlag,
	optionalText,
	page,
	texts
} from './filters.ts';
import { questionShape } from './human-question-shape.ts';
import { optional, type Values } from './model.ts';
import { criteria, orderBy, sortRows, type Columns } from './order.ts';
import { integer, nullable } from './readers.ts';
import { databaseError, isReply, ok } from './reply.ts';
import { taskInstanceShape } from './task-instance-shape.ts';

export const questionsQuery = {
	...page,
	order_by: orderBy('ti_id'),
	dag_id_pattern: optionalText,
	dag_id_prefix_pattern: optionalText,
	task_id: optionalText,
	task_id_pattern: optionalText,
	task_id_prefix_pattern: optionalText,
	map_index: optional(nullable(integer()), null),
	state: texts,
	response_received: optionalFlag,
	responded_by_user_id: texts,
	responded_by_user_name: texts,
	subject_search: optionalText,
	body_search: optionalText,
	...dateRange('created_at')
};

interface Row {
	question: HumanQuestion;
	instance: TaskInstance;
	runAfterMs: number | undefined;
	name: string;
	operator: string | undefined;
}

const columns: Columns<Row> = {
	ti_id: { kind: 'text', value: ({ instance }) => instance.uuid },
	subject: { kind: 'text', value: ({ question }) => question.subject },
	responded_at: { kind: 'date', value: ({ question }) => question.respondedMs },
	created_at: { kind: 'date', value: ({ question }) => question.createdMs },
	responded_by_user_id: { kind: 'text', value: ({ question }) => question.respondedBy },
	responded_by_user_name: { kind: 'text', value: ({ question }) => question.respondedBy },
	dag_id: { kind: 'text', value: ({ instance }) => instance.dagId },
	run_id: { kind: 'text', value: ({ instance }) => instance.runId },
	task_display_name: { kind: 'text', value: ({ name }) => name },
	run_after: { kind: 'date', value: ({ runAfterMs }) => runAfterMs },
	rendered_map_index: { kind: 'number', value: ({ instance }) => instance.mapIndex },
	task_instance_operator: { kind: 'text', value: ({ operator }) => operator },
	task_instance_state: { kind: 'text', value: ({ instance }) => instance.state }
};

/** @source airflow/api_fastapi/core_api/routes/public/hitl.py `get_hitl_details` */
export function listQuestions(
	world: World,
	{ param }: Call,
	query: Values<typeof questionsQuery>
): Reply {
	if (hasNaiveDate(query)) return databaseError(world);
	const by = criteria(query.order_by, columns, 'ti_id');
	if (isReply(by)) return by;
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	const found: Row[] = [];
	for (const [key, question] of world.humanQuestions) {
		// What an earlier try asked has a longer key and is found nowhere here.
		const instance = world.taskInstances.get(key);
		if (!instance) continue;
		if (dagId !== '~' && instance.dagId !== dagId) continue;
		if (runId !== '~' && instance.runId !== runId) continue;
		if (fits(question, instance, query)) found.push(rowOf(world, question, instance));
	}
	const rows = sortRows(found, by).slice(query.offset, query.offset + query.limit);
	return ok({
		hitl_details: rows.map(({ question, instance }) =>
			questionShape(question, taskInstanceShape(world, instance))
		),
		total_entries: found.length
	});
}

function rowOf(world: World, question: HumanQuestion, instance: TaskInstance): Row {
	const task = taskOf(world.dags.get(instance.dagId), instance.taskId);
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	return {
		question,
		instance,
		runAfterMs: run?.runAfterMs,
		name: task?.displayName ?? instance.taskId,
		operator: task?.operator
	};
}

function fits(
	question: HumanQuestion,
	{ dagId, taskId, mapIndex, state }: TaskInstance,
	query: Values<typeof questionsQuery>
): boolean {
	const by = question.respondedBy;
	const has = (asked: readonly string[], word: string | undefined) =>
		asked.length === 0 || (word !== undefined && asked.includes(word));
	const received = query.response_received;
	return (
		fitsPattern(dagId, query.dag_id_pattern) &&
		fitsPrefix(dagId, query.dag_id_prefix_pattern) &&
		(query.task_id === null || query.task_id === taskId) &&
		fitsPattern(taskId, query.task_id_pattern) &&
		fitsPrefix(taskId, query.task_id_prefix_pattern) &&
		(query.map_index === null || query.map_index === mapIndex) &&
		has(query.state, state ?? 'none') &&
		(received === null || received === (question.respondedMs !== undefined)) &&
		has(query.responded_by_user_id, by) &&
		has(query.responded_by_user_name, by) &&
		fitsPattern(question.subject, query.subject_search) &&
		fitsPattern(question.body, query.body_search) &&
		inRange(microsOf(question.createdMs), boundsOf(query, 'created_at'))
	);
}
