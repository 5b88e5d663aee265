import type { Dag, Task } from '#lib/simulator/world.ts';

/** What `dag_source.py` says of a DAG that Airflow read from a file, said of the simulator's. */
export function factsOf(dag: Dag): unknown {
	return {
		description: dag.description ?? null,
		display_name: dag.displayName ?? dag.dagId,
		doc_md: dag.docMd ?? null,
		tags: dag.tags.toSorted(),
		start: pythonTime(dag.startDateMs),
		end: dag.endDateMs === undefined ? null : pythonTime(dag.endDateMs),
		catchup: dag.catchup,
		max_active_runs: dag.maxActiveRuns,
		max_active_tasks: dag.maxActiveTasks,
		timeout: seconds(dag.dagrunTimeoutMs),
		params: Object.fromEntries(
			Object.entries(dag.params).map(([name, { value }]) => [name, value])
		),
		tasks: Object.fromEntries(dag.tasks.map((task) => [task.taskId, taskFacts(dag, task)]))
	};
}

function taskFacts(dag: Dag, task: Task) {
	return {
		operator: task.operator,
		upstream: task.upstream.toSorted(),
		retries: task.retries,
		retry_delay: seconds(task.retryDelayMs),
		retry_exponential_backoff: task.retryExponentialBackoff ?? false,
		pool: task.pool,
		pool_slots: task.poolSlots,
		priority_weight: task.priorityWeight,
		queue: task.queue,
		trigger_rule: task.triggerRule,
		execution_timeout: seconds(task.executionTimeoutMs),
		depends_on_past: task.dependsOnPast ?? false,
		owner: dag.owner,
		is_setup: task.isSetup ?? false,
		is_teardown: task.isTeardown ?? false,
		is_mapped: task.expandsOver !== undefined,
		bash_command: task.bashCommand ?? null,
		display_name: task.displayName ?? task.taskId,
		doc_md: task.docMd ?? null,
		outlets: [...(task.outlets ?? []), ...(task.outletAliases ?? [])],
		group: task.groupId ?? null
	};
}

const seconds = (ms: number | undefined) => (ms === undefined ? null : ms / 1000);
const pythonTime = (ms: number) => new Date(ms).toISOString().replace('.000Z', '+00:00');
