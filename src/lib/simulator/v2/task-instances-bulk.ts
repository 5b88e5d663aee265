import { deleteInstance } from '#lib/simulator/actions/delete-instance.ts';
import { setTaskState } from '#lib/simulator/actions/set-state.ts';
import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { instancesOfTask } from '#lib/simulator/instance-lookup.ts';
import { sortBy } from '#lib/simulator/paging.ts';
import { runKey, taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { readBulk, type BulkAction, type Entity } from './task-instances-bulk-body.ts';
import { setNote } from './dag-run-changes.ts';
import { repr } from './python-repr.ts';
import { crash, ok, unprocessable } from './reply.ts';
import { fieldsAsked } from './task-instance-changes.ts';

interface Outcome {
	success: string[];
	errors: { error: string; status_code: number }[];
}

/** What stops one action; what it did before stays done. */
type Failure = Outcome['errors'][number];

/** @source airflow/api_fastapi/core_api/services/public/task_instances.py `BulkTaskInstanceService` */
export const taskInstancesBulk = {
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances': (world, call) => {
		const read = readBulk(call.body);
		if (read === undefined) return crash();
		if ('issues' in read) return unprocessable(read.issues);
		return act(world, call, read.value);
	}
} satisfies Resource;

function act(world: World, call: Call, actions: readonly BulkAction[]): Reply {
	const results: Record<BulkAction['action'], Outcome | null> = {
		create: null,
		update: null,
		delete: null
	};
	// Rows go when the request ends: until then every action still sees them.
	const deleted = new Set<TaskInstance>();
	for (const action of actions) {
		const outcome = (results[action.action] ??= { success: [], errors: [] });
		if (action.action === 'create') {
			const error = 'Task instances bulk create is not supported';
			outcome.errors.push({ error, status_code: 405 });
			continue;
		}
		const targets = targetsOf(call, action, outcome);
		const failure =
			action.action === 'update'
				? update(world, action, targets, outcome)
				: remove(world, action, targets, outcome, deleted);
		if (failure) outcome.errors.push(failure);
	}
	for (const instance of deleted) deleteInstance(world, instance);
	return ok(results);
}

interface Target {
	dagId: string;
	runId: string;
	taskId: string;
	/** Null = all parts. */
	mapIndex: number | null;
	entity: Entity;
}

/** What the entities name, the last of several that name the same; `~` names nothing. */
function targetsOf({ param }: Call, { entities }: BulkAction, outcome: Outcome): Target[] {
	const found = new Map<string, Target>();
	for (const entity of entities) {
		const { task_id: taskId, map_index: mapIndex } = entity.values;
		const dagId = entity.values.dag_id || param('dag_id');
		const runId = entity.values.dag_run_id || param('dag_run_id');
		if (dagId === '~' || runId === '~') {
			const where = entity.isName
				? `in BulkTaskInstanceBody object, not as string for task_id: ${taskId}`
				: `in request body for task_id: ${taskId}`;
			const error = `When using wildcard in path, dag_id and dag_run_id must be specified ${where}`;
			outcome.errors.push({ error, status_code: 400 });
			continue;
		}
		const key = JSON.stringify([dagId, runId, taskId, mapIndex]);
		found.set(key, { dagId, runId, taskId, mapIndex, entity });
	}
	// Those with a map index are seen to first.
	const targets = [...found.values()];
	return [
		...targets.filter(({ mapIndex }) => mapIndex !== null),
		...targets.filter(({ mapIndex }) => mapIndex === null)
	];
}

const stateOf = ({ state }: TaskInstance) => state;

function findAll(world: World, { dagId, runId, taskId, mapIndex }: Target): TaskInstance[] {
	// The database finds them by an index that has the state in it.
	if (mapIndex === null)
		return sortBy(instancesOfTask(world, dagId, runId, taskId), stateOf, false);
	const one = world.taskInstances.get(taskKey(dagId, runId, taskId, mapIndex));
	return one ? [one] : [];
}

/** All that are named by map index must be there before any of them is touched. */
function refuseMissing(world: World, targets: readonly Target[]): Failure | undefined {
	const missing = targets.filter(
		(target) => target.mapIndex !== null && findAll(world, target).length === 0
	);
	if (missing.length === 0) return undefined;
	const ids = missing.map(({ dagId, runId, taskId, mapIndex }) => ({
		dag_id: dagId,
		dag_run_id: runId,
		task_id: taskId,
		map_index: mapIndex
	}));
	const error = `The task instances with these identifiers: ${repr(ids)} were not found`;
	return { error, status_code: 404 };
}

const noInstances = ({ dagId, runId, taskId }: Target): Failure => ({
	error: `No task instances found for dag_id: ${dagId}, run_id: ${runId}, task_id: ${taskId}`,
	status_code: 404
});

const nameOf = ({ dagId, runId, taskId, mapIndex }: TaskInstance) =>
	`${dagId}.${runId}.${taskId}[${mapIndex}]`;

function update(
	world: World,
	{ mask, isStrict }: BulkAction,
	targets: readonly Target[],
	{ success }: Outcome
): Failure | undefined {
	const missing = isStrict ? refuseMissing(world, targets) : undefined;
	if (missing) return missing;
	for (const target of targets) {
		const instances = findAll(world, target);
		if (instances.length === 0 && isStrict) return noInstances(target);
		for (const instance of instances) {
			const failure = updateOne(world, instance, target.entity, mask);
			if (failure) return failure;
			success.push(nameOf(instance));
		}
	}
	return undefined;
}

function updateOne(
	world: World,
	instance: TaskInstance,
	entity: Entity,
	mask: readonly string[]
): Failure | undefined {
	const { dagId, runId, taskId, mapIndex } = instance;
	const dag = world.dags.get(dagId);
	const run = world.runs.get(runKey(dagId, runId));
	if (!dag || !run) return undefined;
	const asked = fieldsAsked(entity, mask);
	const { note, new_state: state, ...include } = entity.values;
	if (asked.has('note') && note !== null) setNote(instance, note);
	if (!state || !asked.has('new_state')) return undefined;
	// The entity's own map index decides: without one the first part takes all the others along.
	const at = entity.values.map_index ?? undefined;
	const changed = setTaskState(world, dag, {
		run,
		taskId,
		mapIndex: at === undefined ? undefined : mapIndex,
		state,
		upstream: include.include_upstream,
		downstream: include.include_downstream,
		future: include.include_future,
		past: include.include_past
	});
	if (changed.length > 0) return undefined;
	return { error: `Task id ${taskId} is already in ${state} state`, status_code: 409 };
}

function remove(
	world: World,
	{ isStrict }: BulkAction,
	targets: readonly Target[],
	{ success }: Outcome,
	deleted: Set<TaskInstance>
): Failure | undefined {
	const missing = isStrict ? refuseMissing(world, targets) : undefined;
	if (missing) return missing;
	for (const target of targets) {
		const instances = findAll(world, target);
		if (instances.length === 0 && isStrict) return noInstances(target);
		for (const instance of instances) {
			deleted.add(instance);
			success.push(nameOf(instance));
		}
	}
	return undefined;
}
