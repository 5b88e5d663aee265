import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { rehearseClearInV2 } from './rehearse-clear.twin.ts';

const DAG = 'broken_export';
const RUN = 'order-1871';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

const trigger: SolutionStep = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: RUN },
	thenWaitMs: 60_000
};
const clear = (isDry: boolean, more: Record<string, unknown> = {}): SolutionStep => ({
	operation: CLEAR,
	path: { dag_id: DAG },
	body: { dag_run_id: RUN, only_failed: true, reset_dag_runs: true, dry_run: isDry, ...more },
	thenWaitMs: 60_000
});
const look: SolutionStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN }
};

/** Faded: the body names the run, the rest is for the learner. */
export const rehearseClear: Exercise = {
	id: 'patterns.rehearse-clear',
	world: 'patterns-rehearse-clear',
	scenario: 'course',
	api: 'v1',
	kind: 'faded',
	operations: [look.operation],
	title: {
		ru: 'Сначала посмотреть, потом очистить',
		en: 'Look first, then clear'
	},
	task: {
		ru: 'Создайте запуск order-1871 у broken_export и дождитесь failed. Дальше действуйте как осторожный скрипт: пробная очистка, взгляд на список задач, и только потом такая же очистка всерьёз. Задачу prepare повторять нельзя. Тело очистки начато, остальные поля за вами. Дождитесь второй попытки export.',
		en: 'Make the run order-1871 of broken_export and wait until it is failed. Then do as a careful script does: a dry run of the clear, a look at the list of tasks, and only then the same clear in earnest. The task prepare must not run again. The body of the clear is begun, its other fields are yours. Wait for the second try of export.'
	},
	hints: [
		{
			ru: 'Два запроса отличаются одним полем. Всё остальное в теле назовите явно, чтобы не зависеть от версии.',
			en: 'The two requests differ in one field. Name all else in the body, so as not to depend on the version.'
		},
		{
			ru: 'В v1 без reset_dag_runs запуск останется failed, и очищенные задачи никто не возьмёт.',
			en: 'In v1, without reset_dag_runs the run stays failed, and nobody takes up the cleared tasks.'
		},
		{
			ru: '{"dag_run_id": "order-1871", "only_failed": true, "reset_dag_runs": true, "dry_run": true}, затем то же с "dry_run": false.',
			en: '{"dag_run_id": "order-1871", "only_failed": true, "reset_dag_runs": true, "dry_run": true}, then the same with "dry_run": false.'
		}
	],
	start: {
		operation: CLEAR,
		path: { dag_id: DAG },
		body: JSON.stringify({ dag_run_id: RUN }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'до настоящей очистки была пробная',
				en: 'a dry run came before the clear in earnest'
			},
			passes: wasRehearsed
		},
		{
			says: {
				ru: 'у export в запуске order-1871 есть вторая попытка',
				en: 'export has a second try in the run order-1871'
			},
			passes: (input) => (instance(input, 'export')?.tryNumber ?? 0) > 1 && hasBegun(input)
		},
		{
			says: { ru: 'prepare выполнена один раз', en: 'prepare ran once' },
			passes: (input) => hasBegun(input) && instance(input, 'prepare')?.history.length === 0
		}
	],
	solution: [trigger, clear(true), clear(false), look],
	reasons: {
		ru: 'Пробный прогон отвечает тем же списком, что и настоящий, поэтому скрипт может сверить его с ожидаемым и остановиться, если задач больше, чем он думал. Все поля названы явно: reset_dag_runs по умолчанию false в v1 и true в v2, и скрипт, который это помнит, переживёт обновление.',
		en: 'A dry run answers with the very list of the real one, so a script can compare it with what it expects and stop when there are more tasks than it thought. Every field is named: reset_dag_runs is false by default in v1 and true in v2, and a script that says so survives the upgrade.'
	},
	wrong: [
		{
			name: 'prepare-again',
			steps: [
				trigger,
				clear(true, { only_failed: false }),
				clear(false, { only_failed: false }),
				look
			],
			says: {
				ru: 'Очищена и prepare: only_failed был false. Список пробного прогона это показал бы. Начните заново.',
				en: 'prepare was cleared too: only_failed was false. The list of the dry run would have shown it. Start over.'
			},
			matches: (input) => (instance(input, 'prepare')?.history.length ?? 0) > 0
		},
		{
			name: 'without-rehearsal',
			steps: [trigger, clear(false), look],
			says: {
				ru: 'Очистка сработала, но вы не посмотрели, что она заденет. Начните заново: сначала то же тело с dry_run: true.',
				en: 'The clear worked, but you did not look at what it would touch. Start over: the same body with dry_run: true first.'
			},
			matches: (input) => clears(input).some(isReal) && !wasRehearsed(input)
		},
		{
			name: 'run-not-reset',
			steps: [trigger, clear(true), clear(false, { reset_dag_runs: false }), look],
			says: {
				ru: 'Задачи очищены, а запуск остался failed, и планировщик к нему не вернётся. Верните его в очередь: PATCH запуска с {"state": "queued"}; а в скрипте ставьте reset_dag_runs: true.',
				en: 'The tasks are cleared, but the run is still failed, and the scheduler does not come back to it. Put it back into the queue: PATCH the run with {"state": "queued"}; and in a script set reset_dag_runs to true.'
			},
			matches: (input) =>
				clears(input).some(isReal) &&
				manualRuns(input.world, DAG).some(({ state }) => state === 'failed') &&
				!hasBegun(input)
		},
		{
			name: 'rehearsal-only',
			steps: [trigger, clear(true), look],
			says: {
				ru: 'Пробный прогон показал список и ничего не сделал. Теперь то же тело с dry_run: false.',
				en: 'The dry run showed the list and did nothing. Now the same body with dry_run: false.'
			},
			matches: (input) => clears(input).length > 0 && !clears(input).some(isReal)
		}
	],
	twin: rehearseClearInV2
};

const clears = ({ world }: CheckInput) =>
	world.journal.filter(({ operation, status }) => operation === CLEAR && status === 200);

const isReal = ({ body }: { body?: string }) => /"dry_run"\s*:\s*false/.test(body ?? '');

function wasRehearsed(input: CheckInput): boolean {
	const real = clears(input).findIndex(isReal);
	return real > 0 && !isReal(clears(input)[0] ?? {});
}

const instance = ({ world }: CheckInput, taskId: string) =>
	world.taskInstances.get(taskKey(DAG, RUN, taskId));

function hasBegun(input: CheckInput): boolean {
	const found = instance(input, 'export');
	// A task that was cleared keeps the times of its last try; only its state is gone.
	const isAtWork = found?.state === 'running' || found?.state === 'failed';
	return isAtWork && found.history.length > 0;
}
