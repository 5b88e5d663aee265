import { textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { yamlValues } from '#lib/simulator/cli/airflow-core/yaml-values.ts';
import { repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { Connection } from '#lib/simulator/world.ts';
import { connectionsOf, warnOfShortPasswords } from './connection-rows.ts';
import { writeUri } from './connection-uri.ts';
import { finishExport } from './export-file.ts';
import { warnInPython } from './python-warning.ts';

const FORMATS = ['.yaml', '.json', '.env'];

/** @source airflow/cli/commands/connection_command.py `connections_export` */
export function exportConnections(session: Session, values: Values): void {
	const file = textOf(values, 'file') ?? '';
	const [old, asked] = [textOf(values, 'format'), textOf(values, 'file_format')];
	if (old)
		warnInPython(
			session,
			'DeprecationWarning',
			'Option `--format` is deprecated. Use `--file-format` instead.'
		);
	if (old && asked) session.fail('Option `--format` is deprecated.  Use `--file-format` instead.');
	const given = old ?? asked;
	const format = given ? `.${given.toLowerCase()}` : file === '-' ? '.json' : endingOf(file);
	if (!given && !FORMATS.includes(format))
		session.fail(
			`Unsupported file format. The file must have the extension ${FORMATS.join(', ')}.`
		);
	const style = textOf(values, 'serialization_format');
	if (style && format !== '.env')
		session.fail('Option `--serialization-format` may only be used with file type `env`.');
	if (style && style !== 'json' && style !== 'uri')
		session.fail(`Received unexpected value for \`--serialization-format\`: ${repr(style)}`);

	const all = connectionsOf(session).toSorted((a, b) => (a.connectionId < b.connectionId ? -1 : 1));
	warnOfShortPasswords(session, all);
	finishExport(session, file, {
		text: format === '.env' ? envText(session, all, style ?? 'uri') : wholeText(all, format),
		count: all.length,
		what: 'Connections',
		isClosed: true
	});
}

const endingOf = (file: string) => /\.[^./]*$/.exec(file)?.[0].toLowerCase() ?? '';

function envText(session: Session, all: readonly Connection[], style: string): string {
	const write = (connection: Connection) => {
		if (style === 'json') return dumps(fieldsOf(connection));
		if (connection.connType.includes('_'))
			session.log({
				level: 'warning',
				text: `Connection schemes (type: ${connection.connType}) shall not contain '_' according to RFC3986.`,
				logger: 'airflow.models.connection.Connection',
				at: `connection.py:${session.line === '2' ? 277 : 292}`
			});
		return writeUri(connection, session.line);
	};
	return all.map((one) => `${one.connectionId}=${write(one)}\n`).join('');
}

function wholeText(all: readonly Connection[], format: string): string {
	const object = Object.fromEntries(all.map((one) => [one.connectionId, fieldsOf(one)]));
	return format === '.yaml' ? yamlValues(object) : dumps(object, '  ');
}

/** @source airflow/cli/commands/connection_command.py `_connection_to_dict` */
const fieldsOf = (connection: Connection) => ({
	conn_type: connection.connType,
	description: connection.description ?? null,
	login: connection.login ?? null,
	password: connection.password ?? null,
	host: connection.host ?? null,
	port: connection.port ?? null,
	schema: connection.schema ?? null,
	extra: connection.extra ?? null
});
