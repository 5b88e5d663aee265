import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict, repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { Connection } from '#lib/simulator/world.ts';
import { checkExtra, keyRefusal } from './connection-checks.ts';
import { warnOfShortPasswords } from './connection-rows.ts';
import { readUri, UriError } from './connection-uri.ts';
import { exceptionOf } from './exceptions.ts';
import { readSecretFile, SecretFileError } from './secret-file.ts';

type Details = Omit<Connection, 'id' | 'connectionId'>;

/** @source airflow/cli/commands/connection_command.py `connections_import`, `_import_helper` */
export function importConnections(session: Session, values: Values): void {
	const { world } = session;
	const found = readConnections(session, textOf(values, 'file') ?? '');
	const existing = [...found.keys()].flatMap((id) => world.connections.get(id) ?? []);
	warnOfShortPasswords(session, [...found.values(), ...existing] as Connection[]);
	for (const [id, details] of found) {
		const refusal = keyRefusal(id, session.line);
		const before = world.connections.get(id);
		if (refusal !== undefined) session.print(`Could not import connection. ${refusal}`);
		else if (before && !isOn(values, 'overwrite'))
			session.print(`Could not import connection ${id}: connection already exists.`);
		else {
			const row = { id: before?.id ?? world.nextId++, connectionId: id };
			world.connections.set(id, { ...row, ...details });
			session.print(`Imported connection ${id}`);
		}
	}
}

/** @source airflow/secrets/local_filesystem.py `load_connections_dict` */
function readConnections(session: Session, file: string): Map<string, Details> {
	const text = session.files.get(session.resolve(file));
	if (text === undefined) session.fail('Missing connections file.');
	try {
		const { values } = readSecretFile(file, text, session.line);
		return new Map(
			Object.entries(values).map(([id, held]) => {
				if (!Array.isArray(held)) return [id, connectionOf(session, id, held)];
				if (held.length > 1)
					session.crash(
						exceptionOf(session.line, 'ConnectionNotUnique'),
						`Found multiple values for ${id} in ${file}.`
					);
				return [id, connectionOf(session, id, held[0])];
			})
		);
	} catch (cause) {
		if (!(cause instanceof SecretFileError)) throw cause;
		const isGeneral =
			session.line === '2' && cause.exception === 'AirflowUnsupportedFileTypeException';
		session.crash(
			exceptionOf(session.line, isGeneral ? undefined : cause.exception),
			cause.message
		);
	}
}

const FIELDS = [
	'conn_id',
	'conn_type',
	'description',
	'host',
	'login',
	'password',
	'schema',
	'port',
	'extra',
	'uri'
];

function connectionOf(session: Session, id: string, held: unknown): Details {
	const refuse = (why: string) => session.crash(exceptionOf(session.line), why);
	if (typeof held === 'string') return fromUri(session, held);
	if (!isDict(held))
		return refuse(
			`Unexpected value type: <class '${typeName(held)}'>. The connection can only be defined using a string or object.`
		);
	const known = [...FIELDS, 'extra_dejson', ...(session.line === '3' ? ['team_name'] : [])];
	const illegal = Object.keys(held).filter((key) => !known.includes(key));
	if (illegal.length > 0)
		refuse(
			`The object have illegal keys: ${illegal.join(', ')}. ` +
				`The dictionary can only contain the following keys: {${known.map(repr).join(', ')}}`
		);
	if ('extra' in held && 'extra_dejson' in held)
		refuse(
			'The extra and extra_dejson parameters are mutually exclusive. Please provide only one parameter.'
		);
	if ('conn_id' in held && held.conn_id !== id)
		refuse(
			`Mismatch conn_id. The dictionary key has the value: ${String(held.conn_id)}. The item has the value: ${id}.`
		);
	if (typeof held.uri === 'string') return fromUri(session, held.uri);
	return fromFields(session, id, held);
}

function fromUri(session: Session, uri: string): Details {
	try {
		return readUri(uri, session.line);
	} catch (cause) {
		if (!(cause instanceof UriError)) throw cause;
		return session.crash(cause.isPort ? 'ValueError' : exceptionOf(session.line), cause.message);
	}
}

/** @source airflow/models/connection.py `Connection.__init__` */
export function fromFields(
	session: Session,
	id: string,
	held: Readonly<Record<string, unknown>>
): Details {
	const raw = 'extra_dejson' in held ? dumps(held.extra_dejson) : held.extra;
	const extra = raw && typeof raw !== 'string' ? dumps(raw) : raw;
	const text = (name: string) => {
		const value = held[name];
		return value === null || value === undefined ? undefined : String(value);
	};
	if (typeof extra === 'string' && extra !== '') checkExtra(session, id, extra);
	const fields = {
		description: text('description'),
		host: text('host'),
		login: text('login'),
		password: text('password') || undefined,
		schema: text('schema'),
		port: held.port ? Number(held.port) : undefined,
		extra: typeof extra === 'string' ? extra : undefined
	};
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	return { connType: text('conn_type') ?? '', ...(Object.fromEntries(given) as Partial<Details>) };
}

const typeName = (value: unknown) =>
	value === null ? 'NoneType' : typeof value === 'boolean' ? 'bool' : 'int';
