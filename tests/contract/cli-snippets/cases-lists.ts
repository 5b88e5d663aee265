import { reads, step, type Case } from './case.ts';
import { DAG, datedRun, endedRun, RUN } from './cases-dags.ts';

const TASK = `${RUN}/taskInstances/{task_id}`;
const upload = { ...datedRun, task_id: 'upload' };
const names =
	<Key extends string>(list: string, key: Key) =>
	(answer: Record<string, Record<Key, string>[]>) =>
		(answer[list] ?? []).map((one) => one[key]);
const nothing = () => [];

/** What either `airflow` prints beside DAGs, runs, pools, variables and connections. */
export const listsOfAirflow: readonly Case[] = [
	reads('prints the providers', step('GET /providers'), names('providers', 'package_name')),
	reads('prints the plugins', step('GET /plugins'), nothing),
	{
		...reads('prints the import errors', step('GET /importErrors'), () => ['no such warehouse']),
		exits: 1,
		admits: { 'cli-exits-with-one': [] }
	},
	reads(
		'prints what keeps a task from running',
		step(`GET ${TASK}/dependencies`, { path: upload }),
		nothing,
		endedRun(datedRun)
	)
];

/** What `airflow` 3.x prints beside. */
export const listsOfAirflow3: readonly Case[] = [
	reads('prints the assets', step('GET /assets'), names('assets', 'name')),
	reads(
		'prints the aliases of assets',
		step('GET /assets/aliases'),
		names('asset_aliases', 'name')
	),
	reads('prints the jobs', step('GET /jobs'), nothing)
];

/** What `airflowctl` prints beside DAGs, runs, pools, variables and connections. */
export const printsLists: readonly Case[] = [
	reads('prints the assets', step('GET /assets'), names('assets', 'name')),
	reads(
		'prints the aliases of assets',
		step('GET /assets/aliases'),
		names('asset_aliases', 'name')
	),
	reads('prints the providers', step('GET /providers'), names('providers', 'package_name')),
	reads('prints the plugins', step('GET /plugins'), names('plugins', 'name')),
	reads('prints the plugins that broke', step('GET /plugins/importErrors'), nothing),
	reads('prints the import errors', step('GET /importErrors'), names('import_errors', 'filename')),
	reads('prints the warnings about DAGs', step('GET /dagWarnings'), nothing),
	reads('prints the jobs', step('GET /jobs'), names('jobs', 'job_type')),
	reads(
		'prints a DAG in short',
		step('GET /dags/{dag_id}', { path: DAG }),
		({ dag_id }: { dag_id: string }) => [dag_id]
	),
	reads(
		'prints the versions of a DAG',
		step('GET /dags/{dag_id}/dagVersions', { path: DAG }),
		names('dag_versions', 'id')
	),
	reads(
		'prints a version of a DAG',
		step('GET /dags/{dag_id}/dagVersions/{version_number}', {
			path: { ...DAG, version_number: '1' }
		}),
		({ id }: { id: string }) => [id]
	),
	reads(
		'prints the XComs of a task',
		step(`GET ${TASK}/xcomEntries`, { path: upload }),
		nothing,
		endedRun(datedRun)
	)
];
