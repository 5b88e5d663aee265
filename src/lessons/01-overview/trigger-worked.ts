import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { isUnfinished, manualRuns, wasAskedSince, wasSeenDone } from '#lib/course/run-looks.ts';
import { triggerWorkedInV2 } from './trigger-worked.twin.ts';

const DAG = 'hello_api';
const RUN = 'first-request';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

const trigger = (thenWaitMs: number): RequestStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { dag_run_id: RUN },
	thenWaitMs
});
const look: RequestStep = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: RUN }
};

/** Worked: the whole request is there. */
export const triggerWorked: Exercise = {
	id: 'overview.trigger-worked',
	world: 'overview-trigger-worked',
	scenario: 'course',
	api: 'v1',
	kind: 'worked',
	programs: { airflow: 'its-commands' },
	title: { ru: 'Первый запрос: разобранный пример', en: 'The first request, worked' },
	task: {
		ru: 'В форме готовый запрос к Airflow 2.x: он запускает DAG hello_api и сам даёт запуску имя. Отправьте его, прочитайте ответ (какой в нём state?), а секунд через пятнадцать спросите состояние запуска.',
		en: 'The form holds a whole request to Airflow 2.x: it triggers the DAG hello_api and gives the run its name. Send it, read the answer (what is its state?), and some fifteen seconds later ask for the state of the run.'
	},
	hints: [
		{
			ru: 'Что запускать, говорит путь; как назвать — тело. Учётные данные страница добавит сама.',
			en: 'The path says what to trigger, the body how to name it. The page adds the credentials.'
		},
		{
			ru: 'В ответе state равен queued: запуск записан, но ещё не выполнен. Вторая операция — в списке над формой.',
			en: 'The state in the answer is queued: the run is written down and not yet done. The second operation is in the list above the form.'
		},
		{
			ru: 'Отправьте то, что в форме, подождите, затем GET /api/v1/dags/hello_api/dagRuns/first-request.',
			en: 'Send what is in the form, wait, then GET /api/v1/dags/hello_api/dagRuns/first-request.'
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
				ru: 'у hello_api есть запуск first-request',
				en: 'hello_api has the run first-request'
			},
			passes: (input) => runOf(input) !== undefined
		},
		{
			says: {
				ru: 'он закончился, и вы спросили его состояние после этого',
				en: 'it has ended, and you asked for its state after that'
			},
			passes: (input) => {
				const run = runOf(input);
				return run !== undefined && wasSeenDone(input.world, run);
			}
		}
	],
	solution: [trigger(60_000), look],
	reasons: {
		ru: 'Один запрос создаёт, другой спрашивает: API не держит соединение, пока идут задачи. Имя запуска мы задали сами, поэтому второй адрес известен заранее, и разбирать первый ответ не пришлось.',
		en: 'One request creates, another asks: the API does not hold the connection while tasks run. We named the run ourselves, so the second address is known beforehand and the first answer need not be parsed.'
	},
	wrong: [
		{
			name: 'asked-too-soon',
			steps: [trigger(0), look],
			says: {
				ru: 'Вы спросили, пока запуск ещё шёл: queued и running — не конец. Подождите несколько секунд и спросите снова.',
				en: 'You asked while the run was still going: queued and running are not the end. Wait some seconds and ask again.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run !== undefined && isUnfinished(run) && wasAskedSince(input.world, run, 0);
			}
		},
		{
			name: 'never-asked',
			steps: [trigger(60_000)],
			says: {
				ru: 'Запуск есть, но чем он кончился, вы не узнали: ответ на POST об этом не говорит. Выберите GET запуска и отправьте его.',
				en: 'There is a run, but you have not learnt how it ended: the answer to POST does not say. Choose the GET of the run and send it.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run !== undefined && !wasAskedSince(input.world, run, 0);
			}
		}
	],
	twin: triggerWorkedInV2
};

const runOf = ({ world }: CheckInput) => manualRuns(world, DAG).find(({ runId }) => runId === RUN);
