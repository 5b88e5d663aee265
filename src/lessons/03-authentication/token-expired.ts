import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { setting } from '#lib/course/set-up.ts';

const DAG = 'nightly_sales';
const RUN = 'nightly-report';
const READ = 'GET /dags/{dag_id}/dagRuns/{dag_run_id}';
const SECONDS = 5;

const trigger = (runId: string, thenWaitMs = 60_000): RequestStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: runId, logical_date: null },
	thenWaitMs
});
const read: RequestStep = { operation: READ, path: { dag_id: DAG, dag_run_id: RUN } };
const readAnew: RequestStep = { ...read, logsInAgain: true };

/** Find the fault: a long wait outlives its token. */
export const tokenExpired: Exercise = {
	id: 'auth.token-expired',
	world: 'auth-token',
	scenario: 'course',
	cfg: `[api_auth]\njwt_expiration_time = ${SECONDS}\n`,
	tools: ['caller', 'cfg'],
	api: 'v2',
	title: {
		ru: 'Скрипт ждал дольше, чем живёт токен',
		en: 'The script waited longer than its token lives'
	},
	task: {
		ru: 'На этом сервере токен живёт 5 секунд (и ещё 10 сервер прощает расхождение часов). Запустите nightly_sales, подождите с тем же токеном, пока чтение запуска не ответит 401, потом войдите заново и увидьте success у того же запуска. Второго запуска быть не должно.',
		en: 'On this server a token lives 5 seconds (and 10 more are forgiven for clocks that differ). Trigger nightly_sales, wait with the same token until reading the run answers 401, then log in again and see success of the very same run. There must be no second run.'
	},
	hints: [
		{
			ru: 'Запуск идёт и без вас: 401 на чтение ничего в нём не меняет.',
			en: 'The run goes on without you: a 401 on reading changes nothing about it.'
		},
		{
			ru: 'Спрашивайте состояние раз в несколько секунд. На 401 «Token Expired» нажмите «Войти заново»: страница сделает POST /auth/token.',
			en: 'Ask for the state every few seconds. On 401 “Token Expired” press “Log in again”: the page sends POST /auth/token.'
		},
		{
			ru: 'POST …/nightly_sales/dagRuns с телом {"dag_run_id": "nightly-report", "logical_date": null}; GET …/dagRuns/nightly-report до 401; «Войти заново»; GET ещё раз, пока state не success.',
			en: 'POST …/nightly_sales/dagRuns with {"dag_run_id": "nightly-report", "logical_date": null}; GET …/dagRuns/nightly-report until 401; “Log in again”; GET once more, until state is success.'
		}
	],
	kind: 'fault',
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: {
				ru: 'ручной запуск nightly_sales ровно один',
				en: 'nightly_sales has exactly one manual run'
			},
			passes: (input) => runs(input).length === 1
		},
		{
			says: { ru: 'чтение запуска получило 401', en: 'reading the run got 401' },
			passes: (input) => refusedMs(input) !== undefined
		},
		{
			says: {
				ru: 'после 401 вы вошли заново и увидели success',
				en: 'after the 401 you logged in again and saw success'
			},
			passes: wasSeenDone
		}
	],
	solution: [trigger(RUN), read, readAnew],
	wrong: [
		{
			name: 'triggered-again',
			steps: [trigger(RUN), read, { ...trigger('nightly-report-2'), logsInAgain: true }],
			says: {
				ru: 'Запусков два. 401 пришёл на чтение, а не на запуск: первый цел, надо было лишь спросить снова с новым токеном. Начните заново.',
				en: 'There are two runs. The 401 came to reading, not to triggering: the first run is fine, it only took asking again with a new token. Start over.'
			},
			matches: (input) => runs(input).length > 1
		},
		{
			name: 'stopped-at-401',
			steps: [trigger(RUN), read],
			says: {
				ru: 'На этом месте скрипты сдаются и пишут «запуск упал», хотя с ним всё в порядке. Войдите заново и спрашивайте дальше, пока он не дойдёт до success.',
				en: 'This is where scripts give up and report a failed run, though nothing is wrong with it. Log in again and go on asking until it gets to success.'
			},
			matches: (input) => refusedMs(input) !== undefined
		},
		{
			name: 'longer-life',
			steps: [
				{ control: { do: 'cfg', text: '[api_auth]\njwt_expiration_time = 86400\n' } },
				trigger(RUN),
				read
			],
			says: {
				ru: 'Вы продлили жизнь токенов, и поломка спряталась до более долгого запуска. Верните jwt_expiration_time = 5 и научите скрипт входить заново.',
				en: 'You made tokens live longer, and the fault hides until a longer run. Put jwt_expiration_time = 5 back and let the script log in again.'
			},
			matches: ({ world }) => Number(setting(world, 'api_auth', 'jwt_expiration_time')) > SECONDS
		}
	]
};

const runs = ({ world }: CheckInput) =>
	[...world.runs.values()].filter((run) => run.dagId === DAG && run.runType === 'manual');

const reads = ({ world }: CheckInput) =>
	world.journal.filter(
		({ operation, params }) =>
			operation?.startsWith('GET /dags/{dag_id}/dagRuns') === true &&
			[DAG, '~'].includes(params.dag_id ?? '')
	);

const refusedMs = (input: CheckInput) => reads(input).find(({ status }) => status === 401)?.atMs;

function wasSeenDone(input: CheckInput): boolean {
	const sinceMs = refusedMs(input) ?? Infinity;
	const [run] = runs(input);
	if (run?.state !== 'success' || run.endMs === undefined) return false;
	const fromMs = Math.max(sinceMs, run.endMs);
	return reads(input).some(
		({ status, atMs, params }) =>
			status === 200 && atMs >= fromMs && [run.runId, undefined].includes(params.dag_run_id)
	);
}
