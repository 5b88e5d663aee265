import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import { openRuns } from '#lib/simulator/past/past.ts';
import { poolUse } from '#lib/simulator/pool-use.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Dag, DagRun, Task, TaskInstance } from '#lib/simulator/world.ts';
import type { InBoth } from './lesson.ts';
import { isUnfinished, wasAskedSince } from './run-looks.ts';
import { code } from './why-entry.ts';
import { ANY_ADVICE, type Rule, type Sight } from './why-sight.ts';

/** A run with its DAG and its task instances. */
interface Seen {
	dag: Dag;
	run: DagRun;
	instances: TaskInstance[];
	/** `run` of `dag`, for a sentence. */
	name: string;
}

type OfRun = (seen: Seen, sight: Sight) => InBoth | undefined;

/** What the newest run of a DAG waits for, or what it came to. */
const ofRuns = (heard: RegExp, tells: OfRun): Rule => ({
	heard,
	sees(sight) {
		for (const run of sight.runs) {
			const dag = sight.world.dags.get(run.dagId);
			if (!dag) continue;
			const instances = instancesOfRun(sight.world, run.dagId, run.runId);
			const name = `${code(run.runId)} (${code(run.dagId)})`;
			const told = tells({ dag, run, instances, name }, sight);
			if (told) return told;
		}
		return undefined;
	}
});

const paused: OfRun = ({ dag, run, instances, name }) => {
	if (!dag.isPaused || !isUnfinished(run)) return undefined;
	if (run.state === 'queued') {
		return {
			ru: `Запуск ${name} принят, но остаётся в queued: DAG на паузе, и планировщик не берёт его запуски в работу.`,
			en: `The run ${name} was accepted but stays queued: its DAG is paused, and the scheduler does not take up its runs.`
		};
	}
	if (instances.some(({ state }) => state === 'running' || state === 'queued')) return undefined;
	return {
		ru: `Запуск ${name} стоит на месте: DAG на паузе, и новые задачи в нём не начинаются.`,
		en: `The run ${name} does not move on: its DAG is paused, and no further task of it begins.`
	};
};

const noScheduler: OfRun = ({ run, name }, { world }) =>
	world.schedulerDownSinceMs === undefined || !isUnfinished(run)
		? undefined
		: {
				ru: `Запуск ${name} остаётся в ${run.state}: планировщик остановлен, и двигать запуски некому.`,
				en: `The run ${name} stays ${run.state}: the scheduler is stopped, and nobody moves runs on.`
			};

const notDue: OfRun = ({ run, name }, { world }) => {
	if (run.state !== 'queued' || run.runAfterMs <= world.nowMs) return undefined;
	const atMs = code(isoUtc(run.runAfterMs));
	return {
		ru: `Запуск ${name} в очереди до своего срока: раньше ${atMs} он не начнётся.`,
		en: `The run ${name} is queued until it is due: it does not begin before ${atMs}.`
	};
};

const tooManyActive: OfRun = ({ dag, run, name }, { world }) => {
	if (run.state !== 'queued' || run.backfillId !== undefined) return undefined;
	const active = [...openRuns(world)].filter(
		(other) =>
			other.dagId === dag.dagId && other.state === 'running' && other.backfillId === undefined
	);
	if (active.length < dag.maxActiveRuns) return undefined;
	return {
		ru: `Запуск ${name} ждёт в queued: у этого DAG уже идёт запусков ${active.length}, а больше не даёт max_active_runs = ${dag.maxActiveRuns}.`,
		en: `The run ${name} waits in queued: ${active.length} of this DAG are running already, and max_active_runs = ${dag.maxActiveRuns} lets no more begin.`
	};
};

const fullPool: OfRun = ({ dag, instances, name }, { world }) => {
	for (const [task, { state }] of tasksOf(dag, instances)) {
		const pool = world.pools.get(task.pool);
		if (state !== 'scheduled' || !pool || dag.isPaused) continue;
		const { open } = poolUse(world, pool);
		if (open >= task.poolSlots) continue;
		const [what, where] = [code(task.taskId), code(pool.name)];
		return {
			ru: `Задача ${what} запуска ${name} ждёт места в пуле ${where}: свободно слотов ${Math.max(0, open)} из ${pool.slots}, а ей нужно ${task.poolSlots}.`,
			en: `The task ${what} of the run ${name} waits for room in the pool ${where}: ${Math.max(0, open)} of ${pool.slots} slots are free, and it takes ${task.poolSlots}.`
		};
	}
	return undefined;
};

const missingPool: OfRun = ({ dag, instances, name }, { world }) => {
	for (const [task, { state }] of tasksOf(dag, instances)) {
		if (state !== 'scheduled' || world.pools.has(task.pool)) continue;
		const [what, where] = [code(task.taskId), code(task.pool)];
		return {
			ru: `Задача ${what} запуска ${name} не начнётся: пула ${where}, который ей назначен, нет.`,
			en: `The task ${what} of the run ${name} does not begin: the pool ${where} that it is assigned to does not exist.`
		};
	}
	return undefined;
};

const waiting: OfRun = ({ run, instances, name }) => {
	if (!isUnfinished(run)) return undefined;
	const human = instances.find(({ state }) => state === 'awaiting_input');
	if (human) {
		return {
			ru: `Запуск ${name} ждёт человека: задача ${code(human.taskId)} задала вопрос, ответа ещё нет.`,
			en: `The run ${name} waits for a human: the task ${code(human.taskId)} has asked, and nobody has answered.`
		};
	}
	const again = instances.find(({ state }) => state === 'up_for_retry');
	return (
		again && {
			ru: `Задача ${code(again.taskId)} запуска ${name} упала и ждёт следующей попытки (up_for_retry): исхода ещё нет.`,
			en: `The task ${code(again.taskId)} of the run ${name} failed and waits for its next try (up_for_retry): there is no outcome yet.`
		}
	);
};

const failed: OfRun = ({ run, instances, name }) => {
	const first = instances.find(({ state }) => state === 'failed');
	if (run.state !== 'failed' || !first) return undefined;
	const behind = instances.filter(({ state }) => state === 'upstream_failed');
	const task = code(first.taskId);
	const others = behind.map(({ taskId }) => code(taskId)).slice(0, 3);
	if (others.length === 0) {
		return {
			ru: `Запуск ${name} закончился в failed: упала задача ${task}.`,
			en: `The run ${name} ended as failed: its task ${task} failed.`
		};
	}
	return {
		ru: `Запуск ${name} закончился в failed: упала задача ${task}, а ${others.join(', ')} из-за падений выше и не начинались (upstream_failed).`,
		en: `The run ${name} ended as failed: its task ${task} failed, and ${others.join(', ')} did not even begin because of failures above (upstream_failed).`
	};
};

const underWay: OfRun = ({ run, name }, sight) =>
	isUnfinished(run) && isOutcomeAwaited(sight)
		? {
				ru: `Запуск ${name} ещё в состоянии ${run.state}: то, что зависит от его исхода, пока не наступило.`,
				en: `The run ${name} is still ${run.state}: what depends on its outcome has not come yet.`
			}
		: undefined;

const endedUnseen: OfRun = ({ run, name }, sight) => {
	const { endMs } = run;
	if (run.state !== 'success') return undefined;
	const asks = sight.solution.some(({ operation }) =>
		operation.startsWith('GET /dags/{dag_id}/dagRuns')
	);
	if (endMs === undefined || !asks || wasAskedSince(sight.world, run, endMs)) return undefined;
	return {
		ru: `Запуск ${name} уже закончился успехом, но после этого вы о нём не спрашивали.`,
		en: `The run ${name} has succeeded by now, but you have not asked about it since.`
	};
};

/** What holds a run up comes before what has become of it. */
export const runRules: readonly Rule[] = [
	ofRuns(/pause/i, paused),
	ofRuns(/scheduler is (stopped|down)/i, noScheduler),
	ofRuns(/max_active_runs/, tooManyActive),
	ofRuns(/\bdue\b/i, notDue),
	ofRuns(/\bpool\b/i, missingPool),
	ofRuns(/\bpool\b/i, fullPool),
	ofRuns(/retr|try|answer/i, waiting),
	ofRuns(ANY_ADVICE, underWay),
	ofRuns(ANY_ADVICE, failed),
	ofRuns(ANY_ADVICE, endedUnseen)
];

/** In the order of the DAG. */
function tasksOf(dag: Dag, instances: readonly TaskInstance[]): [Task, TaskInstance][] {
	return instances.flatMap((instance): [Task, TaskInstance][] => {
		const task = dag.tasks.find(({ taskId }) => taskId === instance.taskId);
		return task ? [[task, instance]] : [];
	});
}

/** Where nothing is known of a solution, the outcome of a run may well be what is asked for. */
function isOutcomeAwaited({ exercise: { solution } }: Sight): boolean {
	return solution.length === 0 || solution.some(({ thenWaitMs }) => thenWaitMs !== undefined);
}
