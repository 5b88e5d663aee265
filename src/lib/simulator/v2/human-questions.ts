import { respond } from '#lib/simulator/actions/respond.ts';
import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { HumanQuestion } from '#lib/simulator/world-tables.ts';
import { taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { questionShape } from './human-question-shape.ts';
import { listQuestions, questionsQuery } from './human-question-lists.ts';
import { badTaskStates } from './states-asked.ts';
import { optional, required, type Values } from './model.ts';
import { operation } from './operation.ts';
import { fail, integer, listOf, record, text, type Reader } from './readers.ts';
import { badRequest, notFound, ok, refuse } from './reply.ts';
import { taskInstanceShape, tryShape } from './task-instance-shape.ts';
import { instanceOf, namesOf } from './task-instances.ts';

const DETAILS =
	'/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails';
const mapIndexPath = { map_index: required(integer()) };
const tryPath = { ...mapIndexPath, try_number: required(integer()) };

const options: Reader<string[]> = (input, loc) => {
	if (!Array.isArray(input) || input.length > 0) return listOf(text())(input, loc);
	const msg = 'List should have at least 1 item after validation, not 0';
	const ctx = { field_type: 'List', min_length: 1, actual_length: 0 };
	return fail('too_short', loc, msg, input, ctx);
};
const answerFields = {
	chosen_options: required(options),
	params_input: optional(record, {})
};

/** @source airflow/api_fastapi/core_api/routes/public/hitl.py */
export const humanQuestions = {
	[`GET ${DETAILS}`]: operation({ path: mapIndexPath }, (world, call, { path }) => {
		const found = findQuestion(world, call, path.map_index);
		if ('status' in found) return found;
		const { instance, question } = found;
		return ok(questionShape(question, taskInstanceShape(world, instance)));
	}),
	[`PATCH ${DETAILS}`]: operation(
		{ path: mapIndexPath, body: { fields: answerFields, ignoresMore: true } },
		(world, call, { path, body }) => answerQuestion(world, call, path.map_index, body.values)
	),
	[`GET ${DETAILS}/tries/{try_number}`]: operation({ path: tryPath }, (world, call, { path }) =>
		questionOfTry(world, call, path.map_index, path.try_number)
	),
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails': operation(
		{ query: questionsQuery, first: badTaskStates },
		(world, call, { query }) => listQuestions(world, call, query)
	)
} satisfies Resource;

interface Found {
	instance: TaskInstance;
	question: HumanQuestion;
}

function findQuestion(world: World, call: Call, index: number): Found | Reply {
	const instance = instanceOf(world, call, index);
	if (!instance) return noInstance(call, index);
	const { dagId, runId, taskId, mapIndex, uuid } = instance;
	const question = world.humanQuestions.get(taskKey(dagId, runId, taskId, mapIndex));
	return question ? { instance, question } : noQuestion(uuid);
}

function noInstance(call: Call, index: number): Reply {
	const [dag, run, task] = namesOf(call);
	return notFound(
		`The Task Instance with dag_id: ${dag}, run_id: ${run}, ` +
			`task_id: ${task} and map_index: \`${index}\` was not found`
	);
}

const noQuestion = (uuid: string) =>
	notFound(`Human-in-the-loop detail does not exist for Task Instance with id ${uuid}`);

/** A try of the history comes before the current one. */
function questionOfTry(world: World, call: Call, index: number, tryNumber: number): Reply {
	const instance = instanceOf(world, call, index);
	const attempt =
		instance?.history.find((one) => one.tryNumber === tryNumber) ??
		(instance?.tryNumber === tryNumber ? instance : undefined);
	if (!instance || !attempt) return noInstance(call, index);
	const { dagId, runId, taskId, mapIndex } = instance;
	const key = taskKey(dagId, runId, taskId, mapIndex);
	const question = world.humanQuestions.get(attempt === instance ? key : `${key}\n${tryNumber}`);
	if (!question) return noQuestion(instance.uuid);
	return ok(questionShape(question, tryShape(world, instance, attempt)));
}

function answerQuestion(
	world: World,
	call: Call,
	index: number,
	{ chosen_options: chosen, params_input: params }: Values<typeof answerFields>
): Reply {
	const found = findQuestion(world, call, index);
	if ('status' in found) return found;
	const { instance, question } = found;
	if (question.respondedMs !== undefined) {
		return refuse(
			409,
			`Human-in-the-loop detail has already been updated for Task Instance with id ${instance.uuid} ` +
				'and is not allowed to write again.'
		);
	}
	const by = call.user?.username ?? '';
	if (question.assignedUsers.length > 0 && !question.assignedUsers.includes(by)) {
		return refuse(403, `User=${by} (id=${by}) is not a respondent for the task.`);
	}
	const invalid = [...new Set(chosen)].filter((one) => !question.options.includes(one)).sort();
	if (invalid.length > 0) {
		const allowed = pythonRepr([...new Set(question.options)].sort());
		return badRequest(`Invalid options ${pythonRepr(invalid)}; allowed options are ${allowed}.`);
	}
	if (!question.multiple && chosen.length > 1) {
		return badRequest(
			'Multiple options chosen but this Human-in-the-loop task accepts only a single option.'
		);
	}
	respond(world, instance, { by, options: chosen, params });
	return ok({
		responded_by: { id: by, name: by },
		responded_at: isoZ(question.respondedMs),
		chosen_options: chosen,
		params_input: params
	});
}
