import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { isUnfinished, manualRuns } from '#lib/course/run-looks.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { clearFailedInV1 } from './clear-failed.twin.ts';

const DAG = 'broken_export';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

const trigger = (runId: string, thenWaitMs = 60_000): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: runId, logical_date: null },
	thenWaitMs
});
const clear = (runId: string, more: Record<string, unknown>): SolutionStep => ({
	operation: CLEAR,
	path: { dag_id: DAG },
	body: { dag_run_id: runId, ...more },
	thenWaitMs: 60_000
});
const look: SolutionStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: 'export-1' }
};

/** Faded: the run is to be made and named first, and one field is missing. */
export const clearFailed: Exercise = {
	id: 'overview.clear-failed',
	world: 'overview-clear-failed',
	scenario: 'course',
	api: 'v2',
	kind: 'faded',
	operations: [look.operation],
	programs: {
		airflow: [
			'airflow dags trigger broken_export --run-id export-1',
			'sleep 60',
			'airflow dags clear broken_export --run-id export-1 --only-failed --yes',
			'sleep 60'
		]
	},
	title: { ru: 'Очистите упавшее', en: 'Clear what failed' },
	task: {
		ru: 'Запустите broken_export и дождитесь, пока запуск станет failed. Потом очистите в нём упавшее, чтобы планировщик попробовал ещё раз. Тело очистки начато: впишите имя запуска и добавьте поле, без которого ничего не произойдёт. (Задача export упадёт и во второй раз; важно, что вторая попытка была.)',
		en: 'Trigger broken_export and wait until the run is failed. Then clear what failed in it, so that the scheduler tries again. The body of the clear is begun: fill in the name of the run, and add the field without which nothing happens. (The task export fails the second time too; what counts is that there was a second try.)'
	},
	hints: [
		{
			ru: 'Порядок: POST …/dagRuns, ожидание, POST …/clearTaskInstances. Имя запуска удобнее задать самому.',
			en: 'The order: POST …/dagRuns, waiting, POST …/clearTaskInstances. It is handy to name the run yourself.'
		},
		{
			ru: 'Очистка по умолчанию только показывает, что сделала бы.',
			en: 'By default a clear only shows what it would do.'
		},
		{
			ru: 'POST /api/v2/dags/broken_export/clearTaskInstances с телом {"dag_run_id": "…", "only_failed": true, "dry_run": false}.',
			en: 'POST /api/v2/dags/broken_export/clearTaskInstances with {"dag_run_id": "…", "only_failed": true, "dry_run": false}.'
		}
	],
	start: {
		operation: CLEAR,
		path: { dag_id: DAG },
		body: JSON.stringify({ dag_run_id: '', only_failed: true }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'у задачи export в том же запуске была вторая попытка',
				en: 'the task export had a second try in the same run'
			},
			passes: (input) => runs(input).some(({ runId }) => tries(input, runId, 'export') > 1)
		},
		{
			says: { ru: 'запуск у broken_export один', en: 'broken_export has one run' },
			passes: (input) => runs(input).length === 1
		}
	],
	solution: [trigger('export-1'), clear('export-1', { dry_run: false }), look],
	reasons: {
		ru: 'Пробный прогон включён нарочно: очистка по широкому отбору может задеть сотни задач, и ответ показывает их заранее. Очистка лучше нового запуска: prepare не пересчитывается, дата и conf те же, а обе попытки видны рядом.',
		en: 'The dry run is the default on purpose: a clear with a wide selection may concern hundreds of tasks, and the answer shows them first. Clearing beats a new run: prepare is not computed again, date and conf are the same, and both tries stand side by side.'
	},
	wrong: [
		{
			name: 'new-run',
			steps: [trigger('export-1'), trigger('export-2')],
			says: {
				ru: 'Это второй запуск, а нужна вторая попытка в первом: очистите упавшее. Начните заново.',
				en: 'That is a second run, and it takes a second try in the first one: clear what failed. Start over.'
			},
			matches: (input) => runs(input).length > 1
		},
		{
			name: 'dry-run',
			steps: [trigger('export-1'), clear('export-1', {})],
			says: {
				ru: 'Ответ 200 со списком задач — пробный прогон: они лишь были бы очищены. Добавьте "dry_run": false.',
				en: 'A 200 with a list of tasks is a dry run: they only would be cleared. Add "dry_run": false.'
			},
			matches: (input) =>
				clears(input).length > 0 &&
				clears(input).every(({ body }) => !/"dry_run"\s*:\s*false/.test(body ?? ''))
		},
		{
			name: 'too-soon',
			steps: [trigger('export-1', 0), clear('export-1', { dry_run: false })],
			says: {
				ru: 'Очищать было ещё нечего: в тот момент ни одна задача не упала, и список в ответе пуст. Дождитесь failed и повторите.',
				en: 'There was nothing to clear yet: no task had failed at that moment, and the list in the answer is empty. Wait for failed and repeat.'
			},
			matches: (input) => clears(input).length > 0 && runs(input).length === 1
		},
		{
			name: 'not-cleared',
			steps: [trigger('export-1'), look],
			says: {
				ru: 'Запуск упал, как и ожидалось. Теперь очистите упавшее: POST …/clearTaskInstances с именем этого запуска.',
				en: 'The run failed, as expected. Now clear what failed: POST …/clearTaskInstances with the name of this run.'
			},
			matches: (input) =>
				runs(input).some((run) => !isUnfinished(run)) && clears(input).length === 0
		}
	],
	twin: clearFailedInV1
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);

function tries({ world }: CheckInput, runId: string, taskId: string): number {
	const found = world.taskInstances.get(taskKey(DAG, runId, taskId));
	return found?.startMs === undefined ? 0 : found.tryNumber;
}

const clears = ({ world }: CheckInput) =>
	world.journal.filter(({ operation, status }) => operation === CLEAR && status === 200);
