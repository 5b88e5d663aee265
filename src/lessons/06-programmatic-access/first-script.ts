import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { wasAskedSince } from '#lib/course/run-looks.ts';
import { firstScriptInV1 } from './first-script.twin.ts';

const DAG = 'nightly_sales';
const RUN = 'report-1042';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const READ = 'GET /dags/{dag_id}/dagRuns/{dag_run_id}';
const BODY = { dag_run_id: RUN, logical_date: null, conf: { region: 'apac' } };

const trigger = (body: unknown, thenWaitMs = 0): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body,
	thenWaitMs
});
const read: SolutionStep = { operation: READ, path: { dag_id: DAG, dag_run_id: RUN } };

/** The two requests that the lesson's first script sends. */
export const firstScript: Exercise = {
	id: 'programmatic.first-script',
	world: 'programmatic-first-script',
	scenario: 'course',
	api: 'v2',
	kind: 'worked',
	programs: { airflow: 'its-commands' },
	title: { ru: 'Что скрипт посылает на самом деле', en: 'What the script really sends' },
	task: {
		ru: 'Перед вами тело, которое requests.post(…, json=…) из примера положит в запрос. Отправьте его, переключите код на Python и сравните с примером. Потом прочитайте запуск report-1042, когда он закончится: скрипту нужен его state, а не ответ на POST.',
		en: 'This is the body that requests.post(…, json=…) of the example puts into its request. Send it, switch the code to Python and compare. Then read the run report-1042 once it is over: the script needs its state, not the answer to the POST.'
	},
	hints: [
		{
			ru: 'Ответ на POST — state: queued. Это ещё не результат.',
			en: 'The answer to the POST says state: queued. That is no result yet.'
		},
		{
			ru: 'DAG из пяти задач идёт секунд двадцать. Подождите и спросите запуск по имени.',
			en: 'The DAG of five tasks takes some twenty seconds. Wait and ask for the run by its name.'
		},
		{
			ru: 'Отправьте POST как есть, подождите до полуминуты, затем GET /api/v2/dags/nightly_sales/dagRuns/report-1042, пока state не станет success.',
			en: 'Send the POST as it is, wait up to half a minute, then GET /api/v2/dags/nightly_sales/dagRuns/report-1042 until state is success.'
		}
	],
	start: { operation: TRIGGER, path: { dag_id: DAG }, body: JSON.stringify(BODY, undefined, 2) },
	checks: [
		{
			says: {
				ru: 'есть запуск report-1042 с conf.region apac',
				en: 'there is a run report-1042 with conf.region apac'
			},
			passes: (input) => run(input)?.conf.region === 'apac'
		},
		{
			says: {
				ru: 'вы прочитали его состояние после конца и увидели success',
				en: 'you read its state after its end and saw success'
			},
			passes: wasSeenDone
		}
	],
	solution: [trigger(BODY, 60_000), read],
	reasons: {
		ru: 'json= сам превращает словарь в JSON и ставит Content-Type; None становится null, а logical_date: null в v2 обязателен. Имя запуска выбрали мы, поэтому адрес для GET известен заранее.',
		en: 'json= turns the dictionary into JSON and sets Content-Type by itself; None becomes null, and v2 insists on logical_date: null. The name of the run is ours, so the address for the GET is known beforehand.'
	},
	wrong: [
		{
			name: 'without-conf',
			steps: [trigger({ dag_run_id: RUN, logical_date: null }, 60_000), read],
			says: {
				ru: 'Запуск есть, но conf в нём не тот: без conf DAG взял регион по умолчанию, emea. Начните заново и пошлите тело целиком.',
				en: 'The run is there, but with another conf: without one the DAG took its default region, emea. Start over and send the whole body.'
			},
			matches: (input) => run(input) !== undefined && run(input)?.conf.region !== 'apac'
		},
		{
			name: 'read-too-early',
			steps: [trigger(BODY), read],
			says: {
				ru: 'Вы спросили слишком рано: запуск ещё шёл. Спрашивайте снова, пока state не станет success или failed.',
				en: 'You asked too early: the run was still going. Ask again until state is success or failed.'
			},
			matches: (input) => wasRead(input) && !wasSeenDone(input)
		},
		{
			name: 'trusted-the-post',
			steps: [trigger(BODY, 60_000)],
			says: {
				ru: 'Запуск создан, но чем он кончился, никто не спросил. 200 на POST значит лишь «записано в очередь».',
				en: 'The run was created, and nobody asked how it ended. 200 to a POST only means “queued”.'
			},
			matches: (input) => run(input) !== undefined && !wasRead(input)
		}
	],
	twin: firstScriptInV1
};

const run = ({ world }: CheckInput) =>
	[...world.runs.values()].find(({ dagId, runId }) => dagId === DAG && runId === RUN);

const wasRead = (input: CheckInput, sinceMs = 0) => {
	const found = run(input);
	return found !== undefined && wasAskedSince(input.world, found, sinceMs);
};

function wasSeenDone(input: CheckInput): boolean {
	const found = run(input);
	return found?.state === 'success' && wasRead(input, found.endMs);
}
