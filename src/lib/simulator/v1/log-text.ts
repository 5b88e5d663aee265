import type { OperatorLine, Stretch } from '#lib/simulator/logs.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import {
	runKey,
	type Dag,
	type Task,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';

const FILES: Record<OperatorLine['by'], string> = {
	subprocess: 'subprocess.py',
	python: 'python.py',
	branch: 'branch.py',
	skipmixin: 'skipmixin.py',
	sensor: 'python.py',
	base_sensor: 'base.py',
	hitl: 'hitl.py',
	trigger: 'temporal.py'
};

/**
 * A try's log as the file handler of version 2 reads it.
 * @source airflow/utils/log/file_task_handler.py, airflow/models/taskinstance.py
 */
export function logText(
	world: World,
	dag: Dag,
	task: Task,
	instance: TaskInstance,
	tryNumber: number,
	stretches: readonly Stretch[]
): string {
	const { dagId, runId, taskId, mapIndex } = instance;
	const part = mapIndex < 0 ? '' : `/map_index=${mapIndex}`;
	const file = `/opt/airflow/logs/dag_id=${dagId}/run_id=${runId}/task_id=${taskId}${part}/attempt=${tryNumber}.log`;
	const lines = stretches.flatMap((stretch) =>
		stretchLines(world, dag, task, instance, tryNumber, stretch)
	);
	return [
		' INFO - ::group::Log message source details',
		'*** Found local files:',
		`***   * ${file}`,
		' INFO - ::endgroup::',
		...lines
	].join('\n');
}

function stretchLines(
	world: World,
	dag: Dag,
	task: Task,
	instance: TaskInstance,
	tryNumber: number,
	stretch: Stretch
): string[] {
	const { dagId, runId, taskId, mapIndex } = instance;
	const { startMs, how } = stretch;
	const run = world.runs.get(runKey(dagId, runId));
	const date = isoUtc(run?.logicalDateMs, run?.logicalDateMicros) ?? '';
	const who = `${dagId}.${taskId} ${runId}${mapIndex < 0 ? '' : ` map_index=${mapIndex}`}`;
	const job = 10 + (hashOf(`${who}${startMs}`) % 90);
	const pid = 1000 + (hashOf(`${startMs}${taskId}`) % 30_000);
	const say = (atMs: number, at: string, text: string, level = 'INFO') =>
		`[${new Date(atMs).toISOString().replace('Z', '+0000')}] {${at}} ${level} - ${text}`;
	const met = (deps: string) =>
		`Dependencies all met for dep_context=${deps} ti=<TaskInstance: ${who} [queued]>`;
	const map = mapIndex < 0 ? [] : ['--map-index', String(mapIndex)];
	const words = ['airflow', 'tasks', 'run', dagId, taskId, runId, '--job-id', String(job), '--raw'];
	const rest = [
		'--subdir',
		`DAGS_FOLDER/${dag.relativeFileloc}`,
		'--cfg-path',
		`/tmp/tmp${hashOf(who).toString(36)}`
	];
	const command = [...words, ...rest, ...map].map((word) => `'${word}'`).join(', ');
	const env = Object.entries({
		DAG_OWNER: dag.owner,
		DAG_ID: dagId,
		TASK_ID: taskId,
		EXECUTION_DATE: date,
		TRY_NUMBER: String(tryNumber),
		DAG_RUN_ID: runId
	}).map(([name, value]) => `AIRFLOW_CTX_${name}='${value}'`);
	const lines = [
		say(startMs, 'local_task_job_runner.py:123', '::group::Pre task execution logs'),
		say(startMs, 'taskinstance.py:2632', met('non-requeueable deps')),
		say(startMs, 'taskinstance.py:2632', met('requeueable deps')),
		stretch.resumes
			? say(startMs, 'taskinstance.py:2883', 'Resuming after deferral')
			: say(
					startMs,
					'taskinstance.py:2885',
					`Starting attempt ${tryNumber} of ${instance.maxTries + 1}`
				),
		say(
			startMs,
			'taskinstance.py:2908',
			`Executing <Task(${task.operator}): ${taskId}> on ${date.replace('T', ' ')}`
		),
		say(startMs, 'standard_task_runner.py:72', `Started process ${pid} to run task`),
		say(startMs, 'standard_task_runner.py:104', `Running: [${command}]`),
		say(startMs, 'standard_task_runner.py:105', `Job ${job}: Subtask ${taskId}`),
		say(
			startMs,
			'task_command.py:467',
			`Running <TaskInstance: ${who} [running]> on host worker-1`
		),
		...(stretch.resumes
			? []
			: [say(startMs, 'taskinstance.py:3158', `Exporting env vars: ${env.join(' ')}`)]),
		say(startMs, 'taskinstance.py:740', '::endgroup::'),
		...stretch.lines.map(({ atMs, by, line, text, level }) =>
			say(atMs, `${FILES[by]}:${line.v1}`, text, level.toUpperCase())
		)
	];
	const { endMs } = stretch;
	if (endMs === undefined) return lines;
	const short = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');
	const facts = [
		`dag_id=${dagId}`,
		`task_id=${taskId}`,
		`run_id=${runId}`,
		...(mapIndex < 0 ? [] : [`map_index=${mapIndex}`]),
		...(run?.logicalDateMs === undefined ? [] : [`execution_date=${short(run.logicalDateMs)}`]),
		`start_date=${short(instance.startMs ?? startMs)}`
	].join(', ');
	const post = say(endMs, 'taskinstance.py:349', '::group::Post task execution logs');
	const exit = (code: string) => [
		say(
			endMs,
			how === 'deferred' ? 'local_task_job_runner.py:260' : 'local_task_job_runner.py:266',
			`Task exited with return code ${code}`
		),
		say(endMs, 'local_task_job_runner.py:245', '::endgroup::')
	];
	if (how === 'deferred') {
		return [
			...lines,
			say(endMs, 'taskinstance.py:297', `Pausing task as DEFERRED. ${facts}`),
			post,
			...exit('100 (task deferral)')
		];
	}
	if (how === 'rescheduled') {
		return [
			...lines,
			say(endMs, 'taskinstance.py:318', 'Rescheduling task, marking task as UP_FOR_RESCHEDULE'),
			post,
			...exit('0')
		];
	}
	const ended = `${facts}, end_date=${short(endMs)}`;
	if (how === 'success' || how === 'skipped') {
		const mark = how === 'success' ? 'SUCCESS' : 'SKIPPED';
		return [
			...lines,
			post,
			say(endMs, 'taskinstance.py:361', `Marking task as ${mark}. ${ended}`),
			...exit('0')
		];
	}
	const mark = how === 'retry' ? 'UP_FOR_RETRY' : 'FAILED';
	const reason = 'Bash command failed. The command returned a non-zero exit code 1.';
	return [
		...lines,
		say(endMs, 'taskinstance.py:3337', 'Task failed with exception', 'ERROR'),
		'Traceback (most recent call last):',
		'  File "/opt/airflow/lib/airflow/models/baseoperator.py", line 425, in wrapper',
		'    return func(self, *args, **kwargs)',
		'  File "/opt/airflow/lib/airflow/operators/bash.py", line 276, in execute',
		'    raise AirflowException(',
		`airflow.exceptions.AirflowException: ${reason}`,
		say(endMs, 'taskinstance.py:1242', `Marking task as ${mark}. ${ended}`),
		post,
		say(
			endMs,
			'standard_task_runner.py:124',
			`Failed to execute job ${job} for task ${taskId} (${reason}; ${pid})`,
			'ERROR'
		),
		...exit('1')
	];
}
