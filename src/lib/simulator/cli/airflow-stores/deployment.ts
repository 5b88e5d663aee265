import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs, printPairs, type Row } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { str } from '#lib/simulator/cli/airflowctl-python.ts';
import { printCheatSheet } from './cheat-sheet.ts';
import { providersOf } from './providers.ts';
import { settingOf } from './settings.ts';

const VERSIONS = { 2: '2.11.2', 3: '3.3.2' } as const;

/** @source airflow/cli/commands/version_command.py, plugins_command.py, info_command.py */
export const DEPLOYMENT_COMMANDS: readonly Command[] = [
	{ name: 'version', run: (session) => session.print(VERSIONS[session.line]) },
	{ name: 'plugins', run: (session) => session.print('No plugins loaded') },
	{ name: 'cheat-sheet', run: printCheatSheet },
	{ name: 'info', run: showInfo },
	{
		name: 'sync-perm',
		line: '2',
		run(session, values) {
			session.print('Updating actions and resources for all existing roles');
			if (isOn(values, 'include_dags')) session.print('Updating permission on all DAG views');
		}
	}
];

type Facts = Readonly<Record<string, unknown>>;

function showInfo(session: Session, values: Values): void {
	const output = textOf(values, 'output') ?? 'table';
	const isHidden = isOn(values, 'anonymize') || isOn(values, 'file_io');
	if (isOn(values, 'file_io')) {
		session.print('Uploading report to file.io service.');
		session.print('Failed to send report to file.io service.');
		return;
	}
	const sections = infoOf(session, isHidden);
	if (output !== 'table' && output !== 'plain') {
		const rows: Row[] = Object.entries(sections).map(([title, facts]) => ({
			[title.toLowerCase().replaceAll(' ', '_')]: facts
		}));
		printAs(session, rows, output);
		return;
	}
	for (const [title, facts] of Object.entries(sections)) {
		session.show(`\n${title}`);
		const pairs = Object.entries(facts).map(([key, value]) => ({ key, value }));
		printPairs(session, pairs, output);
	}
}

const PACKAGES = '/home/airflow/.local/lib/python3.11/site-packages';
const PATH =
	'/home/airflow/.local/bin:/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin';
const PYTHON_PATH = [
	'/home/airflow/.local/bin',
	'/usr/local/lib/python311.zip',
	'/usr/local/lib/python3.11',
	'/usr/local/lib/python3.11/lib-dynload',
	PACKAGES,
	'/opt/airflow/config',
	'/opt/airflow/plugins'
];

/** What a machine that runs the official image tells of itself. */
function infoOf(session: Session, isHidden: boolean): Readonly<Record<string, Facts>> {
	const { line } = session;
	const setting = (section: string, option: string) => settingOf(session, section, option) ?? '';
	const path = (text: string) =>
		isHidden ? text.replaceAll('/home/airflow', '${HOME}').replaceAll('airflow', '${USER}') : text;
	const url = setting('database', 'sql_alchemy_conn');
	const dags = setting('core', 'dags_folder');
	const tools = ['git', 'ssh', 'kubectl', 'gcloud', 'cloud_sql_proxy', 'mysql', 'sqlite3', 'psql'];
	return {
		'Apache Airflow': {
			version: VERSIONS[line],
			executor: setting('core', 'executor'),
			task_logging_handler: 'airflow.utils.log.file_task_handler.FileTaskHandler',
			// Without an authority Python leaves two of the four slashes away.
			sql_alchemy_conn: isHidden ? url.replace(/^(\w+:)\/\/\/\//, '$1//') : url,
			...(line === '2' ? { dags_folder: path(dags) } : { dag_bundle_names: ['dags-folder'] }),
			plugins_folder: path(setting('core', 'plugins_folder')),
			base_log_folder: path(setting('logging', 'base_log_folder')),
			remote_base_log_folder: path(setting('logging', 'remote_base_log_folder'))
		},
		'System info': {
			OS: 'Linux',
			architecture: 'x86_64',
			uname:
				"uname_result(system='Linux', node='airflow', release='6.1.0', version='#1 SMP', machine='x86_64')",
			locale: "('en_US', 'UTF-8')",
			python_version: '3.11.7 (main, Dec 19 2023, 20:33:49) [GCC 12.2.0]',
			python_location: path('/usr/local/bin/python3.11')
		},
		'Tools info': Object.fromEntries(tools.map((tool) => [tool, 'NOT AVAILABLE'])),
		'Paths info': {
			airflow_home: path('/opt/airflow'),
			system_path: path(PATH),
			python_path: path([...PYTHON_PATH, ...(line === '2' ? [dags] : [])].join(':')),
			airflow_on_path: str(true)
		},
		'Providers info': Object.fromEntries(
			providersOf(line).map(({ name, version }) => [name, version])
		)
	};
}
