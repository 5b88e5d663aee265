import type { Resource } from '#lib/simulator/call.ts';
import { isFinished } from '#lib/simulator/states.ts';
import { runKey, taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

interface Dependency {
	name: string;
	reason: string;
}

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py `get_task_instance_dependencies` */
export const dependencies = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
			const instance = world.taskInstances.get(taskKey(dagId, runId, taskId));
			return instance
				? ok({ dependencies: unmet(world, instance) })
				: notFound(
						`Task Instance not found for dag_id=${dagId}, run_id=${runId}, task_id=${taskId}`
					);
		}
	})
} satisfies Resource;

/** What holds a task back, by name; nothing once it is past being scheduled. */
function unmet(world: World, instance: TaskInstance): Dependency[] {
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
