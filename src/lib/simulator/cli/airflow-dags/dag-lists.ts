import { textOf, textsOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs, type Row } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { wrap } from '#lib/simulator/cli/airflowctl-text.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Dag } from '#lib/simulator/world.ts';
import { DAGS_FOLDER } from './dag-bag.ts';

/** @source airflow/cli/commands/dag_command.py `dag_list_dags`, `dag_list_import_errors`, `dag_list_jobs` */
export const DAG_LISTS: readonly Command[] = [
	{ name: 'dags list', run: listDags },
	{ name: 'dags list-import-errors', run: listImportErrors },
	{ name: 'dags list-jobs', run: listJobs }
];

/** A console's text to stderr, wrapped as a pipe's. */
const grumble = (session: Session, text: string) =>
	wrap(text, session.columns).forEach((line) => session.complain(line));

function listDags(session: Session, values: Values): void {
	const { world, line } = session;
	const asked = textsOf(values, 'columns');
	const known = Object.keys(rowOf(session, [...world.dags.values()][0]));
	const strangers = asked.filter((name) => !known.includes(name));
	if (strangers.length > 0)
		return session.fail(`This Airflow shows these columns only: ${known.join(', ')}`);
	if (world.importErrors.size > 0)
		grumble(
			session,
			'Error: Failed to load all files. For details, run `airflow dags list-import-errors`'
		);
	const columns = asked.length > 0 ? asked : COLUMNS[line];
	const rows = [...world.dags.values()]
		.toSorted((one, other) => (one.dagId < other.dagId ? -1 : 1))
		.map((dag) => {
			const row = rowOf(session, dag);
			return Object.fromEntries(columns.map((name) => [name, row[name]]));
		});
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

const COLUMNS = {
	'2': ['dag_id', 'fileloc', 'owners', 'is_paused'],
	'3': ['dag_id', 'fileloc', 'owners', 'is_paused', 'bundle_name', 'bundle_version']
};

function rowOf({ line }: Session, dag: Dag | undefined): Row {
	return {
		dag_id: dag?.dagId,
		dag_display_name: dag?.displayName ?? dag?.dagId,
		fileloc: `${DAGS_FOLDER}/${dag?.relativeFileloc}`,
		owners: [dag?.owner],
		is_paused: dag?.isPaused,
		description: dag?.description ?? null,
		...(line === '3' ? { bundle_name: 'dags-folder', bundle_version: null } : {})
	};
}

function listImportErrors(session: Session, values: Values): void {
	const { world, line } = session;
	const rows = [...world.importErrors.values()].map(({ filename, stackTrace }) => ({
		...(line === '2'
			? { filepath: `${DAGS_FOLDER}/${filename}` }
			: { bundle_name: 'dags-folder', filepath: filename }),
		error: stackTrace
	}));
	printAs(session, rows, textOf(values, 'output') ?? 'table');
	if (rows.length > 0) session.fail(1);
}

function listJobs(session: Session, values: Values): void {
	const dagId = textOf(values, 'dag_id');
	const state = textOf(values, 'state');
	const rows = session.world.jobs
		.filter((job) => dagId === undefined && (!state || job.state === state))
		.map((job) => ({
			dag_id: null,
			state: job.state,
			job_type: job.jobType,
			start_date: isoUtc(job.startMs),
			end_date: isoUtc(job.endMs)
		}));
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}
