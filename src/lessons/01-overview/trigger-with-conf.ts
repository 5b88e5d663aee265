import type { CheckInput, Exercise } from '#lib/course/lesson.ts';
import { manualRuns, wasSeenDone } from '#lib/course/run-looks.ts';
import { triggerWithConfInV1 } from './trigger-with-conf.twin.ts';

const DAG = 'nightly_sales';
const REGION = 'apac';

export const triggerWithConf: Exercise = {
	id: 'overview.trigger-with-conf',
	world: 'lesson-01',
	scenario: 'course',
	api: 'v2',
	kind: 'free',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Запустите DAG с параметром и дождитесь успеха',
		en: 'Trigger a DAG with a parameter and see it succeed'
	},
	task: {
		ru: 'Отделу продаж нужен отчёт по региону apac прямо сейчас. Запустите DAG nightly_sales, передав в conf регион apac, а потом спросите у API состояние этого запуска и убедитесь, что он закончился успехом.',
		en: 'The sales team needs the apac report now. Trigger the DAG nightly_sales with the region apac in conf, then ask the API for the state of that run and see that it ended in success.'
	},
	hints: [
		{
			ru: 'Нужны две операции: одна создаёт запуск, другая показывает его состояние. Имя запуска сервер вернёт в ответе на первую.',
			en: 'It takes two operations: one creates the run, the other shows its state. The answer to the first names the run.'
		},
		{
			ru: 'Параметры передаются в теле: объект conf с ключом region. В API v2 ключ logical_date обязателен, но может быть null.',
			en: 'Parameters go in the body: the object conf with the key region. API v2 insists on the key logical_date, which may be null.'
		},
		{
			ru: 'POST /api/v2/dags/nightly_sales/dagRuns с телом {"logical_date": null, "conf": {"region": "apac"}}; затем GET /api/v2/dags/nightly_sales/dagRuns/{dag_run_id}, пока state не станет success (секунд двадцать).',
			en: 'POST /api/v2/dags/nightly_sales/dagRuns with {"logical_date": null, "conf": {"region": "apac"}}; then GET /api/v2/dags/nightly_sales/dagRuns/{dag_run_id} until state is success (some twenty seconds).'
		}
	],
	start: { operation: 'POST /dags/{dag_id}/dagRuns' },
	checks: [
		{
			says: {
				ru: 'есть ручной запуск nightly_sales с conf.region = apac',
				en: 'there is a manual run of nightly_sales with conf.region = apac'
			},
			passes: (input) => reportRuns(input).length > 0
		},
		{
			says: { ru: 'этот запуск закончился успехом', en: 'that run ended in success' },
			passes: (input) => reportRuns(input).some((run) => run.state === 'success')
		},
		{
			says: {
				ru: 'вы увидели это сами: спросили состояние запуска после его завершения',
				en: 'you saw it yourself: you asked for the run’s state after it had ended'
			},
			passes: (input) => reportRuns(input).some((run) => wasSeenDone(input.world, run))
		}
	],
	solution: [
		{
			operation: 'POST /dags/{dag_id}/dagRuns',
			path: { dag_id: DAG },
			body: { dag_run_id: 'apac-now', logical_date: null, conf: { region: REGION } },
			thenWaitMs: 120_000
		},
		{
			operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
			path: { dag_id: DAG, dag_run_id: 'apac-now' }
		}
	],
	reasons: {
		ru: 'conf едет в теле, а не в пути: это данные одного запуска. POST отвечает сразу, не дожидаясь задач, поэтому исход узнают вторым запросом, а чтобы было о чём спрашивать, имя запуска берут из ответа (или задают сами).',
		en: 'conf goes into the body and not into the path: it belongs to one run. POST answers at once, without waiting for the tasks, so a second request learns the outcome; what to ask for is named in the first answer, or by you.'
	},
	wrong: [
		{
			name: 'without-conf',
			steps: [
				{
					operation: 'POST /dags/{dag_id}/dagRuns',
					path: { dag_id: DAG },
					body: { dag_run_id: 'no-conf', logical_date: null },
					thenWaitMs: 120_000
				},
				{
					operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
					path: { dag_id: DAG, dag_run_id: 'no-conf' }
				}
			],
			says: {
				ru: 'Запуск есть, но регион в нём не apac: без conf.region DAG возьмёт значение по умолчанию, emea. Добавьте в тело conf с ключом region.',
				en: 'There is a run, but not for apac: without conf.region the DAG takes its default, emea. Put conf with the key region into the body.'
			},
			matches: (input) => manualRuns(input.world, DAG).length > 0 && reportRuns(input).length === 0
		},
		{
			name: 'not-awaited',
			steps: [
				{
					operation: 'POST /dags/{dag_id}/dagRuns',
					path: { dag_id: DAG },
					body: { dag_run_id: 'too-soon', logical_date: null, conf: { region: REGION } }
				},
				{
					operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
					path: { dag_id: DAG, dag_run_id: 'too-soon' }
				}
			],
			says: {
				ru: 'Запуск ещё идёт. Ответ на POST говорит только, что он поставлен в очередь: подождите и спросите состояние снова.',
				en: 'The run is still going. The answer to POST only says that it is queued: wait, then ask for the state again.'
			},
			matches: (input) => {
				const runs = reportRuns(input);
				return (
					runs.length > 0 && runs.every((run) => run.state === 'queued' || run.state === 'running')
				);
			}
		},
		{
			name: 'other-dag',
			steps: [
				{
					operation: 'POST /dags/{dag_id}/dagRuns',
					path: { dag_id: 'hello_api' },
					body: { dag_run_id: 'wrong-dag', logical_date: null, conf: { region: REGION } },
					thenWaitMs: 120_000
				}
			],
			says: {
				ru: 'Запущен другой DAG. Отчёт строит nightly_sales: проверьте dag_id в пути.',
				en: 'That is another DAG. The report is made by nightly_sales: check dag_id in the path.'
			},
			matches: (input) =>
				manualRuns(input.world, DAG).length === 0 &&
				[...input.world.runs.values()].some(
					(run) => run.dagId !== DAG && run.runType === 'manual' && run.conf.region === REGION
				)
		}
	],
	twin: triggerWithConfInV1
};

function reportRuns(input: CheckInput) {
	return manualRuns(input.world, DAG).filter((run) => run.conf.region === REGION);
}
