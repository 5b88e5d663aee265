import type { ScenarioDag } from '#lib/simulator/create-world.ts';
import type { Dag, Task } from '#lib/simulator/world.ts';

export type DagFacts = Pick<Dag, 'dagId' | 'tasks'> & Partial<ScenarioDag>;
export type TaskFacts = Pick<Task, 'taskId'> & Partial<Task>;

/** A DAG of a scenario: what it says of itself, and Airflow's defaults. */
export function dag(facts: DagFacts): ScenarioDag {
	return {
		owner: 'course',
		tags: [],
		isPaused: false,
		catchup: false,
		startDateMs: Date.UTC(2026, 0, 1),
		maxActiveRuns: 16,
		maxActiveTasks: 16,
		params: {},
		fileloc: '/opt/airflow/dags/windsock_course.py',
		relativeFileloc: 'windsock_course.py',
		...facts
	};
}

/** A task of a scenario: a second of bash unless it says otherwise. */
export function task(facts: TaskFacts): Task {
	return {
		operator: 'BashOperator',
		upstream: [],
		retries: 0,
		retryDelayMs: 5_000,
		pool: 'default_pool',
		poolSlots: 1,
		priorityWeight: 1,
		triggerRule: 'all_success',
		queue: 'default',
		failsTries: 0,
		durationMs: 1_000,
		...facts
	};
}

/** One after the other. */
export function chain(tasks: readonly TaskFacts[]): Task[] {
	return tasks.map((facts, index) => {
		const before = tasks[index - 1];
		return task({ ...facts, upstream: before ? [before.taskId] : [] });
	});
}
