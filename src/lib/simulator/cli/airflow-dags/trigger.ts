import { createRun, findDuplicate } from '#lib/simulator/actions/create-run.ts';
import { paramProblem } from '#lib/simulator/actions/params.ts';
import { textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict } from '#lib/simulator/cli/airflowctl-python.ts';
import { isoUtc, parseInstant } from '#lib/simulator/time.ts';
import { manualInterval } from '#lib/simulator/timetable.ts';
import type { DagRun } from '#lib/simulator/world.ts';

/** @source airflow/cli/commands/dag_command.py `dag_trigger`, airflow/api/common/trigger_dag.py */
export const TRIGGER_COMMANDS: readonly Command[] = [{ name: 'dags trigger', run: trigger }];

/** Who runs the program on the machine. */
const USER = 'root';

function trigger(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	const dag = world.dags.get(dagId);
	if (!dag)
		session.crash('airflow.exceptions.DagNotFound', `Dag id ${dagId} not found in DagModel`);
	const conf = confOf(session, textOf(values, 'conf'));
	const said = textOf(values, line === '2' ? 'exec_date' : 'logical_date');
	// Airflow 2 dates every run, to the second; 3 leaves the date out.
	const now = line === '2' ? Math.floor(world.nowMs / 1000) * 1000 : undefined;
	const logicalDateMs = said === undefined ? now : parseInstant(said)?.ms;
	const stamp = isoUtc(logicalDateMs ?? world.nowMs);
	const runId = textOf(values, 'run_id') ?? `manual__${stamp}`;
	refuseDuplicate(session, dagId, runId, logicalDateMs);
	const wrong = paramProblem(dag, conf);
	if (wrong !== undefined)
		session.crash(
			line === '2'
				? 'airflow.exceptions.ParamValidationError'
				: 'airflow.sdk.exceptions.ParamValidationError',
			wrong
		);

	const interval =
		logicalDateMs === undefined
			? undefined
			: manualInterval(world, dag, line === '2' ? logicalDateMs : world.nowMs);
	const run = createRun(world, {
		dagId,
		runId,
		runType: 'manual',
		logicalDateMs,
		dataIntervalStartMs: interval?.startMs,
		dataIntervalEndMs: interval?.endMs,
		runAfterMs: world.nowMs,
		conf,
		triggeredBy: 'cli',
		triggeringUser: USER
	});
	printAs(session, [rowOf(session, run)], textOf(values, 'output') ?? 'table');
}

function confOf(session: Session, text: string | undefined): Record<string, unknown> {
	if (!text) return {};
	const read = readJson(text);
	if ('error' in read) return session.crash('json.decoder.JSONDecodeError', read.error);
	return isDict(read.value) ? read.value : {};
}

function refuseDuplicate(
	session: Session,
	dagId: string,
	runId: string,
	logicalDateMs: number | undefined
): void {
	const { world, line } = session;
	const found = findDuplicate(world, dagId, runId, logicalDateMs);
	if (!found) return;
	const head = `A DAG Run already exists for DAG ${dagId}`;
	if (line === '2') {
		const at = isoUtc(logicalDateMs ?? world.nowMs).replace('T', ' ');
		session.crash(
			'airflow.exceptions.DagRunAlreadyExists',
			`${head} at ${at} with run id ${runId}`
		);
	}
	if (found.by === 'run_id')
		session.crash('airflow.exceptions.DagRunAlreadyExists', `${head} with run id ${runId}`);
	session.crash(
		'sqlalchemy.exc.IntegrityError',
		'(sqlite3.IntegrityError) UNIQUE constraint failed: dag_run.dag_id, dag_run.logical_date'
	);
}

function rowOf({ line }: Session, run: DagRun) {
	const at = (ms: number | undefined) => isoUtc(ms)?.replace('T', ' ') ?? null;
	return {
		conf: run.conf,
		dag_id: run.dagId,
		dag_run_id: run.runId,
		data_interval_start: at(run.dataIntervalStartMs),
		data_interval_end: at(run.dataIntervalEndMs),
		end_date: null,
		...(line === '2' ? { external_trigger: true } : {}),
		last_scheduling_decision: null,
		logical_date: at(run.logicalDateMs),
		run_type: 'manual',
		start_date: null,
		state: run.state,
		...(line === '3' ? { triggering_user_name: USER } : {})
	};
}
