import type { CheckInput, SolutionStep, Twin } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';
import { asInV1 } from '#lib/course/twin.ts';
import { taskKey } from '#lib/simulator/world.ts';

const DAG = 'broken_export';
const RUN = 'export-1';

const trigger = (thenWaitMs = 60_000): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: RUN },
	thenWaitMs
});
const clear = (more: Record<string, unknown>): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/clearTaskInstances',
	path: { dag_id: DAG },
	body: { dag_run_id: RUN, ...more },
	thenWaitMs: 60_000
});
const look: SolutionStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN }
};
const whole = { dry_run: false, reset_dag_runs: true };

export const clearFailedInV1: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV1,
	task: {
		ru: 'Запустите broken_export и дождитесь, пока запуск станет failed. Потом очистите в нём упавшее, чтобы планировщик попробовал ещё раз. Тело очистки начато: впишите имя запуска и добавьте два поля, без которых в v1 ничего не произойдёт. (Задача export упадёт и во второй раз; важно, что вторая попытка была.)',
		en: 'Trigger broken_export and wait until the run is failed. Then clear what failed in it, so that the scheduler tries again. The body of the clear is begun: fill in the name of the run, and add the two fields without which, in v1, nothing happens. (The task export fails the second time too; what counts is that there was a second try.)'
	},
	hints: {
		1: {
			ru: 'Очистка по умолчанию только показывает, что сделала бы. А сам запуск v1 по умолчанию оставляет законченным, и планировщик к нему не вернётся.',
			en: 'By default a clear only shows what it would do. And v1 by default leaves the run itself finished, so the scheduler does not come back to it.'
		},
		2: {
			ru: 'POST /api/v1/dags/broken_export/clearTaskInstances с телом {"dag_run_id": "…", "only_failed": true, "dry_run": false, "reset_dag_runs": true}.',
			en: 'POST /api/v1/dags/broken_export/clearTaskInstances with {"dag_run_id": "…", "only_failed": true, "dry_run": false, "reset_dag_runs": true}.'
		}
	},
	solution: [trigger(), clear(whole), look],
	reasons: {
		ru: 'Пробный прогон включён нарочно: очистка по широкому отбору может задеть сотни задач, и ответ показывает их заранее. reset_dag_runs в v1 по умолчанию false (в v2 — true), и без него задачи очищены, а запуск так и числится failed. Очистка лучше нового запуска: prepare не пересчитывается, дата и conf те же, а обе попытки видны рядом.',
		en: 'The dry run is the default on purpose: a clear with a wide selection may concern hundreds of tasks, and the answer shows them first. reset_dag_runs is false by default in v1 (in v2 it is true), and without it the tasks are cleared while the run still counts as failed. Clearing beats a new run: prepare is not computed again, date and conf are the same, and both tries stand side by side.'
	},
	wrong: {
		'run-not-reset': {
			steps: [trigger(), clear({ dry_run: false }), look],
			says: {
				ru: 'Задача очищена, но запуск так и остался failed, и планировщик на него не смотрит: в v1 reset_dag_runs по умолчанию false. Верните запуск в очередь: PATCH запуска с {"state": "queued"}; или начните заново и добавьте reset_dag_runs: true.',
				en: 'The task is cleared, but the run is still failed and the scheduler does not look at it: in v1 reset_dag_runs is false by default. Put the run back into the queue: PATCH it with {"state": "queued"}; or start over and add reset_dag_runs: true.'
			},
			matches: isStuck
		},
		'dry-run': { steps: [trigger(), clear({ reset_dag_runs: true })] },
		'too-soon': { steps: [trigger(0), clear(whole)] }
	}
};

/** The run has ended, and a task of it waits for a scheduler that will not come. */
function isStuck({ world }: CheckInput): boolean {
	return manualRuns(world, DAG).some(
		({ runId, state }) =>
			state === 'failed' &&
			world.taskInstances.has(taskKey(DAG, runId, 'export')) &&
			world.taskInstances.get(taskKey(DAG, runId, 'export'))?.state === undefined
	);
}
