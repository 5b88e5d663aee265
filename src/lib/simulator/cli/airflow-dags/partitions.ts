import { clearTaskInstances, runsOf, selectForClear } from '#lib/simulator/actions/clear.ts';
import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { DagRun } from '#lib/simulator/world.ts';

/** @source airflow/cli/commands/partition_command.py, airflow/models/dagrun.py `clear_partition_runs` (3.3) */
export const PARTITION_COMMANDS: readonly Command[] = [
	{ name: 'partitions clear', line: '3', run: clear }
];

function clear(session: Session, values: Values): void {
	const { world } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	const dag = world.dags.get(dagId);
	if (isByDate(session, values) && !dag)
		session.crash(
			'airflow.sdk.exceptions.AirflowException',
			`Dag '${dagId}' could not be found in the database.`
		);
	checkWindow(session, values);
	const [isRehearsal, clearsTasks] = [
		isOn(values, 'dry_run'),
		isOn(values, 'clear_task_instances')
	];
	const runs = runsMeant(session, dagId, values);
	for (const run of runs) tell(session, run, clearsTasks);
	if (runs.length === 0) return session.print(`No matching DagRuns found for dag_id=${dagId}.`);

	const keyed = runs.filter(({ partitionKey }) => partitionKey !== undefined);
	const instances =
		clearsTasks && dag ? runs.flatMap(({ runId }) => selectForClear(world, dag, { runId })) : [];
	if (!isRehearsal) {
		for (const run of keyed) delete run.partitionKey;
		if (instances.length > 0)
			clearTaskInstances(world, instances, { resetDagRuns: true, alwaysStampRuns: true });
	}
	const [tasks, fields] = isRehearsal
		? ['Dry run: would clear task instances', 'Dry run: would clear']
		: ['Cleared task instances', 'Cleared partition fields on'];
	if (clearsTasks)
		session.print(`${tasks} on ${runs.length} DagRun(s) (${instances.length} task instance(s)).`);
	session.print(`${fields} ${keyed.length} DagRun(s).${isRehearsal ? ' No changes written.' : ''}`);
}

/** Whether a window of dates was given; exactly one way of choosing must be. */
function isByDate(session: Session, values: Values): boolean {
	const has = (name: string) => textOf(values, name) !== undefined;
	const hasEdge = has('start_date') || has('end_date');
	const ways = [has('run_id'), has('partition_key'), hasEdge || has('date')];
	if (ways.filter(Boolean).length !== 1)
		session.fail(
			'Specify exactly one of --run-id, --partition-key, or a partition_date range (--start-date/--end-date or --date).'
		);
	if (has('date') && hasEdge)
		session.fail('--date cannot be combined with --start-date / --end-date.');
	if (has('date')) {
		const sides = sidesOf(values);
		if (sides.length !== 2 || sides.includes(''))
			session.fail("--date must be in the form 'a~b', e.g. '2026-01-01~2026-01-31'.");
		if (sides.some((side) => !parseInstant(side)))
			session.fail('--date sides must be parseable as a date or datetime.');
	}
	return ways[2] === true;
}

/** What stands on either side of the first `~`. */
function sidesOf(values: Values): string[] {
	const [first = '', ...rest] = (textOf(values, 'date') ?? '').split('~');
	return (rest.length > 0 ? [first, rest.join('~')] : [first]).map((side) => side.trim());
}

function checkWindow(session: Session, values: Values): void {
	const isOneWord = textOf(values, 'date') !== undefined;
	const [start = '', end = ''] = isOneWord
		? sidesOf(values)
		: [textOf(values, 'start_date'), textOf(values, 'end_date')];
	const [from, to] = [parseInstant(start)?.ms, parseInstant(end)?.ms];
	if (from === undefined || to === undefined || from <= to) return;
	session.fail(
		isOneWord
			? `--date: the start of the range (${pythonRepr(start)}) must be on or before the end (${pythonRepr(end)}).`
			: '--start-date must be on or before --end-date.'
	);
}

/** By id, as their dates are all null: nothing here is partitioned by date, so a window holds no run. */
function runsMeant({ world }: Session, dagId: string, values: Values): DagRun[] {
	const [runId, key] = [textOf(values, 'run_id'), textOf(values, 'partition_key')];
	if (runId === undefined && key === undefined) return [];
	return runsOf(world, dagId)
		.filter((run) => (runId === undefined ? run.partitionKey === key : run.runId === runId))
		.toSorted((one, other) => (one.runId < other.runId ? -1 : 1));
}

function tell(session: Session, { runId, partitionKey }: DagRun, clearsTasks: boolean): void {
	if (partitionKey !== undefined)
		session.print(
			`DagRun ${runId}: partition_key=${pythonRepr(partitionKey)} -> None, partition_date=None -> None`
		);
	else if (!clearsTasks) session.print(`DagRun ${runId}: already cleared, skipping.`);
}
