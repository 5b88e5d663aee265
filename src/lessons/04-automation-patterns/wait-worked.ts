import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import {
	isUnfinished,
	manualRuns,
	wasAskedSince,
	wasSeenDone,
	wasShownSince
} from '#lib/course/run-looks.ts';
import { waitWorkedInV2 } from './wait-worked.twin.ts';

const DAG = 'flaky_import';
const RUN = 'import-7';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const READ = 'GET /dags/{dag_id}/dagRuns/{dag_run_id}';
const TASKS = 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances';

const trigger = (runId: string, thenWaitMs: number): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { dag_run_id: runId },
	thenWaitMs
});
const look: SolutionStep = {
	operation: READ,
	path: { dag_id: DAG, dag_run_id: RUN }
};
const tasks: SolutionStep = { operation: TASKS, path: { dag_id: DAG, dag_run_id: RUN } };

/** Worked: the trigger is there; waiting is what it is about. */
export const waitWorked: Exercise = {
	id: 'patterns.wait-worked',
	world: 'patterns-wait-worked',
	scenario: 'course',
	api: 'v1',
	kind: 'worked',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Дождитесь запуска, который спотыкается',
		en: 'Wait for a run that stumbles'
	},
	task: {
		ru: 'Запрос в форме запускает flaky_import: его задача fetch падает с первого раза и получается со второго. Отправьте запрос и спрашивайте состояние, пока оно не станет окончательным. Когда станет, посмотрите экземпляры задач: с какой попытки получилось (try_number)?',
		en: 'The request in the form triggers flaky_import, whose task fetch fails at first and succeeds at the second try. Send it and go on asking for the state until it is final. Then look at the task instances: which try did it (try_number)?'
	},
	hints: [
		{
			ru: 'Окончательных состояний у запуска два: success и failed. Всё прочее — ждать.',
			en: 'A run has two final states: success and failed. With any other, wait.'
		},
		{
			ru: 'up_for_retry бывает у задачи, а не у запуска: пока попытки не кончились, запуск остаётся running.',
			en: 'up_for_retry is a state of a task, not of a run: while there are tries left, the run stays running.'
		},
		{
			ru: 'Отправьте то, что в форме; GET …/dagRuns/import-7 раз в несколько секунд до success; затем GET …/dagRuns/import-7/taskInstances.',
			en: 'Send what is in the form; GET …/dagRuns/import-7 every few seconds until success; then GET …/dagRuns/import-7/taskInstances.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ dag_run_id: RUN }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'запуск import-7 один и закончился успехом',
				en: 'import-7 is the only run, and it succeeded'
			},
			passes: (input) => runs(input).length === 1 && runOf(input)?.state === 'success'
		},
		{
			says: {
				ru: 'вы спросили его состояние, когда он закончился',
				en: 'you asked for its state once it had ended'
			},
			passes: (input) => wasSeen(input, READ)
		},
		{
			says: {
				ru: 'вы посмотрели его экземпляры задач, когда он закончился',
				en: 'you looked at its task instances once it had ended'
			},
			passes: (input) => wasSeen(input, TASKS)
		}
	],
	solution: [trigger(RUN, 120_000), look, tasks],
	reasons: {
		ru: 'Упавшая попытка — ещё не упавший запуск: повторы внутри DAG делает сам планировщик. Поэтому скрипт ждёт окончательного состояния запуска и не смотрит на задачи, пока его нет; иначе он поднимет тревогу или запустит второй раз то, что и так получится.',
		en: 'A failed try is not yet a failed run: retries within a DAG are the scheduler’s business. So a script waits for the run’s final state and leaves the tasks alone until then; or it will raise an alarm, or trigger a second time what succeeds anyway.'
	},
	wrong: [
		{
			name: 'triggered-again',
			steps: [trigger(RUN, 4_000), tasks, trigger('import-8', 120_000), look, tasks],
			says: {
				ru: 'Запусков два: первый не упал, у него была ещё попытка. Начните заново и ждите окончательного состояния.',
				en: 'There are two runs: the first had not failed, it had a try left. Start over and wait for a final state.'
			},
			matches: (input) => runs(input).length > 1
		},
		{
			name: 'gave-up',
			steps: [trigger(RUN, 4_000), look, tasks],
			says: {
				ru: 'Запуск ещё идёт: up_for_retry у задачи значит, что планировщик попробует снова. Спрашивайте дальше.',
				en: 'The run is still going: up_for_retry on a task means that the scheduler will try again. Go on asking.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run !== undefined && isUnfinished(run) && wasAskedSince(input.world, run, 0);
			}
		},
		{
			name: 'only-the-state',
			steps: [trigger(RUN, 120_000), look],
			says: {
				ru: 'Успех вы увидели. Теперь посмотрите, чего он стоил: GET …/taskInstances, поле try_number у fetch.',
				en: 'You saw the success. Now see what it took: GET …/taskInstances, the field try_number of fetch.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run !== undefined && wasSeenDone(input.world, run);
			}
		}
	],
	twin: waitWorkedInV2
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);
const runOf = (input: CheckInput) => runs(input).find(({ runId }) => runId === RUN);

function wasSeen(input: CheckInput, key: string): boolean {
	const run = runOf(input);
	const endMs = run?.endMs ?? Infinity;
	const commands = key === TASKS ? (['cli_task_states_for_dag_run'] as const) : undefined;
	if (run && wasShownSince(input.world, run, endMs, commands)) return true;
	const isList = (operation?: string) =>
		key !== TASKS && operation === 'GET /dags/{dag_id}/dagRuns';
	const isAny = (id: string | undefined, wanted: string) =>
		id === undefined || id === wanted || id === '~';
	return input.world.journal.some(
		({ operation, status, atMs, params }) =>
			status === 200 &&
			atMs >= endMs &&
			(operation === key || isList(operation)) &&
			isAny(params.dag_id, DAG) &&
			isAny(params.dag_run_id, RUN)
	);
}
