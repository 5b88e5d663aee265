import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { taskKey } from '#lib/simulator/world.ts';
import { exitZeroInV2 } from './exit-zero.twin.ts';

const DAG = 'paused_cleanup';
const RUN = 'cleanup-now';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

const trigger = (runId = RUN): RequestStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { dag_run_id: runId },
	thenWaitMs: 60_000
});
const pause = (isPaused: boolean): RequestStep => ({
	operation: 'PATCH /dags/{dag_id}',
	path: { dag_id: DAG },
	body: { is_paused: isPaused },
	thenWaitMs: 60_000
});
const look: RequestStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN }
};
const declare: RequestStep = {
	operation: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN },
	body: { state: 'success' }
};

/** Fault: a request that is answered 200, as its command ends with 0, and of which nothing comes. */
export const exitZero: Exercise = {
	id: 'cli.exit-zero',
	world: 'cli-exit-zero',
	scenario: 'course',
	api: 'v1',
	kind: 'fault',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Код выхода 0, а ничего не сделано',
		en: 'Exit code 0, and nothing was done'
	},
	task: {
		ru: 'В cron стоит «airflow dags trigger paused_cleanup && echo ok». Каждый раз — ok, а чистки нет. В форме такой же запрос, только с именем cleanup-now. Отправьте его, посмотрите на запуск через минуту, найдите причину и добейтесь, чтобы cleanup-now действительно отработал. Потом верните DAG в то состояние, в котором он был: другие рассчитывают, что по расписанию он не ходит.',
		en: 'In cron there is “airflow dags trigger paused_cleanup && echo ok”. It says ok every time, and nothing is cleaned. The form holds the same request, with the name cleanup-now. Send it, look at the run a minute later, find out why, and get cleanup-now really done. Then put the DAG back as it was: others count on its not running on schedule.'
	},
	hints: [
		{
			ru: '0 у команды и 200 у запроса говорят одно: запуск записан. Спросите, в каком он состоянии: GET …/dagRuns/cleanup-now.',
			en: '0 of the command and 200 of the request say one thing: the run was written down. Ask for its state: GET …/dagRuns/cleanup-now.'
		},
		{
			ru: 'Запуск стоит в queued. Посмотрите на сам DAG: GET /dags/paused_cleanup, поле is_paused.',
			en: 'The run stays queued. Look at the DAG itself: GET /dags/paused_cleanup, the field is_paused.'
		},
		{
			ru: 'PATCH /api/v1/dags/paused_cleanup с {"is_paused": false}, дождитесь success у cleanup-now, затем такой же PATCH с true.',
			en: 'PATCH /api/v1/dags/paused_cleanup with {"is_paused": false}, wait until cleanup-now is success, then the same PATCH with true.'
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
				ru: 'задача cleanup запуска cleanup-now отработала',
				en: 'the task cleanup of the run cleanup-now has run'
			},
			passes: (input) => hasWorked(input)
		},
		{
			says: { ru: 'запуск cleanup-now — в success', en: 'the run cleanup-now is in success' },
			passes: (input) => runOf(input)?.state === 'success'
		},
		{
			says: { ru: 'DAG снова на паузе', en: 'the DAG is paused again' },
			passes: (input) => runOf(input) !== undefined && isPaused(input)
		}
	],
	solution: [trigger(), pause(false), pause(true)],
	reasons: {
		ru: 'Код выхода dags trigger и код ответа на POST отвечают за запись, не за работу. Скрипту, которому важен результат, надо проверить is_paused до запуска и дождаться конца после.',
		en: 'The exit code of dags trigger and the status of the POST answer for the writing down, not for the work. A script that cares for the outcome has to look at is_paused before and wait for the end after.'
	},
	wrong: [
		{
			name: 'only-triggered',
			steps: [trigger(), look],
			says: {
				ru: 'Запущено, но DAG на паузе: запуск cleanup-now будет стоять в queued, сколько ни жди. Снимите паузу.',
				en: 'Triggered, but the DAG is paused: the run cleanup-now stays queued however long you wait. Unpause it.'
			},
			matches: (input) => runOf(input)?.state === 'queued' && isPaused(input)
		},
		{
			name: 'declared-done',
			steps: [trigger(), declare],
			says: {
				ru: 'Запуск помечен как success, но ни одна задача не выполнена: у cleanup try_number 0 и длительность 0. Состояние — не работа. Удалите этот запуск и начните заново.',
				en: 'The run is marked success and no task was carried out: cleanup has try_number 0 and duration 0. A state is not work. Delete this run and start again.'
			},
			matches: (input) => runOf(input)?.state === 'success' && !hasWorked(input)
		},
		{
			name: 'left-unpaused',
			steps: [trigger(), pause(false), look],
			says: {
				ru: 'Чистка прошла, но DAG так и остался без паузы и в воскресенье пойдёт по расписанию. Верните is_paused: true.',
				en: 'The cleaning is done, but the DAG was left unpaused and will run on schedule on Sunday. Put is_paused back to true.'
			},
			matches: (input) => hasWorked(input) && !isPaused(input)
		},
		{
			name: 'another-name',
			steps: [trigger('cleanup-again')],
			says: {
				ru: 'Запуск под другим именем ничего не лечит: и он стоит в queued у DAG на паузе. Нужен cleanup-now.',
				en: 'A run by another name mends nothing: it, too, is queued at a paused DAG. It has to be cleanup-now.'
			},
			matches: (input) =>
				runOf(input) === undefined &&
				[...input.world.runs.values()].some((run) => run.dagId === DAG && run.runType === 'manual')
		}
	],
	twin: exitZeroInV2
};

const runOf = ({ world }: CheckInput) =>
	[...world.runs.values()].find((run) => run.dagId === DAG && run.runId === RUN);

const isPaused = ({ world }: CheckInput) => world.dags.get(DAG)?.isPaused === true;

function hasWorked({ world }: CheckInput): boolean {
	const cleanup = world.taskInstances.get(taskKey(DAG, RUN, 'cleanup'));
	return cleanup?.state === 'success' && cleanup.tryNumber > 0;
}
