import type { CheckInput, RequestStep, Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';
import { taskKey } from '#lib/simulator/world.ts';

const DAG = 'nightly_sales';
const RUN = 'audit-0611';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

const trigger: RequestStep = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	body: { dag_run_id: RUN },
	thenWaitMs: 120_000
};
const clearLoads: RequestStep = {
	operation: CLEAR,
	path: { dag_id: DAG },
	body: {
		dag_run_id: RUN,
		task_ids: ['load_warehouse', 'load_report'],
		include_downstream: true,
		only_failed: false,
		dry_run: false
	},
	thenWaitMs: 120_000
};

export const clearAsCommandInV1: Twin = {
	/** What v2 does by default has to be asked for. */
	step: (step) =>
		step.operation === CLEAR
			? { ...step, body: { ...(step.body as object), reset_dag_runs: true } }
			: asInV1(step),
	hints: {
		0: {
			ru: 'Команда по умолчанию очищает и успешное и возвращает запуск в очередь, а у запроса в v1 наоборот: only_failed и dry_run равны true, reset_dag_runs — false.',
			en: 'By default the command clears what succeeded as well and puts the run back into the queue; the request of v1 is the other way round: only_failed and dry_run are true, reset_dag_runs is false.'
		},
		2: {
			ru: 'POST /api/v1/dags/nightly_sales/clearTaskInstances с {"dag_run_id": "audit-0611", "task_ids": ["load_warehouse", "load_report"], "include_downstream": true, "only_failed": false, "reset_dag_runs": true, "dry_run": false}.',
			en: 'POST /api/v1/dags/nightly_sales/clearTaskInstances with {"dag_run_id": "audit-0611", "task_ids": ["load_warehouse", "load_report"], "include_downstream": true, "only_failed": false, "reset_dag_runs": true, "dry_run": false}.'
		}
	},
	wrong: {
		'run-not-reset': {
			steps: [trigger, clearLoads],
			says: {
				ru: 'Задачи очищены, а запуск остался success, и планировщик на него больше не смотрит: в v1 reset_dag_runs по умолчанию false. Верните запуск в очередь: PATCH запуска с {"state": "queued"}.',
				en: 'The tasks are cleared, but the run stayed success, and the scheduler no longer looks at it: in v1 reset_dag_runs is false by default. Put the run back into the queue: PATCH it with {"state": "queued"}.'
			},
			matches: isStuck
		}
	}
};

/** The run counts as done, and a task of it is to be done again. */
function isStuck({ world }: CheckInput): boolean {
	const load = world.taskInstances.get(taskKey(DAG, RUN, 'load_report'));
	const isDone = [...world.runs.values()].some(
		({ dagId, runId, state }) => dagId === DAG && runId === RUN && state === 'success'
	);
	return isDone && load !== undefined && load.state === undefined;
}
