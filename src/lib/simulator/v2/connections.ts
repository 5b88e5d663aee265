import type { Resource } from '#lib/simulator/call.ts';
import { knownSecrets } from '#lib/simulator/known-secrets.ts';
import type { Connection, World } from '#lib/simulator/world.ts';
import { cutPage } from './cursor.ts';
import { fitsPattern, fitsPrefix, optionalText, page, texts } from './filters.ts';
import { optional, required, valueError, type Body, type Model } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import { fail, integer, isRecord, nullable, text, type Reader } from './readers.ts';
import { badRequest, isReply, noContent, notFound, ok, uniqueViolation } from './reply.ts';
import { mergeJson, shownExtra } from './shown-secrets.ts';

const PATTERN = '^[\\w.-]+$';

const connectionId: Reader<string> = (input, loc) => {
	const read = text(200)(input, loc);
	if (!('value' in read) || /^[\p{L}\p{N}_.-]+$/u.test(read.value)) return read;
	const msg = `String should match pattern '${PATTERN}'`;
	return fail('string_pattern_mismatch', loc, msg, input, { pattern: PATTERN });
};

const EXTRA_RULE = "The `extra` field must be a valid JSON object (e.g., {'key': 'value'})";

const extra: Reader<string> = (input, loc) => {
	const read = text()(input, loc);
	if (!('value' in read)) return read;
	if (read.value === '') return { value: '{}' };
	const parsed = parse(read.value);
	if (parsed && isRecord(parsed.value)) return read;
	const rule = parsed ? EXTRA_RULE : `${EXTRA_RULE}, but encountered non-JSON in \`extra\` field`;
	return valueError(rule, loc, input);
};

const connectionFields = {
	connection_id: required(connectionId),
	conn_type: required(text()),
	description: optional(nullable(text()), null),
	host: optional(nullable(text()), null),
	login: optional(nullable(text()), null),
	schema: optional(nullable(text()), null),
	port: optional(nullable(integer()), null),
	password: optional(nullable(text()), null),
	extra: optional(nullable(extra), null),
	team_name: optional(nullable(text(50)), null)
};

export const connectionBody: Model<typeof connectionFields> = {
	fields: connectionFields,
	after: ({ team_name }) =>
		team_name === null
			? undefined
			: 'team_name cannot be set when multi_team mode is disabled. Please contact your administrator.'
};

export type ConnectionBody = Body<typeof connectionFields>;

const columns: Columns<Connection> = {
	id: { kind: 'number', value: ({ id }) => id },
	connection_id: { kind: 'text', value: ({ connectionId: name }) => name },
	conn_id: { kind: 'text', value: ({ connectionId: name }) => name },
	conn_type: { kind: 'text', value: ({ connType }) => connType },
	description: { kind: 'text', value: ({ description }) => description },
	host: { kind: 'text', value: ({ host }) => host },
	port: { kind: 'number', value: ({ port }) => port },
	team_name: { kind: 'text', value: () => undefined }
};

/** @source airflow/api_fastapi/core_api/routes/public/connections.py */
export const connections = {
	'GET /connections': operation(
		{
			query: {
				...page,
				order_by: orderBy('id'),
				connection_id_pattern: optionalText,
				connection_id_prefix_pattern: optionalText
			}
		},
		(world, _, { query }) => {
			const by = criteria(query.order_by, columns, 'id');
			if (isReply(by)) return by;
			const found = [...world.connections.values()].filter(
				({ connectionId: name }) =>
					fitsPattern(name, query.connection_id_pattern) &&
					fitsPrefix(name, query.connection_id_prefix_pattern)
			);
			const cut = cutPage(found, by, { ...query, cursor: null });
			if (isReply(cut)) return cut;
			return ok({ connections: cut.rows.map(shapeIn(world)), total_entries: found.length });
		}
	),
	'POST /connections': operation({ body: connectionBody }, (world, _, { body }) => {
		if (world.connections.has(body.values.connection_id)) return uniqueViolation(world);
		const connection = addConnection(world, body);
		return ok(shapeIn(world)(connection), 201);
	}),
	'GET /connections/{connection_id}': (world, { param }) => {
		const found = world.connections.get(param('connection_id'));
		return found ? ok(shapeIn(world)(found)) : unknownConnection(param('connection_id'));
	},
	'PATCH /connections/{connection_id}': operation(
		{ query: { update_mask: texts }, body: connectionBody },
		(world, { param }, { query: { update_mask: mask }, body }) => {
			const name = param('connection_id');
			if (body.values.connection_id !== name) {
				return badRequest('The connection_id in the request body does not match the URL parameter');
			}
			return patchConnection(world, body, mask);
		}
	),
	'DELETE /connections/{connection_id}': (world, { param }) =>
		world.connections.delete(param('connection_id'))
			? noContent()
			: unknownConnection(param('connection_id'))
} satisfies Resource;

/** One that is in no world yet. */
export function newConnection(id: number, { values }: ConnectionBody): Connection {
	const connection: Connection = {
		id,
		connectionId: values.connection_id,
		connType: values.conn_type
	};
	setFields(connection, values, new Set(FIELDS));
	return connection;
}

export function addConnection(world: World, body: ConnectionBody): Connection {
	const connection = newConnection(world.nextId++, body);
	world.connections.set(connection.connectionId, connection);
	return connection;
}

/** @source airflow/api_fastapi/core_api/services/public/connections.py `update_orm_from_pydantic` */
export function patchConnection(world: World, { values, given }: ConnectionBody, mask: string[]) {
	const connection = world.connections.get(values.connection_id);
	if (!connection) return unknownConnection(values.connection_id);
	const touched = [...given].filter((field) => mask.length === 0 || mask.includes(field));
	// Secrets are set when the mask names them, sent or not.
	const named = mask.filter((field) => field === 'password' || field === 'extra');
	updateConnection(connection, values, new Set([...touched, ...named]));
	return ok(shapeIn(world)(connection));
}

export function updateConnection(
	connection: Connection,
	values: ConnectionBody['values'],
	fields: ReadonlySet<string>
): void {
	if (fields.has('conn_type')) connection.connType = values.conn_type;
	setFields(connection, values, fields);
}

const FIELDS = ['description', 'host', 'login', 'schema', 'port', 'password', 'extra'] as const;

function setFields(
	connection: Connection,
	values: ConnectionBody['values'],
	chosen: ReadonlySet<string>
): void {
	for (const field of FIELDS) {
		if (!chosen.has(field)) continue;
		const value = withKeptSecrets(connection, field, values[field]);
		// Airflow has no way to take a password away.
		if (field === 'password' && value === null) continue;
		if (value === null) delete connection[field];
		else Object.assign(connection, { [field]: value });
	}
}

/** Stars that the API showed stand for the secret that is kept. @source secrets_masker `merge` */
function withKeptSecrets(
	kept: Connection,
	field: (typeof FIELDS)[number],
	value: string | number | null
) {
	if (field === 'password') return value === '***' && kept.password ? kept.password : value;
	if (field !== 'extra' || typeof value !== 'string' || kept.extra === undefined) return value;
	return mergeJson(value, kept.extra);
}

function parse(json: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(json) as unknown };
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}

/** @source airflow/api_fastapi/core_api/datamodels/connections.py `ConnectionResponse` */
function shapeIn(world: World) {
	const secrets = knownSecrets(world);
	return (connection: Connection) => ({
		connection_id: connection.connectionId,
		conn_type: connection.connType,
		description: connection.description ?? null,
		host: connection.host ?? null,
		login: connection.login ?? null,
		schema: connection.schema ?? null,
		port: connection.port ?? null,
		password: !connection.password ? null : '***',
		extra: connection.extra === undefined ? null : shownExtra(connection.extra, 'v2', secrets),
		team_name: null
	});
}

const unknownConnection = (name: string) =>
	notFound(`The Connection with connection_id: \`${name}\` was not found`);
