import { taskInstancesOf } from '#lib/simulator/actions/create-run.ts';
import { isOn, numberOf, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { unmetDependencies } from '#lib/simulator/dependencies.ts';
import { isoUtc, parseInstant } from '#lib/simulator/time.ts';
import { taskKey, type Dag, type DagRun, type Task } from '#lib/simulator/world.ts';
import { dagInFiles } from './dag-bag.ts';
import { runNamed } from './runs.ts';

/** @source airflow/cli/commands/task_command.py */
export const TASK_COMMANDS: readonly Command[] = [
	{ name: 'tasks failed-deps', run: showFailedDeps },
	{ name: 'tasks list', run: list },
	{ name: 'tasks state', run: showState },
	{ name: 'tasks states-for-dag-run', run: showStates }
];

function list(session: Session, values: Values): void {
	const dag = dagInFiles(session, textOf(values, 'dag_id') ?? '', true);
	if (isOn(values, 'tree')) {
		for (const task of roots(dag)) showTree(session, dag, task, 0);
		return;
	}
	session.print(
		dag.tasks
			.map(({ taskId }) => taskId)
			.toSorted()
			.join('\n')
	);
}

const roots = (dag: Dag): Task[] => byId(dag.tasks.filter(({ upstream }) => upstream.length === 0));
const byId = (tasks: readonly Task[]) =>
	tasks.toSorted((one, other) => (one.taskId < other.taskId ? -1 : 1));

/** @source airflow/models/dag.py `get_tree_view` */
function showTree(session: Session, dag: Dag, task: Task, depth: number): void {
	session.print(`${' '.repeat(depth * 4)}<Task(${task.operator}): ${task.taskId}>`);
	const below = dag.tasks.filter(({ upstream }) => upstream.includes(task.taskId));
	for (const next of byId(below)) showTree(session, dag, next, depth + 1);
}

function runOf(session: Session, dagId: string, word: string): DagRun {
	const dated = session.line === '2' ? 'execution_date' : 'logical_date';
	return (
		runNamed(session.world, dagId, word) ??
		session.crash(
			'airflow.exceptions.DagRunNotFound',
			`DagRun for ${dagId} with run_id or ${dated} of '${word}' not found`
		)
	);
}

const wordOf = ({ line }: Session, values: Values) =>
	textOf(values, line === '2' ? 'execution_date_or_run_id' : 'logical_date_or_run_id') ?? '';

function showState(session: Session, values: Values): void {
	const { world, line } = session;
	const [dagId, taskId] = [textOf(values, 'dag_id') ?? '', textOf(values, 'task_id') ?? ''];
	const dag =
		line === '2' || world.dags.has(dagId)
			? dagInFiles(session, dagId, true)
			: session.fail(`Can not find dag ${quoted(dagId)}`);
	refuseUnknownTask(session, dag, taskId);
	const run = runOf(session, dagId, wordOf(session, values));
	const key = taskKey(dagId, run.runId, taskId, numberOf(values, 'map_index') ?? -1);
	session.print(world.taskInstances.get(key)?.state ?? 'None');
}

function showFailedDeps(session: Session, values: Values): void {
	const { world, line } = session;
	const [dagId, taskId] = [textOf(values, 'dag_id') ?? '', textOf(values, 'task_id') ?? ''];
	const dag =
		line === '2'
			? dagInFiles(session, dagId)
			: (world.dags.get(dagId) ??
				session.crash(
					'airflow.sdk.exceptions.AirflowException',
					`Dag '${dagId}' could not be found in the database.`
				));
	refuseUnknownTask(session, dag, taskId);
	const run = runOf(session, dagId, wordOf(session, values));
	const key = taskKey(dagId, run.runId, taskId, numberOf(values, 'map_index') ?? -1);
	const instance = world.taskInstances.get(key);
	const found = instance ? unmetDependencies(world, instance) : [];
	if (found.length === 0) {
		session.print('Task instance dependencies are all met.');
		return;
	}
	session.print('Task instance dependencies not met:');
	for (const { name, reason } of found) session.print(`${name}: ${reason}`);
}

function refuseUnknownTask(session: Session, dag: Dag, taskId: string): void {
	if (taskOf(dag, taskId)) return;
	const module = session.line === '2' ? 'airflow.exceptions' : 'airflow.sdk.exceptions';
	session.crash(`${module}.TaskNotFound`, `Task ${taskId} not found`);
}

const quoted = (text: string) => `'${text}'`;

/** @source airflow/cli/commands/task_command.py `task_states_for_dag_run` */
function showStates(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	const word = wordOf(session, values);
	if (line === '2' && !runNamed(world, dagId, word) && !parseInstant(word))
		session.crash(
			'airflow.exceptions.AirflowException',
			`Error parsing the supplied execution_date. Error: Invalid date string: ${word}`
		);
	const run = runOf(session, dagId, word);
	const instances = taskInstancesOf(world, world.dags.get(dagId), run);
	const isMapped = instances.some(({ mapIndex }) => mapIndex >= 0);
	const rows = instances.map((instance) => ({
		dag_id: instance.dagId,
		...(line === '2'
			? { execution_date: isoUtc(run.logicalDateMs) }
			: { logical_date: isoUtc(run.logicalDateMs) ?? '' }),
		task_id: instance.taskId,
		state: instance.state ?? (line === '2' ? null : ''),
		start_date: isoUtc(instance.startMs) ?? '',
		end_date: isoUtc(instance.endMs) ?? '',
		...(isMapped ? { map_index: instance.mapIndex >= 0 ? instance.mapIndex : '' } : {})
	}));
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}
