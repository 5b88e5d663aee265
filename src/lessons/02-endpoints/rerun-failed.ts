import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { rerunFailedInV2 } from './rerun-failed.twin.ts';

const DAG = 'broken_export';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

const trigger = (runId: string): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: runId },
	thenWaitMs: 60_000
});

const clear = (body: Record<string, unknown>): SolutionStep => ({
	operation: CLEAR,
	path: { dag_id: DAG },
	body,
	thenWaitMs: 60_000
});

export const rerunFailed: Exercise = {
	id: 'endpoints.rerun-failed',
	world: 'endpoints-rerun',
	scenario: 'course',
	api: 'v1',
	kind: 'free',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Повторите только то, что упало',
		en: 'Run again only what failed'
	},
	task: {
		ru: 'Запустите broken_export и дождитесь, пока он упадёт: место на диске кончилось. Представьте, что место освободили. Повторите упавшее в том же запуске, но не задачу prepare: она отработала и стоит дорого. (Место здесь освободили понарошку, так что export упадёт ещё раз; важно, что была вторая попытка.)',
		en: 'Trigger broken_export and wait until it fails: the disk was full. Suppose somebody made room. Run again what failed, in the same run, but not the task prepare: it succeeded and is expensive. (The room is only pretended, so export will fail once more; what counts is its second try.)'
	},
	hints: [
		{
			ru: 'Сначала запуск, потом очистка. Между ними подождите, пока запуск не станет failed; чем кончилось, покажут экземпляры задач.',
			en: 'First the trigger, then the clear. Between them, wait until the run is failed; the task instances show how it ended.'
		},
		{
			ru: 'У очистки в v1 два значения по умолчанию мешают делу: dry_run и reset_dag_runs.',
			en: 'Two defaults of clearing in v1 stand in the way: dry_run and reset_dag_runs.'
		},
		{
			ru: 'POST /api/v1/dags/broken_export/clearTaskInstances с телом {"dag_run_id": "…", "dry_run": false, "reset_dag_runs": true}. Имя запуска — в ответе на первый запрос.',
			en: 'POST /api/v1/dags/broken_export/clearTaskInstances with {"dag_run_id": "…", "dry_run": false, "reset_dag_runs": true}. The answer to the first request names the run.'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: {
				ru: 'задача export выполнена во второй раз в том же запуске',
				en: 'the task export ran a second time in the same run'
			},
			passes: (input) => runsOf(input).some((run) => hasSecondTry(input, run.runId, 'export'))
		},
		{
			says: {
				ru: 'prepare в этом запуске выполнялась один раз',
				en: 'prepare ran once in that run'
			},
			passes: (input) =>
				runsOf(input).some(
					(run) =>
						hasSecondTry(input, run.runId, 'export') && !wasCleared(input, run.runId, 'prepare')
				)
		}
	],
	solution: [
		trigger('full-disk'),
		clear({ dag_run_id: 'full-disk', dry_run: false, reset_dag_runs: true }),
		{
			operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
			path: { dag_id: DAG, dag_run_id: 'full-disk' }
		}
	],
	reasons: {
		ru: 'only_failed по умолчанию true, поэтому prepare не задета; dry_run: false превращает взгляд в действие; reset_dag_runs: true возвращает сам запуск в очередь, чего v1 по умолчанию не делает. Без любого из двух последних ответ тот же 200.',
		en: 'only_failed is true by default, so prepare is left alone; dry_run: false turns a look into a deed; reset_dag_runs: true puts the run itself back into the queue, which v1 does not do by default. Without either of the latter two the answer is the same 200.'
	},
	wrong: [
		{
			name: 'everything-again',
			steps: [
				trigger('all-over'),
				clear({
					dag_run_id: 'all-over',
					dry_run: false,
					reset_dag_runs: true,
					only_failed: false
				})
			],
			says: {
				ru: 'Заодно повторилась и prepare. Оставьте only_failed равным true (или назовите задачи в task_ids), а путь dagRuns/{dag_run_id}/clear в v1 очищает запуск целиком. Запустите DAG ещё раз и попробуйте снова.',
				en: 'prepare ran again too. Leave only_failed at true (or name the tasks in task_ids); the path dagRuns/{dag_run_id}/clear of v1 clears the whole run. Trigger the DAG again and have another try.'
			},
			matches: (input) => runsOf(input).some((run) => wasCleared(input, run.runId, 'prepare'))
		},
		{
			name: 'run-not-reset',
			steps: [trigger('stuck'), clear({ dag_run_id: 'stuck', dry_run: false })],
			says: {
				ru: 'Задачи очищены, но запуск так и остался failed, и планировщик на него не смотрит. В v1 reset_dag_runs по умолчанию false. Верните запуск в очередь: PATCH запуска с {"state": "queued"} или новая попытка с reset_dag_runs.',
				en: 'The tasks are cleared but the run is still failed, and the scheduler does not look at it. In v1 reset_dag_runs is false by default. Put the run back into the queue: PATCH it with {"state": "queued"}, or start afresh with reset_dag_runs.'
			},
			matches: (input) =>
				runsOf(input).some(
					(run) => run.state === 'failed' && isWithoutState(input, run.runId, 'export')
				)
		},
		{
			name: 'dry-run',
			steps: [trigger('only-asked'), clear({ dag_run_id: 'only-asked', reset_dag_runs: true })],
			says: {
				ru: 'Это был пробный прогон: ответ 200 перечисляет, что было бы очищено, а в мире ничего не изменилось. Поставьте dry_run: false.',
				en: 'That was a dry run: the 200 lists what would be cleared, and nothing has changed. Set dry_run to false.'
			},
			matches: ({ world }) =>
				world.journal.some(
					({ operation, status, body }) =>
						operation === CLEAR && status === 200 && !/"dry_run"\s*:\s*false/.test(body ?? '')
				)
		},
		{
			name: 'triggered-again',
			steps: [trigger('first'), trigger('second')],
			says: {
				ru: 'Это новый запуск: в нём prepare выполнена заново. Нужен тот же запуск: очистите в нём упавшее.',
				en: 'That is a new run, where prepare ran again. It has to be the same run: clear what failed in it.'
			},
			matches: (input) => runsOf(input).length > 1
		}
	],
	twin: rerunFailedInV2
};

function runsOf({ world }: CheckInput) {
	return [...world.runs.values()].filter((run) => run.dagId === DAG);
}

function instance({ world }: CheckInput, runId: string, taskId: string) {
	return world.taskInstances.get(taskKey(DAG, runId, taskId));
}

function hasSecondTry(input: CheckInput, runId: string, taskId: string): boolean {
	const found = instance(input, runId, taskId);
	return found !== undefined && found.tryNumber > 1 && found.startMs !== undefined;
}

function wasCleared(input: CheckInput, runId: string, taskId: string): boolean {
	const found = instance(input, runId, taskId);
	return found !== undefined && (found.history.length > 0 || found.tryNumber > 1);
}

function isWithoutState(input: CheckInput, runId: string, taskId: string): boolean {
	const found = instance(input, runId, taskId);
	return found !== undefined && found.state === undefined;
}
