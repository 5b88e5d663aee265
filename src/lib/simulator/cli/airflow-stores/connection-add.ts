import { textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict, repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { V1_HOOKS, V2_HOOKS } from '#lib/simulator/connection-check.ts';
import { redactTree } from '#lib/simulator/v2/redact.ts';
import type { Connection } from '#lib/simulator/world.ts';
import { checkExtra, keyRefusal } from './connection-checks.ts';
import { fromFields } from './connection-import.ts';
import { extraOf, warnOfShortPasswords } from './connection-rows.ts';
import { normalType, readUri, UriError } from './connection-uri.ts';
import { exceptionOf } from './exceptions.ts';
import { warnInPython } from './python-warning.ts';
import { splitUrl } from './url.ts';

type Details = Omit<Connection, 'id' | 'connectionId'>;

const ALONE = ['conn_type', 'conn_host', 'conn_login', 'conn_password', 'conn_schema', 'conn_port'];

/** @source airflow/cli/commands/connection_command.py `connections_add` */
export function addConnection(session: Session, values: Values): void {
	const { world } = session;
	const id = textOf(values, 'conn_id') ?? '';
	const type = typeAsked(session, id, values);
	const details = detailsAsked(session, id, type, values);
	const existing = world.connections.get(id);
	const connection: Connection = { id: existing?.id ?? world.nextId, connectionId: id, ...details };
	warnOfShortPasswords(session, [connection, ...(existing ? [existing] : [])]);
	if (existing) session.fail(`A connection with \`conn_id\`=${id} already exists.`);
	world.nextId++;
	world.connections.set(id, connection);
	report(session, connection, textOf(values, 'conn_uri'));
}

/** Looks whether what was given goes together. @returns the type, where the connection is given by its fields. */
function typeAsked(session: Session, id: string, values: Values): string {
	const [uri, json] = [textOf(values, 'conn_uri'), textOf(values, 'conn_json')];
	let type = textOf(values, 'conn_type');
	const refusal = keyRefusal(id, session.line);
	if (refusal !== undefined) session.fail(`Could not create connection. ${refusal}`);
	if (!type && !json && !uri)
		session.fail('Must supply either conn-uri or conn-json if not supplying conn-type');
	if (json && uri) session.fail('Cannot supply both conn-uri and conn-json');
	if (type) type = knownType(session, type);
	if (!uri && !json) return type ?? '';

	if (uri && splitUrl(uri).scheme === '')
		session.fail(`The URI provided to --conn-uri is invalid: ${uri}`);
	const stray = ALONE.filter((name) => textOf(values, name) !== undefined);
	if (json && textOf(values, 'conn_extra')) stray.push('--conn-extra');
	if (stray.length > 0)
		session.fail(
			'The following args are not compatible with ' +
				`the --conn-${uri ? 'uri' : 'json'} flag: ${repr(stray)}`
		);
	return '';
}

function knownType(session: Session, type: string): string {
	const known = ['generic', 'email', ...(session.line === '2' ? V1_HOOKS : V2_HOOKS)];
	if (session.line === '3')
		warnInPython(
			session,
			'DeprecatedImportWarning',
			'ProvidersManager.hooks is deprecated. Use ProvidersManagerTaskRuntime.hooks from task-sdk instead.',
			['airflow/cli/commands/connection_command.py', 240]
		);
	if (known.includes(type)) return type;
	const warn = (text: string) => warnInPython(session, 'UserWarning', text);
	warn(`The type provided to --conn-type is invalid: ${type}`);
	warn(`Supported --conn-types are:${repr(known)}.Hence overriding the conn-type with generic`);
	return 'generic';
}

function detailsAsked(session: Session, id: string, type: string, values: Values): Details {
	const [uri, json] = [textOf(values, 'conn_uri'), textOf(values, 'conn_json')];
	if (json) return fromJson(session, id, json);
	const extra = textOf(values, 'conn_extra');
	const description = textOf(values, 'conn_description');
	const given = {
		...(description === undefined ? {} : { description }),
		...(extra === undefined ? {} : { extra })
	};
	if (!uri) {
		const fields = ['host', 'login', 'password', 'schema', 'port'];
		const held = fields.map((name) => [name, textOf(values, `conn_${name}`)]);
		checkPort(session, textOf(values, 'conn_port'));
		return fromFields(session, id, { conn_type: type, ...Object.fromEntries(held), ...given });
	}
	try {
		const details = { ...readUri(uri, session.line), ...given };
		if (details.extra) checkExtra(session, id, details.extra);
		return details;
	} catch (cause) {
		if (!(cause instanceof UriError)) throw cause;
		return session.crash(cause.isPort ? 'ValueError' : exceptionOf(session.line), cause.message);
	}
}

/** @source airflow/models/connection.py `from_json` */
function fromJson(session: Session, id: string, json: string): Details {
	const read = readJson(json);
	if ('error' in read) session.crash('json.decoder.JSONDecodeError', read.error);
	if (!isDict(read.value)) session.crash('TypeError', 'pop expected at most 1 argument, got 2');
	const { conn_type: type, ...rest } = read.value;
	const port = rest.port;
	if (port && !/^\s*[+-]?\d+\s*$/.test(String(port)))
		session.crash(
			'ValueError',
			`Expected integer value for \`port\`, but got ${repr(port)} instead.`
		);
	const known = ['description', 'host', 'login', 'password', 'schema', 'port', 'extra'];
	const stray = Object.keys(rest).find((key) => !known.includes(key));
	if (stray !== undefined)
		session.crash('TypeError', `__init__() got an unexpected keyword argument ${repr(stray)}`);
	const details = fromFields(session, id, {
		...rest,
		conn_type: typeof type === 'string' ? normalType(type) : ''
	});
	if (details.connType === '') session.fail('conn-json is invalid; must supply conn-type');
	return details;
}

/** The database's column holds whole numbers. */
function checkPort(session: Session, port: string | undefined): void {
	if (port && !/^\d+$/.test(port))
		session.crash(
			'sqlalchemy.exc.DataError',
			`(psycopg2.errors.InvalidTextRepresentation) invalid input syntax for type integer: "${port}"`
		);
}

function report(session: Session, connection: Connection, uri: string | undefined): void {
	const { connectionId, connType, host, login, password, port, schema } = connection;
	const head = `Successfully added \`conn_id\`=${connectionId}`;
	if (session.line === '2') {
		const where = `${login ?? ''}:${password ? '******' : ''}@${host ?? ''}:${port ?? ''}`;
		const path = schema ? `/${schema.replace(/^\//, '')}` : '';
		session.print(`${head} : ${uri || `${connType}://${where}${path}`}`);
		return;
	}
	session.print(head);
	const extra = redactTree(extraOf(connection));
	printAs(
		session,
		[{ conn_id: connectionId, conn_type: connType, host, login, port, extra }],
		'table'
	);
}
