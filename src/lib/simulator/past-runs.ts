import { taskInstancesOf } from './actions/create-run.ts';
import { planOf } from './dag-plan.ts';
import { runsOfDag } from '#lib/simulator/past/past.ts';
import type { Dag, DagRun, Task, TaskInstance, World } from './world.ts';

/**
 * Whether the run before holds a task back: it asks for a success there, or for that of what follows it.
 * @source airflow/ti_deps/deps/prev_dagrun_dep.py
 */
export function holdsBack(
	world: World,
	dag: Dag,
	run: DagRun,
	task: Task,
	instance: TaskInstance
): boolean {
	if (!task.dependsOnPast && !task.waitForDownstream) return false;
	const before = runBefore(world, run);
	if (!before) return false;
	const then = taskInstancesOf(world, dag, before);
	const same = then.filter((one) => one.taskId === task.taskId);
	// A mapped part is held against the same part of then, when there was one.
	const mine = same.filter((one) => one.mapIndex === instance.mapIndex);
	if (!(mine.length > 0 ? mine : same).every(isFine)) return true;
	if (!task.waitForDownstream) return false;
	const following = new Set(
		planOf(dag)
			.downstream.get(task.taskId)
			?.map((one) => one.taskId)
	);
	return !then.filter((one) => following.has(one.taskId)).every(isFine);
}

const isFine = ({ state }: TaskInstance) => state === 'success' || state === 'skipped';

function runBefore(world: World, run: DagRun): DagRun | undefined {
	if (run.logicalDateMs === undefined) return undefined;
	let latest: DagRun | undefined;
	for (const other of runsOfDag(world, run.dagId)) {
		if (other === run || other.logicalDateMs === undefined) continue;
		if (!isEarlier(other, run)) continue;
		if (!latest || isEarlier(latest, other)) latest = other;
	}
	return latest;
}

function isEarlier(a: DagRun, b: DagRun): boolean {
	const [left, right] = [a.logicalDateMs ?? 0, b.logicalDateMs ?? 0];
	return left < right || (left === right && a.logicalDateMicros < b.logicalDateMicros);
}
