import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import type { Dag } from '#lib/simulator/world.ts';

export const DAGS_FOLDER = '/opt/airflow/dags';

const exceptions = {
	'2': 'airflow.exceptions.AirflowException',
	'3': 'airflow.sdk.exceptions.AirflowException'
};

/** Airflow 2 reads every DAG file for some commands, and says so. @source airflow/models/dagbag.py */
export function fillDagBag(session: Session): void {
	const logger = 'airflow.models.dagbag.DagBag';
	const say = (level: 'info' | 'error', text: string, at: string) =>
		session.log({ level, text, logger, at });
	say('info', `Filling up the DagBag from ${DAGS_FOLDER}`, 'dagbag.py:588');
	for (const { filename, stackTrace } of session.world.importErrors.values()) {
		say('error', `Failed to import: ${DAGS_FOLDER}/${filename}`, 'dagbag.py:387');
		session.print(stackTrace.trimEnd());
	}
}

/**
 * The DAG as its file has it. @throws {Uncaught} when no file has it.
 * @source airflow/utils/cli.py `get_dag`
 */
export function dagInFiles(session: Session, dagId: string, isQuiet = false): Dag {
	if (session.line === '2' && !isQuiet) fillDagBag(session);
	const dag = session.world.dags.get(dagId);
	if (dag) return dag;
	if (session.line === '2' && !isQuiet) {
		session.log({
			level: 'warning',
			text: `Dag '${dagId}' not found in path ${DAGS_FOLDER}; trying path ${DAGS_FOLDER}`,
			logger: 'airflow.utils.cli',
			at: 'cli.py:283'
		});
		fillDagBag(session);
	}
	return session.crash(
		exceptions[session.line],
		`Dag '${dagId}' could not be found; either it does not exist or it failed to parse.`
	);
}

/** The DAG as the metadata database has it, or exit code 1. */
export function dagInTable(session: Session, dagId: string): Dag {
	return (
		session.world.dags.get(dagId) ?? session.fail(`DAG: ${dagId} does not exist in 'dag' table`)
	);
}
