import { taskOf } from './dag-plan.ts';
import { taskKey, xcomKey, type TaskInstance, type World } from './world.ts';

/**
 * An instance's extra links by name: to the run that it triggered, for the one operator of the scenarios
 * that has any. Null before it has run.
 * @source standard/operators/trigger_dagrun.py `TriggerDagRunLink`
 */
export function extraLinksOf(world: World, instance: TaskInstance): Record<string, string | null> {
	const { dagId, runId, taskId, mapIndex } = instance;
	const target = taskOf(world.dags.get(dagId), taskId)?.triggersDag;
	if (!target) return {};
	const key = xcomKey(taskKey(dagId, runId, taskId, mapIndex), 'trigger_run_id');
	const triggered = world.xcoms.get(key)?.value;
	if (typeof triggered !== 'string') return { 'Triggered DAG': null };
	const url =
		world.timetable === 'trigger'
			? `/dags/${target.dagId}/runs/${triggered}`
			: `/dags/${target.dagId}/grid?dag_run_id=${triggered.replaceAll('+', '%2B')}`;
	return { 'Triggered DAG': url };
}
