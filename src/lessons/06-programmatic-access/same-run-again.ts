import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { wasAskedSince } from '#lib/course/run-looks.ts';
import { sameRunAgainInV2 } from './same-run-again.twin.ts';

const DAG = 'hello_api';
const RUN = 'from-parent-2026-03-02';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

const trigger = (runId = RUN): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: runId },
	thenWaitMs: 60_000
});
const clear = (body: Record<string, unknown>): SolutionStep => ({
	operation: CLEAR,
	path: { dag_id: DAG },
	body: { dag_run_id: RUN, ...body },
	thenWaitMs: 60_000
});
const all = { dry_run: false, only_failed: false };
const read: SolutionStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN }
};

export const sameRunAgain: Exercise = {
	id: 'programmatic.same-run-again',
	world: 'programmatic-same-run-again',
	scenario: 'course',
	api: 'v1',
	programs: { airflow: 'its-commands' },
	title: { ru: 'Сделайте то же, что reset_dag_run=True', en: 'Do what reset_dag_run=True does' },
	task: {
		ru: 'TriggerDagRunOperator с reset_dag_run=True, найдя запуск со своим trigger_run_id, не создаёт второй, а очищает найденный и выполняет заново. Сделайте это руками: запустите hello_api под именем from-parent-2026-03-02, дождитесь конца, очистите в этом запуске все задачи, чтобы он прошёл ещё раз, и прочитайте success.',
		en: 'TriggerDagRunOperator with reset_dag_run=True, when it finds a run with its trigger_run_id, makes no second one but clears that one and has it done again. Do it by hand: trigger hello_api under the name from-parent-2026-03-02, wait for its end, clear all tasks of this run so that it goes through once more, and read success.'
	},
	hints: [
		{
			ru: 'Очищает POST …/clearTaskInstances. У него три значения по умолчанию, и для нашей цели все три неудачны.',
			en: 'POST …/clearTaskInstances clears. Three of its defaults are all wrong for our end.'
		},
		{
			ru: 'dry_run: true ничего не делает, only_failed: true пропускает успешные, reset_dag_runs: false в v1 оставляет запуск законченным, и его задачи никто не начнёт.',
			en: 'dry_run: true does nothing, only_failed: true leaves out what succeeded, and reset_dag_runs: false, in v1, leaves the run finished, so that nobody begins its tasks.'
		},
		{
			ru: 'POST …/dagRuns {"dag_run_id": "from-parent-2026-03-02"}; через полминуты POST …/clearTaskInstances {"dag_run_id": "from-parent-2026-03-02", "dry_run": false, "only_failed": false, "reset_dag_runs": true}; через полминуты GET запуска.',
			en: 'POST …/dagRuns {"dag_run_id": "from-parent-2026-03-02"}; half a minute later POST …/clearTaskInstances {"dag_run_id": "from-parent-2026-03-02", "dry_run": false, "only_failed": false, "reset_dag_runs": true}; half a minute later GET the run.'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns', path: { dag_id: DAG } },
	operations: [CLEAR],
	checks: [
		{
			says: {
				ru: 'у hello_api один запуск, from-parent-2026-03-02',
				en: 'hello_api has one run, from-parent-2026-03-02'
			},
			passes: (input) => runs(input).length === 1 && runs(input)[0]?.runId === RUN
		},
		{
			says: {
				ru: 'обе его задачи выполнены дважды и успешны',
				en: 'both its tasks were done twice and are success'
			},
			passes: wasDoneTwice
		},
		{
			says: {
				ru: 'вы прочитали success после второго раза',
				en: 'you read success after the second time'
			},
			passes: wasSeenDone
		}
	],
	solution: [trigger(), clear({ ...all, reset_dag_runs: true }), read],
	reasons: {
		ru: 'Оператор в 2.x вызывает dag.clear() прямо в процессе задачи; через API то же делает clearTaskInstances. История остаётся в одном запуске: попытка 2 у каждой задачи.',
		en: 'In 2.x the operator calls dag.clear() within the task’s process; through the API clearTaskInstances does the same. The history stays in one run: try 2 of each task.'
	},
	wrong: [
		{
			name: 'a-second-run',
			steps: [trigger(), trigger(`${RUN}-again`)],
			says: {
				ru: 'Запусков два. reset_dag_run повторяет тот же запуск, а не создаёт похожий. Начните заново и очистите первый.',
				en: 'There are two runs. reset_dag_run repeats the same run and makes no likeness of it. Start over and clear the first.'
			},
			matches: (input) => runs(input).length > 1
		},
		{
			name: 'not-reset',
			steps: [trigger(), clear({ ...all, reset_dag_runs: false })],
			says: {
				ru: 'Задачи очищены, а запуск остался success, и планировщик на него больше не смотрит. Отправьте очистку ещё раз с reset_dag_runs: true.',
				en: 'The tasks are cleared, but the run stayed success, and the scheduler no longer looks at it. Send the clearing again with reset_dag_runs: true.'
			},
			matches: (input) =>
				runs(input)[0]?.state === 'success' &&
				instances(input).some(({ state }) => state === undefined)
		},
		{
			name: 'only-a-rehearsal',
			steps: [trigger(), clear({ only_failed: false, reset_dag_runs: true })],
			says: {
				ru: 'Это был пробный прогон: dry_run по умолчанию true. Список пришёл, но задачи не тронуты.',
				en: 'That was a rehearsal: dry_run is true unless you say otherwise. A list came, and no task was touched.'
			},
			matches: (input) =>
				clearings(input).length > 0 && clearings(input).every((body) => body.dry_run !== false)
		},
		{
			name: 'nothing-failed',
			steps: [trigger(), clear({ dry_run: false, reset_dag_runs: true })],
			says: {
				ru: 'Очищать оказалось нечего: only_failed по умолчанию true, а в этом запуске всё успешно.',
				en: 'There was nothing to clear: only_failed is true unless you say otherwise, and in this run all succeeded.'
			},
			matches: (input) =>
				clearings(input).length > 0 && clearings(input).every((body) => body.only_failed !== false)
		}
	],
	twin: sameRunAgainInV2
};

const runs = ({ world }: CheckInput) =>
	[...world.runs.values()].filter(({ dagId }) => dagId === DAG);

const instances = ({ world }: CheckInput) =>
	[...world.taskInstances.values()].filter(({ dagId, runId }) => dagId === DAG && runId === RUN);

/** The bodies of the clearings that were answered with 200. */
const clearings = ({ world }: CheckInput) =>
	world.journal
		.filter(({ operation, status }) => operation === CLEAR && status === 200)
		.map(({ body = '{}' }) => JSON.parse(body) as Record<string, unknown>);

function wasDoneTwice(input: CheckInput): boolean {
	const all = instances(input);
	return (
		all.length === 2 && all.every(({ state, tryNumber }) => state === 'success' && tryNumber === 2)
	);
}

function wasSeenDone(input: CheckInput): boolean {
	const [run] = runs(input);
	if (!wasDoneTwice(input) || run?.state !== 'success') return false;
	return wasAskedSince(input.world, run, run.endMs ?? Infinity);
}
