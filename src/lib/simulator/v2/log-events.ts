import type { OperatorLine, Stretch } from '#lib/simulator/logs.ts';
import { operatorOf } from '#lib/simulator/operators.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { Dag, Task, TaskInstance, TaskTry } from '#lib/simulator/world.ts';
import { BUNDLE } from './shapes.ts';

export type LogEvent = Record<string, unknown> & { event: string };

/** Who says a line, and in which file. */
const SPEAKERS: Record<OperatorLine['by'], (task: Task) => { logger: string; filename: string }> = {
	subprocess: () => ({
		logger: 'airflow.task.hooks.airflow.providers.standard.hooks.subprocess.SubprocessHook',
		filename: 'subprocess.py'
	}),
	python: (task) => ({ logger: operatorLogger(task), filename: 'python.py' }),
	branch: (task) => ({ logger: operatorLogger(task), filename: 'branch.py' }),
	skipmixin: (task) => ({ logger: operatorLogger(task), filename: 'skipmixin.py' }),
	sensor: (task) => ({ logger: operatorLogger(task), filename: 'python.py' }),
	base_sensor: (task) => ({ logger: operatorLogger(task), filename: 'sensor.py' }),
	hitl: (task) => ({ logger: operatorLogger(task), filename: 'hitl.py' }),
	trigger: () => ({
		logger: 'airflow.providers.standard.triggers.temporal.DateTimeTrigger',
		filename: 'temporal.py'
	})
};

function operatorLogger(task: Task): string {
	const { module } = operatorOf(task);
	return `airflow.task.operators.airflow.providers.standard.${module}.${task.operator}`;
}

/**
 * One stretch of a try as the worker of version 3 writes it, an object a line.
 * @source task-sdk/src/airflow/sdk/execution_time/task_runner.py
 */
export function stretchEvents(
	dag: Dag,
	task: Task,
	instance: TaskInstance,
	attempt: TaskTry,
	stretch: Stretch
): LogEvent[] {
	const { startMs, endMs, how } = stretch;
	const bound = {
		dag_id: instance.dagId,
		map_index: instance.mapIndex,
		try_number: attempt.tryNumber,
		run_id: instance.runId,
		task_id: instance.taskId,
		ti_id: instance.uuid
	};
	const say = (
		atMs: number,
		event: string,
		lineno: number,
		{ level = 'info', ...more }: Record<string, unknown> = {}
	): LogEvent => ({
		timestamp: isoZ(atMs),
		event,
		level,
		...bound,
		logger: 'task',
		filename: 'task_runner.py',
		lineno,
		...more
	});
	const begun = [
		{
			timestamp: isoZ(startMs),
			event: '::group::Pre Execute',
			level: 'info',
			logger: 'task',
			filename: 'task_runner.py',
			lineno: 2412
		},
		say(startMs, `DAG bundles loaded: ${BUNDLE}`, 304, {
			logger: 'airflow.dag_processing.bundles.manager.DagBundlesManager',
			filename: 'manager.py'
		}),
		say(startMs, `Filling up the DagBag from ${dag.fileloc}`, 460, {
			logger: 'airflow.dag_processing.dagbag.BundleDagBag',
			filename: 'dagbag.py'
		}),
		say(startMs, 'Worker startup parse complete', 1073, {
			bundle_name: BUNDLE,
			bundle_version: null,
			dag_file: dag.relativeFileloc,
			bundle_prepare_ms: 11,
			dag_file_parse_ms: 273
		}),
		say(startMs, '::endgroup::', 2232)
	];
	const said = stretch.lines.map(({ atMs, text, level, by, line }) =>
		say(atMs, text, line.v2, { level, ...SPEAKERS[by](task) })
	);
	if (endMs === undefined) return [...begun, ...said];
	return [
		...begun,
		...said,
		...ending(task, how, (event, lineno, more) => say(endMs, event, lineno, more))
	];
}

type Say = (event: string, lineno: number, more?: Record<string, unknown>) => LogEvent;

function ending(task: Task, how: Stretch['how'], say: Say): LogEvent[] {
	const post = (lineno: number) => say('::group::Post Execute', lineno);
	const end = say('::endgroup::', 2379);
	switch (how) {
		case 'failed':
		case 'retry':
			return [say('Task failed with exception', 1651, failure), post(1652), end];
		case 'skipped':
			return [post(1620), say('Skipping task.', 1622), end];
		case 'deferred':
			return [post(1611), say('Pausing task as DEFERRED. ', 1489), end];
		case 'rescheduled':
			return [post(1630), say('Rescheduling task, marking task as UP_FOR_RESCHEDULE', 1632), end];
		case 'asking':
			return [post(1617), say('Pausing task as AWAITING_INPUT.', 1502), end];
		default:
			return finished(task, post, end, say);
	}
}

function finished(task: Task, post: (lineno: number) => LogEvent, end: LogEvent, say: Say) {
	if (Array.isArray(task.skipsTo))
		return [post(1605), say('Skipping downstream tasks.', 1606), end];
	const target = task.triggersDag && { trigger_dag_id: task.triggersDag.dagId };
	if (target) {
		return [
			post(1611),
			say('Triggering Dag Run.', 1934, target),
			say('Dag Run triggered successfully.', 1970, target),
			end
		];
	}
	return [post(1580), end];
}

/** How a shell command's failure is told. */
const failure = {
	level: 'error',
	error_detail: [
		{
			exc_type: 'AirflowException',
			exc_value: 'Bash command failed. The command returned a non-zero exit code 1.',
			exc_notes: [],
			syntax_error: null,
			is_cause: false,
			frames: [
				{
					filename: '/opt/airflow/lib/airflow/sdk/execution_time/task_runner.py',
					lineno: 1579,
					name: '_run_task_and_map_outcome'
				},
				{
					filename: '/opt/airflow/lib/airflow/sdk/execution_time/task_runner.py',
					lineno: 2234,
					name: '_execute_task'
				},
				{
					filename: '/opt/airflow/lib/airflow/providers/standard/operators/bash.py',
					lineno: 232,
					name: 'execute'
				}
			],
			is_group: false,
			exceptions: []
		}
	]
};
