import { planOf } from './dag-plan.ts';
import { instancesOfTask } from './instance-lookup.ts';
import { poolUse } from './pool-use.ts';
import { triggerRuleReason } from './trigger-rule-words.ts';
import { runKey, type Dag, type Task, type TaskInstance, type World } from './world.ts';

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
	const dependencies = dag ? [...found, ...taskReasons(world, dag, instance)] : found;
	return dependencies.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** What the task itself waits for: its pool and its upstream. */
function taskReasons(world: World, dag: Dag, { dagId, runId, taskId }: TaskInstance): Dependency[] {
	const { tasks } = planOf(dag);
	const task = tasks.get(taskId);
	if (!task) return [];
	const found: Dependency[] = [];
	const pool = poolReason(world, task);
	if (pool !== undefined) found.push({ name: 'Pool Slots Available', reason: pool });
	const upstream = task.upstream.flatMap((id) => instancesOfTask(world, dagId, runId, id));
	const setups = new Set(task.upstream.filter((id) => tasks.get(id)?.isSetup));
	const rule = triggerRuleReason(task, upstream, setups);
	if (rule !== undefined) found.push({ name: 'Trigger Rule', reason: rule });
	return found;
}

/** @source airflow/ti_deps/deps/pool_slots_available_dep.py */
function poolReason(world: World, task: Task): string | undefined {
	const pool = world.pools.get(task.pool);
	if (!pool) return `Tasks using non-existent pool '${task.pool}' will not be scheduled`;
	const { open } = poolUse(world, pool);
	return open >= task.poolSlots
		? undefined
		: `Not scheduling since there are ${open} open slots in pool ${task.pool} and require ${task.poolSlots} pool slots`;
}
