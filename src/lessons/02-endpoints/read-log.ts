import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { latestRunOf } from '#lib/course/run-name.ts';
import type { TaskInstance } from '#lib/simulator/world.ts';
import { readLogInV2 } from './read-log.twin.ts';

const DAG = 'extract_crm';
const RUN = latestRunOf(DAG);
const TASK = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';
const LOG = `GET ${TASK}/logs/{task_try_number}`;
const NOTE = 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote';

const at = { dag_id: DAG, dag_run_id: RUN };
const list: SolutionStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
	path: at
};
const read = (taskId: string, tryNumber: string): SolutionStep => ({
	operation: LOG,
	path: { ...at, task_id: taskId, task_try_number: tryNumber }
});
const note = (text: string): SolutionStep => ({
	operation: NOTE,
	path: at,
	body: { note: text }
});

export const readLog: Exercise = {
	id: 'endpoints.read-log',
	world: 'endpoints-read-log',
	scenario: 'production-morning',
	api: 'v1',
	kind: 'free',
	operations: ['GET /dags/{dag_id}/dagRuns'],
	title: {
		ru: 'Прочитайте журнал последней попытки',
		en: 'Read the log of the last try'
	},
	task: {
		ru: 'Ночью упал extract_crm. Найдите упавший запуск и задачу, которая упала сама, прочитайте журнал её последней попытки, а причину — код ответа HTTP из журнала — запишите заметкой (note) к запуску.',
		en: 'extract_crm failed in the night. Find the failed run and a task that failed by itself, read the log of its last try, and put the cause, the HTTP status from the log, into a note on the run.'
	},
	hints: [
		{
			ru: 'Три списка по цепочке: запуски со state=failed, экземпляры задач этого запуска, журнал попытки.',
			en: 'Three steps: runs with state=failed, the task instances of that run, the log of a try.'
		},
		{
			ru: 'Сколько было попыток, говорит try_number экземпляра: это и номер последней. У upstream_failed журнала нет.',
			en: 'try_number of the instance says how many tries there were: that is the number of the last. What is upstream_failed has no log.'
		},
		{
			ru: 'GET …/dagRuns/{dag_run_id}/taskInstances/extract_accounts/logs/3, затем PATCH /api/v1/dags/extract_crm/dagRuns/{dag_run_id}/setNote с телом {"note": "CRM: HTTP …"}, где вместо точек код.',
			en: 'GET …/dagRuns/{dag_run_id}/taskInstances/extract_accounts/logs/3, then PATCH /api/v1/dags/extract_crm/dagRuns/{dag_run_id}/setNote with {"note": "CRM: HTTP …"}, the status in place of the dots.'
		}
	],
	start: { operation: 'GET /dags/{dag_id}/dagRuns', path: { dag_id: DAG } },
	checks: [
		{
			says: {
				ru: 'вы прочитали журнал последней попытки упавшей задачи',
				en: 'you read the log of a failed task’s last try'
			},
			passes: (input) => logsRead(input).some(isLastTry)
		},
		{
			says: {
				ru: 'в заметке упавшего запуска есть код из журнала',
				en: 'the note of the failed run has the status from the log'
			},
			passes: (input) => notes(input).some((text) => text.includes('401'))
		}
	],
	solution: [read('extract_accounts', '3'), note('The CRM answers HTTP 401')],
	reasons: {
		ru: 'Журнал есть у каждой попытки свой. Первая могла упасть от чего угодно; решает последняя, после которой попыток не осталось. Заметка на запуске экономит это чтение следующему.',
		en: 'Each try has a log of its own. The first may have failed of anything; the last decides, after which no tries were left. A note on the run saves the next reader the reading.'
	},
	wrong: [
		{
			name: 'the-first-try',
			steps: [list, read('extract_accounts', '1'), note('HTTP 401')],
			says: {
				ru: 'Это журнал не последней попытки. Сколько их было, говорит try_number экземпляра задачи.',
				en: 'That is not the log of the last try. try_number of the task instance says how many there were.'
			},
			matches: (input) => logsRead(input).length > 0 && !logsRead(input).some(isLastTry)
		},
		{
			name: 'not-read',
			steps: [list, note('HTTP 401')],
			says: {
				ru: 'Заметка есть, а журнала вы не читали. Причину сначала видят, потом записывают.',
				en: 'There is a note, and you have not read the log. A cause is seen first and written down after.'
			},
			matches: (input) => notes(input).length > 0 && logsRead(input).length === 0
		},
		{
			name: 'without-the-cause',
			steps: [read('extract_accounts', '3'), note('It failed')],
			says: {
				ru: 'Заметка есть, но причины в ней нет: в журнале назван код ответа HTTP, с которым отказала CRM.',
				en: 'There is a note without the cause: the log names the HTTP status with which the CRM refused.'
			},
			matches: (input) =>
				notes(input).length > 0 && notes(input).every((text) => !text.includes('401'))
		}
	],
	twin: readLogInV2
};

interface Read {
	found: TaskInstance;
	tryNumber: number;
}

/** The logs of the failed tasks of failed runs of the DAG that were read. */
function logsRead({ world }: CheckInput): Read[] {
	return world.journal.flatMap(({ operation, status, params }) => {
		if (operation?.startsWith(`GET ${TASK}/logs/`) !== true || status !== 200) return [];
		const found = [...world.taskInstances.values()].find(
			({ dagId, runId, taskId, state }) =>
				dagId === DAG &&
				runId === params.dag_run_id &&
				taskId === params.task_id &&
				state === 'failed'
		);
		const tryNumber = Number(params.task_try_number ?? params.try_number);
		return found ? [{ found, tryNumber }] : [];
	});
}

const isLastTry = ({ found, tryNumber }: Read) => tryNumber === found.tryNumber;

const notes = ({ world }: CheckInput): string[] =>
	[...world.runs.values()]
		.filter(({ dagId, state }) => dagId === DAG && state === 'failed')
		.flatMap((run) => ((run.note ?? '').trim() === '' ? [] : [run.note ?? '']));
