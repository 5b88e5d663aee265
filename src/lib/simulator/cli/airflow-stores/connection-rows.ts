import type { Row } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import type { Connection } from '#lib/simulator/world.ts';
import { writeUri } from './connection-uri.ts';
import { isShort, warnOfShort } from './variable-rows.ts';

/** In the order of their ids. */
export const connectionsOf = ({ world }: Session): Connection[] =>
	[...world.connections.values()].toSorted((a, b) => a.id - b.id);

/** @source airflow/cli/commands/connection_command.py `_connection_mapper` */
export function detailsOf({ line }: Session, connection: Connection): Row {
	const { id, connectionId, connType, description, host, schema, login, port } = connection;
	const isEncrypted = Boolean(connection.password);
	return {
		id,
		conn_id: connectionId,
		conn_type: connType,
		description,
		host,
		schema,
		login,
		password: connection.password,
		port,
		is_encrypted: isEncrypted,
		// Airflow shows the same of both.
		is_extra_encrypted: isEncrypted,
		extra_dejson: extraOf(connection),
		get_uri: writeUri(connection, line)
	};
}

/** @source airflow/cli/commands/connection_command.py (3.3) `masked_sensitive` */
export function maskedDetailsOf(session: Session, connection: Connection): Row {
	const row = detailsOf(session, connection);
	const uri = String(row.get_uri);
	return {
		...row,
		password: connection.password ? '***' : connection.password,
		extra_dejson: Object.keys(extraOf(connection)).length > 0 ? '***' : {},
		get_uri: uri.replace(/^([^/]*:\/\/)[^/?#]*?@/, '$1***:***@')
	};
}

/** The extra as an object; what is no JSON is none. */
export function extraOf({ extra }: Connection): Record<string, unknown> {
	const read = extra ? readJson(extra) : { value: {} };
	return 'value' in read ? (read.value as Record<string, unknown>) : {};
}

/** Airflow 3 says once that it will not mask a password that is too short. */
export function warnOfShortPasswords(session: Session, connections: readonly Connection[]): void {
	if (connections.some(({ password }) => isShort(password ?? ''))) warnOfShort(session);
}
