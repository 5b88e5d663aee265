import { place, type Agenda } from './agenda.ts';
import { taskOf } from './dag-plan.ts';
import { priorityOf } from './priority.ts';
import {
	runKey,
	type Dag,
	type DagRun,
	type Task,
	type TaskInstance,
	type World
} from './world.ts';
import { jitterMs } from './worker.ts';

interface Candidate {
	dag: Dag;
	run: DagRun;
	task: Task;
	instance: TaskInstance;
}

/**
 * Hands scheduled instances to the workers: heaviest first, then the oldest run, as far as pools, DAGs and
 * tasks have room.
 * @source airflow/jobs/scheduler_job_runner.py `_executable_task_instances_to_queued`
 */
export function queueWaiting(world: World, agenda: Agenda): void {
	const candidates: (Candidate & { weight: number; dateMs: number })[] = [];
	for (const instance of agenda.waiting) {
		const found = candidateOf(world, instance);
		if (!found || found.dag.isPaused || found.run.state !== 'running') continue;
		if (!world.pools.has(found.task.pool)) continue;
		const dateMs = found.run.logicalDateMs ?? found.run.runAfterMs;
		candidates.push({ ...found, weight: priorityOf(found.dag, found.task), dateMs });
	}
	if (candidates.length === 0) return;
	candidates.sort(
		(a, b) =>
			b.weight - a.weight ||
			a.dateMs - b.dateMs ||
			a.run.id - b.run.id ||
			a.instance.mapIndex - b.instance.mapIndex
	);
	const use = useNow(world, agenda);
	for (const { dag, task, instance } of candidates) {
		const slots = world.pools.get(task.pool)?.slots ?? 0;
		const free = slots < 0 ? Infinity : slots - use.of(poolMark(task));
		if (task.poolSlots > free) continue;
		if (use.of(activeMark(world, instance)) >= dag.maxActiveTasks) continue;
		if (use.of(taskMark(task, instance)) >= (task.maxActiveTisPerDag ?? Infinity)) continue;
		instance.state = 'queued';
		instance.queuedMs = world.nowMs;
		instance.dueMs = world.nowMs + 250 + jitterMs(world, instance, 'start', 200);
		use.take(world, task, instance);
		place(world, agenda, instance);
	}
}

const poolMark = (task: Task) => `pool\n${task.pool}`;
const taskMark = (task: Task, { dagId }: TaskInstance) => `task\n${dagId}\n${task.taskId}`;

/** `max_active_tasks` counts a DAG's tasks in Airflow 2, a run's in Airflow 3. */
const activeMark = (world: World, { dagId, runId }: TaskInstance) =>
	world.timetable === 'trigger' ? runKey(dagId, runId) : dagId;

/** Slots and places in use: queued, running and restarting ones count, waiting ones do not. */
function useNow(world: World, agenda: Agenda) {
	const counts = new Map<string, number>();
	const add = (mark: string, by: number) => counts.set(mark, (counts.get(mark) ?? 0) + by);
	const use = {
		of: (mark: string) => counts.get(mark) ?? 0,
		take(inWorld: World, task: Task, instance: TaskInstance) {
			add(poolMark(task), task.poolSlots);
			add(activeMark(inWorld, instance), 1);
			add(taskMark(task, instance), 1);
		}
	};
	for (const instance of agenda.occupying) {
		const task = taskOf(world.dags.get(instance.dagId), instance.taskId);
		if (!task) continue;
		if (instance.state !== 'deferred') use.take(world, task, instance);
		else if (world.pools.get(task.pool)?.includeDeferred) add(poolMark(task), task.poolSlots);
	}
	return use;
}

function candidateOf(world: World, instance: TaskInstance): Candidate | undefined {
	const dag = world.dags.get(instance.dagId);
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	const task = taskOf(dag, instance.taskId);
	return dag && run && task ? { dag, run, task, instance } : undefined;
}
