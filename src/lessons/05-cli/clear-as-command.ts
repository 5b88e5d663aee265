import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { clearAsCommandInV1 } from './clear-as-command.twin.ts';

const DAG = 'nightly_sales';
const RUN = 'audit-0611';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';
const AGAIN = ['load_warehouse', 'load_report', 'notify'];
const ONCE = ['extract', 'transform'];

const trigger: RequestStep = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: RUN, logical_date: null },
	thenWaitMs: 120_000
};
const clear = (body: Record<string, unknown>): RequestStep => ({
	operation: CLEAR,
	path: { dag_id: DAG },
	body: { only_failed: false, dry_run: false, ...body },
	thenWaitMs: 120_000
});
const look: RequestStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
	path: { dag_id: DAG, dag_run_id: RUN }
};
const LOADS = ['load_warehouse', 'load_report'];

export const clearAsCommand: Exercise = {
	id: 'cli.clear-as-command',
	world: 'cli-clear-as-command',
	scenario: 'course',
	api: 'v2',
	kind: 'free',
	title: {
		ru: 'tasks clear, но только в одном запуске',
		en: 'tasks clear, but in one run only'
	},
	task: {
		ru: "Запустите nightly_sales под именем audit-0611 и дождитесь успеха. Аудитор просит ещё раз загрузить данные: load_warehouse, load_report и всё, что после них. Коллега уже тянется к «airflow tasks clear nightly_sales --task-regex '^load_' --downstream --yes», а эта команда очистит загрузки во всех запусках за всё время. Сделайте то же запросом, но только в audit-0611; extract и transform повторять нельзя.",
		en: "Trigger nightly_sales as audit-0611 and wait for success. The auditor wants the data loaded once more: load_warehouse, load_report and all that follows them. A colleague already reaches for “airflow tasks clear nightly_sales --task-regex '^load_' --downstream --yes”, and that command clears the loads of all runs of all time. Do the same by a request, but in audit-0611 only; extract and transform must not run again."
	},
	hints: [
		{
			ru: 'Команда по умолчанию очищает и успешное, а у запроса наоборот: only_failed и dry_run равны true. Успешные задачи он без слова не тронет.',
			en: 'By default the command clears what succeeded as well; the request is the other way round: only_failed and dry_run are true. It does not touch tasks that succeeded unless told.'
		},
		{
			ru: 'Регулярного выражения в API нет: назовите задачи в task_ids. --downstream — это include_downstream, а запуск задаёт dag_run_id.',
			en: 'The API has no regular expression: name the tasks in task_ids. --downstream is include_downstream, and dag_run_id names the run.'
		},
		{
			ru: 'POST /api/v2/dags/nightly_sales/clearTaskInstances с {"dag_run_id": "audit-0611", "task_ids": ["load_warehouse", "load_report"], "include_downstream": true, "only_failed": false, "dry_run": false}.',
			en: 'POST /api/v2/dags/nightly_sales/clearTaskInstances with {"dag_run_id": "audit-0611", "task_ids": ["load_warehouse", "load_report"], "include_downstream": true, "only_failed": false, "dry_run": false}.'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: {
				ru: 'в audit-0611 load_warehouse, load_report и notify отработали дважды',
				en: 'in audit-0611 load_warehouse, load_report and notify have run twice'
			},
			passes: (input) => AGAIN.every((task) => hasRunAgain(input, RUN, task))
		},
		{
			says: {
				ru: 'extract и transform в нём — один раз',
				en: 'extract and transform have run once in it'
			},
			passes: (input) => ONCE.every((task) => hasRunOnce(input, task))
		},
		{
			says: {
				ru: 'запуск audit-0611 снова в success',
				en: 'the run audit-0611 is in success again'
			},
			passes: (input) => runsOf(input).some((run) => run.runId === RUN && run.state === 'success')
		},
		{
			says: { ru: 'другие запуски не тронуты', en: 'the other runs are untouched' },
			passes: (input) => wereOthersLeft(input)
		}
	],
	solution: [trigger, clear({ dag_run_id: RUN, task_ids: LOADS, include_downstream: true }), look],
	reasons: {
		ru: 'У команды границы — это --start-date и --end-date, и без них границ нет. У запроса граница — dag_run_id; забыть её так же опасно, зато dry_run по умолчанию сначала покажет список.',
		en: 'The command is bounded by --start-date and --end-date, and without them by nothing. The request is bounded by dag_run_id; to forget it is as dangerous, but dry_run shows the list first by default.'
	},
	wrong: [
		{
			name: 'every-run',
			steps: [trigger, clear({ task_ids: LOADS, include_downstream: true }), look],
			says: {
				ru: 'Загрузки повторены и в других запусках: без dag_run_id запрос, как и команда, берёт все. Очищенного не вернуть; начните заново и назовите запуск.',
				en: 'The loads ran again in other runs, too: without dag_run_id the request takes all, as the command does. What is cleared is cleared; start over and name the run.'
			},
			matches: (input) => !wereOthersLeft(input)
		},
		{
			name: 'only-failed',
			steps: [
				trigger,
				clear({ dag_run_id: RUN, task_ids: LOADS, include_downstream: true, only_failed: true }),
				look
			],
			says: {
				ru: 'Ответ 200 и пустой список: only_failed — true, а в запуске ничего не упало. Команда без --only-failed берёт и успешные; в теле это only_failed: false.',
				en: 'The answer is 200 with an empty list: only_failed is true, and nothing failed in this run. The command without --only-failed takes successes as well; in the body that is only_failed: false.'
			},
			matches: (input) =>
				hasCleared(input) && !LOADS.some((task) => hasBegunAgain(input, RUN, task))
		},
		{
			name: 'without-downstream',
			steps: [trigger, clear({ dag_run_id: RUN, task_ids: LOADS }), look],
			says: {
				ru: 'Загрузки повторены, а notify нет: то, что после них, добавляет include_downstream (у команды --downstream). Очистите notify в том же запуске.',
				en: 'The loads ran again and notify did not: what follows them is added by include_downstream (--downstream of the command). Clear notify in the same run.'
			},
			matches: (input) =>
				LOADS.every((task) => hasBegunAgain(input, RUN, task)) &&
				!hasBegunAgain(input, RUN, 'notify')
		},
		{
			name: 'the-whole-run',
			steps: [trigger, clear({ dag_run_id: RUN }), look],
			says: {
				ru: 'Повторён весь запуск, и extract с transform тоже. Без task_ids очищаются все задачи. Начните заново и назовите задачи.',
				en: 'The whole run was repeated, extract and transform included. Without task_ids all tasks are cleared. Start over and name the tasks.'
			},
			matches: (input) => ONCE.some((task) => hasBegunAgain(input, RUN, task))
		}
	],
	twin: clearAsCommandInV1
};

const runsOf = ({ world }: CheckInput) =>
	[...world.runs.values()].filter((run) => run.dagId === DAG);

const instance = ({ world }: CheckInput, runId: string, taskId: string) =>
	world.taskInstances.get(taskKey(DAG, runId, taskId));

/** Cleared at least once, whatever came of it. */
function hasBegunAgain(input: CheckInput, runId: string, taskId: string): boolean {
	const found = instance(input, runId, taskId);
	return found !== undefined && (found.history.length > 0 || found.tryNumber > 1);
}

const hasRunAgain = (input: CheckInput, runId: string, taskId: string) =>
	hasBegunAgain(input, runId, taskId) && instance(input, runId, taskId)?.state === 'success';

const hasRunOnce = (input: CheckInput, taskId: string) =>
	instance(input, RUN, taskId)?.state === 'success' && !hasBegunAgain(input, RUN, taskId);

const wereOthersLeft = (input: CheckInput) =>
	runsOf(input).every(
		({ runId }) =>
			runId === RUN || [...AGAIN, ...ONCE].every((task) => !hasBegunAgain(input, runId, task))
	);

const hasCleared = ({ world }: CheckInput) =>
	world.journal.some(({ operation, status }) => operation === CLEAR && status === 200);
