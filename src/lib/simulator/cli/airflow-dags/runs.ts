import { deleteDag, hasRunningTasks } from '#lib/simulator/actions/delete-dag.ts';
import { isOn, numberOf, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isoUtc, parseInstant } from '#lib/simulator/time.ts';
import { followingSlot, plannedSlot } from '#lib/simulator/timetable.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { DagRun, World } from '#lib/simulator/world.ts';
import { dagInFiles, dagInTable } from './dag-bag.ts';

/** @source airflow/cli/commands/dag_command.py */
export const RUN_COMMANDS: readonly Command[] = [
	{ name: 'dags list-runs', run: listRuns },
	{ name: 'dags state', run: showState },
	{ name: 'dags next-execution', run: showNext },
	{ name: 'dags delete', run: remove }
];

/** A run by its id, or by its logical date as written. */
export function runNamed(world: World, dagId: string, word: string): DagRun | undefined {
	const ms = parseInstant(word)?.ms;
	return [...world.runs.values()].find(
		(run) =>
			run.dagId === dagId && (run.runId === word || (ms !== undefined && run.logicalDateMs === ms))
	);
}

function listRuns(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	dagInTable(session, dagId);
	const state = textOf(values, 'state')?.toLowerCase();
	const fromMs = parseInstant(textOf(values, 'start_date') ?? '')?.ms ?? -Infinity;
	const toMs = parseInstant(textOf(values, 'end_date') ?? '')?.ms ?? Infinity;
	const isBounded = fromMs !== -Infinity || toMs !== Infinity;
	const found = [...world.runs.values()].filter(
		(run) =>
			run.dagId === dagId &&
			(!state || run.state === state) &&
			!(isOn(values, 'no_backfill') && run.runType === 'backfill') &&
			(!isBounded || within(run.logicalDateMs, fromMs, toMs))
	);
	const keyOf = (run: DagRun) => (line === '2' ? (run.logicalDateMs ?? 0) : run.runAfterMs);
	const rows = found
		.toSorted((one, other) => keyOf(other) - keyOf(one) || other.id - one.id)
		.map((run) => ({
			dag_id: run.dagId,
			run_id: run.runId,
			state: run.state,
			...(line === '2'
				? { execution_date: isoUtc(run.logicalDateMs) ?? '' }
				: { run_after: isoUtc(run.runAfterMs), logical_date: isoUtc(run.logicalDateMs) ?? '' }),
			start_date: isoUtc(run.startMs) ?? '',
			end_date: isoUtc(run.endMs) ?? ''
		}));
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

const within = (ms: number | undefined, fromMs: number, toMs: number) =>
	ms !== undefined && ms >= fromMs && ms <= toMs;

function showState(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	dagInTable(session, dagId);
	const word = textOf(values, line === '2' ? 'execution_date' : 'logical_date_or_run_id') ?? '';
	const run = runNamed(world, dagId, word);
	const conf = run && Object.keys(run.conf).length > 0 ? `, ${dumps(run.conf)}` : '';
	session.print(run ? `${run.state}${conf}` : 'None');
}

const NO_MORE =
	"[WARN] No following schedule can be found. This DAG may have schedule interval '@once' or `None`.";

function showNext(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	const dag =
		line === '2'
			? dagInFiles(session, dagId)
			: (world.dags.get(dagId) ?? session.fail(`DAG: ${dagId} does not exist in the database`));
	if (dag.isPaused) session.complain('[INFO] Please be reminded this DAG is PAUSED now.');
	let slot = plannedSlot(world, dag);
	for (let left = numberOf(values, 'num_executions') ?? 1; left > 0; left--) {
		if (!slot) {
			session.complain(NO_MORE);
			session.print('None');
			return;
		}
		session.print(isoUtc(slot.logicalDateMs));
		slot = followingSlot(world, dag, slot);
	}
}

/** @source airflow/api/common/delete_dag.py */
function remove(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	if (!isOn(values, 'yes')) {
		const question =
			'This will drop all existing records related to the specified DAG. Proceed? (y/n)';
		if (session.readLine(question).trim().toUpperCase() !== 'Y') {
			session.print('Cancelled');
			return;
		}
	}
	session.log({
		level: 'info',
		text: line === '2' ? `Deleting DAG: ${dagId}` : `Deleting Dag: ${dagId}`,
		logger: 'airflow.api.common.delete_dag',
		at: line === '2' ? 'delete_dag.py:54' : 'delete_dag.py:55'
	});
	if (!world.dags.has(dagId))
		session.crash('airflow.exceptions.DagNotFound', `Dag id ${dagId} not found`);
	if (hasRunningTasks(world, dagId))
		session.crash('airflow.exceptions.AirflowException', 'TaskInstances still running');
	const before = world.runs.size + world.taskInstances.size;
	deleteDag(world, dagId);
	const rows = before - world.runs.size - world.taskInstances.size;
	session.print(`Removed ${rows + ROWS_OF_A_DAG[line]} record(s)`);
}

/** Beside its runs and their tasks: the DAG, its serialized form, its code and, in 3, its version. */
const ROWS_OF_A_DAG = { '2': 3, '3': 6 };
