import { isFinished } from './states.ts';
import { runKey, taskKey, type TaskInstance, type World } from './world.ts';

export interface Dependency {
	name: string;
	reason: string;
}

/** What holds a task back, by name; nothing once it is past being scheduled. */
export function unmetDependencies(world: World, instance: TaskInstance): Dependency[] {
	if (instance.state !== undefined && instance.state !== 'scheduled') return [];
	const dag = world.dags.get(instance.dagId);
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	const found: Dependency[] = [];
	if (dag?.isPaused) {
		found.push({ name: 'Dag Not Paused', reason: `Task's DAG '${dag.dagId}' is paused.` });
	}
	if (run && run.state !== 'running') {
		const reason = `Task instance's dagrun was not in the 'running' state but in the state '${run.state}'.`;
		found.push({ name: 'Dagrun Running', reason });
	}
	if (instance.state === undefined) {
		found.push({ name: 'Task Instance State', reason: "Task is in the 'None' state." });
	}
	const rule = upstreamReason(world, instance);
	return rule === undefined ? found : [...found, { name: 'Trigger Rule', reason: rule }];
}

/** Only `all_success` is put into words: no task of a scenario has another rule. */
function upstreamReason(world: World, instance: TaskInstance): string | undefined {
	const { dagId, runId, taskId } = instance;
	const task = world.dags.get(dagId)?.tasks.find((candidate) => candidate.taskId === taskId);
	if (task?.triggerRule !== 'all_success') return undefined;
	const states = task.upstream.map(
		(upstream) => world.taskInstances.get(taskKey(dagId, runId, upstream))?.state
	);
	const count = (state: string) => states.filter((one) => one === state).length;
	const missing = states.length - count('success');
	if (missing === 0) return undefined;
	const done = states.filter((state) => isFinished(state)).length;
	const counts = ['success', 'skipped', 'failed', 'upstream_failed', 'removed'].map(
		(state) => `${state}=${count(state)}`
	);
	const ids = task.upstream.map((id) => `'${id}'`).join(', ');
	return `Task's trigger rule 'all_success' requires all upstream tasks to have succeeded, but found ${missing} non-success(es). upstream_states=_UpstreamTIStates(${counts.join(', ')}, done=${done}, success_setup=0, skipped_setup=0), upstream_task_ids={${ids}}`;
}
