import {
	selectGroupForState,
	setGroupState,
	type GroupStateChoice
} from '#lib/simulator/actions/set-state.ts';
import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import {
	runKey,
	type Dag,
	type DagRun,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import { tasksOfGroup } from '#lib/simulator/task-group.ts';
import { setNote } from './dag-run-changes.ts';
import { unknownDag } from './dags.ts';
import { texts } from './filters.ts';
import { operation } from './operation.ts';
import { isReply, notFound, refuse } from './reply.ts';
import {
	collection,
	fieldsAsked,
	patchBody,
	refuseOddState,
	type PatchBody
} from './task-instance-changes.ts';

const GROUP = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}';

/** @source airflow/api_fastapi/core_api/routes/public/task_instances.py `patch_task_group_instances` */
export const taskGroups = {
	[`PATCH ${GROUP}`]: refuseOddState(
		operation({ query: { update_mask: texts }, body: patchBody }, (world, call, { query, body }) =>
			patch(world, call, query.update_mask, body)
		)
	),
	[`PATCH ${GROUP}/dry_run`]: refuseOddState(
		operation({ body: patchBody }, (world, call, { body }) => dryRun(world, call, body))
	)
} satisfies Resource;

interface Group {
	dag: Dag;
	run: DagRun;
	taskIds: string[];
	/** By task and map index. */
	instances: TaskInstance[];
}

function findGroup(world: World, { param }: Call): Group | Reply {
	const [dagId, runId, groupId] = [param('dag_id'), param('dag_run_id'), param('group_id')];
	const dag = world.dags.get(dagId);
	if (!dag) return unknownDag(dagId);
	const taskIds = tasksOfGroup(dag, groupId);
	if (!taskIds) return notFound(`Task group '${groupId}' not found in DAG '${dagId}'`);
	const run = world.runs.get(runKey(dagId, runId));
	const instances = instancesOfRun(world, dagId, runId)
		.filter(({ taskId }) => taskIds.includes(taskId))
		.sort((a, b) => compare(a.taskId, b.taskId) || a.mapIndex - b.mapIndex);
	if (run && instances.length > 0) return { dag, run, taskIds, instances };
	return notFound(`No task instances found for task group '${groupId}' in dag run '${runId}'`);
}

function patch(world: World, call: Call, mask: readonly string[], body: PatchBody): Reply {
	const group = findGroup(world, call);
	if (isReply(group)) return group;
	const asked = fieldsAsked(body, mask);
	const { note, new_state: state } = body.values;
	const choice = state && asked.has('new_state') ? choiceOf(group, body, state) : undefined;
	if (choice && selectGroupForState(world, group.dag, choice).length === 0) {
		return refuse(409, `All task instances in the group are already in ${state} state`);
	}
	const bare = group.instances.filter((instance) => instance.note === undefined);
	if (asked.has('note') && (mask.length > 0 || note !== null)) {
		for (const instance of group.instances) setNote(instance, note);
	}
	if (choice) return collection(world, setGroupState(world, group.dag, choice));
	// A first note is not read back yet when nothing else made the server write.
	return collection(
		world,
		group.instances.map((instance) => {
			const shown = { ...instance };
			if (bare.includes(instance)) delete shown.note;
			return shown;
		})
	);
}

function dryRun(world: World, call: Call, body: PatchBody): Reply {
	const group = findGroup(world, call);
	if (isReply(group)) return group;
	const state = body.values.new_state;
	if (!state) return collection(world, group.instances);
	const touched = selectGroupForState(world, group.dag, choiceOf(group, body, state));
	return collection(world, touched);
}

function choiceOf(
	{ run, taskIds }: Group,
	{ values }: PatchBody,
	state: GroupStateChoice['state']
): GroupStateChoice {
	return {
		run,
		taskIds,
		state,
		upstream: values.include_upstream,
		downstream: values.include_downstream,
		future: values.include_future,
		past: values.include_past
	};
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
