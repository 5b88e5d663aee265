import { clearTaskInstances, selectForClear } from '#lib/simulator/actions/clear.ts';
import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { Dag, TaskInstance } from '#lib/simulator/world.ts';
import { dagInFiles } from './dag-bag.ts';
import { isYes } from './pause.ts';

/** @source airflow/cli/commands/task_command.py `task_clear` */
export const CLEAR_COMMANDS: readonly Command[] = [{ name: 'tasks clear', run: clear }];

function clear(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	const tasks = textOf(values, 'task_regex');
	const dag = dagToClear(session, dagId, tasks !== undefined);
	const at = (name: string) => parseInstant(textOf(values, name) ?? '')?.ms;
	const found = selectForClear(world, dag, {
		fromMs: at('start_date'),
		toMs: at('end_date'),
		taskIds: tasks === undefined ? undefined : tasksLike(dag, tasks),
		upstream: isOn(values, 'upstream'),
		downstream: isOn(values, 'downstream'),
		onlyFailed: isOn(values, 'only_failed'),
		onlyRunning: isOn(values, 'only_running')
	});
	if (found.length === 0) {
		if (line === '2') session.print('Nothing to clear.');
		return;
	}
	if (!isOn(values, 'yes')) {
		session.print(`You are about to delete these ${found.length} tasks:`);
		const told = found.map((instance) => wordsOf(session, instance));
		session.print(`${line === '2' ? told.toSorted().join('\n') : `[${told.join(', ')}]`}\n`);
		if (!isYes(session, 'Are you sure? [y/n]')) {
			session.print('Cancelled, nothing was cleared.');
			return;
		}
	}
	clearTaskInstances(world, found, { resetDagRuns: true, alwaysStampRuns: line === '3' });
}

function dagToClear(session: Session, dagId: string, isByTask: boolean): Dag {
	if (session.line === '2') return dagInFiles(session, dagId);
	const dag = session.world.dags.get(dagId);
	if (dag) return dag;
	if (isByTask) return dagInFiles(session, dagId, true);
	return session.crash(
		'airflow.sdk.exceptions.AirflowException',
		`Dag '${dagId}' could not be found in the database.`
	);
}

function tasksLike({ tasks }: Dag, pattern: string): string[] {
	const ids = tasks.map(({ taskId }) => taskId);
	try {
		const like = new RegExp(pattern);
		return ids.filter((id) => like.test(id));
	} catch {
		// Python may read a pattern that JavaScript does not; then only the id itself is meant.
		return ids.filter((id) => id === pattern);
	}
}

function wordsOf({ line }: Session, { dagId, taskId, runId, mapIndex, state, uuid }: TaskInstance) {
	const part = mapIndex >= 0 ? ` map_index=${mapIndex}` : '';
	const id = line === '3' ? ` ti_id=${uuid}` : '';
	return `<TaskInstance: ${dagId}.${taskId} ${runId}${part} [${state ?? 'None'}]${id}>`;
}
