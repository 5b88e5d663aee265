import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { missOption } from './config.ts';
import { connectionsOf, warnOfShortPasswords } from './connection-rows.ts';
import { notHere } from '#lib/simulator/cli/airflow-core/not-here.ts';
import { settingOf } from './settings.ts';

/**
 * What can be asked of the database without rebuilding it.
 * @source airflow/cli/commands/db_command.py, airflow/utils/db_cleanup.py
 */
export const DATABASE_COMMANDS: readonly Command[] = [
	{
		name: 'db check',
		run: (session) =>
			inform(session, 'Connection successful.', 'airflow.utils.db', ['db.py', 1823, 1531])
	},
	{
		name: 'db check-migrations',
		run() {
			// The schema is always the newest, of which the program says nothing.
		}
	},
	{ name: 'db downgrade', run: downgrade },
	{
		name: 'db drop-archived',
		run: (session) =>
			inform(session, 'Total dropped tables: 0', 'airflow.utils.db_cleanup', [
				'db_cleanup.py',
				532,
				805
			])
	},
	{
		name: 'db export-archived',
		run: (session) =>
			inform(
				session,
				'Total exported tables: 0, Total dropped tables: 0',
				'airflow.utils.db_cleanup',
				['db_cleanup.py', 518, 789]
			)
	},
	{
		name: 'rotate-fernet-key',
		run: (session) => warnOfShortPasswords(session, connectionsOf(session))
	},
	...['migrate', 'downgrade', 'reset'].map((verb) => ({
		name: `db-manager ${verb}`,
		line: '3' as const,
		run: askManager
	}))
];

function inform(
	session: Session,
	text: string,
	logger: string,
	[file, in2, in3]: readonly [string, number, number]
): void {
	const at = `${file}:${session.line === '2' ? in2 : in3}`;
	session.log({ level: 'info', text, logger, at });
}

/** Its refusals; the schema itself stays. */
function downgrade(session: Session, values: Values): void {
	const has = (name: string) => Boolean(textOf(values, name));
	if (has('to_revision') && has('to_version'))
		session.fail('Cannot supply both `--to-revision` and `--to-version`.');
	if (has('from_version') && has('from_revision'))
		session.fail('`--from-revision` may not be combined with `--from-version`');
	if ((has('from_revision') || has('from_version')) && !isOn(values, 'show_sql_only'))
		session.fail(
			'Args `--from-revision` and `--from-version` may only be used with `--show-sql-only`'
		);
	if (!has('to_version') && !has('to_revision'))
		session.fail('Must provide either --to-revision or --to-version.');
	notHere(session);
}

/** @source airflow/cli/commands/db_manager_command.py `_get_db_manager` */
function askManager(session: Session, values: Values): void {
	const path = textOf(values, 'import_path') ?? '';
	const managers = settingOf(session, 'database', 'external_db_managers');
	if (managers === undefined) {
		missOption(session, 'database', 'external_db_managers');
		session.crash(
			'airflow._shared.configuration.exceptions.AirflowConfigException',
			'section/key [database/external_db_managers] not found in config'
		);
	}
	if (!(managers ?? '').split(',').some((name) => name.trim() === path))
		session.fail(`DB manager ${path} not found in configuration.`);
	notHere(session);
}
