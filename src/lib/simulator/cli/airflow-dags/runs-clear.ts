import { clearTaskInstances } from '#lib/simulator/actions/clear.ts';
import { taskInstancesOf } from '#lib/simulator/actions/create-run.ts';
import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { Dag, DagRun, TaskInstance } from '#lib/simulator/world.ts';
import { isYes } from './pause.ts';

/** @source airflow/cli/commands/dag_command.py `dag_clear` (3.3) */
export const RUNS_CLEAR_COMMANDS: readonly Command[] = [
	{ name: 'dags clear', line: '3', run: clear }
];

function clear(session: Session, values: Values): void {
	const { world } = session;
	checkSelectors(session, values);
	const dagId = textOf(values, 'dag_id') ?? '';
	const dag = world.dags.get(dagId);
	if (!dag)
		return session.crash(
			'airflow.sdk.exceptions.AirflowException',
			`Dag '${dagId}' could not be found in the database.`
		);
	// No run of a simulated world has a partition: only an id finds one.
	const runId = textOf(values, 'run_id');
	const run = runId === undefined ? undefined : world.runs.get(`${dagId}\n${runId}`);
	if (!run) return session.print('No matching Dag runs found.');
	if (!isOn(values, 'yes') && !isAgreed(session, dag, run)) {
		session.print('Cancelled, nothing was cleared.');
		return;
	}
	const found = taskInstancesOf(world, dag, run).filter((one) => isMeant(one, values));
	clearTaskInstances(world, found, { resetDagRuns: true, alwaysStampRuns: true });
	session.print(`Cleared ${found.length} task instance(s) across 1 Dag run(s).`);
}

function checkSelectors(session: Session, values: Values): void {
	const at = (name: string) => parseInstant(textOf(values, name) ?? '')?.ms;
	const [start, end] = [at('partition_date_start'), at('partition_date_end')];
	const given = [
		textOf(values, 'run_id') !== undefined,
		textOf(values, 'partition_key') !== undefined,
		start !== undefined || end !== undefined
	].filter(Boolean).length;
	if (given === 0)
		session.fail(
			'One of --run-id, --partition-key, or --partition-date-start / --partition-date-end must be provided.'
		);
	if (given > 1)
		session.fail(
			'--run-id, --partition-key, and --partition-date-start / --partition-date-end are mutually exclusive; provide exactly one selector.'
		);
	if (start !== undefined && end !== undefined && start > end)
		session.fail('--partition-date-start must be on or before --partition-date-end.');
}

function isAgreed(session: Session, { dagId }: Dag, { runId }: DagRun): boolean {
	const listing = `  ${runId}  partition_key=None  partition_date=None`;
	return isYes(
		session,
		`You are about to clear 1 Dag run(s) of '${dagId}':\n${listing}\n\nAre you sure? [y/n]`
	);
}

function isMeant({ state }: TaskInstance, values: Values): boolean {
	const [failed, running] = [isOn(values, 'only_failed'), isOn(values, 'only_running')];
	if (!failed && !running) return true;
	const isFailed = state === 'failed' || state === 'upstream_failed';
	return (failed && isFailed) || (running && state === 'running');
}
