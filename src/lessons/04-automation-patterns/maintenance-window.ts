import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import type { JournalEntry } from '#lib/simulator/world.ts';
import type { EventLog } from '#lib/simulator/world-tables.ts';
import { maintenanceWindowInV2 } from './maintenance-window.twin.ts';

const DAG = 'long_backup';
const KEY = 'backup_target';
const VALUE = 's3://backup-new';

const trigger: SolutionStep = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: 'before-the-window' },
	thenWaitMs: 15_000
};

const pause = (isPaused: boolean, thenWaitMs = 0): SolutionStep => ({
	operation: 'PATCH /dags/{dag_id}',
	path: { dag_id: DAG },
	body: { is_paused: isPaused },
	thenWaitMs
});

const work: SolutionStep = { operation: 'POST /variables', body: { key: KEY, value: VALUE } };
const DUMP_MS = 80_000;

export const maintenanceWindow: Exercise = {
	id: 'patterns.maintenance-window',
	world: 'patterns-window',
	scenario: 'course',
	api: 'v1',
	kind: 'free',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Окно обслуживания посреди работы',
		en: 'A maintenance window in the middle of work'
	},
	task: {
		ru: 'Запустите long_backup и, когда задача dump начнёт работать, проведите окно обслуживания: остановите DAG, дождитесь, пока не будет ни одной работающей задачи, заведите переменную backup_target со значением s3://backup-new и верните DAG в работу. Запуск должен пережить окно: прерывать его нельзя.',
		en: 'Trigger long_backup and, once its task dump is at work, hold a maintenance window: stop the DAG, wait until no task is running, create the variable backup_target with the value s3://backup-new and put the DAG back to work. The run must survive the window: do not break it off.'
	},
	hints: [
		{
			ru: 'Пауза не трогает то, что уже работает, но следующей задаче начаться не даст. dump идёт минуту.',
			en: 'A pause leaves alone what is running, but does not let the next task begin. dump takes a minute.'
		},
		{
			ru: 'Смотрите не на запуск (он так и будет running), а на экземпляры задач: в состояниях running и queued должно быть пусто.',
			en: 'Do not look at the run (it stays running) but at the task instances: there must be none running or queued.'
		},
		{
			ru: 'PATCH /api/v1/dags/long_backup с {"is_paused": true}; GET …/taskInstances, пока dump не станет success; POST /api/v1/variables с {"key": "backup_target", "value": "s3://backup-new"}; PATCH с {"is_paused": false}.',
			en: 'PATCH /api/v1/dags/long_backup with {"is_paused": true}; GET …/taskInstances until dump is success; POST /api/v1/variables with {"key": "backup_target", "value": "s3://backup-new"}; PATCH with {"is_paused": false}.'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: {
				ru: 'переменная backup_target заведена, когда DAG стоял на паузе',
				en: 'the variable backup_target was created while the DAG was paused'
			},
			passes: (input) => isDone(input) && wasPausedAt(input, workMs(input))
		},
		{
			says: {
				ru: 'в этот момент запуск был не завершён, а его задачи не работали',
				en: 'at that moment the run was unfinished and none of its tasks was running'
			},
			passes: (input) =>
				isDone(input) && isUnderWayAt(input, workMs(input)) && !isBusyAt(input, workMs(input))
		},
		{
			says: {
				ru: 'DAG снова в работе, и запуск не прерван',
				en: 'the DAG is back at work, and the run was not broken off'
			},
			passes: (input) =>
				isDone(input) &&
				input.world.dags.get(DAG)?.isPaused === false &&
				runs(input).every((run) => run.state !== 'failed')
		}
	],
	solution: [trigger, pause(true, DUMP_MS), work, pause(false)],
	reasons: {
		ru: 'Пауза не прерывает работающее и не даёт начаться следующему, поэтому между паузой и работами ждут, пока не останется работающих задач. Ждать конца запуска нельзя: на паузе он не кончится. Возврат — такая же часть окна, как и пауза.',
		en: 'A pause does not break off what runs, and keeps the next task from beginning, so between the pause and the work one waits until no task is running. To wait for the end of the run is no use: paused, it never ends. Putting the DAG back is as much a part of the window as pausing it.'
	},
	wrong: [
		{
			name: 'not-paused',
			steps: [trigger, work],
			says: {
				ru: 'DAG не был на паузе: следующая задача могла начаться посреди работ. Удалите переменную, поставьте is_paused: true и начните окно заново.',
				en: 'The DAG was not paused: the next task could have begun in the middle of the work. Delete the variable, set is_paused to true and begin the window again.'
			},
			matches: (input) => isDone(input) && !wasPausedAt(input, workMs(input))
		},
		{
			name: 'not-drained',
			steps: [trigger, pause(true), work, pause(false)],
			says: {
				ru: 'Пауза не остановила dump: он ещё работал, когда вы начали менять. Дождитесь, пока задач в running и queued не останется. Сейчас удалите переменную и проведите окно снова.',
				en: 'The pause did not stop dump: it was still running when you made the change. Wait until no task is running or queued. Now delete the variable and hold the window again.'
			},
			matches: (input) => isDone(input) && isBusyAt(input, workMs(input))
		},
		{
			name: 'broken-off',
			steps: [
				trigger,
				pause(true),
				{
					operation: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}',
					path: { dag_id: DAG, dag_run_id: 'before-the-window' },
					body: { state: 'failed' }
				},
				work,
				pause(false)
			],
			says: {
				ru: 'Запуск прерван: его задачи убиты, резервной копии нет. Пауза и ожидание — достаточно. Начните заново.',
				en: 'The run was broken off: its tasks were killed, and there is no backup. Pausing and waiting is enough. Start over.'
			},
			matches: (input) => runs(input).some((run) => run.state === 'failed')
		},
		{
			name: 'not-resumed',
			steps: [trigger, pause(true, DUMP_MS), work],
			says: {
				ru: 'Работы закончены, а DAG всё ещё на паузе: запуск так и будет стоять. Верните is_paused: false.',
				en: 'The work is done and the DAG is still paused: the run will stand there for ever. Set is_paused back to false.'
			},
			matches: (input) => isDone(input) && input.world.dags.get(DAG)?.isPaused === true
		}
	],
	twin: maintenanceWindowInV2
};

const isDone = ({ world }: CheckInput) => world.variables.get(KEY)?.value === VALUE;

function runs({ world }: CheckInput) {
	return [...world.runs.values()].filter((run) => run.dagId === DAG);
}

/** When the variable was last written, virtual milliseconds. */
function workMs({ world }: CheckInput): number {
	const isWork = ({ operation, status, body, params }: JournalEntry) =>
		(operation === 'POST /variables' || operation === 'PATCH /variables/{variable_key}') &&
		status < 300 &&
		(params.variable_key === KEY || body?.includes(KEY) === true);
	const request = world.journal.findLast(isWork)?.atMs ?? 0;
	const isCommand = ({ event, extra }: EventLog) =>
		event === 'cli_variables_set' && extra?.includes(`'${KEY}'`) === true;
	return Math.max(request, world.eventLogs.findLast(isCommand)?.atMs ?? 0);
}

function wasPausedAt({ world }: CheckInput, atMs: number): boolean {
	const last = world.journal.findLast(
		(entry) =>
			entry.atMs <= atMs &&
			entry.status === 200 &&
			(entry.operation === 'PATCH /dags' ||
				(entry.operation === 'PATCH /dags/{dag_id}' && entry.params.dag_id === DAG))
	);
	const command = world.eventLogs.findLast(
		({ event, dagId, atMs: doneMs }) =>
			doneMs <= atMs && dagId === DAG && /^cli_dag_(un)?pause$/.test(event)
	);
	if (command && command.atMs > (last?.atMs ?? 0)) return command.event === 'cli_dag_pause';
	return last !== undefined && /"is_paused"\s*:\s*true/.test(last.body ?? '');
}

function isUnderWayAt(input: CheckInput, atMs: number): boolean {
	return runs(input).some(
		({ startMs, endMs }) =>
			startMs !== undefined && startMs <= atMs && (endMs === undefined || endMs > atMs)
	);
}

function isBusyAt({ world }: CheckInput, atMs: number): boolean {
	return [...world.taskInstances.values()].some(
		({ dagId, queuedMs, startMs, endMs }) =>
			dagId === DAG &&
			(queuedMs ?? startMs ?? Infinity) <= atMs &&
			(endMs === undefined || endMs > atMs)
	);
}
