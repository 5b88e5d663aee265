import {
	selectForState,
	setTaskState,
	type TaskStateChoice
} from '#lib/simulator/actions/set-state.ts';
import type { Call, Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { instancesOfTask } from '#lib/simulator/instance-lookup.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { setNote } from './dag-run-changes.ts';
import { unknownDag } from './dags.ts';
import { texts } from './filters.ts';
import { optional, required, valueError, type Body, type Model } from './model.ts';
import { operation } from './operation.ts';
import { flag, integer, nullable, text, type Reader } from './readers.ts';
import { instanceCollection } from './instance-page.ts';
import { crash, notFound, refuse } from './reply.ts';
import { namesOf } from './task-instances.ts';
import { inIdOrder } from './task-instance-filters.ts';

const STATES = ['success', 'failed', 'skipped'] as const;
type NewState = (typeof STATES)[number];

/** In any case, but one of three. @source datamodels/task_instances.py `PatchTaskInstanceBody` */
const newState: Reader<NewState | null> = (input, loc) => {
	if (input === null) return valueError("'new_state' should not be empty", loc, input);
	const word = String(input).toLowerCase();
	const found = STATES.find((state) => state === word);
	if (found) return { value: found };
	return valueError(`'${word}' is not one of ['success', 'failed', 'skipped']`, loc, input);
};

export const patchFields = {
	new_state: optional(newState, null),
	note: optional(nullable(text(1000)), null),
	include_upstream: optional(flag, false),
	include_downstream: optional(flag, false),
	include_future: optional(flag, false),
	include_past: optional(flag, false)
};
export const patchBody: Model<typeof patchFields> = { fields: patchFields };
const query = { update_mask: texts };
const mapIndexPath = { map_index: required(integer()) };
const mapIndexQuery = { map_index: optional(nullable(integer()), null), ...query };

const INSTANCE = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py `patch_task_instance` */
export const taskInstanceChanges = {
	[`PATCH ${INSTANCE}`]: refuseOddState(
		operation({ query: mapIndexQuery, body: patchBody }, (world, call, input) =>
			patch(world, call, input.query.map_index ?? undefined, input.query.update_mask, input.body)
		)
	),
	[`PATCH ${INSTANCE}/{map_index}`]: refuseOddState(
		operation({ path: mapIndexPath, query, body: patchBody }, (world, call, input) =>
			patch(world, call, input.path.map_index, input.query.update_mask, input.body)
		)
	),
	[`PATCH ${INSTANCE}/dry_run`]: refuseOddState(
		operation({ query: mapIndexQuery, body: patchBody }, (world, call, input) =>
			dryRun(world, call, input.query.map_index ?? undefined, input.query.update_mask, input.body)
		)
	),
	[`PATCH ${INSTANCE}/{map_index}/dry_run`]: refuseOddState(
		operation({ path: mapIndexPath, query, body: patchBody }, (world, call, input) =>
			dryRun(world, call, input.path.map_index, input.query.update_mask, input.body)
		)
	)
} satisfies Resource;

/** A state that is no text breaks the server's own check. */
export function refuseOddState(handler: Handler): Handler {
	return (world, call) => {
		const state = (call.body as { new_state?: unknown } | null | undefined)?.new_state;
		const isOdd = state !== undefined && state !== null && typeof state !== 'string';
		return isOdd ? crash() : handler(world, call);
	};
}

export type PatchBody = Body<typeof patchFields>;

function patch(
	world: World,
	call: Call,
	index: number | undefined,
	mask: readonly string[],
	body: PatchBody
): Reply {
	const target = findTarget(world, call, index);
	if ('status' in target) return target;
	const asked = fieldsAsked(body, mask);
	const { note, new_state: state } = body.values;
	const choice = state && asked.has('new_state') ? choiceOf(target, state, body) : undefined;
	if (choice && selectForState(world, target.dag, choice).length === 0) {
		return refuse(409, `Task id ${choice.taskId} is already in ${state} state`);
	}
	if (asked.has('note') && (mask.length > 0 || note !== null)) {
		for (const instance of target.instances) setNote(instance, note);
	}
	if (choice) setTaskState(world, target.dag, choice);
	return instanceCollection(world, target.instances, frameOf(target.instances));
}

/** What was sent, as far as the mask lets it through. */
export const fieldsAsked = ({ given }: { given: ReadonlySet<string> }, mask: readonly string[]) =>
	new Set([...given].filter((field) => mask.length === 0 || mask.includes(field)));

function dryRun(
	world: World,
	call: Call,
	index: number | undefined,
	mask: readonly string[],
	body: PatchBody
): Reply {
	const target = findTarget(world, call, index);
	if ('status' in target) return target;
	const { new_state: state } = body.values;
	const sets = state && (mask.length === 0 || mask.includes('new_state'));
	if (!sets || !body.given.has('new_state')) {
		return instanceCollection(world, target.instances, frameOf(target.instances));
	}
	return collection(world, selectForState(world, target.dag, choiceOf(target, state, body)));
}

type Target = Exclude<ReturnType<typeof findTarget>, Reply>;

function choiceOf(
	{ run, taskId, mapIndex }: Target,
	state: NewState,
	{ values }: PatchBody
): TaskStateChoice {
	return {
		run,
		taskId,
		mapIndex,
		state,
		upstream: values.include_upstream,
		downstream: values.include_downstream,
		future: values.include_future,
		past: values.include_past
	};
}

function findTarget(world: World, call: Call, index: number | undefined) {
	const { param } = call;
	const dag = world.dags.get(param('dag_id'));
	if (!dag) return unknownDag(param('dag_id'));
	if (!dag.tasks.some(({ taskId }) => taskId === param('task_id'))) {
		return notFound(`Task '${param('task_id')}' not found in Dag '${dag.dagId}'`);
	}
	const [runId, taskId] = [param('dag_run_id'), param('task_id')];
	const run = world.runs.get(runKey(dag.dagId, runId));
	const all = instancesOfTask(world, dag.dagId, runId, taskId);
	const instances = index === undefined ? all : all.filter(({ mapIndex }) => mapIndex === index);
	if (run && instances.length > 0) return { dag, run, taskId, mapIndex: index, instances };
	const [dagName, runName, task] = namesOf(call);
	// A stray comma in Airflow makes a tuple of this message.
	return notFound([
		`The Task Instance with dag_id: ${dagName}, run_id: ${runName}, task_id: ${task} and ` +
			`map_index: \`${index ?? 'None'}\` was not found`
	]);
}

/** Task instances in the order of their ids, framed as a collection that is not paged. */
export function collection(world: World, instances: readonly TaskInstance[]): Reply {
	return instanceCollection(world, inIdOrder(world, instances), frameOf(instances));
}

export const frameOf = (instances: readonly TaskInstance[]) => ({
	total_entries: instances.length,
	total_entries_limit: null,
	next_cursor: null,
	previous_cursor: null
});
