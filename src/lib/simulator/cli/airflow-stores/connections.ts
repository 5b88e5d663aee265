import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import { checkConnection, V1_HOOKS, V2_HOOKS } from '#lib/simulator/connection-check.ts';
import { DEFAULT_CONNECTIONS } from '#lib/simulator/default-connections.ts';
import { addConnection } from './connection-add.ts';
import { exportConnections } from './connection-export.ts';
import { importConnections } from './connection-import.ts';
import {
	connectionsOf,
	detailsOf,
	maskedDetailsOf,
	warnOfShortPasswords
} from './connection-rows.ts';

const TABULAR = {
	connectionId: 'tabular_default',
	connType: 'tabular',
	host: 'https://api.tabulardata.io/ws/v1'
};

/** @source airflow/cli/commands/connection_command.py */
export const CONNECTION_COMMANDS: readonly Command[] = [
	{
		name: 'connections get',
		run(session, values) {
			const found = session.world.connections.get(textOf(values, 'conn_id') ?? '');
			if (!found) return session.fail('Connection not found.');
			printAs(session, [detailsOf(session, found)], textOf(values, 'output') ?? 'table');
		}
	},
	{ name: 'connections list', run: listConnections },
	{ name: 'connections add', run: addConnection },
	{
		name: 'connections delete',
		run(session, values) {
			const id = textOf(values, 'conn_id') ?? '';
			const found = session.world.connections.get(id);
			if (!found) return session.fail(`Did not find a connection with \`conn_id\`=${id}`);
			warnOfShortPasswords(session, [found]);
			session.world.connections.delete(id);
			session.print(`Successfully deleted connection with \`conn_id\`=${id}`);
		}
	},
	{ name: 'connections import', run: importConnections },
	{ name: 'connections export', run: exportConnections },
	{ name: 'connections test', run: testConnection },
	{
		name: 'connections create-default-connections',
		run({ world, line }) {
			for (const connection of line === '2' ? DEFAULTS_OF_2 : DEFAULT_CONNECTIONS)
				if (!world.connections.has(connection.connectionId))
					world.connections.set(connection.connectionId, { ...connection, id: world.nextId++ });
		}
	}
];

/** What Airflow 2 puts in differs a little. @source airflow/utils/db.py `create_default_connections` (2.11) */
const DEFAULTS_OF_2 = DEFAULT_CONNECTIONS.filter(
	({ connectionId }) => !/^(gremlin|opensearch)_default$/.test(connectionId)
).flatMap((connection) => {
	const { connectionId, extra } = connection;
	if (connectionId === 'tableau_default') return [connection, TABULAR];
	const isPadded = connectionId === 'oss_default' || connectionId === 'redshift_default';
	return [isPadded && extra ? { ...connection, extra: extra.replace(/^\n */, '') } : connection];
});

function listConnections(session: Session, values: Values): void {
	const hides = isOn(values, 'hide_sensitive');
	const showsValues = isOn(values, 'show_values');
	if (hides && !showsValues) session.fail('--hide-sensitive can only be used with --show-values');
	const id = textOf(values, 'conn_id');
	const chosen = connectionsOf(session).filter((one) => !id || one.connectionId === id);
	const rows = chosen.map((one) => {
		if (hides) return maskedDetailsOf(session, one);
		if (session.line === '2' || showsValues) return detailsOf(session, one);
		return { conn_id: one.connectionId, conn_type: one.connType };
	});
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

function testConnection(session: Session, values: Values): void {
	const { world, line } = session;
	if (settingOf(world, 'core', 'test_connection').trim().toLowerCase() !== 'enabled') {
		session.show(
			'\nTesting connections is disabled in Airflow configuration. ' +
				'Contact your deployment admin to enable it.\n'
		);
		session.fail(1);
	}
	const id = textOf(values, 'conn_id') ?? '';
	session.print(`Retrieving connection: ${repr(id)}`);
	const connection = world.connections.get(id);
	if (!connection) {
		session.show('\nConnection not found.\n');
		session.fail(1);
	}
	session.print('\nTesting...');
	const { status, message } = checkConnection(connection, line === '2' ? V1_HOOKS : V2_HOOKS);
	if (status) session.show('\nConnection success!\n');
	else {
		session.show(`[bold][red]\nConnection failed![/bold]\n${message}\n`);
		session.fail(1);
	}
}
