import {
	selectForState,
	setTaskState,
	type TaskStateChoice
} from '#lib/simulator/actions/set-state.ts';
import type { Call, Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { setNote } from './dag-run-changes.ts';
import { unknownDag } from './dags.ts';
import { texts } from './filters.ts';
import { optional, required, valueError, type Body, type Model } from './model.ts';
import { operation } from './operation.ts';
import { flag, integer, nullable, text, type Reader } from './readers.ts';
import { crash, notFound, ok, refuse } from './reply.ts';
import { taskInstanceShape } from './shapes.ts';
import { instanceOf, namesOf } from './task-instances.ts';
import { taskInstanceRows } from './task-instance-filters.ts';

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

const fields = {
	new_state: optional(newState, null),
	note: optional(nullable(text(1000)), null),
	include_upstream: optional(flag, false),
	include_downstream: optional(flag, false),
	include_future: optional(flag, false),
	include_past: optional(flag, false)
};
const patchBody: Model<typeof fields> = { fields };
const query = { update_mask: texts };
const mapIndexPath = { map_index: required(integer()) };

const INSTANCE = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py `patch_task_instance` */
export const taskInstanceChanges = {
	[`PATCH ${INSTANCE}`]: refuseOddState(
		operation({ query, body: patchBody }, (world, call, input) =>
			patch(world, call, undefined, input.query.update_mask, input.body)
		)
	),
	[`PATCH ${INSTANCE}/{map_index}`]: refuseOddState(
		operation({ path: mapIndexPath, query, body: patchBody }, (world, call, input) =>
			patch(world, call, input.path.map_index, input.query.update_mask, input.body)
		)
	),
	[`PATCH ${INSTANCE}/dry_run`]: refuseOddState(
		operation({ query, body: patchBody }, (world, call, input) =>
			dryRun(world, call, undefined, input.query.update_mask, input.body)
		)
	),
	[`PATCH ${INSTANCE}/{map_index}/dry_run`]: refuseOddState(
		operation({ path: mapIndexPath, query, body: patchBody }, (world, call, input) =>
			dryRun(world, call, input.path.map_index, input.query.update_mask, input.body)
		)
	)
} satisfies Resource;

/** A state that is no text breaks the server's own check. */
function refuseOddState(handler: Handler): Handler {
	return (world, call) => {
		const state = (call.body as { new_state?: unknown } | null | undefined)?.new_state;
		const isOdd = state !== undefined && state !== null && typeof state !== 'string';
		return isOdd ? crash() : handler(world, call);
	};
}

type PatchBody = Body<typeof fields>;

function patch(
	world: World,
	call: Call,
	index: number | undefined,
	mask: readonly string[],
	body: PatchBody
): Reply {
	const target = findTarget(world, call, index);
	if ('status' in target) return target;
	const touches = (field: string) =>
		body.given.has(field) && (mask.length === 0 || mask.includes(field));
	const { note, new_state: state } = body.values;
	if (touches('note') && (mask.length > 0 || note !== null)) setNote(target.instance, note);
	if (touches('new_state') && state) {
		const changed = setTaskState(world, target.dag, choiceOf(target, state, body));
		if (changed.length === 0) {
			return refuse(409, `Task id ${target.instance.taskId} is already in ${state} state`);
		}
	}
	return collection(world, [target.instance]);
}

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
	if (!sets) return collection(world, [target.instance]);
	return collection(world, selectForState(world, target.dag, choiceOf(target, state, body)));
}

type Target = Exclude<ReturnType<typeof findTarget>, Reply>;

function choiceOf(
	{ run, instance }: Target,
	state: NewState,
	{ values }: PatchBody
): TaskStateChoice {
	return {
		run,
		taskId: instance.taskId,
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
	const run = world.runs.get(runKey(dag.dagId, param('dag_run_id')));
	const instance = instanceOf(world, call, index ?? -1);
	if (run && instance) return { dag, run, instance };
	const [dagName, runName, task] = namesOf(call);
	// A stray comma in Airflow makes a tuple of this message.
	return notFound([
		`The Task Instance with dag_id: ${dagName}, run_id: ${runName}, task_id: ${task} and ` +
			`map_index: \`${index ?? 'None'}\` was not found`
	]);
}

/** Task instances in the order of their ids, framed as a collection that is not paged. */
export function collection(world: World, instances: readonly TaskInstance[]): Reply {
	const wanted = new Set(instances);
	const shapes = taskInstanceRows(world)
		.filter(({ instance }) => wanted.has(instance))
		.map(({ instance }) => taskInstanceShape(world, instance));
	return ok({
		task_instances: shapes,
		total_entries: shapes.length,
		total_entries_limit: null,
		next_cursor: null,
		previous_cursor: null
	});
}
