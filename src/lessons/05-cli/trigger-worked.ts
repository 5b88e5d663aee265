import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { triggerWorkedInV2 } from './trigger-worked.twin.ts';

const DAG = 'hello_api';
const RUN = 'deploy-184';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

const trigger = (body: Record<string, unknown>): RequestStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body,
	thenWaitMs: 60_000
});
const look = (runId: string): RequestStep => ({
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: runId }
});
const CONF = { commit: '9f1c2e7' };

/** Worked: the request beside the command that it equals. */
export const triggerWorked: Exercise = {
	id: 'cli.trigger-worked',
	world: 'cli-trigger-worked',
	scenario: 'course',
	api: 'v1',
	kind: 'worked',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Команда и запрос: одно и то же',
		en: 'A command and a request: the same thing'
	},
	task: {
		ru: 'На машине с Airflow коллега набрал бы «airflow dags trigger hello_api --run-id deploy-184 --conf \'{"commit": "9f1c2e7"}\'». В форме лежит запрос, который делает то же. Сопоставьте слова команды с полями запроса, отправьте его и, когда пройдёт полминуты, спросите состояние запуска: у команды это была бы «airflow dags list-runs -d hello_api».',
		en: 'On the machine of Airflow a colleague would type “airflow dags trigger hello_api --run-id deploy-184 --conf \'{"commit": "9f1c2e7"}\'”. The form holds the request that does the same. Match the words of the command with the fields of the request, send it, and half a minute later ask for the state of the run: as a command, “airflow dags list-runs -d hello_api”.'
	},
	hints: [
		{
			ru: 'Имя DAG ушло в путь, --run-id и --conf — в тело.',
			en: 'The name of the DAG went into the path, --run-id and --conf into the body.'
		},
		{
			ru: 'Ответ 200 значит только «записан»: у запуска state — queued. Дайте ему время.',
			en: 'The answer 200 only says “written down”: the state of the run is queued. Give it time.'
		},
		{
			ru: 'Отправьте то, что в форме, подождите, затем GET /api/v1/dags/hello_api/dagRuns/deploy-184.',
			en: 'Send what is in the form, wait, then GET /api/v1/dags/hello_api/dagRuns/deploy-184.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ dag_run_id: RUN, conf: CONF }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'у hello_api есть запуск deploy-184 с commit в conf',
				en: 'hello_api has the run deploy-184 with the commit in conf'
			},
			passes: (input) => runOf(input)?.conf['commit'] === CONF.commit
		},
		{
			says: { ru: 'запуск закончился успехом', en: 'the run ended in success' },
			passes: (input) => runOf(input)?.state === 'success'
		},
		{
			says: {
				ru: 'вы видели это сами: спросили о запуске после его конца',
				en: 'you saw it yourself: you asked about the run after its end'
			},
			passes: (input) => wasSeen(input)
		}
	],
	solution: [trigger({ dag_run_id: RUN, conf: CONF }), look(RUN)],
	reasons: {
		ru: 'Команда создаёт ту же строку в таблице запусков, что и запрос. Разница в том, кто это сделал: у запроса — пользователь Airflow с его правами, у команды — тот, кто вошёл на машину.',
		en: 'The command makes the same row in the table of runs as the request. The difference is who did it: for the request a user of Airflow with that user’s rights, for the command whoever is logged in on the machine.'
	},
	wrong: [
		{
			name: 'without-a-name',
			steps: [trigger({ conf: CONF })],
			says: {
				ru: 'Запуск есть, но назвал его сервер: manual__ и время. То, что в команде --run-id, в теле — dag_run_id. Отправьте с ним.',
				en: 'There is a run, but the server named it: manual__ and the time. What --run-id is in the command is dag_run_id in the body. Send it with that.'
			},
			matches: (input) => runOf(input) === undefined && manualRuns(input).length > 0
		},
		{
			name: 'without-conf',
			steps: [trigger({ dag_run_id: RUN }), look(RUN)],
			says: {
				ru: 'Запуск deploy-184 есть, а conf у него пустой, и имя уже занято: повтор ответит 409. Удалите запуск (DELETE) и отправьте запрос целиком.',
				en: 'The run deploy-184 exists with an empty conf, and the name is taken: another try answers 409. Delete the run (DELETE) and send the whole request.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run !== undefined && run.conf['commit'] !== CONF.commit;
			}
		},
		{
			name: 'never-looked',
			steps: [trigger({ dag_run_id: RUN, conf: CONF })],
			says: {
				ru: 'Запущено верно. Осталось спросить, чем кончилось: GET этого запуска. И команда dags trigger конца не ждёт.',
				en: 'Rightly triggered. It remains to ask how it ended: GET that run. The command dags trigger does not wait for the end either.'
			},
			matches: (input) => runOf(input) !== undefined && !wasSeen(input)
		}
	],
	twin: triggerWorkedInV2
};

const manualRuns = ({ world }: CheckInput) =>
	[...world.runs.values()].filter((run) => run.dagId === DAG && run.runType === 'manual');

const runOf = (input: CheckInput) => manualRuns(input).find((run) => run.runId === RUN);

/** Any reading of runs after the end: of this one or of a list, by a request or by a command. */
function wasSeen(input: CheckInput): boolean {
	const endMs = runOf(input)?.endMs;
	if (endMs === undefined) return false;
	const { journal, eventLogs } = input.world;
	const wasAsked = journal.some(
		({ path, status, method, atMs }) =>
			status === 200 && method === 'GET' && path.includes('/dagRuns') && atMs >= endMs
	);
	return (
		wasAsked ||
		eventLogs.some(
			({ event, dagId, atMs }) => event.startsWith('cli_') && dagId === DAG && atMs >= endMs
		)
	);
}
