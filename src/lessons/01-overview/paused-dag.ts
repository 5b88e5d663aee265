import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { isUnfinished, manualRuns } from '#lib/course/run-looks.ts';
import { pausedDagInV1 } from './paused-dag.twin.ts';

const DAG = 'paused_cleanup';
const PATCH = 'PATCH /dags/{dag_id}';

const trigger = (thenWaitMs = 0): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: 'cleanup-now', logical_date: null },
	thenWaitMs
});
const pause = (isPaused: boolean, thenWaitMs = 0): SolutionStep => ({
	operation: PATCH,
	path: { dag_id: DAG },
	body: { is_paused: isPaused },
	thenWaitMs
});
const look: SolutionStep = { operation: 'GET /dags/{dag_id}', path: { dag_id: DAG } };

/** Open: judged by the world only. */
export const pausedDag: Exercise = {
	id: 'overview.paused-dag',
	world: 'overview-paused-dag',
	scenario: 'course',
	api: 'v2',
	kind: 'open',
	operations: ['GET /dags/{dag_id}', 'GET /dags/{dag_id}/dagRuns'],
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	title: {
		ru: 'Уборка вне очереди, и всё как было',
		en: 'A cleanup out of turn, and all as it was'
	},
	task: {
		ru: 'Диск почти полон. Добейтесь, чтобы у paused_cleanup был ручной запуск, закончившийся успехом. DAG стоит на паузе не зря: в конце он снова должен стоять на паузе. Каким путём — решайте сами.',
		en: 'The disk is nearly full. See to it that paused_cleanup has a manual run that ended in success. The DAG is paused for a reason: in the end it must be paused again. Which way you go is up to you.'
	},
	hints: [
		{
			ru: 'Запустить DAG на паузе можно: ответ 200. Только задачи его не начнутся.',
			en: 'A paused DAG can be triggered: the answer is 200. Only its tasks do not begin.'
		},
		{
			ru: 'Паузу ставит и снимает PATCH /dags/{dag_id} с полем is_paused. Вернуть её рано — значит остановить запуск на полпути.',
			en: 'PATCH /dags/{dag_id} with the field is_paused sets and lifts a pause. To set it again too soon is to stop the run half-way.'
		},
		{
			ru: 'PATCH с {"is_paused": false}; POST …/dagRuns с {"logical_date": null}; дождаться success; PATCH с {"is_paused": true}.',
			en: 'PATCH with {"is_paused": false}; POST …/dagRuns with {"logical_date": null}; wait for success; PATCH with {"is_paused": true}.'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: {
				ru: 'у paused_cleanup есть ручной запуск с успехом',
				en: 'paused_cleanup has a manual run that succeeded'
			},
			passes: isClean
		},
		{
			says: {
				ru: 'после этого DAG снова на паузе',
				en: 'after that, the DAG is paused again'
			},
			passes: (input) => isClean(input) && isPaused(input)
		}
	],
	solution: [pause(false), trigger(60_000), pause(true)],
	reasons: {
		ru: 'Пауза не запрещает запускать, она запрещает планировщику начинать задачи. Поэтому её снимают, ждут конца и возвращают. Забытая снятой пауза хуже полного диска: DAG начнёт работать по расписанию, и об этом никто не узнает.',
		en: 'A pause does not forbid triggering; it forbids the scheduler to begin tasks. So it is lifted, the end awaited, and the pause set again. A pause left lifted is worse than a full disk: the DAG begins to run on its schedule, and nobody knows.'
	},
	wrong: [
		{
			name: 'still-paused',
			steps: [trigger(60_000), look],
			says: {
				ru: 'Запуск принят, но DAG на паузе, и он так и стоит в queued: сколько ни жди, задачи не начнутся. Снимите паузу.',
				en: 'The run was accepted, but the DAG is paused and so it stays queued: however long you wait, no task begins. Lift the pause.'
			},
			matches: (input) => isPaused(input) && runs(input).some(isUnfinished)
		},
		{
			name: 'left-unpaused',
			steps: [pause(false), trigger(60_000), look],
			says: {
				ru: 'Уборка прошла, но DAG остался без паузы и дальше пойдёт по расписанию. Верните is_paused: true.',
				en: 'The cleanup is done, but the DAG is left unpaused and goes on by its schedule. Set is_paused back to true.'
			},
			matches: (input) => isClean(input) && !isPaused(input)
		},
		{
			name: 'only-unpaused',
			steps: [pause(false, 60_000)],
			says: {
				ru: 'Пауза снята, но ручного запуска нет: сам DAG его не создаст, он ждёт расписания. Отправьте POST …/dagRuns.',
				en: 'The pause is lifted, but there is no manual run: the DAG will not make one, it waits for its schedule. Send POST …/dagRuns.'
			},
			matches: (input) => !isPaused(input) && runs(input).length === 0
		}
	],
	twin: pausedDagInV1
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);
const isPaused = ({ world }: CheckInput) => world.dags.get(DAG)?.isPaused === true;

function isClean(input: CheckInput): boolean {
	return runs(input).some(({ state }) => state === 'success');
}
