import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';
import { announceDeployInV1 } from './announce-deploy.twin.ts';

const DAG = 'hello_api';
const COMMIT = '4f2a9c';
const KEY = 'deployed_commit';

const trigger = (dagId: string, runId: string, thenWaitMs = 60_000): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: dagId },
	body: { dag_run_id: runId, logical_date: null },
	thenWaitMs
});
const look = (runId: string): SolutionStep => ({
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: runId }
});
const announce: SolutionStep = {
	operation: 'POST /variables',
	body: { key: KEY, value: COMMIT }
};

/** Open: a deployment's last step, by whatever requests. */
export const announceDeploy: Exercise = {
	id: 'patterns.announce-deploy',
	world: 'patterns-announce-deploy',
	scenario: 'course',
	api: 'v2',
	kind: 'open',
	operations: ['GET /monitor/health', 'GET /importErrors', 'GET /dags/{dag_id}/dagRuns'],
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	title: {
		ru: 'Последний шаг выкладки: проверить и объявить',
		en: 'The last step of a deployment: check and announce'
	},
	task: {
		ru: 'Выложен коммит 4f2a9c. Добейтесь такого состояния: у hello_api ровно один запуск, в его имени есть 4f2a9c, и он успешен; переменная deployed_commit равна 4f2a9c, и записана она не раньше, чем этот запуск закончился. Другие команды читают её и начинают работу.',
		en: 'The commit 4f2a9c has been deployed. Bring about this: hello_api has exactly one run, with 4f2a9c in its name, and it succeeded; the variable deployed_commit is 4f2a9c, and was written no sooner than that run had ended. Other teams read it and begin their work.'
	},
	hints: [
		{
			ru: 'Порядок важен: пробный запуск, ожидание, и только потом объявление.',
			en: 'The order matters: the trial run, waiting, and only then the announcement.'
		},
		{
			ru: 'Имя по коммиту делает перезапуск задания безопасным: второй POST ответит 409.',
			en: 'Naming the run after the commit makes it safe to run the job again: a second POST answers 409.'
		},
		{
			ru: 'POST …/hello_api/dagRuns с {"dag_run_id": "ci-4f2a9c", "logical_date": null}; GET запуска до success; POST /variables с {"key": "deployed_commit", "value": "4f2a9c"}.',
			en: 'POST …/hello_api/dagRuns with {"dag_run_id": "ci-4f2a9c", "logical_date": null}; GET the run until success; POST /variables with {"key": "deployed_commit", "value": "4f2a9c"}.'
		}
	],
	start: { operation: 'GET /monitor/health' },
	checks: [
		{
			says: {
				ru: 'у hello_api один запуск, в имени 4f2a9c, и он успешен',
				en: 'hello_api has one run, with 4f2a9c in its name, and it succeeded'
			},
			passes: (input) => runs(input).length === 1 && smoke(input)?.state === 'success'
		},
		{
			says: {
				ru: 'deployed_commit равна 4f2a9c и записана после его конца',
				en: 'deployed_commit is 4f2a9c and was written after its end'
			},
			passes: (input) => isAnnounced(input) && writtenMs(input) >= (smoke(input)?.endMs ?? Infinity)
		}
	],
	solution: [trigger(DAG, `ci-${COMMIT}`), announce],
	reasons: {
		ru: 'Объявление — это обещание, поэтому оно идёт последним и только после того, как исход известен. Имя запуска выведено из коммита: перезапуск задания CI дождётся того же запуска, а не начнёт второй.',
		en: 'An announcement is a promise, so it comes last, and only once the outcome is known. The name of the run follows from the commit: when the CI job is run again, it waits for the same run and does not start a second.'
	},
	wrong: [
		{
			name: 'announced-too-soon',
			steps: [trigger(DAG, `ci-${COMMIT}`, 0), announce, look(`ci-${COMMIT}`)],
			says: {
				ru: 'Вы объявили о выкладке, когда запуск ещё не закончился: другие уже начали, а он мог и упасть. Дождитесь success и запишите переменную снова (PATCH).',
				en: 'You announced while the run had not ended: others have begun, and it might yet have failed. Wait for success and write the variable again (PATCH).'
			},
			matches: (input) =>
				isAnnounced(input) &&
				smoke(input) !== undefined &&
				writtenMs(input) < (smoke(input)?.endMs ?? Infinity)
		},
		{
			name: 'name-of-the-server',
			steps: [
				{
					operation: 'POST /dags/{dag_id}/dagRuns',
					path: { dag_id: DAG },
					body: { logical_date: null },
					thenWaitMs: 60_000
				},
				announce
			],
			says: {
				ru: 'Имя запуску дал сервер, и коммита в нём нет: перезапуск задания создаст второй запуск. Начните заново и назовите его по коммиту.',
				en: 'The server named the run, and the commit is not in its name: the job, run again, would make a second one. Start over and name it after the commit.'
			},
			matches: (input) => runs(input).length > 0 && smoke(input) === undefined
		},
		{
			name: 'another-dag',
			steps: [trigger('nightly_sales', `ci-${COMMIT}`), announce],
			says: {
				ru: 'Пробный запуск ушёл в другой DAG: проверять выкладку надо на hello_api, он короткий и ничего не меняет.',
				en: 'The trial run went to another DAG: a deployment is checked on hello_api, which is short and changes nothing.'
			},
			matches: (input) => runs(input).length === 0 && isAnnounced(input)
		}
	],
	twin: announceDeployInV1
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);
const smoke = (input: CheckInput) => runs(input).find(({ runId }) => runId.includes(COMMIT));
const isAnnounced = ({ world }: CheckInput) => world.variables.get(KEY)?.value === COMMIT;

/** When the variable was last written, virtual milliseconds. */
function writtenMs({ world }: CheckInput): number {
	const last = world.journal.findLast(
		({ method, path, status, body }) =>
			['POST', 'PATCH'].includes(method) &&
			path.includes('/variables') &&
			status < 300 &&
			(path.endsWith(`/${KEY}`) || body?.includes(KEY) === true)
	);
	// Without a request it was written on the command line, which leaves no time: take the present.
	return last?.atMs ?? world.nowMs;
}
