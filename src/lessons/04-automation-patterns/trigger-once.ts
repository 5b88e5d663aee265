import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { triggerOnceInV1 } from './trigger-once.twin.ts';

const DAG = 'hello_api';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const ORDER = '1871';

const trigger = (runId?: string, thenWaitMs = 0): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { ...(runId === undefined ? {} : { dag_run_id: runId }), logical_date: null },
	thenWaitMs
});

export const triggerOnce: Exercise = {
	id: 'patterns.trigger-once',
	world: 'patterns-once',
	scenario: 'course',
	api: 'v2',
	kind: 'free',
	programs: { airflowctl: 'its-commands' },
	title: {
		ru: 'Два сообщения — один запуск',
		en: 'Two messages, one run'
	},
	task: {
		ru: 'Очередь доставила сообщение о заказе 1871 дважды, и обработчик сработал оба раза. Отправьте запуск DAG hello_api два раза так, чтобы запуск появился один, а в его имени был номер заказа. Потом убедитесь, что он закончился успехом.',
		en: 'The queue delivered the message about order 1871 twice, and the handler acted both times. Send the trigger of the DAG hello_api two times in such a way that there is one run, with the number of the order in its name. Then see that it ended in success.'
	},
	hints: [
		{
			ru: 'Сервер не знает, что второй запрос — повтор первого, пока вы не назовёте запуск сами.',
			en: 'The server cannot know that the second request repeats the first unless you name the run yourself.'
		},
		{
			ru: 'Поле dag_run_id делает повтор безопасным: второй ответ будет 409. Это не неудача: запуск уже есть, спросите его состояние.',
			en: 'The field dag_run_id makes repeating safe: the second answer will be 409. That is no failure: the run is there, ask for its state.'
		},
		{
			ru: 'Дважды POST /api/v2/dags/hello_api/dagRuns с телом {"dag_run_id": "order-1871", "logical_date": null}, затем GET /api/v2/dags/hello_api/dagRuns/order-1871.',
			en: 'Twice POST /api/v2/dags/hello_api/dagRuns with {"dag_run_id": "order-1871", "logical_date": null}, then GET /api/v2/dags/hello_api/dagRuns/order-1871.'
		}
	],
	start: { operation: TRIGGER },
	checks: [
		{
			says: {
				ru: 'запуск у hello_api один, и в имени есть 1871',
				en: 'hello_api has one run, with 1871 in its name'
			},
			passes: (input) => runs(input).length === 1 && runs(input)[0]?.runId.includes(ORDER) === true
		},
		{
			says: {
				ru: 'запуск отправлен ещё раз, и сервер ответил 409',
				en: 'the trigger was sent again, and the server answered 409'
			},
			passes: (input) => refusedMs(input) !== undefined
		},
		{
			says: {
				ru: 'после 409 вы спросили состояние запуска и увидели success',
				en: 'after the 409 you asked for the state of the run and saw success'
			},
			passes: wasSeenDone
		}
	],
	solution: [
		trigger('order-1871'),
		trigger('order-1871', 60_000),
		{
			operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
			path: { dag_id: DAG, dag_run_id: 'order-1871' }
		}
	],
	reasons: {
		ru: 'Ключей идемпотентности у Airflow нет, но имя запуска уникально внутри DAG, и этого хватает: сервер сам откажет второму. Отказ надо отличить от неудачи, поэтому после 409 спрашивают, что с тем запуском, который уже есть.',
		en: 'Airflow has no idempotency keys, but the name of a run is unique within its DAG, and that is enough: the server itself refuses the second. The refusal must be told from a failure, hence the question after the 409: what of the run that exists?'
	},
	wrong: [
		{
			name: 'without-an-id',
			steps: [trigger(), trigger()],
			says: {
				ru: 'Запусков два: без dag_run_id каждый POST создаёт новый. Заказ обработан дважды. Начните заново и назовите запуск по номеру заказа.',
				en: 'There are two runs: without dag_run_id every POST makes a new one. The order was handled twice. Start over and name the run after the order.'
			},
			matches: (input) =>
				runs(input).length > 1 && runs(input).every(({ runId }) => !runId.includes(ORDER))
		},
		{
			name: 'an-id-for-each-try',
			steps: [trigger('order-1871-try-1'), trigger('order-1871-try-2')],
			says: {
				ru: 'Имена разные, и запусков два. В имени не должно быть ничего, что меняется от попытки к попытке: ни времени, ни номера попытки.',
				en: 'The names differ, and there are two runs. A name must hold nothing that changes from try to try: no time, no number of the try.'
			},
			matches: (input) =>
				runs(input).length > 1 && runs(input).some(({ runId }) => runId.includes(ORDER))
		},
		{
			name: 'stopped-at-409',
			steps: [trigger('order-1871'), trigger('order-1871', 60_000)],
			says: {
				ru: '409 — ещё не конец: он говорит лишь, что запуск с этим именем есть. Чем он кончился, скажет GET запуска.',
				en: 'The 409 is not the end: it only says that a run of this name exists. How it ended, a GET of the run will tell.'
			},
			matches: (input) => refusedMs(input) !== undefined && !wasAsked(input)
		}
	],
	twin: triggerOnceInV1
};

function runs({ world }: CheckInput) {
	return [...world.runs.values()].filter((run) => run.dagId === DAG);
}

function refusedMs({ world }: CheckInput): number | undefined {
	return world.journal.find(
		({ operation, status, params }) =>
			operation === TRIGGER && status === 409 && params.dag_id === DAG
	)?.atMs;
}

function readsAfter409(input: CheckInput) {
	const sinceMs = refusedMs(input) ?? Infinity;
	return input.world.journal.filter(
		({ operation, method, status, params, atMs }) =>
			method === 'GET' &&
			status === 200 &&
			atMs >= sinceMs &&
			operation?.startsWith('GET /dags/{dag_id}/dagRuns') === true &&
			[DAG, '~'].includes(params.dag_id ?? '')
	);
}

const wasAsked = (input: CheckInput) => readsAfter409(input).length > 0;

function wasSeenDone(input: CheckInput): boolean {
	const [run] = runs(input);
	if (run?.state !== 'success' || run.endMs === undefined) return false;
	const endMs = run.endMs;
	return readsAfter409(input).some(
		({ atMs, params }) => atMs >= endMs && [run.runId, undefined].includes(params.dag_run_id)
	);
}
