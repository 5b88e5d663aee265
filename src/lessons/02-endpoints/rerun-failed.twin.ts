import type { SolutionStep, Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

const DAG = 'broken_export';

const trigger = (runId: string): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: runId, logical_date: null },
	thenWaitMs: 60_000
});
const clear = (runId: string, more: Record<string, unknown>): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/clearTaskInstances',
	path: { dag_id: DAG },
	body: { dag_run_id: runId, ...more },
	thenWaitMs: 60_000
});

export const rerunFailedInV2: Twin = {
	programs: {
		airflow: [
			'airflow dags trigger broken_export --run-id full-disk',
			'sleep 60',
			'airflow dags clear broken_export --run-id full-disk --only-failed --yes',
			'sleep 60'
		]
	},
	step: asInV2,
	hints: {
		1: {
			ru: 'У очистки в v2 делу мешает одно значение по умолчанию: dry_run. Запуск она вернёт в очередь сама: reset_dag_runs здесь true.',
			en: 'One default of clearing in v2 stands in the way: dry_run. It puts the run back into the queue by itself: here reset_dag_runs is true.'
		},
		2: {
			ru: 'POST /api/v2/dags/broken_export/clearTaskInstances с телом {"dag_run_id": "…", "dry_run": false}. Имя запуска — в ответе на первый запрос.',
			en: 'POST /api/v2/dags/broken_export/clearTaskInstances with {"dag_run_id": "…", "dry_run": false}. The answer to the first request names the run.'
		}
	},
	solution: [
		trigger('full-disk'),
		clear('full-disk', { dry_run: false }),
		{
			operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances',
			path: { dag_id: DAG, dag_run_id: 'full-disk' }
		}
	],
	reasons: {
		ru: 'only_failed по умолчанию true, поэтому prepare не задета; dry_run: false превращает взгляд в действие; reset_dag_runs в v2 по умолчанию true, и запуск возвращается в очередь сам. В v1 последнее надо просить.',
		en: 'only_failed is true by default, so prepare is left alone; dry_run: false turns a look into a deed; reset_dag_runs is true by default in v2, so the run goes back into the queue by itself. In v1 that has to be asked for.'
	},
	wrong: {
		'everything-again': {
			says: {
				ru: 'Заодно повторилась и prepare. Оставьте only_failed равным true (или назовите задачи в task_ids). Запустите DAG ещё раз и попробуйте снова.',
				en: 'prepare ran again too. Leave only_failed at true (or name the tasks in task_ids). Trigger the DAG again and have another try.'
			}
		},
		'run-not-reset': {
			steps: [trigger('stuck'), clear('stuck', { dry_run: false, reset_dag_runs: false })],
			says: {
				ru: 'Задачи очищены, но запуск так и остался failed, и планировщик на него не смотрит: вы сами выключили reset_dag_runs. Верните запуск в очередь: PATCH запуска с {"state": "queued"}.',
				en: 'The tasks are cleared but the run is still failed, and the scheduler does not look at it: you switched reset_dag_runs off. Put the run back into the queue: PATCH it with {"state": "queued"}.'
			}
		}
	}
};
