import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { latestRunOf } from '#lib/course/run-name.ts';
import { whichTaskInV1 } from './which-task.twin.ts';

const DAG = 'extract_crm';
const RUN = latestRunOf(DAG);
const LIST = 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances';

const list: SolutionStep = { operation: LIST, path: { dag_id: DAG, dag_run_id: RUN } };
const noteTask = (taskId: string): SolutionStep => ({
	operation: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}',
	path: { dag_id: DAG, dag_run_id: RUN, task_id: taskId },
	body: { note: 'The CRM says 401' }
});
const noteRun: SolutionStep = {
	operation: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN },
	body: { note: 'The CRM says 401' }
};

export const whichTask: Exercise = {
	id: 'overview.which-task',
	world: 'overview-which-task',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'free',
	operations: ['GET /dags/{dag_id}/dagRuns'],
	title: { ru: 'Какая задача упала сама?', en: 'Which task failed by itself?' },
	task: {
		ru: 'Ночной запуск extract_crm упал. Найдите этот запуск, посмотрите его экземпляры задач и оставьте заметку (note) на одной из задач, с которых всё началось: упавшей самой, а не из-за других.',
		en: 'The nightly run of extract_crm failed. Find that run, look at its task instances and leave a note on one of the tasks where it began: one that failed by itself and not because of others.'
	},
	hints: [
		{
			ru: 'Сначала имя запуска: GET /dags/extract_crm/dagRuns со state=failed. Потом задачи этого запуска.',
			en: 'First the name of the run: GET /dags/extract_crm/dagRuns with state=failed. Then the tasks of that run.'
		},
		{
			ru: 'failed — упала сама, upstream_failed — даже не начиналась: упали те, кого она ждёт.',
			en: 'failed means it failed itself; upstream_failed means it did not even begin, as what it waits for failed.'
		},
		{
			ru: 'PATCH /api/v2/dags/extract_crm/dagRuns/{dag_run_id}/taskInstances/extract_accounts с телом {"note": "…"}.',
			en: 'PATCH /api/v2/dags/extract_crm/dagRuns/{dag_run_id}/taskInstances/extract_accounts with {"note": "…"}.'
		}
	],
	start: { operation: LIST },
	checks: [
		{
			says: {
				ru: 'вы посмотрели экземпляры задач упавшего запуска',
				en: 'you looked at the task instances of the failed run'
			},
			passes: wasListed
		},
		{
			says: {
				ru: 'заметка стоит на задаче в состоянии failed',
				en: 'there is a note on a task in the state failed'
			},
			passes: (input) => noted(input).some(({ state }) => state === 'failed')
		}
	],
	solution: [list, noteTask('extract_accounts')],
	reasons: {
		ru: 'Состояние запуска говорит лишь, что не всё получилось. Причина — в задачах failed; upstream_failed — следствие, журнала у них нет, и начинать с них значит терять время.',
		en: 'The state of a run only says that not all went well. The cause is in tasks that are failed; upstream_failed is a consequence, has no log, and to begin there is to lose time.'
	},
	wrong: [
		{
			name: 'a-consequence',
			steps: [list, noteTask('publish')],
			says: {
				ru: 'Эта задача не упала: она upstream_failed, то есть и не начиналась. Ищите среди тех, кого она ждала, state = failed.',
				en: 'This task did not fail: it is upstream_failed and never began. Look for state = failed among those it waited for.'
			},
			matches: (input) =>
				noted(input).length > 0 && noted(input).every(({ state }) => state !== 'failed')
		},
		{
			name: 'note-on-the-run',
			steps: [list, noteRun],
			says: {
				ru: 'Заметка стоит на запуске целиком. Нужна на экземпляре задачи: путь длиннее, …/taskInstances/{task_id}.',
				en: 'The note is on the run as a whole. It belongs on the task instance, whose path is longer: …/taskInstances/{task_id}.'
			},
			matches: (input) =>
				noted(input).length === 0 && [...input.world.runs.values()].some(({ note }) => note)
		},
		{
			name: 'guessed',
			steps: [noteTask('extract_accounts')],
			says: {
				ru: 'Задача выбрана верно, но списка задач вы не видели: убедитесь, что она именно failed. GET …/taskInstances этого запуска.',
				en: 'The task is well chosen, but you have not seen the list: make sure that it is failed. GET …/taskInstances of that run.'
			},
			matches: (input) => noted(input).length > 0 && !wasListed(input)
		}
	],
	twin: whichTaskInV1
};

const noted = ({ world }: CheckInput) =>
	[...world.taskInstances.values()].filter(({ note }) => (note ?? '').trim() !== '');

function wasListed({ world }: CheckInput): boolean {
	return world.journal.some(
		({ operation, status, params }) =>
			status === 200 &&
			((operation === LIST &&
				[DAG, '~'].includes(params.dag_id ?? '') &&
				(params.dag_run_id === '~' || isFailedRun({ world }, params.dag_run_id ?? ''))) ||
				operation?.endsWith('/taskInstances/list') === true)
	);
}

const isFailedRun = ({ world }: CheckInput, runId: string) =>
	[...world.runs.values()].some(
		(run) => run.dagId === DAG && run.runId === runId && run.state === 'failed'
	);
