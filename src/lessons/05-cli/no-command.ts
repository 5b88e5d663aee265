import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import type { DagRun } from '#lib/simulator/world.ts';
import { noCommandInV1 } from './no-command.twin.ts';

const DAG = 'broken_export';
const NIGHT = 'night-23';
const PATCH = 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}';

const trigger = (runId = NIGHT): RequestStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: runId, logical_date: null },
	thenWaitMs: 60_000
});
const patch = (body: Record<string, unknown>): RequestStep => ({
	operation: PATCH,
	path: { dag_id: DAG, dag_run_id: NIGHT },
	body
});
const look: RequestStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
	path: { dag_id: DAG, dag_run_id: NIGHT }
};

export const noCommand: Exercise = {
	id: 'cli.no-command',
	world: 'cli-no-command',
	scenario: 'course',
	api: 'v2',
	kind: 'free',
	operations: ['GET /dags/{dag_id}/dagRuns/{dag_run_id}'],
	title: {
		ru: 'То, для чего команды нет',
		en: 'Where there is no command'
	},
	task: {
		ru: 'Запустите broken_export под именем night-23. Когда запуск упадёт, узнайте, какая задача виновата, и оставьте на запуске заметку (note) с её именем: упавшую саму, а не ту, что её не дождалась. Ни у airflow, ни у airflowctl команды для заметок нет. Состояние запуска не менять: падение должны увидеть все.',
		en: 'Trigger broken_export as night-23. When the run has failed, find out which task is to blame and leave a note on the run with its name: the one that failed itself, not the one that waited for it in vain. Neither airflow nor airflowctl has a command for notes. Leave the state of the run alone: everybody shall see the failure.'
	},
	hints: [
		{
			ru: 'Состояния задач запуска: GET …/dagRuns/night-23/taskInstances (у airflow это tasks states-for-dag-run). failed и upstream_failed — разное.',
			en: 'The states of the tasks of a run: GET …/dagRuns/night-23/taskInstances (tasks states-for-dag-run of airflow). failed and upstream_failed are different.'
		},
		{
			ru: 'В v2 заметка — поле запуска: PATCH /dags/broken_export/dagRuns/night-23.',
			en: 'In v2 the note is a field of the run: PATCH /dags/broken_export/dagRuns/night-23.'
		},
		{
			ru: 'Виновата export. PATCH с телом {"note": "export: …"}, без state.',
			en: 'It is export. PATCH with {"note": "export: …"}, without state.'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: { ru: 'запуск night-23 есть и упал', en: 'the run night-23 exists and has failed' },
			passes: (input) => runOf(input)?.state === 'failed'
		},
		{
			says: {
				ru: 'в его заметке названа упавшая задача, и только она',
				en: 'its note names the task that failed, and no other'
			},
			passes: (input) => {
				const run = runOf(input);
				return run !== undefined && namesOnlyFailed(input, run);
			}
		}
	],
	solution: [trigger(), patch({ note: 'export: no space left on device' })],
	reasons: {
		ru: 'Поставить заметку, изменить состояние запуска, прочитать журнал задачи можно только через API. У команд есть своё: база, проверка кода, прогон задачи на месте.',
		en: 'To write a note, change the state of a run, read the log of a task: these the API alone can do. The commands have their own: the database, checking code, running a task on the spot.'
	},
	wrong: [
		{
			name: 'no-note',
			steps: [trigger(), look],
			says: {
				ru: 'Запуск упал, вы посмотрели, а заметки ещё нет. Её ставит PATCH запуска с полем note.',
				en: 'The run failed, you looked, and there is no note yet. A PATCH of the run with the field note sets it.'
			},
			matches: (input) => runOf(input)?.state === 'failed' && (runOf(input)?.note ?? '') === ''
		},
		{
			name: 'blames-the-victim',
			steps: [trigger(), patch({ note: 'notify did not run' })],
			says: {
				ru: 'В заметке задача, которая не упала: notify — upstream_failed, она лишь не дождалась. Виновата та, что failed.',
				en: 'The note names a task that did not fail: notify is upstream_failed, it only waited in vain. To blame is the one in failed.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run?.state === 'failed' && (run.note ?? '') !== '' && !namesOnlyFailed(input, run);
			}
		},
		{
			name: 'hidden',
			steps: [trigger(), patch({ note: 'export: no space', state: 'success' })],
			says: {
				ru: 'Заметка есть, но падение спрятано: запуск теперь success. Состояние менять не просили. Верните {"state": "failed"}.',
				en: 'The note is there, but the failure is hidden: the run is now success. Nobody asked for another state. Put back {"state": "failed"}.'
			},
			matches: (input) => runOf(input)?.state === 'success'
		}
	],
	twin: noCommandInV1
};

const runOf = ({ world }: CheckInput): DagRun | undefined =>
	[...world.runs.values()].find((run) => run.dagId === DAG && run.runId === NIGHT);

function namesOnlyFailed({ world }: CheckInput, { runId, note = '' }: DagRun): boolean {
	const instances = [...world.taskInstances.values()].filter(
		(instance) => instance.dagId === DAG && instance.runId === runId
	);
	return instances.every(({ taskId, state }) => note.includes(taskId) === (state === 'failed'));
}
