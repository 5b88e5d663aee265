import type { Dag, Task } from '#lib/simulator/world.ts';
import type { PythonFile } from './python.ts';

/** `name=value`, as code. */
export type Argument = [name: string, code: string];

/** What holds for every task of the DAG that does not say otherwise: what its first task has. */
export function defaultsOf({ tasks, defaultArgs = {} }: Dag) {
	const [first] = tasks;
	const { retries = first?.retries ?? 0, ...more } = defaultArgs;
	return { retries, retryDelayMs: first?.retryDelayMs ?? 300_000, more };
}

/** What a task says of itself beyond its work, where it is not the usual. */
export function settingsOf(file: PythonFile, dag: Dag, task: Task): Argument[] {
	const { text, literal, duration } = file;
	const usual = defaultsOf(dag);
	const backsOff = usual.more.retry_exponential_backoff ?? false;
	const outlets = [
		...(task.outlets ?? []).map(file.asset),
		...(task.outletAliases ?? []).map((name) => `${file.use('AssetAlias')}(${text(name)})`)
	];
	const all: [name: string, value: unknown, usual: unknown, print: (value: never) => string][] = [
		['task_display_name', task.displayName, undefined, text],
		['doc_md', task.docMd, undefined, text],
		['retries', task.retries, usual.retries, literal],
		['retry_delay', task.retryDelayMs, usual.retryDelayMs, duration],
		['retry_exponential_backoff', task.retryExponentialBackoff ?? false, backsOff, literal],
		['max_retry_delay', task.maxRetryDelayMs, undefined, duration],
		['execution_timeout', task.executionTimeoutMs, undefined, duration],
		['pool', task.pool, 'default_pool', text],
		['pool_slots', task.poolSlots, 1, literal],
		['priority_weight', task.priorityWeight, 1, literal],
		['weight_rule', task.weightRule ?? 'downstream', 'downstream', text],
		['queue', task.queue, 'default', text],
		['trigger_rule', task.isTeardown ? 'all_success' : task.triggerRule, 'all_success', text],
		['depends_on_past', task.dependsOnPast ?? false, false, literal],
		['wait_for_downstream', task.waitForDownstream ?? false, false, literal],
		['max_active_tis_per_dag', task.maxActiveTisPerDag, undefined, literal],
		['outlets', outlets.length > 0 ? `[${outlets.join(', ')}]` : undefined, undefined, String]
	];
	return all
		.filter(([, value, usualValue]) => value !== usualValue)
		.map(([name, value, , print]) => [name, print(value as never)]);
}
